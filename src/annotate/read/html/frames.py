"""What is true of the text inside an element of a page: which form its blocks have, in which list, table or figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.read.html import names
from annotate.read.html.tables import is_data_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_CAPTION = lazy_pattern(r"\bcaption\b|caption-text", re.IGNORECASE)
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
    """The form, level, group, row and attributes of the blocks in it (as of `RawBlock`), and what is around them."""

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
    cell: etree._Element | None = None
    lines_kept: bool = False


@dataclass(slots=True)
class Framer:
    """Gives each block element its frame, and each list, quotation, table and figure its name."""

    within: str = ""
    _groups: int = 0
    # The frame of one paragraph is that of the next.
    _around_paragraph: Frame | None = None
    _paragraph: Frame = field(default_factory=lambda: Frame(form=Form.PARAGRAPH))

    def inner(self, frame: Frame, element: etree._Element, name: str) -> Frame:
        """Return the frame inside `element`, which stands in `frame`."""
        if name in names.HEADINGS:
            return replace(frame, form=Form.HEADING, level=names.HEADINGS[name], group="", attributes={})
        if name in names.LISTS or name in names.ITEMS:
            return self._in_list(frame, name)
        if name in {"table", "tr"} or name in names.CELLS:
            return self._in_table(frame, element, name)
        if name in _KEPT_LINES:
            return replace(frame, lines_kept=True)
        if name == "blockquote":
            depth = frame.quotations + 1
            group = frame.group if frame.form is Form.QUOTATION else self._group("quotation")
            return replace(frame, form=Form.QUOTATION, level=depth, group=group, quotations=depth, attributes={})
        if name == "figure":
            return replace(frame, figure=frame.figure or self._group("figure"))
        if name in {"figcaption", "caption"}:
            return replace(frame, form=Form.CAPTION, group=frame.figure, attributes={})
        if frame.form is Form.UNSAID:
            return self._in_plain(frame, element, name)
        return frame

    def _in_plain(self, frame: Frame, element: etree._Element, name: str) -> Frame:
        """Return the frame inside an element that is a caption by its class, a paragraph, or nothing of its own."""
        css_class = element.get("class")
        if css_class and _CAPTION.search(css_class):
            return replace(frame, form=Form.CAPTION, group=frame.figure)
        if name != "p":
            return frame
        if frame is not self._around_paragraph:
            self._around_paragraph, self._paragraph = frame, replace(frame, form=Form.PARAGRAPH)
        return self._paragraph

    def _in_list(self, frame: Frame, name: str) -> Frame:
        if name in names.LISTS:
            group = frame.list_group or self._group("list")
            rend = {"ol": "numbered", "dl": ""}.get(name, "bulleted")
            return replace(frame, lists=frame.lists + 1, list_group=group, list_rend=rend)
        if not frame.lists:
            return frame
        attributes = {"rend": frame.list_rend} if frame.list_rend else {}
        return replace(frame, form=Form.ITEM, level=frame.lists, group=frame.list_group, attributes=attributes)

    def _in_table(self, frame: Frame, element: etree._Element, name: str) -> Frame:
        table = frame.table
        if name == "table":
            of_data = frame.cell is None and is_data_table(element)
            return replace(frame, table=Table(self._group("table")) if of_data else None)
        if table is None:
            return frame
        if name == "tr":
            table.row += 1
            return frame
        attributes = {"role": "label"} if name == "th" else {}
        for html_name, tei_name in _SPANS:
            span = element.get(html_name, "")
            if span.isascii() and span.isdigit() and 1 < int(span[:9]) <= _MOST_SPANNED:
                attributes[tei_name] = str(int(span))
        row = max(table.row, 0)
        return replace(frame, form=Form.CELL, level=0, group=table.group, row=row, attributes=attributes, cell=element)

    def _group(self, kind: str) -> str:
        self._groups += 1
        return f"{self.within}{kind}{self._groups}"
