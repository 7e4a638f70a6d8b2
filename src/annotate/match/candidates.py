"""The places of a text that could be a quote's, found through the runs they share, and how far each agrees.

A quote is sought together with what stood before and after it. Shared runs (`match.seeds`) that lie nearly as far apart
in both are one candidate; where its passage begins and ends is told by the run or the context next to either end, and
only where both were rewritten by the best fit of whole words. The score is that of `match.near`: a likeness of letters,
which says nothing of what a "not" or a digit more changes.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from annotate.match.near import CUTOFF, best_words, likeness, similarity
from annotate.match.seeds import RUN, SURE
from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.match.search import SearchText
    from annotate.match.seeds import Seed

BETWEEN_CUTOFF = 0.5
"""From which score on a passage counts that stands between what stood before and after the quote."""
_FITS = 0.85
_SURROUNDED = 0.65
_CONTEXT_AGREES = 0.7
_LIKELIEST = 16
_BESIDE = 4  # code points
_LONG = 96  # code points
_STRETCHES = 5
_MOST = 8
_TELLING = 12  # code points of agreement on both sides of an end that place it for certain


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and what stood before and after it, "" where that is not known."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """The quote with its context."""
        return self.prefix + self.exact + self.suffix


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that could be the quote's.

    Attributes:
        span: the passage in the text (code points).
        score: how alike quote and passage are, 0 to 1.
        before: how alike what stands before it is to what stood before the quote, 0 to 1; 0 if that is not known.
        after: the same of what stands after it.
        fit: how alike all three are together, each by its length.
        surroundings: the same of the two sides alone.
    """

    span: Span
    score: float
    before: float
    after: float
    fit: float
    surroundings: float

    @property
    def nearly(self) -> bool:
        """Whether the passage could be the quote's own although another has its very words and all its context."""
        return self.fit >= _FITS or self.surroundings >= _SURROUNDED


def candidates(search: SearchText, quoted: Quoted) -> list[Candidate]:
    """Return the passages like the quote that the runs of the text lead to, the best fit first.

    A passage counts from `match.near.CUTOFF` on, between the quote's own surroundings from BETWEEN_CUTOFF on. Places
    that share no SURE code points in a row with the quote and its context may be missing.
    """
    for rare in (True, False):
        found = [
            item
            for item in _judged(search, quoted, search.index.seeds(quoted.whole, rare=rare))
            if item.score >= (BETWEEN_CUTOFF if _stands_between(quoted, item) else CUTOFF)
        ]
        if found:
            break
    return sorted(found, key=lambda item: (-item.fit, item.span))


def _stands_between(quoted: Quoted, item: Candidate) -> bool:
    """Whether a passage stands between what stood before and after the quote; at an end of the text one is enough."""
    before = not quoted.prefix or item.before >= _CONTEXT_AGREES
    after = not quoted.suffix or item.after >= _CONTEXT_AGREES
    return before and after and bool(quoted.prefix or quoted.suffix)


def has_rival(search: SearchText, quoted: Quoted, place: Span) -> bool:
    """Whether the quote of a verbatim `place` could be meant elsewhere, where its words are others by now, or gone.

    That is a passage that fits nearly as well, whatever its words, or a place where what stood before and after it now
    meet. Looked for are those that share a run with a short quote and its context, and one of five stretches of SURE
    code points with a long one.
    """
    whole = quoted.whole
    shared = _shared_elsewhere(search, quoted, place.start - len(quoted.prefix))
    if not shared:
        return False
    # Most share a phrase and no more.
    seeds = [
        seed
        for seed in shared
        if likeness(whole, search.text[max(0, seed[0]) : max(0, seed[0] + len(whole))]) >= _SURROUNDED
    ]
    alike = _judged(search, quoted, sorted(seeds)) if seeds else []
    if any(item.nearly and not item.span.overlaps(place) for item in alike):
        return True
    return _gap_is_closed(search, quoted)


