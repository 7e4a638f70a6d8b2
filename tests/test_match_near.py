"""The nearest passage is found within a stated limit of work, and its difference shown word by word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.match.difference import shown, word_difference
from annotate.match.near import TEXT_LIMIT, WorkLimit, nearest
from annotate.match.search import SearchText
from annotate.match.words import cuts_word, words

TEXT = (
    "She said the film was not made for critics. More than 5,000 schoolchildren died in the quake, and he had "
    "counted 5,212 names, “one by one”. The bridge was burnt for a single shot.\n\nNobody would do that again today. "
    "她说这部电影很好。"
)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("the film was made for critics", "the film was not made for critics"),
        ("More than 3,000 schoolchildren died", "More than 5,000 schoolchildren died"),
        ("counted 5,212 names, one after one", "counted 5,212 names, “one by one"),
        ("single shot. Anybody would do it again", "single shot.\n\nNobody would do that again"),
        ("这部电影真好", "这部电影很好"),
    ],
)
def test_the_nearest_passage_begins_and_ends_with_whole_words(quote, passage):
    (found, *_) = nearest(SearchText(TEXT), quote)
    assert TEXT[found.span.start : found.span.end] == passage
    assert found.score < 1


def test_nothing_is_near_a_quote_of_other_words():
    assert nearest(SearchText(TEXT), "a completely unrelated remark about gardening") == ()


def test_a_second_passage_as_like_as_the_first_is_named_too():
    text = "He saw the red house in May. They left. He saw the old house in May."
    found = nearest(SearchText(text), "He saw the big house in May")
    assert len(found) == 2
    assert {text[place.span.start : place.span.end][:22] for place in found} == {
        "He saw the red house i",
        "He saw the old house i",
    }


def test_a_long_quote_is_found_though_its_beginning_was_rewritten():
    kept = " ".join(f"word{number} and more" for number in range(60))
    text = f"Before it all there was silence. Quite another beginning stands here now, {kept}. The end."
    quote = f"Once upon a time, somebody wrote these words, {kept}"
    (found, *_) = nearest(SearchText(text), quote)
    assert text[found.span.start : found.span.end].endswith(kept)


def test_the_limit_counts_work_and_then_stops():
    limit, text = WorkLimit(10 * len(TEXT)), SearchText(TEXT)
    assert [limit.allows(text, "a quote") for _ in range(6)] == [True] * 5 + [False]


def test_a_text_beyond_the_limit_is_not_searched_approximately():
    assert not WorkLimit().allows(SearchText("x" * (TEXT_LIMIT + 1)), "a quote")


SOME_WORDS = st.lists(
    st.sampled_from(["the", "film", "was", "not", "never", "made", "in", "1912", "don’t", ",", "“so”"])
)


@given(SOME_WORDS, SOME_WORDS)
@settings(deadline=None)
def test_a_difference_holds_all_words_of_both(quoted, found):
    quote, passage = " ".join(quoted), " ".join(found)
    runs = word_difference(quote, passage)
    assert "".join(run.quoted for run in runs).replace(" ", "") == quote.replace(" ", "")
    assert "".join(run.found for run in runs).replace(" ", "") == passage.replace(" ", "")
    assert all(run.quoted and run.found for run in runs if run.operation in {"same", "replaced"})


@given(SOME_WORDS)
@settings(deadline=None)
def test_a_passage_does_not_differ_from_itself(found):
    text = " ".join(found)
    assert {run.operation for run in word_difference(text, text)} <= {"same"}


@pytest.mark.parametrize(
    ("quote", "passage", "difference"),
    [
        ("he would go", "he would not go", "he would {+not+} go"),
        ("in 1912, they", "in 1921, they", "in [-1912-] {+1921+} , they"),
        ("never again", "again", "[-never-] again"),
        ('"so" it is', "“so” it was", "“so” it [-is-] {+was+}"),
    ],
)
def test_a_difference_shows_the_words_that_matter(quote, passage, difference):
    assert shown(word_difference(quote, passage)) == difference


def test_words_of_any_script_are_whole():
    text = "It’s 5,000 हिन्दी café 东京 re-run."
    assert [text[word.start : word.end] for word in words(text)] == [
        "It’s",
        "5,000",
        "हिन्दी",
        "café",
        "东",
        "京",
        "re-run",
    ]
    assert cuts_word(text, 1)
    assert not cuts_word(text, 4)
    assert not cuts_word(text, text.index("京"))
