"""What a PDF's pages bear besides the text: running heads, folios, line numbers, watermarks.

A line is furniture where it recurs at the same height of other pages, or where it holds a number that counts the pages.
Never by its words or its place alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.read.pdf_lines import common_size, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.read.pdf_page import Fragment, Page

_ROWS_LOOKED_AT = 3  # at the head and at the foot of each page
_HEIGHT = 3.0  # points within which two lines stand at the same height
_DIGITS = re.compile(r"\d+")
_FOLIO = re.compile(
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
    page: int
    foot: bool
    baseline: float
    fragments: tuple[Fragment, ...]
    text: str
    number: int | None


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """Return what of the pages is furniture and what is text."""
    rows = [row for page in pages for row in _rows(page)]
    offset = _offset(rows)
    taken = {id(row) for row in rows if offset is not None and row.number == row.page + offset}
    taken |= _recurring(rows)
    labels = {page.number: page.label for page in pages}
    taken |= {id(row) for row in rows if row.text == labels[row.page]}
    gone = {id(f) for row in rows if id(row) in taken for f in row.fragments}
    found = Furniture(offset=offset)
    for row in rows:
        if id(row) in taken:
            (found.feet if row.foot else found.heads).setdefault(row.page, []).append(row.text)
    numbers = _margin_numbers(pages, gone)
    watermarks = _watermarks(pages)
    for page in pages:
        for fragment in page.fragments:
            if id(fragment) in numbers or (fragment.turn, fragment.text) in watermarks:
                found.feet.setdefault(page.number, []).append(fragment.text)
            elif id(fragment) not in gone:
                found.rest.setdefault(page.number, []).append(fragment)
    return found


def _rows(page: Page) -> Iterator[_Row]:
    """Yield the first and the last rows of a page, whatever columns it has."""
    upright = sorted((f for f in page.fragments if not f.turn), key=lambda f: f.baseline)
    rows: list[list[Fragment]] = []
    for fragment in upright:
        if rows and abs(fragment.baseline - rows[-1][0].baseline) <= 0.2 * fragment.size:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    count = len(rows)
    for index, row in enumerate(rows):
        from_foot = count - 1 - index
        if min(index, from_foot) < _ROWS_LOOKED_AT:
            ordered = tuple(sorted(row, key=lambda f: f.left))
            foot = from_foot < index
            yield _Row(page.number, foot, row[0].baseline, ordered, joined(ordered), _number(ordered))


def _number(fragments: Sequence[Fragment]) -> int | None:
    """Return the page number a row may be, alone or at its beginning or end."""
    for text in (joined(fragments), fragments[0].text, fragments[-1].text):
        match = _FOLIO.fullmatch(text)
        if match:
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


def _recurring(rows: Sequence[_Row]) -> set[int]:
    """Return the ids of rows whose words, numbers aside, stand at the same height of another page."""
    pages: dict[tuple[str, bool, int], set[int]] = defaultdict(set)
    for row in rows:
        for height in _heights(row.baseline):
            pages[_DIGITS.sub("#", row.text), row.foot, height].add(row.page)
    return {
        id(row)
        for row in rows
        if not _DIGITS.fullmatch(row.text)  # a number alone is a folio where it counts the pages, else text
        and any(len(pages[_DIGITS.sub("#", row.text), row.foot, height]) >= 2 for height in _heights(row.baseline))
    }


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
