"""What is true of the text inside an element of a page: which form its blocks have, in which list, table or figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotate.model.source import Form
from annotate.read import html_names as names
from annotate.read.html_tables import is_data_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_CAPTION = re.compile(r"\bcaption\b|caption-text", re.IGNORECASE)
_KEPT_LINES = frozenset({"pre", "xmp", "listing", "plaintext"})
_SPANS = (("colspan", "cols"), ("rowspan", "rows"))
_MOST_SPANNED = 1000  # HTML Living Standard, 4.9.11, for columns


@dataclass(slots=True)
class Table:
    """A table of data: its group and the row reached, from 0."""

    group: str
    row: int = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """The form, level, group, row and attributes of blocks inside `element` (as of `RawBlock`), and what is around."""

    element: etree._Element
    form: Form = Form.UNSAID
    level: int = 0
    group: str = ""
    row: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)
    lists: int = 0
    list_group: str = ""
    list_rend: str = ""
    quotations: int = 0
    figure: str = ""
    table: Table | None = None
    in_cell: bool = False
    lines_kept: bool = False


@dataclass(slots=True)
class Framer:
    """Gives each block element its frame, and each list, quotation, table and figure its name."""

    within: str = ""
    _groups: int = 0

    def inner(self, frame: Frame, element: etree._Element, name: str) -> Frame:
        """Return the frame inside `element`, which stands in `frame`."""
        inner = replace(frame, element=element)
        if name in names.HEADINGS:
            return replace(inner, form=Form.HEADING, level=names.HEADINGS[name], group="", attributes={})
        if name in names.LISTS or name in names.ITEMS:
            return self._in_list(inner, name)
        if name in {"table", "tr"} or name in names.CELLS:
            return self._in_table(inner, name)
        if name in _KEPT_LINES:
            return replace(inner, lines_kept=True)
        if name == "blockquote":
            depth = frame.quotations + 1
            group = frame.group if frame.form is Form.QUOTATION else self._group("quotation")
            return replace(inner, form=Form.QUOTATION, level=depth, group=group, quotations=depth, attributes={})
        if name == "figure":
            return replace(inner, figure=frame.figure or self._group("figure"))
        if name in {"figcaption", "caption"} or (frame.form is Form.UNSAID and _CAPTION.search(_class(element))):
            return replace(inner, form=Form.CAPTION, group=frame.figure, attributes={})
        if name == "p" and frame.form is Form.UNSAID:
            return replace(inner, form=Form.PARAGRAPH)
        return inner

    def _in_list(self, inner: Frame, name: str) -> Frame:
        if name in names.LISTS:
            group = inner.list_group or self._group("list")
            rend = {"ol": "numbered", "dl": ""}.get(name, "bulleted")
            return replace(inner, lists=inner.lists + 1, list_group=group, list_rend=rend)
        if not inner.lists:
            return inner
        attributes = {"rend": inner.list_rend} if inner.list_rend else {}
        return replace(inner, form=Form.ITEM, level=inner.lists, group=inner.list_group, attributes=attributes)

    def _in_table(self, inner: Frame, name: str) -> Frame:
        table = inner.table
        if name == "table":
            of_data = not inner.in_cell and is_data_table(inner.element)
            return replace(inner, table=Table(self._group("table")) if of_data else None)
        if table is None:
            return inner
        if name == "tr":
            table.row += 1
            return inner
        attributes = {"role": "label"} if name == "th" else {}
        for html_name, tei_name in _SPANS:
            span = inner.element.get(html_name, "")
            if span.isascii() and span.isdigit() and 1 < int(span[:9]) <= _MOST_SPANNED:
                attributes[tei_name] = str(int(span))
        row = max(table.row, 0)
        return replace(inner, form=Form.CELL, level=0, group=table.group, row=row, attributes=attributes, in_cell=True)

    def _group(self, kind: str) -> str:
        self._groups += 1
        return f"{self.within}{kind}{self._groups}"


def _class(element: etree._Element) -> str:
    return element.get("class", "")
