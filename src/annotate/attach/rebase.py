"""Carrying annotations to a revised text: for each, where it stood, where it stands, and how sure that is.

A target is sought twice: by its words in the new text (`attach.anchor`), and by where they went when the old text is
aligned with the new (`attach.aligned`). Then, for each part:

1. The annotations were made on the new text and the part is `exact` there, or the part had no certain place in the
   old text: what its words say.
2. Its words say `exact` or `moved`, and the place is where they went, or what stands there has come in anew: so it is.
   But where the words of that place stood elsewhere in the old text, it is a look-alike, and the passage is where it
   went (3 or 4), else `near`. Where the passage went elsewhere unchanged, or changed but much like it, and its words
   have come in anew: `ambiguous`.
3. Its words are not certain of a place, but they went to one unchanged, and could have gone to no other, since they are
   long and stand once in either text, or are still among the same neighbours: `moved`.
4. They went to a place with changed words: `near`, if the two are still alike (LIKE).
5. Otherwise what its words say.

So the alignment raises a part only where its words are unchanged, and lowers it where the words alone would err.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.attach.aligned import AlignedTexts
from annotate.attach.anchor import resolve_all, together
from annotate.match.near import similarity
from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Passage

if TYPE_CHECKING:
    from annotate.attach.aligned import Went
    from annotate.model.annotation import Annotations, Target
    from annotate.model.text import ReadingText, Span

LIKE = 0.5
"""How alike (0 to 1) what stands instead of a passage must be to count as its changed words."""
_MUCH_LIKE = 0.75


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one annotation: its target, where that stood in the old text and where it stands in the new."""

    id: str
    target: Target
    before: Resolution
    after: Resolution

    @property
    def moved(self) -> bool:
        """Whether it certainly stands, but at another place than before."""
        return self.after.outcome.trusted and not (
            self.before.outcome.trusted and self.before.spans == self.after.spans
        )

    @property
    def outcome(self) -> Outcome:
        """The outcome as a person counts: `exact` is what stands where it stood."""
        if not self.after.outcome.trusted:
            return self.after.outcome
        return Outcome.MOVED if self.moved else Outcome.EXACT

    @property
    def order(self) -> tuple[int, str]:
        """What annotations are sorted by for a reader: where they stood, those without a place there first."""
        return (self.before.spans[0].start if self.before.spans else -1, self.id)


def fates(annotations: Annotations, old: ReadingText, new: ReadingText) -> dict[str, Fate]:
    """Return what becomes of every claim, note, mention and passage in the new text, by id, in the file's order."""
    parts = _parts(annotations)
    before, quoted = resolve_all(parts, old), resolve_all(parts, new)
    aligned = AlignedTexts(old, new) if old.sha256 != new.sha256 and before else None
    found = {}
    numbers = iter(before)
    for name, target in annotations.targets():
        keys = [next(numbers) for _ in target.pieces]
        after = [
            _settled(piece, before[key], quoted[key], aligned) for piece, key in zip(target.pieces, keys, strict=True)
        ]
        found[name] = Fate(name, target, together([before[key] for key in keys]), together(after))
    return found


def _parts(annotations: Annotations) -> Annotations:
    """Return annotations in which each part of a target is a passage of its own."""
    pieces = (piece for _, target in annotations.targets() for piece in target.pieces)
    passages = tuple(Passage(str(number), piece) for number, piece in enumerate(pieces))
    return replace(annotations, claims=(), notes=(), mentions=(), passages=passages)


def _settled(piece: Target, before: Resolution, quoted: Resolution, aligned: AlignedTexts | None) -> Resolution:
    """Return the resolution of one part in the new text, by the rule at the head of this module."""
    if aligned is None or not before.outcome.trusted or quoted.outcome is Outcome.EXACT:
        return quoted
    stood = before.spans[0]
    went = aligned.went(stood)
    if quoted.outcome.trusted:
        return _doubted(quoted, stood, went, aligned)
    if went is None:
        return quoted
    others = (*quoted.spans, *quoted.rivals)
    if went.certain:
        return Resolution(Outcome.MOVED, (went.span,), 1.0, _without(others, went.span))
    score = similarity(piece.exact or "", aligned.new.slice(went.span))
    if score < LIKE or (quoted.spans and quoted.spans[0].overlaps(went.span) and quoted.score >= score):
        return quoted
    return Resolution(Outcome.NEAR, (went.span,), score, _without(others, went.span))


def _doubted(quoted: Resolution, stood: Span, went: Went | None, aligned: AlignedTexts) -> Resolution:
    """Return what words that are certain of a place come to, when asked where they stood and where they went."""
    here = quoted.spans[0]
    if went is not None and went.span.overlaps(here):
        return quoted
    origin = aligned.origin(here)
    look_alike = origin is not None and not origin.overlaps(stood)
    score = 0.0 if went is None else similarity(aligned.old.slice(stood), aligned.new.slice(went.span))
    if went is None or score < LIKE:
        return replace(quoted, outcome=Outcome.NEAR) if look_alike else quoted
    if look_alike and went.certain:
        return Resolution(Outcome.MOVED, (went.span,), 1.0, _without((here, *quoted.rivals), went.span))
    if look_alike:
        return Resolution(Outcome.NEAR, (went.span,), score, _without((here, *quoted.rivals), went.span))
    if went.certain or score >= _MUCH_LIKE:
        return Resolution(Outcome.AMBIGUOUS, (), 1.0, tuple(sorted({here, went.span, *quoted.rivals})))
    return quoted


def _without(places: tuple[Span, ...], place: Span) -> tuple[Span, ...]:
    return tuple(sorted({other for other in places if not other.overlaps(place)}))
