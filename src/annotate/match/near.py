"""The passages of a text that are most like a quote, by edit distance, within a stated limit of work.

The place is found by `rapidfuzz.fuzz.partial_ratio_alignment` over the normalised text and widened or narrowed to whole
words. The score is the share of code points that need no change (Indel similarity, 0 to 1). It tells how alike two
strings look, never that they say the same: "would" and "would not" are nearly alike. So nothing found here is ever
more than near.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.match.normalise import normalise
from annotate.match.words import words
from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.match.search import SearchText

CUTOFF = 0.75
"""From which score on a passage counts as like the quote; unrelated English prose reaches about 0.5."""
QUOTE_LIMIT = 20_000
"""Code points: a longer quote is not searched approximately."""
TEXT_LIMIT = 20_000_000
"""Code points: a longer text is not searched approximately."""
_PROBE = 256
"""Code points of a quote that are searched at once; a longer quote is searched in pieces, so that work grows evenly."""
_RIVAL_MARGIN = 0.02
_CHOICES = 24
_LONG_WORD = 64


@dataclass(frozen=True, slots=True)
class Near:
    """A passage like a quote: its span in the original text (code points), and how alike, 0 to 1."""

    span: Span
    score: float


class WorkLimit:
    """How many code points of text approximate search may still go over; shared by many quotes.

    It counts work and not time, so that the same input gives the same outcome on every machine. One hundred million
    code points take about a second.
    """

    def __init__(self, code_points: int = 1_000_000_000) -> None:
        """Take the number of code points that may be gone over."""
        self._left = code_points

    def allows(self, text: SearchText, quote: str) -> bool:
        """Take the cost of searching `quote` in `text` off the limit; False where it is too much, and nothing taken."""
        if len(quote) > QUOTE_LIMIT or len(text.text) > TEXT_LIMIT:
            return False
        cost = 2 * len(text.text) * (len(quote) // _PROBE + 1)
        if cost > self._left:
            return False
        self._left -= cost
        return True


def nearest(text: SearchText, quote: str, *, cutoff: float = CUTOFF) -> tuple[Near, ...]:
    """Return the passage most like `quote`, and after it the next best elsewhere if that is as good; else nothing.

    Passages begin and end with whole words and score at least `cutoff`. What it costs is not limited here: ask a
    `WorkLimit` first.
    """
    wanted = normalise(quote).text.strip()
    whole = text.folded
    folded = wanted.lower()
    best = _best(folded, whole, 0, len(whole), cutoff)
    if best is None:
        return ()
    floor = max(cutoff, best[2] - _RIVAL_MARGIN)
    others = (_best(folded, whole, 0, best[0], floor), _best(folded, whole, best[1], len(whole), floor))
    rivals = sorted((other for other in others if other), key=lambda place: -place[2])
    return tuple(
        Near(text.normalised.original(start, end), similarity(wanted, text.normalised.text[start:end]))
        for start, end, _ in (best, *rivals[:1])
    )


def similarity(quote: str, passage: str) -> float:
    """Return how alike two strings are, 0 to 1, accidents of writing left aside; letter case counts a tenth."""
    if quote == passage:
        return 1.0
    one, other = normalise(quote).text.strip(), normalise(passage).text.strip()
    alike = likeness(one, other)
    if (lower := one.lower()) != one or other.lower() != other:
        alike = 0.1 * alike + 0.9 * likeness(lower, other.lower())
    return round(alike, 4)


def likeness(one: str, other: str) -> float:
    """Return the share of code points, 0 to 1, that need no change to make one string the other."""
    from rapidfuzz.distance.Indel import normalized_similarity  # noqa: PLC0415  # only approximate search should pay

    return normalized_similarity(one, other)


def _best(wanted: str, whole: str, start: int, end: int, cutoff: float) -> tuple[int, int, float] | None:
    """Return start, end and score of the best passage within [start, end) of a normalised text."""
    from rapidfuzz.fuzz import partial_ratio_alignment, ratio  # noqa: PLC0415  # as above

    searched = whole[start:end]
    best: tuple[int, int, float] | None = None
    for probe_start in range(0, len(wanted), _PROBE):
        probe = wanted[probe_start : probe_start + _PROBE]
        if len(searched) < len(probe):
            continue
        found = partial_ratio_alignment(probe, searched, score_cutoff=cutoff * 100)
        if found is None or not found.dest_end:
            continue
        # Where the whole quote begins if nothing but the probe's own place is known.
        guess = start + max(0, found.dest_start - probe_start)
        place = best_words(wanted, whole, Span(guess, max(guess, min(end, guess + len(wanted)))), within=(start, end))
        score = ratio(wanted, whole[place.start : place.end]) / 100 if place else 0.0
        if place and score >= cutoff and (best is None or score > best[2]):
            best = place.start, place.end, score
    return best


def best_words(
    quote: str,
    text: str,
    about: Span,
    *,
    within: tuple[int, int] | None = None,
    keep_start: bool = False,
    keep_end: bool = False,
) -> Span | None:
    """Return the passage about a span of `text` most like `quote` that begins and ends with whole words.

    It lies in [within), by default the whole text; an end that is sure is kept. None where there are no words.
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  # as above

    slack = max(24, len(quote) // 4)
    first, last = within or (0, len(text))
    starts, ends = _edges(text, max(first, about.start - slack), min(last, about.end + slack))
    starts = [about.start] if keep_start else _closest(starts, about.start)
    ends = [about.end] if keep_end else _closest(ends, about.end)
    if not starts or not ends:
        return None
    start, end = starts[0], ends[0]
    # One end after the other, twice: an end that was guessed from the wrong beginning is guessed again.
    for _ in range(2):
        start = max(starts, key=lambda at: ratio(quote, text[at:end]) if at < end else -1)
        end = max(ends, key=lambda at: ratio(quote, text[start:at]) if at > start else -1)
    return Span(start, end) if start < end else None


def _edges(whole: str, low: int, high: int) -> tuple[list[int], list[int]]:
    """Return where a passage in [low, high) may begin and end: at a word, or at the signs that cling to it."""
    first, last = max(0, low - _LONG_WORD), min(len(whole), high + _LONG_WORD)
    starts: list[int] = []
    ends: list[int] = []
    for word in words(whole[first:last]):
        start, end = first + word.start, first + word.end
        if start >= low and (start > first or first == 0):
            starts.extend(range(start - _signs(whole[max(low, start - 3) : start][::-1]), start + 1))
        if end <= high and (end < last or last == len(whole)):
            ends.extend(range(end, end + 1 + _signs(whole[end : min(high, end + 3)])))
    return starts, ends


def _signs(text: str) -> int:
    """Return how many signs, neither letters nor white space, `text` begins with."""
    return next((n for n, sign in enumerate(text) if sign.isspace() or sign.isalnum()), len(text))


def _closest(offsets: list[int], to: int) -> list[int]:
    return sorted(set(offsets), key=lambda at: (abs(at - to), at))[:_CHOICES]
