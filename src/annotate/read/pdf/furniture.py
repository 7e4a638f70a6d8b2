"""What a PDF's pages bear besides the text: running heads, folios, line numbers, watermarks.

A line is furniture where it recurs at the same height of other pages and stands apart from the text, or where it holds
a number that counts the pages. Never by its words or its place alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.read.pdf.lines import common_size, joined, lines_of
from annotate.read.pdf.measure import same_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.read.pdf.lines import Line
    from annotate.read.pdf.page import Fragment, Page

_ROWS_LOOKED_AT = 3  # at the head and at the foot of each page
_HEIGHT = 3.0  # points within which two lines stand at the same height
_NUMBER = lazy_pattern(r"\d{1,6}")
_APART = 1.4  # times the usual distance of rows
_FAR_OUT = 1.5  # times its size is a folio from the words beside it, at least
_LONG = 5  # pages; in a text as long as that words recur on three pages at least
_FOLIO = lazy_pattern(
    r"[\W_]*(?:page|seite|p\.|s\.|página|pág\.)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MARGIN = 2.0  # points beyond the text where a line number stands
_FEWEST_MARGIN_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is furniture, by the page's number: the texts at its head, at its foot and in its margins.

    `rest` holds the fragments of each page that are text; `first_folio` is the page number printed on page 1, less 1,
    where the pages count: page `n` of the file bears `n + first_folio`.
    """

    heads: dict[int, list[str]] = field(default_factory=dict)
    feet: dict[int, list[str]] = field(default_factory=dict)
    rest: dict[int, list[Fragment]] = field(default_factory=dict)
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A row at the head or foot of a page; `apart`: a gap or another size parts it from the row further in."""

    page: int
    foot: bool
    baseline: float
    fragments: tuple[Fragment, ...]
    text: str
    number: int | None
    apart: bool
    outside: bool


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """Return what of the pages is furniture and what is text."""
    ends = [end for page in pages for end in _ends(page)]
    rows = [row for end in ends for row in end]
    offset = _offset(rows)
    labels = {page.number: page.label for page in pages}
    counted = {
        id(row)
        for row in rows
        if row.text == labels[row.page] or (offset is not None and row.number == row.page + offset)
    }
    recurring = _recurring(rows, offset or 0, len(pages))
    recurring |= _like_recurring(rows, recurring)
    taken = [row for end in ends for row in _outermost(end, counted, recurring)]
    gone = {id(fragment) for row in taken for fragment in row.fragments}
    found = Furniture(offset=offset)
    for row in taken:
        (found.feet if row.foot else found.heads).setdefault(row.page, []).append(row.text)
    for texts in found.feet.values():
        texts.reverse()  # they were gathered from the edge inwards
    numbers = _margin_numbers(pages, gone)
    watermarks = _watermarks(pages)
    for page in pages:
        for fragment in page.fragments:
            if id(fragment) in numbers or (fragment.turn, fragment.text) in watermarks:
                found.feet.setdefault(page.number, []).append(fragment.text)
            elif id(fragment) not in gone:
                found.rest.setdefault(page.number, []).append(fragment)
    return found


def _ends(page: Page) -> Iterator[list[_Row]]:
    """Yield the first and the last rows of a page, whatever columns it has, each from the edge inwards."""
    rows = lines_of((f for f in page.fragments if not f.turn), page.number)
    size = common_size(fragment for row in rows for fragment in row.fragments)
    pitch = median(after.baseline - row.baseline for row, after in pairwise(rows)) if len(rows) > 1 else 0.0
    half = (len(rows) + 1) // 2
    for foot, ordered in ((False, rows), (True, rows[::-1])):
        own = min(_ROWS_LOOKED_AT, half if not foot else len(rows) - half)
        inner: list[Line | None] = [*ordered[1 : own + 1], None]
        yield [
            _row(page, row, after, foot=foot, size=size, pitch=pitch)
            for row, after in zip(ordered[:own], inner, strict=False)
        ]


def _row(page: Page, line: Line, inner: Line | None, *, foot: bool, size: float, pitch: float) -> _Row:
    gap = abs(inner.baseline - line.baseline) if inner else 2 * pitch
    apart = gap > _APART * pitch or not same_size(line.size, size)
    outside = not 0 <= line.baseline <= page.height
    number = _number(line.fragments)
    return _Row(page.number, foot, line.baseline, line.fragments, line.text, number, apart, outside)


def _outermost(end: list[_Row], counted: set[int], recurring: set[int]) -> list[_Row]:
    """Return the rows of a page's end that are furniture: none further out is text, and the last stands apart."""
    taken: list[_Row] = []
    for index, row in enumerate(end):
        if not (row.outside or id(row) in counted or id(row) in recurring):
            break
        if row.apart or row.outside or id(row) in counted:
            taken = end[: index + 1]
    return taken


