"""How the text of a PDF is set: its size, its leading, where its columns begin and end, whether it indents."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.read.pdf.columns import Column
    from annotate.read.pdf.lines import Line

INDENT = 0.7  # in parts of the size: what is further in than the column's edge is indented
_WIDEST_INDENT = 4
_SAME_SIZE = 0.08
_AT_EDGE = 0.25
_SHARE = 0.2  # of all characters are set in the size of the text, at least
_FEWEST_LINES = 3
_ENOUGH_LINES = 4
_WIDEST_PITCH = 3


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a column begins and ends, in points from the left."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is set.

    Attributes:
        size: of the running text, in points.
        indents: whether paragraphs begin with an indented line.
        justified: whether lines end where the column does.
    """

    size: float
    indents: bool
    justified: bool
    _pitches: Mapping[float, float]
    _widths: Mapping[str, float]
    _lefts: Mapping[tuple[str, int], float]

    def pitch(self, size: float) -> float:
        """Return the usual distance of baselines of lines of a size, in points."""
        return self._pitches.get(round(size), 1.25 * size)

    def edges(self, column: Column) -> Edges:
        """Return where a column begins and ends; of one with few lines, where others like it do."""
        own = _text_lines(column, self.size)
        lines = own or list(column.lines)
        left = min(line.left for line in lines)
        if len(own) < _ENOUGH_LINES:
            left = min(left, self._lefts.get((column.place, lines[0].page % 2), left))
        return Edges(left, left + self._widths.get(column.place, max(line.right for line in lines) - left))


def same_size(one: float, other: float) -> bool:
    """Whether two sizes of type look the same."""
    return abs(one - other) <= _SAME_SIZE * max(one, other)


def measure_of(columns: Sequence[Column]) -> Measure:
    """Return how the text of all these columns is set."""
    size = _text_size(columns)
    widths: dict[str, list[float]] = defaultdict(list)
    lefts: dict[tuple[str, int], list[float]] = defaultdict(list)
    for column in columns:
        lines = _text_lines(column, size)
        if len(lines) >= _ENOUGH_LINES:
            left = min(line.left for line in lines)
            widths[column.place].append(max(line.right for line in lines) - left)
            lefts[column.place, lines[0].page % 2].append(left)
    measure = Measure(
        size,
        False,
        False,
        _pitches_of(columns),
        {place: median(found) for place, found in widths.items()},
        {place: median(found) for place, found in lefts.items()},
    )
    return replace(measure, indents=_indents(columns, measure), justified=_justified(columns, measure))


def _text_size(columns: Sequence[Column]) -> float:
    """Return the size of the running text: of the sizes much is set in, on most pages, the largest.

    Not simply the commonest: in a text with many notes these may have more words.
    """
    characters: Counter[float] = Counter()
    pages: dict[float, set[int]] = defaultdict(set)
    for column in columns:
        sizes = Counter(round(line.size, 1) for line in column.lines)
        for line in column.lines:
            size = round(line.size, 1)
            characters[size] += sum(len(fragment.text) for fragment in line.fragments)
            if sizes[size] >= _FEWEST_LINES:
                pages[size].add(line.page)
    if not characters:
        return 0.0
    most = max(map(len, pages.values()), default=0)
    total = sum(characters.values())
    common = [size for size, count in characters.items() if count >= _SHARE * total and 2 * len(pages[size]) > most]
    return max(common, default=max(characters, key=lambda size: (characters[size], size)))


def _text_lines(column: Column, size: float) -> list[Line]:
    return [line for line in column.lines if same_size(line.size, size)]


def _pitches_of(columns: Sequence[Column]) -> dict[float, float]:
    """Return the usual pitch by rounded size: the smallest that is not rare, as paragraphs may stand apart."""
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for line, after in pairwise(column.lines):
            pitch = round(2 * (after.baseline - line.baseline)) / 2
            if same_size(line.size, after.size) and 0.8 * line.size <= pitch <= _WIDEST_PITCH * line.size:
                found[round(line.size)][pitch] += 1
    return {
        size: min(pitch for pitch, times in counts.items() if times >= 0.3 * max(counts.values()))
        for size, counts in found.items()
    }


def _justified(columns: Sequence[Column], measure: Measure) -> bool:
    """Whether more than half of the lines end at the column's edge."""
    lines = [(line, measure.edges(column)) for column in columns for line in _text_lines(column, measure.size)]
    return sum(at_edge(line, edges) for line, edges in lines) > len(lines) / 2


def at_edge(line: Line, edges: Edges) -> bool:
    """Whether a line ends where its column does."""
    return abs(line.right - edges.right) <= _AT_EDGE * line.size


def _indents(columns: Sequence[Column], measure: Measure) -> bool:
    """Whether new paragraphs are indented: often enough a line further in stands close between lines that are not."""
    indented = lines = 0
    for column in columns:
        own = _text_lines(column, measure.size)
        lines += len(own)
        if not own:
            continue
        left = measure.edges(column).left
        for line, after in pairwise(own):
            inward = line.left - left
            close = after.baseline - line.baseline <= 1.2 * measure.pitch(line.size)
            if INDENT * line.size <= inward <= _WIDEST_INDENT * line.size and close and after.left - left < 2:
                indented += 1
    return indented >= 3 and indented >= lines / 50
