"""Where a target stands in a text: one of six outcomes, never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.model.text import Span


class Outcome(StrEnum):
    """What resolving a target against a reading text found."""

    EXACT = "exact"  # same text digest, and the slice is the quote
    MOVED = "moved"  # the quote stands verbatim at one place that cannot be a look-alike
    NEAR = "near"  # an approximate place, or a verbatim one that could be a look-alike
    AMBIGUOUS = "ambiguous"  # several places fit
    ORPHANED = "orphaned"  # searched everywhere, nothing fits
    NOT_SEARCHED = "not-searched"  # a work limit was reached

    @property
    def trusted(self) -> bool:
        """Whether the place may be used without a person's word."""
        return self is Outcome.EXACT or self is Outcome.MOVED  # a third of the time of asking a set


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome of resolving one target.

    Attributes:
        outcome: one of the six.
        spans: where the parts of the target stand, in the target's order; the best place for `near`; empty otherwise.
        score: similarity of quote and place, 0 to 1; 1.0 for `exact` and `moved`.
        rivals: the other places that fit (`ambiguous`: all of them).
    """

    outcome: Outcome
    spans: tuple[Span, ...] = ()
    score: float = 0.0
    rivals: tuple[Span, ...] = ()
