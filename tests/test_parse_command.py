"""`annotate parse`: several sources and folders, what overrules the parser, and what it tells of its decisions."""

import json
import tomllib

import pytest

from annotate.api.load import load_text
from annotate.model.decision import UNSURE

REVIEW = """The Lighthouse Keeper's Dog

By Nora Fenn

The film begins with a dog on a rock, and for a good while nothing else happens at all.

The keeper, who is never named, feeds it; the sea does the rest.
"""
INTERVIEW = """A Talk in Leith

BT: Where did you find it?

AK: In a cellar. It had been raining.

BT: Was it wet?

AK: Very.
"""


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "texts"
    (here / "1922").mkdir(parents=True)
    (here / "review.txt").write_text(REVIEW, "utf-8")
    (here / "1922" / "talk.md").write_text(INTERVIEW, "utf-8")
    return here


def test_a_folder_stands_for_its_sources_and_those_below(folder, annotate):
    _, _, err = annotate("parse", folder, code=0)
    assert (folder / "review.xml").exists()
    assert (folder / "1922" / "talk.xml").exists()
    assert "2 of 2 sources parsed" in err
    assert f", 4 blocks, written to {folder / 'review.xml'}" in err


def test_texts_go_to_another_folder_which_is_made_as_the_sources_are_ordered(folder, tmp_path, annotate):
    annotate("parse", folder, "-o", tmp_path / "out", code=0)
    assert {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.xml")} == {
        "review.xml",
        "1922/talk.xml",
    }
    assert not (folder / "review.xml").exists()


