"""Every command that attaches something to a text takes the same options for the passage, and says what it took."""

from __future__ import annotations

import io
import json
import sys

import pytest

from annotate.api.load import load_text
from tests.surroundings import SAMPLES

NOUNS = {
    "claim": ("claims", ["--by", "Ada Quill"]),
    "note": ("notes", ["--body", "A note."]),
    "mention": ("mentions", ["--entity", "Somebody", "--type", "person"]),
    "passage": ("passages", []),
}


@pytest.fixture
def review(tmp_path):
    path = tmp_path / "review.xml"
    path.write_bytes((SAMPLES / "general-review.xml").read_bytes())
    return path


def words_held(review, section="claims"):
    records = json.loads(review.with_suffix(".annotations.json").read_text())[section]
    return [[part["exact"] for part in record["target"].get("parts", [record["target"]])] for record in records]


WAYS = [
    (["the film great"], ["the film great"]),
    (["the film", "--in", "b12"], ["the film"]),
    (["the film", "--before", "invention of"], ["the film"]),
    (["great invention of [the film]"], ["the film"]),
    (["--first", "On 23 July", "--last", "one of them"], ["On 23 July he wrecked one of them"]),
    (["On 23 July", "--last", "one of them", "--to", "b16"], ["On 23 July he wrecked one of them"]),
    (["--block", "b2"], ["The General (1926) on a big screen again"]),
    (["--at", "4:7"], ["Man"]),
    (["Man", "--at", "4:7"], ["Man"]),
    (["It took", "hated it"], ["It took", "hated it"]),
    (["the film", "the film", "--in", "b8", "--in", "b12"], ["the film", "the film"]),
    (["the film", "the film", "--occurrence", "1", "--occurrence", "3"], ["the film", "the film"]),
    (["one engine", "one bridge", "--in", "b16"], ["one engine", "one bridge"]),
    (["--block", "b2", "--block", "b3"], ["The General (1926) on a big screen again", "By Helen Marrable"]),
    (["--at", "0:3", "--at", "4:7"], ["The", "Man"]),
]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(("how", "words"), WAYS, ids=[" ".join(how) for how, _ in WAYS])
def test_a_passage_is_said_in_the_same_ways_for_all(noun, how, words, review, annotate):
    section, more = NOUNS[noun]
    annotate(noun, "add", review, *how, *more, code=0)
    assert words_held(review, section) == [words]


def test_a_turn_is_a_passage(tmp_path, annotate):
    talk = tmp_path / "talk.xml"
    talk.write_bytes((SAMPLES / "archive-interview.xml").read_bytes())
    annotate("claim", "add", talk, "--turn", "t3", code=0)
    assert words_held(talk) == [["Why Buenos Aires?"]]


@pytest.mark.parametrize("noun", ["claim", "note", "mention"])
def test_a_record_moves_to_a_passage_that_is_said_in_any_of_the_ways(noun, review, annotate):
    section, more = NOUNS[noun]
    _, added, _ = annotate(noun, "add", review, "It took", *more, code=0)
    for how, words in (
        (["--on", "one engine", "--on", "one bridge"], ["one engine", "one bridge"]),
        (["--block", "b3"], ["By Helen Marrable"]),
        (["--on", "great invention of [the film]"], ["the film"]),
    ):
        annotate(noun, "edit", review, added.strip(), *how, code=0)
        assert words_held(review, section) == [words]


def test_the_words_are_told_where_they_are_not_just_what_was_typed(review, annotate):
    _, _, told = annotate("passage", "add", review, "--at", "4:7", code=0)
    assert "on “Man”" in told
    _, _, told = annotate("passage", "add", review, "the  film great", code=0)
    assert "on “" not in told


def test_quotes_may_come_from_standard_input_one_of_them(review, annotate, misuse, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("It took"))
    annotate("claim", "add", review, "-", code=0)
    assert words_held(review) == [["It took"]]
    assert "for one argument only" in misuse("claim", "add", review, "-", "-")
    assert "for one argument only" in misuse("note", "add", review, "-", "--body", "-")


@pytest.mark.parametrize(
    "how",
    [
        [],
        ["the film", "--first", "On 23 July", "--last", "them"],
        ["--first", "On 23 July"],
        ["the film", "--block", "b2"],
        ["--at", "4:7", "--turn", "t1"],
        ["--at", "4-7"],
        ["It took", "hated it", "--at", "4:7"],
        ["--block", "b2", "--in", "b2"],
        ["--at", "4:7", "--occurrence", "1"],
        ["It took", "hated it", "--before", "x"],
        ["It took", "hated it", "--occurrence", "1"],
        ["It took", "--in", "b2", "--in", "b3"],
        ["It took", "--to", "b3"],
        ["--last", "them"],
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_misuse(how, review, annotate):
    _, out, _ = annotate("claim", "add", review, *how, code=2)
    assert not out
    assert not review.with_suffix(".annotations.json").exists()


def test_offsets_are_those_that_show_prints(review, annotate):
    _, out, _ = annotate("show", review, "--json", code=0)
    block = next(block for block in json.loads(out) if block["id"] == "b16")
    annotate("claim", "add", review, "--at", f"{block['start']}:{block['end']}", code=0)
    found = load_text(review).reading.block("b16")
    assert found is not None
    assert words_held(review) == [[load_text(review).reading.slice(found.span)]]
