"""Tells a table of data from a table that only lays out the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

_LAID_OUT = etree.XPath(
    "boolean(@role='presentation' or @role='none' or .//td[count(.//p | .//div | .//h1 | .//h2 | .//h3"
    " | .//li | .//form | .//blockquote) > 2])"
)
_HEADED = etree.XPath("boolean(.//th)")
_WIDEST = etree.XPath("count(.//tr[count(td | th) > 1])")
_LONGEST_CELL = 600  # code points


def is_data_table(table: etree._Element) -> bool:
    """Whether a `table` holds data: rows of several short cells, no page in a cell."""
    # Looked for first: in tables within tables each would count all that is in it.
    if next(table.iterdescendants("table"), None) is not None or _said(_LAID_OUT, table):
        return False
    rows = _WIDEST(table)
    if not _said(_HEADED, table) and not (isinstance(rows, float) and rows >= 2):
        return False
    return all(len("".join(cell.itertext())) <= _LONGEST_CELL for cell in table.iter("td"))


def _said(test: Callable[[etree._Element], object], table: etree._Element) -> bool:
    return test(table) is True