def test_what_is_no_source_is_left_alone_in_a_folder(folder, annotate):
    annotate("parse", folder, code=0)
    for name in (".hidden.txt", "photo.jpg", "sources/kael.txt", "review.media/a.html", "page_files/b.html"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Some words.\n", "utf-8")
    annotate("render", folder / "review.xml", "--to", "html", code=0)
    _, _, err = annotate("parse", folder, code=0)
    assert "2 of 2 sources parsed" in err


def test_one_bad_source_does_not_stop_the_others_and_decides_the_exit_code(folder, annotate):
    (folder / "a.txt").write_bytes(b"")
    _, _, err = annotate("parse", folder, code=1)
    assert f"{folder / 'a.txt'}:1:1: error F104 " in err
    assert "2 of 3 sources parsed" in err
    assert (folder / "review.xml").exists()


def test_two_sources_never_become_one_text(folder, annotate):
    (folder / "review.md").write_text("# Another\n\nAnother text altogether.\n", "utf-8")
    _, _, err = annotate("parse", folder / "review.md", folder / "review.txt", code=1)
    assert f"{folder / 'review.txt'}:1:1: error F131 " in err
    assert load_text(folder / "review.xml").document.metadata.title == "Another"


def test_a_folder_without_sources_is_named(tmp_path, annotate):
    assert " F132 " in annotate("parse", tmp_path, code=1)[2]


def test_several_sources_do_not_go_to_one_file(folder, misuse):
    review, talk = folder / "review.txt", folder / "1922" / "talk.md"
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    assert "go to a folder" in misuse("parse", folder, "-o", "-")
    assert "go to a folder" in misuse("parse", review, talk, "-o", review)
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


def test_a_dry_run_finds_all_and_writes_nothing(folder, annotate):
    before = sorted(folder.rglob("*"))
    _, _, err = annotate("parse", folder, "--dry-run", "-o", folder / "out", "--title", "A Title", code=0)
    assert sorted(folder.rglob("*")) == before
    assert f"would be written to {folder / 'out' / 'review.xml'}" in err


def test_every_decision_is_told_with_its_reason(folder, annotate):
    _, out, _ = annotate("parse", folder / "1922" / "talk.md", "--explain", code=0)
    lines = out.splitlines()
    assert lines[0].split() == ["block", "line", "sure", "kind", "speaker", "words", "why"]
    assert lines[1].startswith("b1 ")
    assert "title" in lines[1]
    assert "BT: Where did you find it?" in lines[2]


def test_decisions_as_json_have_the_numbers_of_the_text(folder, annotate):
    source = folder / "1922" / "talk.md"
    _, out, _ = annotate("parse", source, "--explain", "--json", code=0)
    (told,) = json.loads(out)
    assert told["source"] == str(source)
    reading = load_text(source.with_suffix(".xml")).reading
    assert [block["block"] for block in told["blocks"]] == [block.id for block in reading.blocks]
    for block in told["blocks"]:
        assert block["reason"]
        assert 0 <= block["certainty"] <= 1
        assert block["kind"]


def test_the_explanation_goes_to_stderr_where_stdout_carries_the_tei(folder, annotate, misuse):
    _, out, err = annotate("parse", folder / "review.txt", "-o", "-", "--explain", code=0)
    assert out.startswith("<?xml")
    assert "block  line  sure" in err
    assert "would go to stdout" in misuse("parse", folder / "review.txt", "-o", "-", "--explain", "--json")


def test_what_is_said_beforehand_overrules_the_parser_and_is_kept(folder, annotate):
    source = folder / "1922" / "talk.md"
    said = ["--format", "markdown", "--genre", "interview", "--title", "A Wet Talk", "--author", "Nora Fenn"]
    said += ["--author", "Ida Marrow", "--date", "1922-03-04", "--language", "en-GB"]
    said += ["--speaker", "BT=Bijan Tehrani", "--speaker", "AK=Alison Klayman", "--interviewer", "Bijan Tehrani"]
    annotate("parse", source, *said, "--main-only", code=0)
    kept = tomllib.loads(source.with_suffix(".parse.toml").read_text("utf-8"))
    assert kept == {
        "source": "talk.md",
        "format": "markdown",
        "genre": "interview",
        "title": "A Wet Talk",
        "authors": ["Nora Fenn", "Ida Marrow"],
        "date": "1922-03-04",
        "language": "en-GB",
        "interviewer": "Bijan Tehrani",
        "main_only": True,
        "speakers": {"BT": "Bijan Tehrani", "AK": "Alison Klayman"},
    }
    annotate("parse", source, code=0)
    metadata = load_text(source.with_suffix(".xml")).document.metadata
    assert (metadata.title, metadata.authors) == ("A Wet Talk", ("Nora Fenn", "Ida Marrow"))
    assert (metadata.date, metadata.language, metadata.genre) == ("1922-03-04", "en-GB", "interview")
    persons = {person.name: person.role for person in metadata.persons}
    assert persons["Bijan Tehrani"] == "interviewer"
    assert "Alison Klayman" in persons


def test_a_text_parsed_elsewhere_takes_the_parse_file_along(folder, tmp_path, annotate):
    source = folder / "1922" / "talk.md"
    annotate("parse", source, "--title", "A Wet Talk", code=0)
    assert "A Wet Talk</title>" in annotate("parse", source, "-o", "-", code=0)[1]
    annotate("parse", source, "-o", tmp_path / "other.xml", code=0)
    assert load_text(tmp_path / "other.xml").document.metadata.title == "A Wet Talk"
    annotate("correct", tmp_path / "other.xml", "b2", "--kind", "p", code=0)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--language", "English"], "“English” is no language tag"),
        (["--speaker", "BT"], "“BT” is not LABEL=NAME"),
        (["--format", "word"], "'word' is not one of 'plain'"),
        (["--json"], "--json says how --explain prints"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(options, why, folder, misuse):
    assert why in misuse("parse", folder / "no-such-file.txt", *options)


def test_where_the_parser_is_not_sure_a_finding_says_so(folder, annotate):
    _, out, _ = annotate("parse", folder, "--explain", "--json", code=0)
    unsure = [b for told in json.loads(out) for b in told["blocks"] if b["certainty"] < UNSURE]
    _, out, _ = annotate("parse", folder, code=0)
    assert out.count(" T106 ") + out.count(" T102 ") >= bool(unsure)
