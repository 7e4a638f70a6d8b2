"""The rows and cells of a Word table (ECMA-376, part 1, 17.4), through what may be wrapped around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.read.docx.names import VAL, is_on, name, names, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_ROW, _CELL = name("w:tr"), name("w:tc")
_WRAPPERS = names("w:sdt w:sdtContent w:customXml w:ins w:moveTo")
_ROW_PROPERTIES, _CELL_PROPERTIES = name("w:trPr"), name("w:tcPr")
_HEADER, _DELETED, _SPAN = name("w:tblHeader"), name("w:del"), name("w:gridSpan")
_WORDS = names("w:t w:delText")
_PARAGRAPH = name("w:p")
_MERGED, _SKIPPED = name("w:vMerge"), name("w:gridBefore")
_MOST_COLUMNS = 63  # Word's own limit


@dataclass(slots=True)
class Cell:
    """A cell and how many columns and rows it takes."""

    element: etree._Element
    columns: int
    rows: int = 1

    @property
    def spans(self) -> dict[str, str]:
        """TEI's attributes for a cell of more than one column or row."""
        sizes = (("cols", self.columns), ("rows", self.rows))
        return {attribute: str(size) for attribute, size in sizes if size > 1}


def grid(rows: Iterable[etree._Element]) -> list[list[Cell]]:
    """Return the cells of each row; one that goes on with the cell above and is empty counts to that."""
    result: list[list[Cell]] = []
    above: dict[int, Cell] = {}
    for row in rows:
        column = _number(value(row.find(_ROW_PROPERTIES), _SKIPPED))
        cells: list[Cell] = []
        going_on: dict[int, Cell] = {}
        for element in cells_of(row):
            cell = Cell(element, max(span_of(element), 1))
            properties = element.find(_CELL_PROPERTIES)
            merged = None if properties is None else properties.find(_MERGED)
            if merged is not None and merged.get(VAL) != "restart" and column in above and not words_in(element):
                cell = above[column]
                cell.rows += 1
            else:
                cells.append(cell)
            if merged is not None:
                going_on[column] = cell
            column += cell.columns
        above = going_on
        result.append(cells)
    return result


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table."""
    return _inside(table, _ROW)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    return _inside(row, _CELL)


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, wanted)


def is_header(row: etree._Element) -> bool:
    """Whether a row is marked as a heading that is repeated on each page."""
    properties = row.find(_ROW_PROPERTIES)
    return properties is not None and is_on(properties.find(_HEADER))


def is_deleted(row: etree._Element) -> bool:
    """Whether a row was deleted with changes tracked."""
    properties = row.find(_ROW_PROPERTIES)
    return properties is not None and properties.find(_DELETED) is not None


def span_of(cell: etree._Element) -> int:
    """Return how many columns a cell is wide."""
    return min(_number(value(cell.find(_CELL_PROPERTIES), _SPAN)) or 1, _MOST_COLUMNS)


def _number(said: str | None) -> int:
    """Return a small number as it is written; 0 for what is none."""
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 4 else 0


def words_in(row: etree._Element) -> str:
    """Return all words of a row or cell, paragraphs parted by a space."""
    pieces = [" " if node.tag == _PARAGRAPH else node.text or "" for node in row.iter(_PARAGRAPH, *_WORDS)]
    return "".join(pieces).strip()
