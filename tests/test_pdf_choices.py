"""A project, or a person for once, chooses comments and PDF/A."""

import pikepdf
import pytest

from tests.edition_cases import LAMPLIGHTER

FRENCH = LAMPLIGHTER.with_name("manege-french.xml")


@pytest.fixture
def text(tmp_path):
    for path in (FRENCH, FRENCH.with_suffix(".annotations.json")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path / FRENCH.name


def found(path):
    """Whether a PDF is one for the archive, and whether it has comments."""
    with pikepdf.open(path) as pdf:
        kinds = {str(note.Subtype) for sheet in pdf.pages for note in sheet.obj.get("/Annots", ())}
        return b"pdfaid:part" in pdf.Root.Metadata.read_bytes(), "/Highlight" in kinds


def test_neither_is_made_unasked(text, annotate):
    annotate("render", text, "--to", "pdf", code=0)
    assert found(text.with_suffix(".pdf")) == (False, False)


def test_a_project_chooses_both_and_a_person_goes_before(text, annotate):
    (text.parent / "annotate.toml").write_text("[edition]\ncomments = true\npdf-a = true\n", encoding="utf-8")
    annotate("render", text, "--to", "pdf", code=0)
    assert found(text.with_suffix(".pdf")) == (True, True)
    annotate("render", text, "--to", "pdf", "--no-comments", "--no-pdf-a", code=0)
    assert found(text.with_suffix(".pdf")) == (False, False)


def test_what_is_no_yes_or_no_is_named(text, annotate):
    (text.parent / "annotate.toml").write_text('[edition]\npdf-a = "3b"\n', encoding="utf-8")
    _, out, err = annotate("render", text, "--to", "pdf", code=1)
    assert "annotate.toml:2:9: error" in out + err
