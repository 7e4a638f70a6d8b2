"""Every sample, with comments and for the archive: independent checkers find nothing, comments lie on their words."""

import json

import pytest

from tests.pdf_checkers import failures, needs_outloud, needs_qpdf, opened, outloud_says, qpdf_says
from tests.pdf_text import squeezed
from tests.surroundings import SAMPLE_NAMES, SAMPLES
from tests.test_pdf_comments import highlights, words_under

SETTINGS = dict(zip(SAMPLE_NAMES, (("A5", "foot"), ("A4", "end"), ("Letter", "foot")), strict=True))


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("samples")


@pytest.fixture
def rendered(request, kept, annotate):
    """The PDF of a sample by its name, made once."""
    name = request.param
    path = kept / f"{name}.pdf"
    if not path.exists():
        page, notes = SETTINGS[name]
        options = ("--page", page, "--notes", notes, "--comments", "--pdf-a", "-o", path)
        annotate("render", SAMPLES / f"{name}.xml", "--to", "pdf", *options, code=0)
    return name, path.read_bytes()


every_sample = pytest.mark.parametrize("rendered", SAMPLE_NAMES, indirect=True)


@every_sample
def test_a_sample_conforms_to_both_standards(rendered):
    _, data = rendered
    assert failures(data, "ua1") == []
    assert failures(data, "3a") == []


@needs_outloud
@every_sample
def test_outloud_has_nothing_to_say_of_a_sample(rendered, tmp_path):
    assert outloud_says(rendered[1], tmp_path) == []


@needs_qpdf
@every_sample
def test_the_syntax_of_a_sample_is_sound(rendered, tmp_path):
    assert qpdf_says(rendered[1], tmp_path) == []


@every_sample
def test_each_comment_of_a_sample_lies_on_its_words(rendered):
    name, data = rendered
    record = json.loads((SAMPLES / f"{name}.annotations.json").read_text(encoding="utf-8"))
    quoted = {
        item["id"]: "".join(part["exact"] for part in item["target"].get("parts", [item["target"]]))
        for item in (*record["claims"], *record["notes"])
    }
    under: dict[str, str] = {}
    with opened(data) as document:
        for number, annotation in highlights(document):
            identifier = str(annotation.NM)
            under[identifier] = under.get(identifier, "") + words_under(data, number, annotation)
    assert under == {identifier: squeezed(words) for identifier, words in quoted.items()}
