"""What stands around a quote tells its place from look-alikes; where it does not, nothing is trusted."""

from __future__ import annotations

import pytest

from annotate.attach.anchor import resolve
from annotate.attach.context import CONTEXT, UNTOLD
from annotate.attach.select import target_at
from annotate.match.negation import negations
from annotate.model.anchor import Outcome
from annotate.model.text import ReadingText, Span

REFRAIN = "And still the river went on past the mill, as it had done before they came to film it."
VERSES = [
    "They brought the lamps up from the station on two carts, and the generator on a third one.",
    "They hung black cloth over all the windows of the mill, and waited for somebody to complain.",
    "They paid the miller for his trouble in the end, and he bought himself a gramophone with it.",
]
SONG = "\n\n".join(f"{verse} {REFRAIN}" for verse in VERSES)


def reading(text: str) -> ReadingText:
    return ReadingText(text, ())


def target(text: str, quote: str, number: int = 0):
    start = -1
    for _ in range(number + 1):
        start = text.index(quote, start + 1)
    return target_at(reading(text), Span(start, start + len(quote)))


def test_a_quote_that_stands_once_has_little_context_and_one_that_recurs_has_more():
    assert len(target(SONG, "on two carts").prefix) == CONTEXT
    assert len(target(SONG, REFRAIN, 1).prefix) > CONTEXT


def test_context_goes_on_until_it_tells_places_apart():
    paragraph = " ".join(f"Reel {number} has been lost since the fire." for number in range(9))
    text = f"First printed in May. {paragraph}\n\nPrinted again in June. {paragraph}"
    prefix = target(text, "Reel 8 has been lost", 1).prefix
    assert "June. Reel 0" in prefix


def test_a_refrain_whose_own_verse_went_is_near_and_never_another_verses():
    chosen = target(SONG, REFRAIN, 1)
    found = resolve(chosen, reading(SONG.replace(f"{VERSES[1]} {REFRAIN}\n\n", "")), same_text=False)
    assert found.outcome is Outcome.NEAR
    assert len({*found.spans, *found.rivals}) == 2


def test_a_refrain_follows_its_own_verse():
    chosen = target(SONG, REFRAIN, 1)
    text = f"A song of three verses.\n\n{SONG}"
    found = resolve(chosen, reading(text), same_text=False)
    assert found.outcome is Outcome.MOVED
    assert text[: found.spans[0].start].rstrip().endswith(VERSES[1])


def test_what_is_part_of_a_long_passage_that_stands_twice_is_never_trusted_in_another_text():
    long = " ".join(f"Reel {number} of that film has been lost since the fire." for number in range(60))
    text = f"{long}\n\nBetween.\n\n{long}"
    chosen = target(text, "Reel 30 of that film has been lost")
    assert len(chosen.prefix) == UNTOLD
    for revised in (f"Anew.\n\n{text}", f"Anew. {long}"):
        assert not resolve(chosen, reading(revised), same_text=False).outcome.trusted


@pytest.mark.parametrize(("old", "new"), [("They paid", "They never paid"), ("in the end", "not in the end")])
def test_a_negation_more_beside_a_quote_makes_it_near(old, new):
    chosen = target(SONG, "paid the miller for his trouble")
    found = resolve(chosen, reading(SONG.replace(old, new)), same_text=False)
    assert (found.outcome, found.score) == (Outcome.NEAR, 1.0)


def test_words_that_became_part_of_others_are_no_verbatim_place():
    text = "The last part of the film, which nobody at the studio had seen, was art and commerce in one for a while."
    chosen = target(text, "which nobody at the studio had seen, was art")
    revised = text.replace("art and", "arty commerce and")
    assert resolve(chosen, reading(revised), same_text=False).outcome is Outcome.NEAR


def test_an_original_rewritten_is_not_taken_for_gone_because_its_copy_was_not():
    text = "\n\n".join(VERSES)
    chosen = target(text, "the miller for his trouble")
    revised = f"{text.replace('the miller', 'the owner')}\n\nA pull quote stands below.\n\n{VERSES[2]}"
    found = resolve(chosen, reading(revised), same_text=False)
    assert found.outcome is Outcome.NEAR
    assert len({*found.spans, *found.rivals}) == 2


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("He would not, and never did", 2),
        ("She doesn’t know, nor can't she", 3),
        ("il n’a pas dit", 2),
        ("kein Wort", 1),
        ("他不知道", 1),
        ("a notable novel", 0),
    ],
)
def test_negations_are_counted_in_six_languages(words, count):
    assert negations(words) == count
