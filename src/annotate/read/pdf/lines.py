"""Fragments of a PDF page to lines: what stands on one baseline, with what is raised or lowered beside it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.read.pdf.page import Fragment

# In parts of the size of the type.
_SAME_BASELINE = 0.12
_RAISED, _LOWERED = 0.75, 0.35
_SMALLER = 0.86
_BESIDE = 0.6
_SPACE = 0.14
_LONGEST_SIGN = 12  # characters raised or lowered: a note's call, an ordinal's ending, an index
_ROWS_TRIED = 200  # more within the height of a letter are no lines that can be read
_INITIAL = 1.8  # times the text's size is a drop capital at least
_LETTER = lazy_pattern(r"[^\W\d_]")
# Hebrew and Arabic letters: their lines run from right to left.
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Line:
    """Fragments on one baseline, in reading order.

    Attributes:
        fragments: with what is raised or lowered beside them.
        page: the page's number, from 1.
        left, right, baseline: in points; of the column's edges where a drop capital takes its place.
        size: of most of its characters.
    """

    fragments: tuple[Fragment, ...]
    page: int
    left: float
    right: float
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """The words of the line."""
        return joined(self.fragments)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(fragment.bold for fragment in self.fragments)

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(fragment.italic for fragment in self.fragments)


def joined(fragments: Sequence[Fragment]) -> str:
    """Return the text of fragments of a line, a space where the page shows one."""
    pieces: list[str] = []
    for before, after in zip((None, *fragments), fragments, strict=False):
        if before is not None and parted(before, after):
            pieces.append(" ")
        pieces.append(after.text)
    return "".join(pieces)


def parted(before: Fragment, after: Fragment) -> bool:
    """Whether a space stands between two fragments of a line: the file says so, or a gap shows it."""
    gap = max(after.left - before.right, before.left - after.right)
    if before.size >= _INITIAL * after.size and len(before.text) <= 3:  # a drop capital stands a little apart
        return after.spaced
    return (after.spaced and gap > -_SPACE * after.size) or gap > _SPACE * max(before.size, after.size)


def common_size(fragments: Iterable[Fragment]) -> float:
    """Return the size most characters have, rounded to a tenth of a point; 0 without any."""
    sizes: Counter[float] = Counter()
    for fragment in fragments:
        sizes[round(fragment.size, 1)] += len(fragment.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def lines_of(fragments: Iterable[Fragment], page: int) -> list[Line]:
    """Return the lines that fragments of one column make, from top to bottom.

    Large type first, so that a raised or lowered sign finds the line it stands beside.
    """
    own = list(fragments)
    initials = _initials(own)
    rows: list[list[Fragment]] = []
    baselines: list[tuple[float, int]] = []  # sorted: baseline, index in `rows`
    numbered = [(number, fragment) for number, fragment in enumerate(own) if fragment not in initials]
    order = {id(fragment): number for number, fragment in numbered}
    for _, fragment in sorted(numbered, key=lambda item: (-item[1].size, item[0])):
        row = _row_for(fragment, rows, baselines)
        if row is None:
            insort(baselines, (fragment.baseline, len(rows)))
            rows.append([fragment])
        else:
            row.append(fragment)
    made = [_line(sorted(row, key=lambda f: (f.left, order[id(f)])), page) for row in rows]
    made.sort(key=lambda line: (line.baseline, line.left))
    for initial in initials:
        _set_initial(initial, made)
    return made


def _initials(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the drop capitals: large letters with the first lines of a paragraph beside them."""
    size = common_size(fragments)
    large = [
        f for f in fragments if f.size >= _INITIAL * size and len(f.text) <= 3 and len(_LETTER.findall(f.text)) == 1
    ]
    return [initial for initial in large if len({f.baseline for f in _beside(initial, fragments, size)}) >= 2]


def _beside(initial: Fragment, fragments: Sequence[Fragment], size: float) -> list[Fragment]:
    return [
        f
        for f in fragments
        if abs(f.size - size) < 0.2 * size
        and initial.baseline - initial.size <= f.baseline <= initial.baseline + 0.1 * size
        and 0 <= f.left - initial.right + 0.3 * size <= 2 * size
    ]


def _set_initial(initial: Fragment, lines: list[Line]) -> None:
    """Put a drop capital before the highest line beside it, and let the lines beside it begin where it does."""
    first = True
    for index, line in enumerate(lines):
        # The line below it is often set in too, as the letter's box is higher than the letter.
        lowest = initial.baseline + 1.2 * line.size
        beside = 0 <= line.left - initial.right + 0.3 * line.size <= 2 * line.size
        if beside and initial.baseline - initial.size <= line.baseline <= lowest:
            fragments = (initial, replace(line.fragments[0], spaced=False), *line.fragments[1:])
            lines[index] = replace(line, left=initial.left, fragments=fragments if first else line.fragments)
            first = False


def _row_for(
    fragment: Fragment, rows: list[list[Fragment]], baselines: list[tuple[float, int]]
) -> list[Fragment] | None:
    """Return the row a fragment stands in; None if it begins one."""
    largest = rows[0][0].size if rows else 0.0
    start = bisect_left(baselines, (fragment.baseline - _LOWERED * largest, -1))
    nearest: tuple[float, list[Fragment]] | None = None
    for baseline, index in baselines[start : start + _ROWS_TRIED]:
        if baseline > fragment.baseline + _RAISED * largest:
            break
        row = rows[index]
        size = row[0].size
        distance = fragment.baseline - baseline
        same = abs(distance) <= _SAME_BASELINE * max(size, fragment.size)
        beside = (
            not same
            and fragment.size < _SMALLER * size
            and len(fragment.text) <= _LONGEST_SIGN
            and -_RAISED * size <= distance <= _LOWERED * size
            and any(
                other.left - _BESIDE * size <= fragment.right and fragment.left <= other.right + _BESIDE * size
                for other in row
            )
        )
        if (same or beside) and (nearest is None or abs(distance) < nearest[0]):
            nearest = (abs(distance), row)
    return nearest[1] if nearest else None


def _line(fragments: list[Fragment], page: int) -> Line:
    size = common_size(fragments)
    own = [fragment for fragment in fragments if fragment.size >= _SMALLER * size] or fragments
    if sum(len(_RIGHT_TO_LEFT.findall(f.text)) for f in fragments) > sum(len(f.text) for f in fragments) / 3:
        fragments.reverse()
    return Line(
        tuple(fragments),
        page,
        min(fragment.left for fragment in fragments),
        max(fragment.right for fragment in fragments),
        Counter(fragment.baseline for fragment in own).most_common(1)[0][0],
        size,
    )
