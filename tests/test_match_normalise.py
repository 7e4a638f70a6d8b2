"""Normalising sets accidents of writing aside and never what a passage says; its offsets lead back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotate.match.normalise import normalise, normalised
from annotate.match.search import SearchText

# Letters, accents, quotes, dashes, white space of many kinds, Korean syllables and their parts, Indian vowel signs.
WRITING = st.text(
    st.sampled_from(
        "abcé\u0301\u0323ñ\u0303 \n\t\u00a0\u202f\u2003-–—−…'’\"“”«»‹\u00ad\u200b\u200d한\u1112\u1161\u11abकि東👩.,!0½"
    )
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("caf\u00e9", "cafe\u0301"),
        ("\ud55c\uae00", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
        ("“don’t”", '"don\'t"'),
        ("«mot»", '"mot"'),
        ("„Wort“", '"Wort"'),
        ("‹a›", "'a'"),
        ("1990–1995", "1990-1995"),
        ("so—no", "so--no"),
        ("−5", "-5"),
        ("end.\n\nBegin", "end. Begin"),
        ("a\u00a0b", "a b"),
        ("co\u00adoperate", "cooperate"),
        ("wait…", "wait..."),
    ],
)
def test_accidents_of_writing_do_not_count(one, other):
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Film", "film"),
        ("10²", "102"),
        ("1912", "1921"),
        ("résumé", "resume"),
        ("would", "would not"),
        ("cant", "can't"),
        ("re-form", "reform"),
        ("ﬁlm", "film"),
        ("5,000", "5.000"),
    ],
)
def test_what_is_said_always_counts(one, other):
    assert normalised(one) != normalised(other)


@given(WRITING)
@settings(deadline=None)
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text).text
    assert normalise(once).text == once


@given(WRITING)
@settings(deadline=None)
def test_normal_form_of_the_writing_plays_no_part(text):
    assert normalise(unicodedata.normalize("NFD", text)).text == normalise(unicodedata.normalize("NFC", text)).text


@given(WRITING)
@settings(deadline=None)
@example("e\u0301\u00a0\n—…")
def test_every_range_leads_to_a_span_of_the_original_that_reads_the_same(text):
    found = normalise(text)
    for start in range(len(found.text)):
        for end in range(start + 1, min(start + 8, len(found.text)) + 1):
            span = found.original(start, end)
            assert 0 <= span.start < span.end <= len(text)
            # A piece that became several characters ("…") is taken in whole.
            assert found.text[start:end] in normalise(text[span.start : span.end]).text


@given(WRITING, WRITING)
@settings(deadline=None)
def test_spans_follow_each_other_in_the_order_of_the_text(first, second):
    found = normalise(first + second)
    spans = [found.original(at, at + 1) for at in range(len(found.text))]
    assert spans == sorted(spans)


@given(st.text(), st.data())
@settings(deadline=None)
def test_a_passage_is_found_where_it_stands(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    places = SearchText(text).verbatim_places(quote)
    assert (start in {place.start for place in places}) == bool(quote)
    assert all(text[place.start : place.end] == quote for place in places)


@given(
    st.lists(st.sampled_from(["film", "was", "“not”", "don’t", "café", "1912", "—", "so"]), min_size=1, max_size=12),
    st.data(),
)
@settings(deadline=None)
def test_a_quote_typed_plainly_is_found_in_typeset_text(words, data):
    text = data.draw(st.sampled_from([" ", "\n\n"])).join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    passage = text.split()[start:end]
    typed = unicodedata.normalize("NFD", " ".join(passage)).translate(str.maketrans("“”’—", '""\'-'))
    spans = SearchText(text).normalised_places(typed)
    assert " ".join(passage) in {" ".join(text[span.start : span.end].split()) for span in spans}
