"""`claim add -i`: a person is led from part of a passage to a claim, and nothing is written before they say so."""

from __future__ import annotations

import json
import sys
from io import StringIO

import pytest

from annotate.api.claim_offers import claim_offers
from annotate.attach.passage import Passage, target_of
from tests.surroundings import SAMPLES

ENTER = ""


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "talk.xml"
    path.write_bytes((SAMPLES / "archive-interview.xml").read_bytes())
    return path


@pytest.fixture
def walk(talk, annotate, monkeypatch):
    """Answer the questions of `claim add -i`; give its exit code, stdout and stderr."""

    def answered(*answers, options=(), code=0):
        monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{answer}\n" for answer in answers)))
        return annotate("claim", "add", talk, *options, "-i", code=code)

    return answered


def claims(talk):
    path = talk.with_suffix(".annotations.json")
    return json.loads(path.read_text())["claims"] if path.exists() else []


# kind, claimant, statement, attitude, certainty; sources are asked for only where there are any; status, tags, note.
AS_OFFERED = [ENTER] * 8


def test_part_of_a_passage_and_enter_make_a_claim(walk, talk):
    _, out, err = walk("quarter of the film", ENTER, *AS_OFFERED, "yes", ENTER)
    (claim,) = claims(talk)
    assert out.split() == [claim["id"]]
    assert claim["target"]["exact"] == "quarter of the film"
    assert (claim["kind"], claim["claimant"], claim["status"]) == ("factual", "marta-ilieva", "unreviewed")
    assert "there are no sources yet" in err


def test_a_passage_is_narrowed_line_by_line_and_widened_to_its_sentence(walk, talk):
    _, _, err = walk("BUENOS aires", "in the Museo del Cine in buenos", "2", *AS_OFFERED, "yes", ENTER)
    assert "[1] b6" in err
    assert "[2] b8" in err
    (claim,) = claims(talk)
    assert claim["target"]["exact"].startswith("A 16 mm negative")
    assert claim["target"]["exact"].endswith("had ever seen.")


def test_one_of_several_places_is_chosen_by_its_number(walk, talk):
    walk("buenos aires", "2", "1", *AS_OFFERED, "yes", ENTER)
    (claim,) = claims(talk)
    assert claim["target"]["suffix"].startswith("?")
    assert claim["claimant"] == "tom-ashdown"


def test_a_passage_that_was_mistyped_is_offered_but_not_taken_by_itself(walk, talk):
    _, _, err = walk("a 16 mm nagative in the Museo", "1", ENTER, *AS_OFFERED, "yes", ENTER)
    assert "the text has no such words; the nearest are" in err
    assert "16 mm negative in the Museo" in claims(talk)[0]["target"]["exact"]


def test_a_whole_block_is_chosen_by_its_number(walk, talk):
    walk("b8", *AS_OFFERED, "yes", ENTER)
    assert claims(talk)[0]["target"]["exact"] == "Why Buenos Aires?"


def test_a_long_passage_is_said_by_its_first_and_last_words(walk, talk):
    walk("In the summer of 2008 ... sat down", *AS_OFFERED, "yes", ENTER)
    exact = claims(talk)[0]["target"]["exact"]
    assert exact.startswith("In the summer of 2008 a colleague")
    assert exact.endswith("I sat down")


def test_where_several_speak_nobody_is_offered_as_the_claimant_and_somebody_must_be_said(walk, talk):
    over_turns = ("good manners", "--last", "Why Buenos Aires")
    _, _, err = walk(ENTER, ENTER, "Marta Ilieva", *[ENTER] * 6, "yes", ENTER, options=over_turns)
    assert "several persons speak here" in err
    assert claims(talk)[0]["claimant"] == "marta-ilieva"


def test_everything_can_be_said(walk, talk, annotate):
    _, source, _ = annotate("source", "add", talk, "--type", "book", "--title", "Lost Films", "--issued", 1999, code=0)
    walk(
        *("quarter of the film", ENTER),
        *("eval", "Ada Quill", "A quarter was missing.", "reports", "prob"),
        *("1", "disp", "page", "page:12", "A fifth.", "weak", ENTER),
        *("3", "loss; silent film", "See there."),
        *("yes", ENTER),
    )
    (claim,) = claims(talk)
    (evidence,) = claim["evidence"]
    assert (claim["kind"], claim["attitude"], claim["certainty"], claim["status"]) == (
        "evaluative",
        "reports",
        "probable",
        "disputed",
    )
    assert (claim["claimant"], claim["statement"], claim["note"]) == (
        "ada-quill",
        "A quarter was missing.",
        "See there.",
    )
    assert claim["tags"] == ["loss", "silent film"]
    assert (evidence["source"], evidence["relation"], evidence["strength"]) == (source.strip(), "disputes", "weak")
    assert (evidence["locator"], evidence["quote"]) == ({"label": "page", "value": "12"}, "A fifth.")


