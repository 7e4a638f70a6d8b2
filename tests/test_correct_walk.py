"""A person walks through the doubtful blocks of a text, one key a choice, and what was said is applied at once."""

import io
import json

import pytest

from annotate.api.load import load_text

SOURCE = """The Last Reel

Nora Fenn: Where did you find it?

Ida Marrow: In a cellar in Leith. It had been raining since Tuesday.

Nora Fenn: Was it wet?

Ida Marrow: Very.

The cellar has since been sold to a maker of cheese, who knows nothing of films.
"""


@pytest.fixture
def text(tmp_path, annotate):
    (tmp_path / "reel.txt").write_text(SOURCE, "utf-8")
    annotate("parse", tmp_path / "reel.txt", code=0)
    return tmp_path / "reel.xml"


@pytest.fixture
def answered(text, annotate, monkeypatch):
    def call(*answers, code=0):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return annotate("correct", text, "-i", "--all", code=code)

    return call


def kept(text):
    return text.with_suffix(".parse.toml").read_text("utf-8") if text.with_suffix(".parse.toml").exists() else ""


def test_a_block_is_shown_with_its_neighbours_and_why_it_was_read_so(answered):
    _, _, err = answered("n", "q")
    assert "1 of 6" in err
    assert "b1  title" in err
    assert "b2  turn  Nora Fenn  Nora Fenn: Where did you find it?" in err
    assert "why: " in err
    assert "there is no terminal" in err


def test_a_kind_is_one_key_in_a_menu(text, answered):
    answered("", "", "", "", "", "k", "a", "o")
    assert "cheese" not in load_text(text).reading.text
    assert 'kind = "boilerplate"' in kept(text)


def test_a_turn_is_given_to_a_person_of_the_text_or_to_somebody_new(text, answered):
    answered("n", "t", "2", "n", "t", "0", "Ada Quill", "q")
    who = {block.id: block.who for block in load_text(text).reading.blocks}
    assert who["b2"] == ("ida-marrow",)
    assert who["b4"] == ("ada-quill",)


def test_a_block_is_split_at_words_and_another_joined_to_the_next(text, answered):
    answered("n", "n", "p", "It had", "n", "j", "q")
    assert "Leith.\n\nIt had been" in load_text(text).reading.text
    assert "Very. The cellar" in load_text(text).reading.text


def test_words_that_are_not_there_split_nothing(text, answered):
    _, _, err = answered("p", "no such words", "q")
    assert "do not stand in the block" in err
    assert not kept(text)


def test_the_last_choice_can_be_taken_back(text, answered):
    _, _, err = answered("k", "h", "u", "k", "s", "q")
    assert 'kind = "subtitle"' in kept(text)
    assert 'kind = "head"' not in kept(text)
    assert "there is nothing to undo" not in err


def test_leaving_changes_nothing(text, answered):
    before = text.read_bytes()
    answered("k", "h", "x")
    assert text.read_bytes() == before
    assert not kept(text)


def test_the_end_of_the_answers_applies_what_was_said(text, answered):
    answered("k", "h")
    assert 'kind = "head"' in kept(text)


def test_what_was_confirmed_stays_as_it_is_and_is_sure(text, answered, annotate):
    before = load_text(text).document
    answered("y", "y", "y", "y", "y", "y")
    after = load_text(text).document
    assert (after.front, after.body) == (before.front, before.body)
    _, out, _ = annotate("parse", text.with_suffix(".txt"), "--dry-run", "--explain", "--json", code=0)
    blocks = json.loads(out)[0]["blocks"]
    assert [(block["reason"], block["certainty"]) for block in blocks] == [("corrected by hand", 1.0)] * 6


def test_a_correction_that_would_cost_a_claim_its_place_does_not_cost_the_others(text, annotate, answered):
    annotate("claim", "add", text, "maker of cheese", code=0)
    _, _, err = answered("k", "s", "", "", "", "", "k", "a", "o", code=1)
    assert " F120 " in err
    assert 'kind = "subtitle"' in kept(text)
    assert "cheese" in load_text(text).reading.text
    claims = json.loads(text.with_suffix(".annotations.json").read_text("utf-8"))["claims"]
    assert claims[0]["target"]["exact"] == "maker of cheese"


def test_where_nothing_is_doubtful_that_is_said(tmp_path, annotate):
    source = tmp_path / "note.md"
    source.write_text(
        "# A Note\n\n## One\n\nA paragraph about a film that was lost and found again in a barn.\n", "utf-8"
    )
    annotate("parse", source, code=0)
    _, _, err = annotate("correct", tmp_path / "note.xml", "-i", code=0)
    assert "nothing is doubtful" in err


def test_walking_leaves_no_room_for_other_corrections(text, misuse):
    before = text.read_bytes()
    assert "leave out the rest" in misuse("correct", text, "b2", "-i")
    assert "leave out the rest" in misuse("correct", text, "-i", "--title", "Another")
    assert misuse("correct", text, "--all") == "--all says how far -i walks."
    assert text.read_bytes() == before
