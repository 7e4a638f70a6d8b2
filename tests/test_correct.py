"""A parser errs; a person puts it right in seconds, and it stays right."""

import shutil

import pytest
from lxml import etree

from annotate.api.load import load_text
from tests.surroundings import SAMPLES

SOURCE = """The Last Reel

Nora Fenn: Where did you find it?
Ida Marrow: In a cellar in Leith.
Nora Fenn: Was it wet?
Ida Marrow: Very.

It had been raining, she said, since Tuesday, and the cellar had a river in it.

All our films are half price this week only
"""


@pytest.fixture
def text(tmp_path, annotate):
    source = tmp_path / "reel.txt"
    source.write_text(SOURCE, "utf-8")
    annotate("parse", source, code=0)
    return tmp_path / "reel.xml"


def blocks(path):
    root = etree.parse(str(path)).getroot()
    return {e.get("{http://www.w3.org/XML/1998/namespace}id"): e for e in root.iter("{*}p", "{*}ab", "{*}head")}


def test_an_advert_nobody_recognised_is_said_to_be_one(text, annotate):
    annotate("correct", text, "b7", "--kind", "boilerplate", "--subtype", "advert", code=0)
    assert blocks(text)["b7"].get("subtype") == "advert"
    assert "half price" not in load_text(text).reading.text
    assert 'words = "All our films are half price this week only"' in (text.with_suffix(".parse.toml")).read_text(
        "utf-8"
    )


def test_a_correction_holds_at_every_later_parse_though_numbers_change(text, annotate):
    annotate("correct", text, "b7", "--kind", "boilerplate", code=0)
    source = text.with_suffix(".txt")
    source.write_text(SOURCE.replace("The Last Reel\n", "The Last Reel\n\nBy Nora Fenn\n"), "utf-8")
    annotate("parse", source, code=0)
    assert blocks(text)["b8"].get("type") == "boilerplate"


def test_a_correction_that_finds_nothing_is_a_finding(text, annotate):
    annotate("correct", text, "b7", "--kind", "boilerplate", code=0)
    source = text.with_suffix(".txt")
    source.write_text(SOURCE.replace("All our films are half price this week only\n", ""), "utf-8")
    _, out, _ = annotate("parse", source, code=0)
    assert "reel.parse.toml:1:1: warning T121 " in out


def test_a_turn_is_given_to_somebody_else(text, annotate):
    annotate("correct", text, "b6", "--speaker", "Nora Fenn", code=0)
    who = {block.id: block.who for block in load_text(text).reading.blocks}
    assert who["b6"] == ("nora-fenn",)
    assert who["b5"] == ("ida-marrow",)


def test_blocks_are_joined_and_split(text, annotate):
    annotate("correct", text, "b6", "--split-at", "and the cellar", code=0)
    assert "since Tuesday,\n\nand the cellar" in load_text(text).reading.text
    annotate("correct", text, "b6", "--join-next", code=0)
    assert "since Tuesday, and the cellar" in load_text(text).reading.text


def test_title_and_speakers_are_overruled_and_kept(tmp_path, annotate):
    source = tmp_path / "talk.txt"
    source.write_text("A Talk\n\nBT: Was it wet?\nAK: Very.\nBT: And cold?\nAK: Yes.\n", "utf-8")
    text = tmp_path / "talk.xml"
    annotate("parse", source, "--speaker", "BT=Bijan Tehrani", "--speaker", "AK=Alison Klayman", code=0)
    annotate("correct", text, "--title", "A Wet Talk", code=0)
    metadata = load_text(text).document.metadata
    assert metadata.title == "A Wet Talk"
    assert [person.name for person in metadata.persons] == ["Bijan Tehrani", "Alison Klayman"]


def test_annotations_follow_a_correction(tmp_path, annotate):
    for ending in ("txt", "xml", "annotations.json"):
        shutil.copy(SAMPLES / f"general-review.{ending}", tmp_path)
    text = tmp_path / "general-review.xml"
    annotate("correct", text, "b2", "--kind", "byline", code=0)
    _, out, _ = annotate("validate", text, code=0)
    assert " A15" not in out


def test_a_correction_that_would_cost_a_claim_its_place_is_refused_whole(text, annotate):
    annotate("claim", "add", text, "half price this week", code=0)
    before = {path.name: path.read_bytes() for path in text.parent.iterdir()}
    _, _, err = annotate("correct", text, "b7", "--kind", "boilerplate", code=1)
    assert " F120 " in err
    assert {path.name: path.read_bytes() for path in text.parent.iterdir()} == before


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("genre = ", 1, 9),
        ('title = "x"\ngenre = "letter"\n', 2, 1),
        ('[[correction]]\nkind = "p"\n', 1, 1),
        ("x = 1\n", 1, 1),
    ],
)
def test_a_parse_file_that_is_not_understood_is_a_finding_with_its_place(content, line, column, text, annotate):
    text.with_suffix(".parse.toml").write_text(content, "utf-8")
    _, _, err = annotate("parse", text.with_suffix(".txt"), code=1)
    assert f"reel.parse.toml:{line}:{column}: error F117 " in err


def test_what_cannot_be_corrected_is_said(text, annotate, misuse):
    assert " F116 " in annotate("correct", text, "b99", "--kind", "p", code=1)[2]
    assert misuse("correct", text) == "Say what to correct."
    assert "--kind, --speaker, --join-next or --split-at" in misuse("correct", text, "b2")
    text.with_suffix(".txt").unlink()
    assert " F118 " in annotate("correct", text, "b2", "--kind", "p", code=1)[2]
