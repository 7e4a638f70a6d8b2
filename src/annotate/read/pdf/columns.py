"""The reading order of a PDF page: where columns stand side by side, one is read after the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from annotate.read.pdf.lines import common_size, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.pdf.lines import Line
    from annotate.read.pdf.page import Fragment

_STEP = 2.0  # points; how finely gutters are looked for
_NARROWEST_GUTTER = 0.7  # in parts of the size, as the following
_NARROWEST_COLUMN = 8
_WIDEST_PITCH = 2.2
_FULL = 0.8  # of a column's width is what a line of prose fills
_FEWEST_ROWS = 3
_MOST_COLUMNS_DEEP = 3
_SAME_GUTTER = 4.0  # points


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one after another; `place` is "" for the page's whole width, "0", "1" ... for columns."""

    place: str
    lines: tuple[Line, ...]


def columns_of(fragments: Sequence[Fragment], page: int, known: Sequence[float]) -> tuple[list[Column], list[float]]:
    """Return the columns of a page in reading order, and where gutters were found (points from the left).

    `known` are gutters of other pages: there a column of a single line is believed too.
    """
    found: list[float] = []
    columns = [
        Column(place, tuple(lines_of(part, page)))
        for place, part in _split(list(fragments), known, found, "", 0)
        if part
    ]
    return columns, found


def _split(
    fragments: list[Fragment], known: Sequence[float], found: list[float], place: str, depth: int
) -> list[tuple[str, list[Fragment]]]:
    gutter = _gutter(fragments, known) if depth < _MOST_COLUMNS_DEEP else None
    if gutter is None:
        return [(place, fragments)]
    found.append(gutter)
    parts: list[tuple[str, list[Fragment]]] = []
    whole: list[Fragment] = []
    for side_by_side, run in _runs(fragments, gutter):
        left = [f for f in run if f.right <= gutter]
        right = [f for f in run if f.left >= gutter]
        if not side_by_side or not _are_columns(left, right, _is_known(gutter, known)):
            whole += run
            continue
        if whole:
            parts.append((place, whole))
            whole = []
        parts += _split(left, known, found, place + "0", depth + 1)
        parts += _split(right, known, found, place + "1", depth + 1)
    return [*parts, (place, whole)] if whole else parts


def _runs(fragments: list[Fragment], gutter: float) -> list[tuple[bool, list[Fragment]]]:
    """Return the fragments from top to bottom, in runs that leave the gutter free and runs that cross it."""
    runs: list[tuple[bool, list[Fragment]]] = []
    crossing = sorted(f.baseline for f in fragments if f.left < gutter < f.right)
    crossed_rows = {round(baseline) for baseline in crossing}
    for fragment in sorted(fragments, key=lambda f: (f.baseline, f.left)):
        free = not any(round(fragment.baseline) + d in crossed_rows for d in (-1, 0, 1))
        if runs and runs[-1][0] == free:
            runs[-1][1].append(fragment)
        else:
            runs.append((free, [fragment]))
    return runs


def _gutter(fragments: list[Fragment], known: Sequence[float]) -> float | None:
    """Return the middle of the strip that parts the most lines into two columns of prose; None if there is none."""
    if len(fragments) < 2 * _FEWEST_ROWS and not known:
        return None
    size = common_size(fragments)
    left, right = min(f.left for f in fragments), max(f.right for f in fragments)
    if right - left < 2 * _NARROWEST_COLUMN * size:
        return None
    best: tuple[int, float] | None = None
    for gutter in _candidates(fragments, left, right, size):
        near = _is_known(gutter, known)
        rows = 0
        for free, run in _runs(fragments, gutter):
            sides = [f for f in run if f.right <= gutter], [f for f in run if f.left >= gutter]
            if free and _are_columns(*sides, near):
                rows += len(run)
        if rows and (best is None or rows > best[0]):
            best = (rows, gutter)
    return best[1] if best else None


def _is_known(gutter: float, known: Sequence[float]) -> bool:
    return any(abs(gutter - other) <= _SAME_GUTTER for other in known)


def _candidates(fragments: list[Fragment], left: float, right: float, size: float) -> list[float]:
    """Return the middles of the emptiest upright strips that are wide enough, emptiest first, five at most."""
    count = int((right - left) / _STEP) + 1
    changes = [0] * (count + 1)
    for fragment in fragments:
        changes[max(0, int((fragment.left - left) / _STEP + 0.5))] += 1
        changes[min(count, int((fragment.right - left) / _STEP + 0.5))] -= 1
    covered: list[int] = []
    now = 0
    for change in changes[:count]:
        now += change
        covered.append(now)
    strips: list[tuple[int, float, float]] = []
    narrowest = max(1, round(_NARROWEST_GUTTER * size / _STEP))
    margin = int(_NARROWEST_COLUMN * size / _STEP)
    for start in range(margin, count - margin - narrowest):
        window = covered[start : start + narrowest]
        middle = left + (start + narrowest / 2) * _STEP
        strips.append((max(window), abs(middle - (left + right) / 2), middle))
    chosen: list[float] = []
    for _, _, middle in sorted(strips):
        if all(abs(middle - other) > size for other in chosen):
            chosen.append(middle)
        if len(chosen) == 5:
            break
    return chosen


def _are_columns(left: list[Fragment], right: list[Fragment], known: bool) -> bool:
    """Whether what stands left and right of a gutter is prose in columns, and not a table or labels with their text."""
    if not left or not right:
        return False
    prose = _is_prose(left), _is_prose(right)
    few = len({round(f.baseline) for f in (*left, *right)}) < _FEWEST_ROWS
    return all(prose) or (known and (any(prose) or few))


def _is_prose(side: list[Fragment]) -> bool:
    size = common_size(side)
    first, last = min(f.left for f in side), max(f.right for f in side)
    width = last - first
    rows: dict[int, tuple[float, float]] = {}
    for f in side:
        low, high = rows.get(round(f.baseline), (f.left, f.right))
        rows[round(f.baseline)] = min(low, f.left), max(high, f.right)
    if len(rows) < _FEWEST_ROWS or width < _NARROWEST_COLUMN * size:
        return False
    heights = sorted(rows)
    pitch = median(b - a for a, b in pairwise(heights))
    full = sum(high - low >= _FULL * width for low, high in rows.values())
    return pitch <= _WIDEST_PITCH * size and full >= len(rows) / 2
