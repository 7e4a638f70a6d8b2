"""A story of an OpenDocument text (its body, a note, a header, a text box) to blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from annotate.model.source import Form
from annotate.read.block_text import BlockBuilder
from annotate.read.odt.inline import Inline
from annotate.read.odt.names import by_name, name, names, shown
from annotate.read.office import rules
from annotate.read.office.blocks import BlockList, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from annotate.model.source import RawBlock
    from annotate.read.odt.reading import Reading
    from annotate.read.office.blocks import Picture

_STYLE, _OUTLINE, _DISPLAY = name("text:style-name"), name("text:outline-level"), name("text:display")
_IS_HEADER, _LIST, _ITEM, _LIST_HEADER = map(
    name, ("text:is-list-header", "text:list", "text:list-item", "text:list-header")
)
_HEADING, _PARAGRAPHS = name("text:h"), names("text:p text:h")
_ROW, _CELL, _HEADER_ROWS = map(name, ("table:table-row", "table:table-cell", "table:table-header-rows"))
_ROW_WRAPPERS = names("table:table-rows table:table-row-group table:table-header-rows")
_COLUMNS, _ROWS = name("table:number-columns-spanned"), name("table:number-rows-spanned")
_INDEX_BODY, _CHANGE = name("text:index-body"), name("text:change-id")
_NAVIGATION = "navigation"
_SILENT = names(
    """text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls text:dde-connection-decls
    text:alphabetical-index-auto-mark-file office:forms text:soft-page-break text:change-start text:change-end
    table:shapes table:table-source office:event-listeners office:dde-source text:section-source svg:title svg:desc
    text:bookmark text:bookmark-start text:bookmark-end dc:creator dc:date meta:date-string meta:creator-initials
    loext:sender-initials draw:glue-point draw:enhanced-geometry"""
)
# Indexes that repeat what stands elsewhere; a bibliography is text.
_INDEXES = """text:table-of-content text:illustration-index text:table-index text:object-index text:user-index
    text:alphabetical-index"""


class Story:
    """Reads the blocks of one story into `list`."""

    def __init__(self, reading: Reading, *, boilerplate: str = "", in_note: bool = False) -> None:
        self._reading = reading
        self._boilerplate = boilerplate
        self._in_note = in_note
        self._inline = Inline(reading, self._read_note)
        self._cell: BlockBuilder | None = None
        self._deferred: list[tuple[Picture, bool]] = []
        self._lists: list[tuple[str, str]] = []
        self.list = BlockList(reading.report)

    def read(self, container: etree._Element) -> None:
        """Read all that an element holds: `office:text`, `text:note-body`, `style:header`, `draw:text-box` ..."""
        for element in container:
            tag = element.tag
            if tag in _PARAGRAPHS:
                self._paragraph(element)
            elif tag in self._HANDLERS:
                self._HANDLERS[tag](self, element)
            elif self._inline.frames.takes(element):
                self._frame(element)
            elif tag not in _SILENT and isinstance(tag, str):
                self._unknown(element)

    def finish(self) -> None:
        """End the story."""
        self.list.finish()

    def _read_note(self, body: etree._Element) -> tuple[tuple[RawBlock, ...], list[str]]:
        story = Story(self._reading, in_note=True)
        story.read(body)
        story.finish()
        return tuple(story.list.blocks), list(story.list.places)

    def _paragraph(self, element: etree._Element) -> None:
        if not self._in_note:
            self._reading.report.paragraph += 1
        style = self._reading.styles.paragraph(element.get(_STYLE, ""))
        if self._cell is not None:
            self._inline.paragraph(element, self._cell, style.look)
            self._cell.add("\n")
            pictures, boxes = self._inline.frames.taken()
            self._deferred += pictures
            for box in boxes:
                self.read(box)
            return
        line = self.list.new_line()
        if style.new_page:
            line.point("pb")
        self._inline.paragraph(element, line, style.look)
        kind = self._kind(element, style.form, style.level)
        if style.contents and not kind.boilerplate:
            kind = replace(kind, boilerplate=_NAVIGATION)
        if style.divides and line.empty:
            kind = Kind(Form.BREAK, boilerplate=kind.boilerplate)
        self._end_of_paragraph(line, kind)

    def _kind(self, element: etree._Element, form: Form, level: int) -> Kind:
        if element.tag == _HEADING and element.get(_IS_HEADER) != "true" and form is not Form.TITLE:
            said = element.get(_OUTLINE, "1")
            level = min(int(said[:3]), 6) if said.isascii() and said.isdigit() and int(said[:3]) else 1
            return Kind(Form.HEADING, level, boilerplate=self._boilerplate)
        if self._lists and form is Form.PARAGRAPH and not self._boilerplate:
            style, series = self._lists[-1]
            rend = self._reading.styles.rend(style, len(self._lists))
            return Kind(Form.ITEM, len(self._lists), attributes={"rend": rend}, series=series)
        return Kind(form, level, boilerplate=self._boilerplate)

    def _end_of_paragraph(self, line: BlockBuilder, kind: Kind) -> None:
        pictures, boxes = self._inline.frames.taken()
        for picture, before in pictures:
            if before:
                self.list.add_picture(picture, kind.boilerplate)
        self.list.add(line, kind)
        for picture, before in pictures:
            if not before:
                self.list.add_picture(picture, kind.boilerplate)
        for box in boxes:
            self.read(box)

    def _list(self, element: etree._Element) -> None:
        outer = self._lists[-1] if self._lists else ("", self._reading.report.new_group("series"))
        self._lists.append((element.get(_STYLE) or outer[0], outer[1]))
        for item in element.iterchildren(_ITEM, _LIST_HEADER):
            self.read(item)
        self._lists.pop()

    def _table(self, element: etree._Element) -> None:
        rows = list(_rows(element, header=False))
        if self._cell is not None:
            self._reading.report.add(rules.NESTED_TABLE)
            for row, _ in rows:
                for cell in row.iterchildren(_CELL):
                    self.read(cell)
            return
        if len(rows) == 1 and len(cells := list(rows[0][0].iterchildren(_CELL))) == 1:
            self.read(cells[0])  # a frame around paragraphs, not a table
            return
        lists, self._lists = self._lists, []
        group = self._reading.report.new_group("table")
        for number, (row, header) in enumerate(rows):
            for cell in row.iterchildren(_CELL):
                attributes = {"role": "label"} if header else {}
                attributes |= {
                    key: span for key, span in (("cols", _span(cell, _COLUMNS)), ("rows", _span(cell, _ROWS))) if span
                }
                self._cell = BlockBuilder()
                self.read(cell)
                line, self._cell = self._cell, None
                self.list.add(line, Kind(Form.CELL, 0, number, attributes, self._boilerplate, group))
        deferred, self._deferred = self._deferred, []
        for picture, _ in deferred:
            self.list.add_picture(picture, self._boilerplate)
        self._lists = lists

    def _section(self, element: etree._Element) -> None:
        before = self._reading.hidden
        self._reading.hidden = before or element.get(_DISPLAY) == "none"
        self.read(element)
        self._reading.hidden = before

    def _index(self, element: etree._Element) -> None:
        before, self._boilerplate = self._boilerplate, self._boilerplate or _NAVIGATION
        self._bibliography(element)
        self._boilerplate = before

    def _bibliography(self, element: etree._Element) -> None:
        for body in element.iterchildren(_INDEX_BODY):
            self.read(body)

    def _deletion(self, element: etree._Element) -> None:
        self._reading.deletion(element.get(_CHANGE, ""))

    def _frame(self, element: etree._Element) -> None:
        """Read a frame that stands between paragraphs."""
        line = self._cell or self.list.new_line()
        formula = self._inline.frames.add(element, before_words=True, hidden=self._reading.hidden)
        if formula:
            line.add(formula)
        if self._cell is None:
            self._end_of_paragraph(line, Kind(boilerplate=self._boilerplate))
            return
        pictures, boxes = self._inline.frames.taken()
        self._deferred += pictures
        for box in boxes:
            self.read(box)

    def _unknown(self, element: etree._Element) -> None:
        self._reading.report.unknown(shown(str(element.tag)))
        if any(True for _ in element.iter(*_PARAGRAPHS)):
            self.read(element)
        elif "".join(element.itertext()).strip():
            line = self._cell or self.list.new_line()
            self._inline.paragraph(element, line, {})
            if self._cell is None:
                self._end_of_paragraph(line, Kind(boilerplate=self._boilerplate))

    _HANDLERS: ClassVar = by_name(
        ("text:list", _list),
        ("table:table", _table),
        ("text:section", _section),
        (_INDEXES, _index),
        ("text:bibliography", _bibliography),
        ("text:index-title text:numbered-paragraph text:page-sequence", read),
        ("text:change", _deletion),
    )


def _rows(table: etree._Element, *, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the rows of a table with whether they head it."""
    for child in table:
        if child.tag == _ROW:
            yield child, header
        elif child.tag in _ROW_WRAPPERS:
            yield from _rows(child, header=header or child.tag == _HEADER_ROWS)


def _span(cell: etree._Element, attribute: str) -> str:
    """Return how many columns or rows a cell takes as a number above 1; "" for one."""
    said = cell.get(attribute, "")
    return said if said.isascii() and said.isdigit() and len(said) < 4 and int(said) > 1 else ""