def test_what_a_text_says_cannot_drive_the_terminal(walk, talk):
    talk.write_text(talk.read_text("utf-8").replace("Why Buenos Aires?", "Why \x9b31m Buenos Aires?"), "utf-8")
    _, out, err = walk("why", "1", "x")
    assert "Buenos" in err
    assert "\x9b" not in out + err


def test_several_claims_are_made_one_after_the_other(walk, talk):
    _, out, _ = walk("b8", *AS_OFFERED, "yes", "quarter of the film", ENTER, *AS_OFFERED, "yes", ENTER)
    assert len(claims(talk)) == len(out.split()) == 2


def test_what_the_command_line_says_is_what_enter_takes(walk, talk):
    options = ("Why Buenos Aires", "--kind", "normative", "--by", "Cleo Diaz", "--tag", "place")
    walk(*AS_OFFERED, "yes", ENTER, options=options)
    (claim,) = claims(talk)
    assert (claim["kind"], claim["claimant"], claim["tags"]) == ("normative", "cleo-diaz", ["place"])


def test_a_quote_that_is_refused_is_asked_for_again(walk, talk):
    _, _, err = walk("b8", *AS_OFFERED, "yes", ENTER, options=("Buenos Aires",))
    assert "A101" in err
    assert len(claims(talk)) == 1


@pytest.mark.parametrize("answers", [("b8", "x"), ("b8", ENTER, "x"), ("b8", *AS_OFFERED, "x"), ("x",)])
def test_who_gives_up_leaves_everything_as_it_was(walk, talk, answers):
    _, out, err = walk(*answers)
    assert not claims(talk)
    assert not out
    assert "nothing more was written" in err


@pytest.mark.parametrize("answers", [(), ("b8",), ("b8", ENTER), ("b8", *AS_OFFERED)])
def test_where_the_answers_end_nothing_more_is_written(walk, talk, answers):
    _, out, _ = walk(*answers, code=130)
    assert not claims(talk)
    assert not out


def test_only_yes_writes(walk, talk):
    walk("b8", *AS_OFFERED, *[ENTER] * 3, "no", ENTER)
    assert not claims(talk)


def test_a_trial_writes_nothing(walk, talk):
    _, out, _ = walk("b8", *AS_OFFERED, "yes", ENTER, options=("--dry-run",))
    assert not claims(talk)
    assert '+      "exact": "Why Buenos Aires?"' in out.replace('+        "', '+      "')


def test_a_text_on_standard_input_leaves_none_for_answers_and_a_table_has_them(talk, misuse, tmp_path):
    assert "the text must be a file" in misuse("claim", "add", "-", "-i")
    assert "takes no table" in misuse("claim", "add", talk, "-i", "--from", tmp_path / "rows.csv")


def test_known_claimants_come_before_others_and_who_speaks_there_first(talk, annotate):
    annotate("claim", "add", talk, "Why Buenos Aires", "--by", "Cleo Diaz", code=0)
    annotate("entity", "add", talk, "Zoe Zimmer", "--type", "person", code=0)
    offers = claim_offers(talk)
    target = target_of(offers.text.reading, Passage("quarter of the film"), "talk.xml")
    values = [offer.value for offer in offers.claimants(target).offers]
    assert values[:2] == ["Marta Ilieva", "cleo-diaz"]
    assert values[-1] == "zoe-zimmer"
    assert len(set(values)) == len(values)


def test_sources_used_before_come_first(talk, annotate):
    for number in (1, 2, 3):
        annotate("source", "add", talk, "--type", "book", "--title", f"Book {number}", "--id", f"b-{number}", code=0)
    annotate("claim", "add", talk, "Why Buenos Aires", "--supports", "b-3", code=0)
    assert [offer.value for offer in claim_offers(talk).sources()] == ["b-3", "b-1", "b-2"]
