"""Resolving: where the target of an annotation stands in a text, as one of six outcomes.

The rule, for each part of a target (lengths in code points):

1. The reading text has the digest the annotations were made on, and the slice [start, end) is the quote: `exact`.
   So is a quote without a position (written by hand) that stands verbatim at one place of that text, where the
   context, if any is stored, agrees.
2. Otherwise all verbatim places of the quote are looked up in the whole text; a stored position plays no part. At one
   place it is `moved` if
   - all stored context agrees there, or
   - quote and agreeing context next to it make at least LONG_ENOUGH (48), or
   - the quote alone is at least LONG_ALONE (128) though nothing of its context agrees.
   In all else it could be a look-alike: `near`. Context is compared without the accidents of writing.
3. Of several verbatim places one is `moved` (the others are its rivals) if all stored context agrees there and at no
   other, and quote and context make at least LONG_ENOUGH; else the target is `ambiguous`.
4. Without a verbatim place, one that differs in the accidents of writing (`match.normalise`), or the passage most like
   the quote (`match.near`), is `near`; several are `ambiguous`; none is `orphaned`.
5. Where the limit of work forbids the search for like passages, or there is no quote to search for: `not-searched`.

48 code points: in 85,000 code points of interviews and essays 0.05 % of such runs occur twice, all of them a title
that was printed twice; of runs of 24 it is 0.8 %. 128: sentences that a page repeats on purpose, such as pull quotes
and refrains, are mostly shorter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.match.near import WorkLimit, nearest, similarity
from annotate.match.normalise import normalised
from annotate.match.search import PLACES_LIMIT, SearchText
from annotate.model.anchor import Outcome, Resolution
from annotate.model.text import READING_RULE, Span

if TYPE_CHECKING:
    from annotate.model.annotation import Annotations, Target
    from annotate.model.text import ReadingText

LONG_ENOUGH = 48
LONG_ALONE = 128

_WORST_FIRST = (
    Outcome.NOT_SEARCHED,
    Outcome.ORPHANED,
    Outcome.AMBIGUOUS,
    Outcome.NEAR,
    Outcome.MOVED,
    Outcome.EXACT,
)


def resolve(target: Target, reading: ReadingText, *, same_text: bool) -> Resolution:
    """Return where `target` stands in `reading` by the rule at the head of this module.

    `same_text` says that the annotations were made on a text with this digest and reading rule. Of several parts the
    worst decides; spans are given only if every part has one. For many targets `resolve_all` is quicker.
    """
    return _Resolver(reading, same_text=same_text).resolve(target)


def resolve_all(annotations: Annotations, reading: ReadingText) -> dict[str, Resolution]:
    """Return the resolution of every claim, note, mention and passage by id, in the file's order.

    They share one limit of work (`match.near.WorkLimit`).
    """
    resolver = _Resolver(reading, same_text=made_on(annotations, reading))
    return {record_id: resolver.resolve(target) for record_id, target in annotations.targets()}


def made_on(annotations: Annotations, reading: ReadingText) -> bool:
    """Whether the annotations were made on just this reading text: same digest, same reading rule."""
    return annotations.text.reading_sha256 == reading.sha256 and annotations.text.reading_rule == READING_RULE


class _Resolver:
    def __init__(self, reading: ReadingText, *, same_text: bool) -> None:
        self._search = SearchText(reading.text)
        self._same_text = same_text
        self._limit = WorkLimit()

    def resolve(self, target: Target) -> Resolution:
        found = [self._piece(piece) for piece in target.pieces]
        if len(found) == 1:
            return found[0]
        return Resolution(
            outcome=min((part.outcome for part in found), key=_WORST_FIRST.index),
            spans=tuple(span for part in found for span in part.spans) if all(part.spans for part in found) else (),
            score=min(part.score for part in found),
            rivals=tuple(dict.fromkeys(rival for part in found for rival in part.rivals)),
        )

    def _piece(self, piece: Target) -> Resolution:
        quote, text = piece.exact, self._search.text
        if not quote or not quote.strip():
            return Resolution(Outcome.NOT_SEARCHED)
        start, end = piece.start, piece.end
        positioned = start is not None and end is not None
        if self._same_text and start is not None and end is not None and 0 <= start < end and text[start:end] == quote:
            return Resolution(Outcome.EXACT, (Span(start, end),), 1.0)
        places = self._search.verbatim_places(quote)
        # A quote written by hand into the annotations of this very text has no other place it could have come from.
        found = Outcome.EXACT if self._same_text and not positioned else Outcome.MOVED
        if len(places) == 1:
            return self._one(piece, places[0], found)
        if places:
            return self._several(piece, places, found)
        return self._not_verbatim(piece, quote)

    def _one(self, piece: Target, place: Span, found: Outcome) -> Resolution:
        context = _Context(piece, self._search.text, place)
        certain = context.agrees or (not context.stored if found is Outcome.EXACT else context.long_enough)
        return Resolution(found if certain else Outcome.NEAR, (place,), 1.0)

    def _several(self, piece: Target, places: tuple[Span, ...], found: Outcome) -> Resolution:
        fitting = [place for place in places if _Context(piece, self._search.text, place).agrees]
        if len(fitting) == 1 and len(places) < PLACES_LIMIT:
            context = _Context(piece, self._search.text, fitting[0])
            rivals = tuple(place for place in places if place != fitting[0])
            if found is Outcome.EXACT or context.run >= LONG_ENOUGH:
                return Resolution(found, tuple(fitting), 1.0, rivals)
        return Resolution(Outcome.AMBIGUOUS, (), 1.0, tuple(fitting) if len(fitting) > 1 else places)

    def _not_verbatim(self, piece: Target, quote: str) -> Resolution:
        places = self._search.normalised_places(quote)
        if places:
            fitting = [place for place in places if _Context(piece, self._search.text, place).agrees]
            if len(places) == 1 or (len(fitting) == 1 and len(places) < PLACES_LIMIT):
                place = places[0] if len(places) == 1 else fitting[0]
                rivals = tuple(other for other in places if other != place)
                return Resolution(Outcome.NEAR, (place,), 1.0, rivals)
            score = similarity(quote, self._search.text[places[0].start : places[0].end])
            return Resolution(Outcome.AMBIGUOUS, (), score, places)
        if not self._limit.allows(self._search, quote):
            return Resolution(Outcome.NOT_SEARCHED)
        like = nearest(self._search, quote)
        if not like:
            return Resolution(Outcome.ORPHANED)
        if len(like) > 1:
            return Resolution(Outcome.AMBIGUOUS, (), like[0].score, tuple(sorted(place.span for place in like)))
        return Resolution(Outcome.NEAR, (like[0].span,), like[0].score)


class _Context:
    """How far the stored prefix and suffix of a part agree with what stands around a place."""

    def __init__(self, piece: Target, text: str, place: Span) -> None:
        prefix, suffix = normalised(piece.prefix or ""), normalised(piece.suffix or "")
        # Twice the length and some: a run of white space or decomposed letters are longer than their normal form.
        before = normalised(text[max(0, place.start - 2 * len(prefix) - 8) : place.start])
        after = normalised(text[place.end : place.end + 2 * len(suffix) + 8])
        agreed_before, agreed_after = _agreeing(prefix[::-1], before[::-1]), _agreeing(suffix, after)
        self.stored = bool(prefix or suffix)
        self.agrees = self.stored and agreed_before == len(prefix) and agreed_after == len(suffix)
        self.run = len(place) + agreed_before + agreed_after
        # A letter or two agree by chance everywhere.
        nothing_agrees = self.stored and max(agreed_before, agreed_after) < 4
        self.long_enough = len(place) >= LONG_ALONE if nothing_agrees else self.run >= LONG_ENOUGH


def _agreeing(expected: str, found: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), min(len(expected), len(found))
    )