def _shared_elsewhere(search: SearchText, quoted: Quoted, begins: int) -> list[Seed]:
    """Return seeds of a quote with its context that do not lead to where it begins."""
    whole = quoted.whole
    last = len(whole) - SURE
    found: list[Seed] = []
    if len(quoted.exact) < _LONG:
        found = search.index.seeds(whole, rare=True)
    else:
        for offset in (last * number // (_STRETCHES - 1) for number in range(_STRETCHES)):
            places = search.index.verbatim(whole[offset : offset + SURE], rare=True) or ()
            found += [(at - offset, offset) for at in places]
    return [seed for seed in found if abs(seed[0] - begins) > SURE]


def _gap_is_closed(search: SearchText, quoted: Quoted) -> bool:
    """Whether what stood before the quote and what stood after it meet somewhere."""
    left, right = quoted.prefix.rstrip()[-RUN:], quoted.suffix.lstrip()[:RUN]
    return len(left) + len(right) >= SURE and any(
        search.index.verbatim(left + between + right) for between in (" ", "", "\n\n")
    )


def likeliest(
    search: SearchText, quoted: Quoted, places: tuple[Span, ...], start: int | None = None
) -> tuple[Span, ...]:
    """Return those of the verbatim places of a quote whose surroundings agree most, in order, at most 16.

    Only the context next to a place is looked at. Where less than 16 agree in it, those nearest to `start`, where the
    quote stood, come with them.
    """
    if len(places) <= _LIKELIEST:
        return places
    text, last, first = search.text, quoted.prefix[-_BESIDE:], quoted.suffix[:_BESIDE]
    reversed_prefix = quoted.prefix[::-1]

    def agreement(place: Span) -> int:
        before = text[max(0, place.start - len(reversed_prefix)) : place.start][::-1]
        return _agreeing(reversed_prefix, before) + _agreeing(quoted.suffix, text[place.end : place.end + 64])

    agreeing = [
        place
        for place in places
        if (last and text.endswith(last, 0, place.start)) or (first and text.startswith(first, place.end))
    ]
    chosen = sorted(agreeing, key=agreement, reverse=True)[:_LIKELIEST]
    if len(chosen) < _LIKELIEST:
        at = bisect_left(places, start or 0, key=lambda place: place.start)
        about = [place for place in places[max(0, at - _LIKELIEST) : at + _LIKELIEST] if place not in chosen]
        about.sort(key=lambda place: abs(place.start - (start or 0)))
        chosen += about[: _LIKELIEST - len(chosen)]
    return tuple(sorted(chosen))


def judged(search: SearchText, quoted: Quoted, span: Span) -> Candidate:
    """Return how far the passage at `span` and its surroundings agree with the quote."""
    text, prefix, suffix = search.text, quoted.prefix, quoted.suffix
    score = similarity(quoted.exact, text[span.start : span.end])
    before = similarity(prefix, text[max(0, span.start - len(prefix)) : span.start]) if prefix else 0.0
    after = similarity(suffix, text[span.end : span.end + len(suffix)]) if suffix else 0.0
    context = before * len(prefix) + after * len(suffix)
    stored = len(prefix) + len(suffix)
    fit = (score * len(quoted.exact) + context) / (len(quoted.exact) + stored)
    return Candidate(span, score, before, after, fit, context / stored if stored else 0.0)


def _judged(search: SearchText, quoted: Quoted, seeds: list[Seed]) -> list[Candidate]:
    spans = (_passage(search.text, quoted, cluster) for cluster in _clusters(seeds, len(quoted.exact)))
    return [judged(search, quoted, span) for span in dict.fromkeys(spans) if span is not None]


def _clusters(seeds: list[Seed], length: int) -> list[list[Seed]]:
    """Return the seeds of each likely place, in the quote's order; the places with most of them first."""
    slack = max(2 * RUN, length // 4)
    clusters: list[list[Seed]] = []
    begins = 0
    for seed in seeds:
        if clusters and seed[0] - begins <= slack:
            clusters[-1].append(seed)
            continue
        begins = seed[0]
        clusters.append([seed])
    clusters.sort(key=len, reverse=True)
    least = len(clusters[0]) / 3 if clusters else 0
    return [sorted(cluster, key=itemgetter(1)) for cluster in clusters[:_MOST] if len(cluster) >= least]


def _passage(text: str, quoted: Quoted, seeds: list[Seed]) -> Span | None:
    """Return the passage the seeds of one place lead to; None where nothing stands between its surroundings."""
    begins = len(quoted.prefix)
    ends = begins + len(quoted.exact)
    start, start_sure = _boundary(text, (quoted.prefix, quoted.exact), _proposals(seeds, begins)[::-1])
    end, end_sure = _boundary(text, (quoted.exact, quoted.suffix), _proposals(seeds, ends))
    if not (start_sure and end_sure):
        about = Span(min(start, end), max(start, end))
        best = best_words(quoted.exact, text, about, keep_start=start_sure, keep_end=end_sure)
        if best is None:
            return None
        start, end = best.start, best.end
    while start < end and text[start].isspace() and not quoted.exact[0].isspace():
        start += 1
    while start < end and text[end - 1].isspace() and not quoted.exact[-1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _proposals(seeds: list[Seed], at: int) -> list[int]:
    """Return where in the text the seed before and the seed after a place `at` of the quoted put it."""
    before = [begins for begins, quoted in seeds if quoted < at][-1:]
    after = [begins for begins, quoted in seeds if quoted >= at][:1]
    return [begins + at for begins in (*before, *after)]


def _boundary(text: str, sides: tuple[str, str], proposals: list[int]) -> tuple[int, bool]:
    """Return which proposed place most of both sides agree with, the first of equals, and whether it is sure."""
    left, right = sides
    best, agreement = 0, -1
    for proposal in proposals:
        if not 0 <= proposal <= len(text):
            continue
        agreed = _agreeing(left[: -_TELLING - 1 : -1], text[max(0, proposal - _TELLING) : proposal][::-1])
        agreed += _agreeing(right[:_TELLING], text[proposal : proposal + _TELLING])
        if agreed > agreement:
            best, agreement = proposal, agreed
    return best, agreement >= min(_TELLING, len(left) + len(right))


def _agreeing(expected: str, found: str) -> int:
    for number, (one, other) in enumerate(zip(expected, found, strict=False)):
        if one != other:
            return number
    return min(len(expected), len(found))
