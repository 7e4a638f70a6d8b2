"""How places of a text are told to a person who is to choose one, or who quotes what does not occur."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotate.match.difference import shown, word_difference
from annotate.match.excerpt import shortened
from annotate.match.near import WorkLimit, nearest
from annotate.match.search import search_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.text import ReadingText, Span

_LISTED = 5
_BESIDE = 20  # code points shown on either side of a place
_HINT_CUTOFF = 0.55


def times(number: int) -> str:
    """Return "once", "twice" or "7 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def block_of(reading: ReadingText, place: Span) -> str:
    """Return the id of the block a place begins in."""
    block = reading.block_at(place.start)
    return block.id if block else "?"


def block_alone(reading: ReadingText, places: Sequence[Span]) -> str | None:
    """Return the first block in which just one of the places begins, None where there is none."""
    blocks = Counter(block_of(reading, place) for place in places)
    return next((block for block, count in blocks.items() if count == 1), None)


def listed(reading: ReadingText, places: Sequence[Span]) -> str:
    """Return the first places, numbered, each with its block and a few words on either side."""
    told = [f"({number}) {_around(reading, place)}" for number, place in enumerate(places[:_LISTED], 1)]
    return ", ".join(told) + (f" and {len(places) - _LISTED} more" if len(places) > _LISTED else "")


def nearest_passage(reading: ReadingText, quote: str) -> str:
    """Return what is most like a quote that does not occur, and how the two differ, as part of a sentence."""
    search = search_text(reading.text)
    like = nearest(search, quote, cutoff=_HINT_CUTOFF) if WorkLimit().allows(search, quote) else ()
    if not like:
        return "nothing in the text is like it"
    passage = reading.slice(like[0].span)
    changes = [shown((run,)) for run in word_difference(quote, passage) if run.operation != "same"]
    return (
        f'the nearest passage, in {block_of(reading, like[0].span)}, is "{shortened(passage, 120)}"'
        f" ({shortened(', '.join(changes), 100)})"
    )


def _around(reading: ReadingText, place: Span) -> str:
    """Return the block of a place and a few words on either side of it."""
    block = reading.block_at(place.start)
    start, end = (block.span.start, block.span.end) if block else (0, len(reading.text))
    before = reading.text[max(start, place.start - _BESIDE) : place.start]
    after = reading.text[place.end : max(place.end, min(end, place.end + _BESIDE))]
    cut_before, cut_after = "…" if place.start - _BESIDE > start else "", "…" if place.end + _BESIDE < end else ""
    return f'{block_of(reading, place)} "{cut_before}{before}[…]{after}{cut_after}"'
