"""Parsing over an older text: no work of a person is lost, and what becomes of annotations is said."""

import json
import shutil

import pytest

from annotate.api.load import load_annotations, load_text
from annotate.attach.anchor import resolve_all
from annotate.model.anchor import Outcome

SOURCE = """The Lighthouse Keeper's Dog

The film begins with a dog on a rock, and for a good while nothing else happens at all.

The keeper, who is never named, feeds it at six; the sea does the rest of the work.

Nobody who has seen it forgets the last reel, which is lost.
"""
LONGER = SOURCE.replace("The film begins", "It was made in 1922.\n\nThe film begins")
SHORTER = SOURCE.replace("The keeper, who is never named, feeds it at six; the sea does the rest of the work.\n\n", "")


@pytest.fixture
def annotated(tmp_path, annotate):
    (tmp_path / "dog.txt").write_text(SOURCE, "utf-8")
    annotate("parse", tmp_path / "dog.txt", code=0)
    text = tmp_path / "dog.xml"
    annotate("claim", "add", text, "for a good while nothing else happens at all", code=0)
    annotate("note", "add", text, "The keeper, who is never named, feeds it at six", "--body", "Or at seven.", code=0)
    return text


def revise(text, source):
    text.with_suffix(".txt").write_text(source, "utf-8")
    return text.with_suffix(".txt")


def outcomes(text, name="dog.annotations.json"):
    found = resolve_all(load_annotations(text.with_name(name)).annotations, load_text(text).reading)
    return [resolution.outcome for resolution in found.values()]


def test_an_annotated_text_whose_words_would_change_stays_and_the_places_are_told(annotated, annotate):
    before = annotated.read_bytes()
    start = load_text(annotated).reading.text.index("for a good while")
    _, _, err = annotate("parse", revise(annotated, LONGER), code=1)
    assert annotated.read_bytes() == before
    assert "dog.xml:1:1: error F114 dog.annotations.json points at this text" in err
    assert "(2 annotations: 2 moved)" in err
    assert err.count(" note A111 ") == 2
    assert f"moves from b2 ({start} to {start + 44}) to b3 ({start + 22} to {start + 66})" in err


def test_by_force_the_annotations_are_carried_and_each_that_moved_is_listed(annotated, annotate):
    _, out, _ = annotate("parse", revise(annotated, LONGER), "--force", code=0)
    assert "dog.annotations.json:1:1: note A110 2 annotations: 2 moved" in out
    assert out.count(" note A111 ") == 2
    assert outcomes(annotated) == [Outcome.EXACT, Outcome.EXACT]
    assert "It was made in 1922." in load_text(annotated).reading.text


def test_what_stays_where_it_was_is_exact_and_not_listed(annotated, annotate):
    _, out, _ = annotate("parse", revise(annotated, SOURCE + "\nThe end.\n"), "--force", code=0)
    assert " A110 2 annotations: 2 exact" in out
    assert " A111 " not in out


def test_an_annotation_that_loses_its_place_is_kept_and_named(annotated, annotate):
    held = annotated.with_suffix(".annotations.json")
    note = json.loads(held.read_text("utf-8"))["notes"][0]
    made_on = load_text(annotated).reading.sha256
    _, out, _ = annotate("parse", revise(annotated, SHORTER), "--force", code=0)
    assert " warning A112 n-" in out
    assert " is orphaned in the new words; it stood in b3 (" in out
    kept = json.loads(held.read_text("utf-8"))["notes"][0]
    assert kept["target"].pop("reading_sha256") == made_on
    assert kept == note
    assert outcomes(annotated) == [Outcome.EXACT, Outcome.ORPHANED]


def test_a_passage_that_comes_back_has_its_place_again(annotated, annotate):
    held = annotated.with_suffix(".annotations.json")
    before = held.read_bytes()
    annotate("parse", revise(annotated, SHORTER), "--force", code=0)
    annotate("parse", revise(annotated, SOURCE), "--force", code=0)
    assert outcomes(annotated) == [Outcome.EXACT, Outcome.EXACT]
    assert held.read_bytes() == before


def test_a_second_annotators_file_counts_as_well(annotated, annotate):
    shutil.copy(annotated.with_suffix(".annotations.json"), annotated.with_name("dog.marsh.annotations.json"))
    annotated.with_suffix(".annotations.json").unlink()
    source = revise(annotated, LONGER)
    assert "F114 dog.marsh.annotations.json points" in annotate("parse", source, code=1)[2]
    annotate("parse", source, "--force", code=0)
    assert outcomes(annotated, "dog.marsh.annotations.json") == [Outcome.EXACT, Outcome.EXACT]


def test_a_dry_run_by_force_tells_what_would_move_and_moves_nothing(annotated, annotate):
    source = revise(annotated, LONGER)
    before = {path.name: path.read_bytes() for path in annotated.parent.iterdir() if path.suffix != ".lock"}
    _, out, _ = annotate("parse", source, "--force", "--dry-run", code=0)
    assert " A110 2 annotations: 2 moved" in out
    assert {path.name: path.read_bytes() for path in annotated.parent.iterdir() if path.suffix != ".lock"} == before


def test_markup_may_change_under_annotations_where_the_words_stay(annotated, annotate):
    _, out, _ = annotate("parse", annotated.with_suffix(".txt"), "--title", "The Dog", code=0)
    assert " A110 " not in out
    assert outcomes(annotated) == [Outcome.EXACT, Outcome.EXACT]


@pytest.mark.parametrize("where", ["beside", "elsewhere", "folder"])
def test_a_text_edited_by_hand_is_not_replaced(where, tmp_path, annotate):
    here = tmp_path / "here"
    here.mkdir()
    source, text = here / "dog.txt", here / "dog.xml"
    source.write_text(SOURCE, "utf-8")
    arguments = ["parse", here if where == "folder" else source]
    if where == "elsewhere":
        text = tmp_path / "other.xml"
        arguments += ["-o", text]
    annotate(*arguments, code=0)
    text.write_text(text.read_text("utf-8").replace("never named", "seldom named"), "utf-8")
    edited = text.read_bytes()
    assert " F113 " in annotate(*arguments, code=1)[2]
    assert text.read_bytes() == edited
    annotate(*arguments, "--force", code=0)
    assert "never named" in load_text(text).reading.text


def test_a_correction_carries_every_annotators_file(annotated, annotate):
    shutil.copy(annotated.with_suffix(".annotations.json"), annotated.with_name("dog.marsh.annotations.json"))
    _, _, err = annotate("correct", annotated, "b4", "--kind", "boilerplate", code=0)
    assert "dog.annotations.json: 2 annotations: 2 exact" in err
    assert "dog.marsh.annotations.json: 2 annotations: 2 exact" in err
    digest = load_text(annotated).reading.sha256
    for name in ("dog.annotations.json", "dog.marsh.annotations.json"):
        assert json.loads(annotated.with_name(name).read_text("utf-8"))["text"]["reading_sha256"] == digest