def _number(fragments: Sequence[Fragment]) -> int | None:
    """Return the page number a row may be: alone, or far out at its beginning or end in the size of the rest."""
    match = _FOLIO.fullmatch(joined(fragments))
    if match:
        return _value(match.group(1).lower())
    for number, beside in ((fragments[0], fragments[1:2]), (fragments[-1], fragments[-2:-1])):
        match = _FOLIO.fullmatch(number.text)
        if match and beside and same_size(number.size, beside[0].size):
            gap = max(beside[0].left - number.right, number.left - beside[0].right)
            if gap > _FAR_OUT * number.size:
                return _value(match.group(1).lower())
    return None


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def _offset(rows: Sequence[_Row]) -> int | None:
    """Return by how much printed page numbers are ahead of the file's, where two pages or more agree at one height."""
    agreeing: dict[tuple[int, bool, int], set[int]] = defaultdict(set)
    for row in rows:
        if row.number is not None:
            for height in _heights(row.baseline):
                agreeing[row.number - row.page, row.foot, height].add(row.page)
    if not agreeing:
        return None
    best = max(agreeing, key=lambda key: (len(agreeing[key]), -abs(key[0]), key))
    return best[0] if len(agreeing[best]) >= 2 else None


def _heights(baseline: float) -> tuple[int, int]:
    """Return the two overlapping bands a height lies in, so that two near heights share one."""
    return int(baseline // (2 * _HEIGHT)) * 2, int((baseline + _HEIGHT) // (2 * _HEIGHT)) * 2 + 1


def _recurring(rows: Sequence[_Row], offset: int, pages: int) -> set[int]:
    """Return the ids of rows whose words, page numbers aside, stand at the same height of other pages near by."""
    on: dict[tuple[str, bool, int], set[int]] = defaultdict(set)
    words = {id(row): _without_folio(row.text, {row.page, row.page + offset}) for row in rows}
    for row in rows:
        for height in _heights(row.baseline):
            on[words[id(row)], row.foot, height].add(row.page)
    fewest = 2 if pages < _LONG else 3
    found: set[int] = set()
    for row in rows:
        others = max((on[words[id(row)], row.foot, height] for height in _heights(row.baseline)), key=len)
        near = others & {row.page - 2, row.page - 1, row.page + 1, row.page + 2}
        if near and len(others) >= fewest and not row.text.isdecimal():
            found.add(id(row))
    return found


def _like_recurring(rows: Sequence[_Row], recurring: set[int]) -> set[int]:
    """Return the ids of rows set apart like the running heads of three pages: at their height, in their type."""
    heads: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for row in rows:
        if id(row) in recurring and row.apart:
            for key in _settings(row):
                heads[key].add(row.page)
    alike = {key for key, pages in heads.items() if len(pages) >= 3}
    return {id(row) for row in rows if row.apart and not alike.isdisjoint(_settings(row))}


def _settings(row: _Row) -> list[tuple[object, ...]]:
    first = row.fragments[0]
    return [(row.foot, height, round(first.size, 1), first.bold, first.italic) for height in _heights(row.baseline)]


def _without_folio(text: str, numbers: set[int]) -> str:
    return _NUMBER.sub(lambda match: "#" if int(match[0]) in numbers else match[0], text)


def _margin_numbers(pages: Sequence[Page], gone: set[int]) -> set[int]:
    """Return the ids of the fragments that number lines or paragraphs: small, beyond the text, rising."""
    found: list[Fragment] = []
    for page in pages:
        own = [f for f in page.fragments if not f.turn and id(f) not in gone]
        size = common_size(own)
        lefts = Counter(round(f.left) for f in own if abs(f.size - size) < 0.2)
        if not lefts:
            continue
        left = min(edge for edge, times in lefts.items() if times >= max(lefts.values()) / 4)
        right = max(f.right for f in own if abs(f.size - size) < 0.2 and f.left >= left - 1)
        numbers = [f for f in own if f.text.isdecimal() and f.size < 0.9 * size]
        beyond = [f for f in numbers if f.right < left - _MARGIN or f.left > right + _MARGIN]
        found += sorted(beyond, key=lambda f: f.baseline)
    values = [int(f.text) for f in found]
    rising = all(a < b for a, b in pairwise(values))
    return {id(f) for f in found} if rising and len(found) >= _FEWEST_MARGIN_NUMBERS else set()


def _watermarks(pages: Sequence[Page]) -> set[tuple[int, str]]:
    """Return angle and text of what is set aslant or sideways on two pages or more."""
    seen: dict[tuple[int, str], set[int]] = defaultdict(set)
    for page in pages:
        for fragment in page.fragments:
            if fragment.turn:
                seen[fragment.turn, fragment.text].add(page.number)
    return {key for key, on in seen.items() if len(on) >= 2}
