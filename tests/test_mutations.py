"""After revisions whose right answer is known no anchor is silently wrong, and what still exists is found."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.model.anchor import Outcome
from annotate.model.text import Span
from bench.mutation_kinds import KINDS
from bench.mutations import Trial, same_place, samples, trials
from bench.revisions import Draft

CASES_A_KIND = 24


@pytest.fixture(scope="module")
def tried() -> list[Trial]:
    return list(trials(CASES_A_KIND * len(KINDS), 1, samples()))


def described(trial: Trial) -> str:
    resolution, made = trial.resolution, trial.case
    places = [made.after[span.start : span.end] for span in (*resolution.spans, *resolution.rivals)]
    return f"{trial.kind}: {made.quote!r} is {resolution.outcome} at {places!r}, and went to {made.fate}"


def test_every_kind_of_revision_is_tried(tried):
    assert Counter(trial.kind for trial in tried) == dict.fromkeys(KINDS, CASES_A_KIND)


def test_no_anchor_is_silently_wrong(tried):
    assert [described(trial) for trial in tried if trial.wrong] == []


def test_what_still_exists_is_found(tried):
    to_find = [trial for trial in tried if trial.exists]
    lost = [described(trial) for trial in to_find if not trial.listed]
    assert len(lost) <= 0.01 * len(to_find), "\n".join(lost)


def test_a_passage_that_was_deleted_is_never_anchored_for_certain(tried):
    deleted = [trial for trial in tried if trial.case.fate is None]
    assert len(deleted) > 5 * CASES_A_KIND
    assert {trial.resolution.outcome for trial in deleted} <= {Outcome.ORPHANED, Outcome.NEAR, Outcome.AMBIGUOUS}


def test_most_of_what_stands_where_it_stood_needs_no_decision(tried):
    kept = [trial for trial in tried if trial.kind in {"inserted elsewhere", "2 % of all words"}]
    assert sum(trial.resolution.outcome.trusted for trial in kept) > 0.7 * len(kept)


def test_the_same_seed_gives_the_same_cases():
    few = len(KINDS)
    first, second = ([trial.case for trial in trials(few, 5, samples())] for _ in range(2))
    assert first == second
    assert first != [trial.case for trial in trials(few, 6, samples())]


@given(st.text("ab \n", min_size=1, max_size=30), st.data())
def test_a_draft_knows_where_every_kept_character_went(text, data):
    draft = Draft(text)
    for _ in range(4):
        start = data.draw(st.integers(0, len(draft.text)))
        end = data.draw(st.integers(start, len(draft.text)))
        change = data.draw(st.sampled_from(["insert", "delete", "move"]))
        if change == "insert":
            draft.insert(start, "XY")
        elif change == "delete":
            draft.delete(start, end)
        elif start < end:
            draft.move(start, end, data.draw(st.sampled_from([0, len(draft.text)])))
    for at, sign in enumerate(text):
        now = draft.fate(Span(at, at + 1))
        assert now is None or draft.text[now.start : now.end] == sign


def test_a_place_is_the_same_where_most_of_it_is():
    assert same_place(Span(0, 100), Span(10, 100))
    assert not same_place(Span(0, 100), Span(60, 160))
    assert not same_place(Span(0, 100), None)
