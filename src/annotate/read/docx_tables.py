"""The rows and cells of a Word table (ECMA-376, part 1, 17.4), through what may be wrapped around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.read.docx_names import is_on, name, names, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ROW, _CELL = name("w:tr"), name("w:tc")
_WRAPPERS = names("w:sdt w:sdtContent w:customXml w:ins w:moveTo")
_ROW_PROPERTIES, _CELL_PROPERTIES = name("w:trPr"), name("w:tcPr")
_HEADER, _DELETED, _SPAN = name("w:tblHeader"), name("w:del"), name("w:gridSpan")
_WORDS = names("w:t w:delText")
_PARAGRAPH = name("w:p")
_MOST_COLUMNS = 63  # Word's own limit


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
    span = value(cell.find(_CELL_PROPERTIES), _SPAN) or "1"
    return min(int(span), _MOST_COLUMNS) if span.isascii() and span.isdigit() and len(span) < 4 else 1


def words_in(row: etree._Element) -> str:
    """Return all words of a row, paragraphs parted by a space."""
    pieces = [" " if node.tag == _PARAGRAPH else node.text or "" for node in row.iter(_PARAGRAPH, *_WORDS)]
    return "".join(pieces).strip()
