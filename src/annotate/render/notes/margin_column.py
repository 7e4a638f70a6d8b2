"""Where notes come to stand in a margin: each at the height of its call where it can, none over another."""

from __future__ import annotations

from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ROUNDING = 1e-6  # a note that fills the column to the last fraction of a point fits


class Wish(NamedTuple):
    """A note that is to be placed: its height, and the height on the page (from its top) where it would begin best."""

    height: float
    top: float


def how_many_fit(heights: Iterable[float], gap: float, room: float) -> int:
    """Return how many of the first notes fit in a column of `room`, with `gap` between them. All in one unit."""
    ends = accumulate(heights, lambda end, height: end + gap + height)
    return sum(1 for _ in takewhile(lambda end: end <= room + _ROUNDING, ends))


def tops(wishes: Sequence[Wish], top: float, bottom: float, gap: float) -> list[float]:
    """Return where notes that fit in the column from `top` to `bottom` begin, in their order, all in one unit.

    A note stands at the height it wishes for, or as little below it as the notes before it allow; where the last would
    run off the column, it and those before it stand as little higher as that takes.
    """
    placed = _downwards(wishes, top, gap)
    end = bottom
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], end - wishes[number].height)
        end = placed[number] - gap
    return placed


def free_below(wishes: Sequence[Wish], top: float, gap: float) -> float:
    """Return where a column that begins at `top` is free below notes of which none stands higher than it wishes."""
    placed = _downwards(wishes, top, gap)
    return placed[-1] + wishes[-1].height + gap if placed else top


def _downwards(wishes: Iterable[Wish], top: float, gap: float) -> list[float]:
    placed: list[float] = []
    for wish in wishes:
        placed.append(max(top, wish.top))
        top = placed[-1] + wish.height + gap
    return placed
