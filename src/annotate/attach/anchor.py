"""Resolving: where the target of an annotation stands in a text, as one of six outcomes.

The rule, for each part of a target (lengths in code points; `attach.context` says when context agrees):

1. The reading text has the digest the annotations were made on, and the slice [start, end) is the quote: `exact`.
   So is a quote without a position (written by hand) that stands verbatim at one place of that text, where the
   context, if any is stored, agrees.
2. Otherwise all verbatim places of the quote are looked up in the whole text; a stored position plays no part. At one
   place it is `moved` if
   - all stored context agrees there, and quote and context make at least LONG_ENOUGH (48), or
   - that of one side agrees, at least 16, and quote and it make at least LONG_BESIDE (64); no negation more or less
     stands on the other side; and the quote did not stand at several places when it was chosen (then it has more than
     CONTEXT, 32, of context), or
   - no context is stored, and the quote is at least LONG_ALONE (128).
   A quote of any length none of whose context agrees may be what a page repeats on purpose: a pull quote, a refrain, a
   paragraph printed twice, of which the one that was meant is gone.
3. Of several verbatim places one is `moved` (the others are its rivals) if all stored context agrees there and at no
   other, and quote and context make at least LONG_ENOUGH. Where it agrees at several, or none is stored, the target is
   `ambiguous`.
4. Otherwise, of the verbatim places and the passages like the quote (`match.candidates`), the one that fits best with
   its surroundings is `near`, nearness to the stored position lending a little; other verbatim places and what fits
   nearly as well are its rivals. Where two like passages fit as well as each other, in the quote's surroundings or with
   none stored, and neither is verbatim, the target is `ambiguous`. Nothing is `moved` either while a like passage
   elsewhere fits nearly as well, or stands in nearly the same surroundings: it could be the very one, rewritten, and
   the verbatim place its copy.
5. Where none is like it the whole text is searched (`match.near`), accidents of writing first (`match.normalise`): what
   is found is `near` or `ambiguous` as in 4; nothing is `orphaned`.
6. Where the limit of work forbids that search, or there is no quote to search for: `not-searched`.
7. A part that a revision of its text left undecided (`reading_sha256` names the text it was made on) is `exact` by its
   position in that text, and at best `near` in any other, until a person has decided.

48 code points: in 85,000 code points of interviews and essays 0.05 % of such runs occur twice, all of them a title
that was printed twice; of runs of 24 it is 0.8 %.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.attach.context import Context
from annotate.match.candidates import Candidate, Quoted, candidates, has_rival, judged, likeliest
from annotate.match.near import QUOTE_LIMIT, WorkLimit, nearest
from annotate.match.search import PLACES_LIMIT, search_text
from annotate.model.anchor import Outcome, Resolution
from annotate.model.text import READING_RULE, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.annotation import Annotations, Target
    from annotate.model.text import ReadingText

_AS_GOOD = 0.02
_NEARNESS = 0.15
_FAR = 2_000  # code points

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


def together(parts: Sequence[Resolution]) -> Resolution:
    """Return the resolution of a target from those of its parts: the worst decides."""
    if len(parts) == 1:
        return parts[0]
    return Resolution(
        outcome=min((part.outcome for part in parts), key=_WORST_FIRST.index),
        spans=tuple(span for part in parts for span in part.spans) if all(part.spans for part in parts) else (),
        score=min(part.score for part in parts),
        rivals=tuple(dict.fromkeys(rival for part in parts for rival in part.rivals)),
    )


class _Resolver:
    def __init__(self, reading: ReadingText, *, same_text: bool) -> None:
        self._search = search_text(reading.text)
        self._same_text = same_text
        self._sha256 = reading.sha256
        self._limit = WorkLimit()

    def resolve(self, target: Target) -> Resolution:
        return together([self._part(piece) for piece in target.pieces])

    def _part(self, piece: Target) -> Resolution:
        if piece.reading_sha256 is None:
            return self._piece(piece)
        start, end = piece.start, piece.end
        own_text = piece.reading_sha256 == self._sha256
        if own_text and start is not None and end is not None and self._search.text[start:end] == piece.exact:
            return Resolution(Outcome.EXACT, (Span(start, end),), 1.0)
        found = self._piece(replace(piece, start=None, end=None))
        return replace(found, outcome=Outcome.NEAR) if found.outcome.trusted else found

    def _piece(self, piece: Target) -> Resolution:
        quote, text = piece.exact, self._search.text
        if not quote or not quote.strip():
            return Resolution(Outcome.NOT_SEARCHED)
        start, end = piece.start, piece.end
        positioned = start is not None and end is not None
        if self._same_text and start is not None and end is not None and 0 <= start < end and text[start:end] == quote:
            return Resolution(Outcome.EXACT, (Span(start, end),), 1.0)
        places = self._search.verbatim_places(quote)
        if places:
            # A quote written by hand into the annotations of this very text has no other place it could have come from.
            by_hand = self._same_text and not positioned
            verbatim = self._verbatim(piece, places, Outcome.EXACT if by_hand else Outcome.MOVED)
            if verbatim is not None:
                return verbatim
        quoted = _quoted(piece)
        return self._near(quoted, places, start) or self._anywhere(quoted, start)

    def _verbatim(self, piece: Target, places: tuple[Span, ...], found: Outcome) -> Resolution | None:
        """Return what the verbatim places alone decide; None where it depends on how other passages fit."""
        quoted = _quoted(piece)
        likely = likeliest(self._search, quoted, places, piece.start)
        contexts = {place: Context(piece, self._search.text, place) for place in likely}
        stored = contexts[likely[0]].stored
        fitting = [place for place in likely if contexts[place].agrees] if stored else []
        if len(places) == PLACES_LIMIT or len(fitting) > 1 or (len(places) > 1 and not stored):
            return Resolution(Outcome.AMBIGUOUS, (), 1.0, tuple(fitting) or places)
        chosen = places[0] if len(places) == 1 else fitting[0] if fitting else None
        if chosen is None:
            return None
        others = tuple(place for place in places if place != chosen)
        if found is Outcome.EXACT and (fitting or not stored):
            return Resolution(found, (chosen,), 1.0, others)
        if not contexts[chosen].certain:
            return None if stored else Resolution(Outcome.NEAR, (chosen,), 1.0)
        if not contexts[chosen].twin and (
            has_rival(self._search, quoted, chosen)
            or any(judged(self._search, quoted, place).nearly for place in likely if place != chosen)
        ):
            return None
        return Resolution(found, (chosen,), 1.0, others)

    def _near(self, quoted: Quoted, places: tuple[Span, ...], start: int | None) -> Resolution | None:
        """Return what the passages like the quote and its verbatim `places` decide; None where there are none."""
        found = [judged(self._search, quoted, place) for place in likeliest(self._search, quoted, places, start)]
        if len(quoted.exact) <= QUOTE_LIMIT:
            found += [item for item in candidates(self._search, quoted) if item.span not in places]
        return _best(found, quoted, places, start) if found else None

    def _anywhere(self, quoted: Quoted, start: int | None) -> Resolution:
        """Search the whole text for a quote that shares no long run with it."""
        places = self._search.normalised_places(quoted.exact)
        if places:
            likely = likeliest(self._search, quoted, places, start)
            return _best([judged(self._search, quoted, place) for place in likely], quoted, (), start)
        if not self._limit.allows(self._search, quoted.exact):
            return Resolution(Outcome.NOT_SEARCHED)
        like = nearest(self._search, quoted.exact)
        if not like:
            return Resolution(Outcome.ORPHANED)
        return _best([judged(self._search, quoted, place.span) for place in like], quoted, (), start)


def _best(found: list[Candidate], quoted: Quoted, places: tuple[Span, ...], start: int | None) -> Resolution:
    """Return the likeliest of the passages `found`, of which `places` have the quote's very words.

    `start` is where the quote stood; of passages that fit about as well the one nearer to it is preferred.
    """

    def preference(item: Candidate) -> float:
        distance = _FAR if start is None else min(_FAR, abs(item.span.start - start))
        return item.fit + _NEARNESS * (1 - distance / _FAR)

    best, *rest = sorted(found, key=lambda item: (-preference(item), item.span))
    others = [item for item in rest if not item.span.overlaps(best.span)]
    as_good = [item.span for item in others if preference(best) - preference(item) <= _AS_GOOD]
    # Where no passage stands in surroundings like the quote's none of them fits, and one is as near as another.
    if as_good and best.span not in places and (best.nearly or quoted.whole == quoted.exact):
        return Resolution(Outcome.AMBIGUOUS, (), best.score, tuple(sorted((best.span, *as_good))))
    nearly = [item.span for item in others if item.nearly]
    named = {*places, *as_good, *nearly} - {best.span}
    return Resolution(Outcome.NEAR, (best.span,), best.score, tuple(sorted(named)))


def _quoted(piece: Target) -> Quoted:
    return Quoted(piece.exact or "", piece.prefix or "", piece.suffix or "")
