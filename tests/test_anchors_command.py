"""`annotate anchors`: where every target stands, how surely, how it differs, and what else it could mean."""

from __future__ import annotations

import json

import pytest

REVIEW = """The Ferry

by Ada Reed

The film was shot in Oregon in the summer of 1922, and nobody who was there has left a word about it.

Its ferryman is not a fool. He counts the passengers twice, and once more when the fog comes down.

Was it worth the fare? Was it worth the fog? The last reel, which might have told, is lost.
"""
QUOTES = ("in the summer of 1922", "Its ferryman is not a fool", "He counts the passengers twice", "might have told")


@pytest.fixture
def text(tmp_path, annotate):
    """An annotated text; `revised` changes its words and keeps the annotations."""
    return parsed(tmp_path, annotate, REVIEW, QUOTES)


def parsed(folder, annotate, source, quotes=()):
    path = folder / "ferry.txt"
    path.write_text(source, "utf-8")
    annotate("parse", "-q", path, "--force", code=0)
    for quote in quotes:
        annotate("claim", "add", path.with_suffix(".xml"), quote, code=0)
    return path.with_suffix(".xml")


def revised(text, *changes):
    """Change the words of a TEI text, which its annotations do not know of."""
    words = text.read_text("utf-8")
    for old, new in changes:
        assert old in words
        words = words.replace(old, new)
    text.write_text(words, "utf-8")
    return text


def rows(annotate, text, *arguments):
    return {row["quote"]: row for row in json.loads(annotate("anchors", text, "--json", *arguments, code=0)[1])}


def test_in_an_unchanged_text_every_target_is_exact(annotate, text):
    found = rows(annotate, text)
    assert set(found) == set(QUOTES)
    assert {row["outcome"] for row in found.values()} == {"exact"}
    assert all(row["place"][0]["words"] == quote and row["score"] == 1 for quote, row in found.items())


def test_a_changed_digit_and_a_dropped_negation_are_near_and_shown_word_by_word(annotate, text):
    found = rows(annotate, revised(text, ("summer of 1922", "summer of 1932"), ("is not a fool", "is a fool")))
    year, fool = found["in the summer of 1922"], found["Its ferryman is not a fool"]
    assert (year["outcome"], year["difference"]) == ("near", "“in the summer of [-1922-] {+1932+}”")
    assert (fool["outcome"], fool["difference"]) == ("near", "“Its ferryman is [-not-] a fool”")
    assert 0 < fool["score"] < 1


def test_what_has_other_words_before_it_is_moved_and_what_is_gone_is_orphaned(annotate, text):
    changes = (("The film was shot", "Nobody doubts that the film was shot"), (", which might have told,", ""))
    found = rows(annotate, revised(text, *changes))
    assert found["He counts the passengers twice"]["outcome"] == "moved"
    assert (found["might have told"]["outcome"], found["might have told"]["place"]) == ("orphaned", [])


def test_rivals_are_named_with_their_places(annotate, tmp_path):
    text = parsed(tmp_path, annotate, REVIEW)
    annotations = tmp_path / "ferry.annotations.json"
    annotate("claim", "add", text, "Was it worth the fare", code=0)
    held = json.loads(annotations.read_text("utf-8"))
    held["claims"][0]["target"] = {"exact": "Was it worth the"}
    annotations.write_text(json.dumps(held), "utf-8")
    (row,) = rows(annotate, text).values()
    assert (row["outcome"], row["place"]) == ("ambiguous", [])
    assert [(rival["block"], rival["words"]) for rival in row["rivals"]] == [("b5", "Was it worth the")] * 2


def test_a_person_sees_a_table_and_a_count(annotate, text):
    _, out, told = annotate("anchors", revised(text, ("might have told", "went down")), code=0)
    assert out.splitlines()[0].split() == ["id", "outcome", "score", "place", "rivals", "words"]
    assert len(out.splitlines()) == 1 + len(QUOTES)
    assert told.startswith("4 targets: 3 moved, 1 ")


def test_only_one_outcome_is_listed_where_it_is_asked_for(annotate, text):
    found = rows(annotate, revised(text, ("1922", "1932")), "--outcome", "near")
    assert set(found) == {"in the summer of 1922"}


def test_a_second_annotators_targets_are_listed_too(annotate, text):
    annotate("claim", "add", text, "The last reel", "--own", "--as", "Ben", code=0)
    found = rows(annotate, text)
    assert len(found) == len(QUOTES) + 1
    assert {row["file"].rpartition("/")[2] for row in found.values()} == {
        "ferry.annotations.json",
        "ferry.ben.annotations.json",
    }


def test_a_text_without_annotations_has_no_targets(annotate, tmp_path):
    found = annotate("anchors", parsed(tmp_path, annotate, REVIEW), code=0)
    assert found == (0, "", "0 targets\n")
