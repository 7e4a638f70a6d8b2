"""Two texts aligned: each word of the one is matched with the same word of the other, once, wherever it went."""

from hypothesis import given
from hypothesis import strategies as st

from annotate.attach.align import align
from annotate.attach.aligned import AlignedTexts
from annotate.model.text import Span
from tests.revisions import Revision, reading

WORDS = st.lists(st.sampled_from("a reel of film lay in the attic . , and no one knew".split()), max_size=60)
PROSE = [
    "The reel was found in an attic in Lund, under a heap of theatre bills that nobody had wanted to keep.",
    "It had been wound backwards, so that the first thing the archivist saw was the word End.",
    "Three of its scenes are in no other print, and one of them explains the dog.",
]


def texts_of(words):
    return " ".join(words)


@given(WORDS, WORDS)
def test_what_is_matched_is_the_same_word_and_matched_once(old, new):
    found = align(texts_of(old), texts_of(new))
    matched = [(a, b) for a, b in enumerate(found.onward) if b >= 0]
    assert all(old[a] == new[b] for a, b in matched)
    assert matched == sorted((a, b) for b, a in enumerate(found.back) if a >= 0)


@given(WORDS)
def test_every_word_of_an_unchanged_text_stays(words):
    assert list(align(texts_of(words), texts_of(words)).onward) == list(range(len(words)))


@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=5), st.integers(0, 99), st.integers(0, 20))
def test_a_passage_of_which_something_is_left_is_never_said_to_be_at_a_place_outside_the_text(texts, seed, changes):
    old = reading(*texts)
    new = reading(*Revision(old.text, seed).revise(changes).texts)
    aligned = AlignedTexts(old, new)
    for start in range(0, len(old.text) - 1, 7):
        passage = Span(start, min(len(old.text), start + 20))
        went = aligned.went(passage)
        if went is not None:
            assert 0 <= went.span.start < went.span.end <= len(new.text)
            assert not went.certain or new.slice(went.span) == old.slice(passage)


def test_a_paragraph_that_was_moved_is_found_where_it_went():
    old, new = reading(*PROSE), reading(PROSE[2], PROSE[0], PROSE[1])
    aligned = AlignedTexts(old, new)
    for number, text in enumerate(PROSE):
        start = old.blocks[number].span.start
        went = aligned.went(Span(start + 4, start + 30))
        assert went is not None
        assert new.slice(went.span) == text[4:30]


def test_quotation_marks_and_dashes_of_another_kind_are_no_other_words():
    old, new = "He said “go” – and went.", 'He said "go" — and went.'
    assert -1 not in align(old, new).onward


def test_what_stands_instead_of_changed_words_is_their_place():
    old = reading("The engine was built in 1862 for the Western railway, and burnt.")
    new = reading("The engine was built in the spring of 1863 for the Western railway, and burnt.")
    start = old.text.index("1862")
    went = AlignedTexts(old, new).went(Span(start, start + 4))
    assert went is not None
    assert (new.slice(went.span), went.certain) == ("the spring of 1863", False)
