"""Words taken over from a source: each run is found, whole, where it stands in both."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.match.reuse import shared_runs
from annotate.match.tokens import TokenText

SOURCE = (
    "Keaton built the bridge to burn it. The engine went down with it, and nobody had told the crowd that it would."
)
WORDS = st.lists(st.sampled_from("a b c d e f".split()), max_size=40)


def runs(text: str, source: str, least: int = 8) -> list[tuple[str, str]]:
    return [
        (text[run.text.start : run.text.end], source[run.source.start : run.source.end])
        for run in shared_runs(TokenText(text), TokenText(source), least)
    ]


def test_words_taken_over_are_found_though_case_and_commas_changed() -> None:
    text = "As we know, the Engine went down with it — and nobody had told the crowd, which cheered."
    assert runs(text, SOURCE) == [
        (
            "the Engine went down with it — and nobody had told the crowd",
            "The engine went down with it, and nobody had told the crowd",
        )
    ]


def test_a_stock_phrase_is_not_taken_over() -> None:
    assert runs("He built the bridge to burn its past.", SOURCE) == []
    assert runs("He built the bridge to burn its past.", SOURCE, least=5) == [
        ("built the bridge to burn", "built the bridge to burn")
    ]


def test_the_place_that_agrees_longest_is_told() -> None:
    source = "one two three four. one two three four five six."
    text = "one two three four five six"
    (run,) = shared_runs(TokenText(text), TokenText(source), 3)
    assert (run.source.start, run.words) == (source.rindex("one"), 6)


def test_a_run_of_no_words_is_no_run() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        shared_runs(TokenText("a"), TokenText("a"), 0)


@given(WORDS, WORDS, st.integers(1, 4))
def test_every_shared_run_is_found_and_is_shared(text: list[str], source: list[str], least: int) -> None:
    ours, theirs = " ".join(text), " ".join(source)
    found = shared_runs(TokenText(ours), TokenText(theirs), least)
    for run in found:
        assert ours[run.text.start : run.text.end] == theirs[run.source.start : run.source.end]
        assert len(ours[run.text.start : run.text.end].split()) == run.words >= least
    assert all(one.text.end < other.text.start for one, other in pairwise(found))
    covered = {at for run in found for at in range(run.text.start, run.text.end)}
    for at in range(len(text) - least + 1):
        if any(source[place : place + least] == text[at : at + least] for place in range(len(source))):
            start = len(" ".join(text[:at])) + (at > 0)
            assert any(place in covered for place in range(start, start + len(" ".join(text[at : at + least]))))
