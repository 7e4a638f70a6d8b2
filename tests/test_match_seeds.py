"""The index of a text knows every place of a long quote, and leads to passages like it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotate.match.candidates import Quoted, candidates, has_rival
from annotate.match.search import SearchText
from annotate.match.seeds import SURE, SeedIndex
from annotate.model.text import Span

BEFORE, QUOTE, AFTER = (
    "The crew had waited for the light since four. ",
    "Then the train came over the bridge, all forty tons of it",
    ", and nobody on the bank said a word about it afterwards.",
)
PASSAGE = BEFORE + QUOTE + AFTER
QUOTED = Quoted(QUOTE, BEFORE[-32:], AFTER[:32])

# Two letters and little variety, so that runs recur and overlap.
TEXTS = st.lists(st.sampled_from(["ab", "ba", "aab", "b" * 9, "a" * 17]), min_size=10, max_size=60).map("".join)


def places(text: str, quote: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(quote, at)]


@given(TEXTS, st.data())
def test_every_verbatim_place_of_a_long_quote_is_known(text, data):
    start = data.draw(st.integers(0, max(0, len(text) - SURE)))
    quote = text[start : start + data.draw(st.integers(SURE, 3 * SURE))]
    if len(quote) >= SURE:
        assert SearchText(text).verbatim_places(quote) == tuple(Span(at, at + len(quote)) for at in places(text, quote))


def test_a_quote_of_runs_that_stand_everywhere_is_left_to_a_plain_search():
    text = "ab" * 20_000
    assert SeedIndex(text).verbatim("ab" * SURE) is None
    assert len(SearchText(text).verbatim_places("ab" * SURE)) == 1_000


def test_a_passage_with_another_word_is_found_from_end_to_end():
    text = f"A preface. {PASSAGE.replace('forty', 'ninety')} An ending."
    (found,) = candidates(SearchText(text), QUOTED)
    assert text[found.span.start : found.span.end] == QUOTE.replace("forty", "ninety")
    assert 0.9 < found.score < 1
    assert (found.before, found.after) == (1, 1)


def test_a_first_word_that_became_two_belongs_to_the_passage():
    text = PASSAGE.replace("Then", "And so")
    (found,) = candidates(SearchText(text), QUOTED)
    assert text[found.span.start : found.span.end].startswith("And so the train")


def test_where_the_quote_was_cut_out_there_is_no_candidate():
    assert candidates(SearchText(f"A preface. {BEFORE.rstrip()}{AFTER} An ending."), QUOTED) == []


def test_a_copy_has_a_rival_where_the_original_was_rewritten_or_cut_out():
    for original in (PASSAGE.replace("train", "lorry"), BEFORE.rstrip() + AFTER):
        text = f"{original}\n\nBetween the two there are other words.\n\n{PASSAGE}"
        start = text.index(QUOTE)
        assert has_rival(SearchText(text), QUOTED, Span(start, start + len(QUOTE)))


def test_a_passage_without_its_like_has_no_rival():
    text = f"A preface. {PASSAGE} Something else was said about another train and another bridge."
    start = text.index(QUOTE)
    assert not has_rival(SearchText(text), QUOTED, Span(start, start + len(QUOTE)))
