"""Carrying annotations to a revised text: for each, where it stood, where it stands, and how sure that is.

A part of a target is sought by where it went when the old text is aligned with the new (`attach.aligned`), and by its
words in the new text (`attach.anchor`):

1. It had no certain place in the old text, or the annotations were made on the new text and it is `exact` there: what
   its words say.
2. It went to a place with its words unchanged, and could have gone to no other, since they are long and stand once in
   either text, or are still among the same neighbours: `moved`. Its words are not asked.
3. Its words are sure of a place, and it went there, or what stands there has come in anew: so it is. But where the
   words of that place stood elsewhere in the old text, it is a look-alike, and the passage is where it went (4), else
   the place is `near`. Where it went elsewhere, changed but much like it, and its words have come in anew: `ambiguous`.
4. It went to a place with changed words: `near`, if the two are still alike (LIKE).
5. Otherwise what its words say.

So the alignment makes certain only what is unchanged, and makes doubtful what the words alone would trust.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.attach.aligned import LIKE, AlignedTexts
from annotate.attach.anchor import made_on, resolve_all, together
from annotate.match.near import similarity
from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.attach.aligned import Went
    from annotate.model.annotation import Annotations, Target
    from annotate.model.text import ReadingText, Span

_MUCH_LIKE = 0.75
_MUCH_LIKER = 0.1  # a word changed at an end belongs to the place, though without it the rest is liker


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
    before = resolve_all(parts, old)
    aligned = AlignedTexts(old, new) if old.sha256 != new.sha256 and before else None
    ways = _ways(before, aligned) if aligned else {}
    sure = {key for key, went in ways.items() if went is not None and went.certain and not made_on(annotations, new)}
    asked = parts.with_section("passages", tuple(part for part in parts.passages if part.id not in sure))
    after = resolve_all(asked, new)
    for part in parts.passages:
        went = ways.get(part.id)
        if went is not None and part.id in sure:
            after[part.id] = Resolution(Outcome.MOVED, (went.span,), 1.0)
        elif aligned and before[part.id].outcome.trusted and after[part.id].outcome is not Outcome.EXACT:
            after[part.id] = _settled(after[part.id], before[part.id].spans[0], went, aligned)
    found = {}
    keys = iter(before)
    for name, target in annotations.targets():
        of_target = [next(keys) for _ in target.pieces]
        before_and_after = (together([where[key] for key in of_target]) for where in (before, after))
        found[name] = Fate(name, target, *before_and_after)
    return found


def _parts(annotations: Annotations) -> Annotations:
    """Return annotations in which each part of a target is a passage of its own."""
    pieces = (piece for _, target in annotations.targets() for piece in target.pieces)
    passages = tuple(Passage(str(number), piece) for number, piece in enumerate(pieces))
    return replace(annotations, claims=(), notes=(), mentions=(), passages=passages)


def _ways(before: Mapping[str, Resolution], aligned: AlignedTexts) -> dict[str, Went | None]:
    return {key: aligned.went(found.spans[0]) for key, found in before.items() if found.outcome.trusted}


def _settled(quoted: Resolution, stood: Span, went: Went | None, aligned: AlignedTexts) -> Resolution:
    """Return the resolution of one part by rules 3 to 5, from what its words say, where it stood and where it went."""
    here = quoted.spans[0] if quoted.spans else None
    score = 0.0 if went is None else similarity(aligned.old.slice(stood), aligned.new.slice(went.span))
    agreed = went is not None and here is not None and went.span.overlaps(here)
    look_alike = here is not None and not agreed and _stood_elsewhere(here, stood, aligned)
    if went is None or score < LIKE:
        return replace(quoted, outcome=Outcome.NEAR) if quoted.outcome.trusted and look_alike else quoted
    if here is not None and quoted.outcome.trusted and not look_alike:
        if agreed or score < _MUCH_LIKE:
            return quoted
        return Resolution(Outcome.AMBIGUOUS, (), 1.0, tuple(sorted({here, went.span, *quoted.rivals})))
    if agreed and quoted.score > score + _MUCH_LIKER:
        return quoted
    return Resolution(Outcome.NEAR, (went.span,), score, _without((*quoted.spans, *quoted.rivals), went.span))


def _stood_elsewhere(here: Span, stood: Span, aligned: AlignedTexts) -> bool:
    """Whether the words of a place in the new text stood in the old one, but not where the passage stood."""
    origin = aligned.origin(here)
    return origin is not None and not origin.overlaps(stood)


def _without(places: tuple[Span, ...], place: Span) -> tuple[Span, ...]:
    return tuple(sorted({other for other in places if not other.overlaps(place)}))
