"""A story of a Word file (its body, a note, a header, a text box) to blocks: paragraphs, lists, tables, pictures."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, ClassVar

from annotate.model.source import Form
from annotate.read.block_text import BlockBuilder
from annotate.read.docx.inline import Inline
from annotate.read.docx.names import ID, RELATION, VAL, by_name, name, names, shown, value
from annotate.read.docx.styles import with_outline
from annotate.read.docx.tables import cells_of, grid, is_deleted, is_header, rows_of, words_in
from annotate.read.office import rules
from annotate.read.office.blocks import BlockList, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.model.source import RawBlock
    from annotate.read.docx.parts import Relation
    from annotate.read.docx.reading import Notes, Reading
    from annotate.read.docx.styles import ParagraphStyle
    from annotate.read.office.blocks import Picture

_PARAGRAPH, _PROPERTIES, _STYLE, _OUTLINE = map(name, ("w:p", "w:pPr", "w:pStyle", "w:outlineLvl"))
_NUM_PR, _NUM_ID, _LEVEL, _BORDERS = map(name, ("w:numPr", "w:numId", "w:ilvl", "w:pBdr"))
_MARK_DELETED = f"{name('w:rPr')}/{name('w:del')}"
_SECTION, _HEADER, _FOOTER = name("w:sectPr"), name("w:headerReference"), name("w:footerReference")
_GALLERY = f"{name('w:sdtPr')}/{name('w:docPartObj')}/{name('w:docPartGallery')}"
_SDT_CONTENT, _CHOICE, _FALLBACK = name("w:sdtContent"), name("mc:Choice"), name("mc:Fallback")
_CONTENTS_GALLERY = "Table of Contents"
_NAVIGATION = "navigation"
_LOOSE = names("m:oMath m:oMathPara w:r w:hyperlink w:del w:moveFrom w:fldSimple")
_SILENT = names(
    """w:tcPr w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:bookmarkStart w:bookmarkEnd w:proofErr w:permStart
    w:permEnd w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:customXmlInsRangeStart
    w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd"""
)


class Story:
    """Reads the blocks of one story.

    Attributes:
        list: the blocks that were read, and the places of comments in them.
        headers, footers: relationship ids of the headers and footers the sections call, in order.
    """

    def __init__(
        self, reading: Reading, relations: Mapping[str, Relation], *, boilerplate: str = "", in_note: bool = False
    ) -> None:
        self._reading = reading
        self._relations = relations
        self._boilerplate = boilerplate
        self._inline = Inline(reading, relations, self._read_note)
        self._cell: BlockBuilder | None = None
        self._carried: BlockBuilder | None = None
        self._deferred: list[tuple[Picture, bool]] = []
        self._in_contents = False
        self._in_note = in_note
        self.list = BlockList(reading.report)
        self.headers: dict[str, None] = {}
        self.footers: dict[str, None] = {}

    def expect_sign(self, sign: str) -> None:
        """Leave out `sign` where the story begins with it, as a note with a sign of its own does."""
        self._inline.own_sign = sign

    def read(self, container: etree._Element) -> None:
        """Read all that an element holds: `w:body`, `w:footnote`, `w:hdr`, `w:txbxContent`, `w:tc` ..."""
        for element in container:
            tag = element.tag
            if tag == _PARAGRAPH:
                if len(element) or self._carried is not None:
                    self._paragraph(element)
                elif not self._in_note:
                    self._reading.report.paragraph += 1
            elif tag in self._HANDLERS:
                self._HANDLERS[tag](self, element)
            elif tag not in _SILENT and isinstance(tag, str):
                self._loose(element)

    def finish(self) -> None:
        """End the story: what still waits for a block is set at the end of the last one."""
        if self._carried is not None:
            self.list.add(self._carried, Kind(boilerplate=self._boilerplate))
        self.list.finish()

    def _read_note(self, notes: Notes, element: etree._Element, sign: str) -> tuple[tuple[RawBlock, ...], list[str]]:
        story = Story(self._reading, notes.relations, in_note=True)
        story.expect_sign(sign)
        story.read(element)
        story.finish()
        return tuple(story.list.blocks), list(story.list.places)

    def _paragraph(self, element: etree._Element) -> None:
        reading = self._reading
        if not self._in_note:
            reading.report.paragraph += 1
        properties = element.find(_PROPERTIES)
        style = reading.styles.paragraph(value(properties, _STYLE))
        kind = self._kind(style, properties)
        line = self._begin_line()
        self._inline.paragraph(element, style.look)
        if properties is not None:
            for section in properties.iterchildren(_SECTION):
                self._section(section)
            if self._cell is None and not line.empty and properties.find(_MARK_DELETED) is not None:
                self._carried = line  # its end was deleted, so that the next paragraph goes on in it
                return
        if self._cell is not None:
            self._end_of_cell_paragraph()
            return
        if line.empty and (self._inline.rule or self._divides(properties)) and not self._inline.pictures:
            kind = Kind(Form.BREAK, boilerplate=kind.boilerplate)
        self._end_of_paragraph(line, kind)

    def _begin_line(self) -> BlockBuilder:
        line = self._cell or self._carried or self.list.new_line()
        self._carried = None
        self._inline.begin(line)
        return line

    def _end_of_cell_paragraph(self) -> None:
        if self._cell is not None:
            self._cell.add("\n")
        self._deferred += self._inline.pictures
        self._inline.pictures = []
        boxes, self._inline.boxes = self._inline.boxes, []
        for box in boxes:
            self.read(box)

    def _end_of_paragraph(self, line: BlockBuilder, kind: Kind) -> None:
        pictures, self._inline.pictures = self._inline.pictures, []
        boxes, self._inline.boxes = self._inline.boxes, []
        for picture, before in pictures:
            if before:
                self.list.add_picture(picture, kind.boilerplate)
        self.list.add(line, kind)
        for picture, before in pictures:
            if not before:
                self.list.add_picture(picture, kind.boilerplate)
        self._inline.rule = False
        for box in boxes:
            self.read(box)

    def _kind(self, style: ParagraphStyle, properties: etree._Element | None) -> Kind:
        if style.form is Form.HEADING and not style.contents:
            self._inline.fields.end_contents()
        contents = style.contents or self._in_contents or self._inline.fields.in_contents
        boilerplate = self._boilerplate or (_NAVIGATION if contents else "")
        number, depth, outline = style.number, style.depth, None
        if properties is not None:
            outline = value(properties, _OUTLINE)
            list_of = properties.find(_NUM_PR)
            if list_of is not None:
                number = value(list_of, _NUM_ID) or number
                depth = value(list_of, _LEVEL) or depth or "0"
        form, level = with_outline(style.form, style.level, outline)
        if form is Form.PARAGRAPH and number not in {"", "0"} and not boilerplate:
            rend = {"rend": self._reading.numbering.rend(number, depth)}
            level = int(depth) + 1 if depth in set("012345678") else 1
            return Kind(Form.ITEM, level, attributes=rend, series=number)
        return Kind(form, level, boilerplate=boilerplate)

    @staticmethod
    def _divides(properties: etree._Element | None) -> bool:
        """Whether an empty paragraph with these properties shows a line."""
        borders = None if properties is None else properties.find(_BORDERS)
        return borders is not None and any(border.get(VAL) not in {"none", "nil"} for border in borders)

    def _table(self, element: etree._Element) -> None:
        rows = list(rows_of(element))
        if self._cell is not None:
            self._reading.report.add(rules.NESTED_TABLE)
            for row in rows:
                self._nested_row(row)
            return
        if len(rows) == 1 and len(cells := list(cells_of(rows[0]))) == 1:
            self.read(cells[0])  # a frame around paragraphs, not a table
            return
        if self._carried is not None:
            self.list.add(self._carried, Kind(boilerplate=self._boilerplate))
            self._carried = None
        group, kept = self._reading.report.new_group("table"), []
        for row in rows:
            if is_deleted(row):
                self._reading.report.leave_out(rules.DELETED, words_in(row))
            else:
                kept.append(row)
        for number, (row, cells_in_row) in enumerate(zip(kept, grid(kept), strict=True)):
            for cell in cells_in_row:
                attributes = {"role": "label"} if is_header(row) else {}
                kind = Kind(Form.CELL, 0, number, attributes | cell.spans, self._boilerplate, group)
                self._read_cell(cell.element, kind)
        deferred, self._deferred = self._deferred, []
        for picture, _ in deferred:
            self.list.add_picture(picture, self._boilerplate)

    def _read_cell(self, cell: etree._Element, kind: Kind) -> None:
        self._cell = BlockBuilder()
        self.read(cell)
        line, self._cell = self._cell, None
        self.list.add(line, kind)

    def _nested_row(self, row: etree._Element) -> None:
        if is_deleted(row):
            self._reading.report.leave_out(rules.DELETED, words_in(row))
            return
        for cell in cells_of(row):
            self.read(cell)

    def _content_control(self, element: etree._Element) -> None:
        gallery = element.find(_GALLERY)
        before = self._in_contents
        self._in_contents = before or (gallery is not None and gallery.get(VAL) == _CONTENTS_GALLERY)
        for content in element.iterchildren(_SDT_CONTENT):
            self.read(content)
        if self._in_contents and not before:
            self._inline.fields.end_contents()
        self._in_contents = before

    def _alternatives(self, element: etree._Element) -> None:
        chosen = element.find(_CHOICE)
        if chosen is None:
            chosen = element.find(_FALLBACK)
        if chosen is not None:
            self.read(chosen)

    def _section(self, element: etree._Element) -> None:
        for reference in element:
            if reference.tag == _HEADER:
                self.headers.setdefault(reference.get(RELATION, ""))
            elif reference.tag == _FOOTER:
                self.footers.setdefault(reference.get(RELATION, ""))

    def _range_start(self, element: etree._Element) -> None:
        self.list.remember(f"start {element.get(ID, '')}")

    def _range_end(self, element: etree._Element) -> None:
        self.list.remember(f"end {element.get(ID, '')}")

    def _other_document(self, _: etree._Element) -> None:
        self._reading.report.add(rules.OBJECT, what="another document, set into this one,")

    def _loose(self, element: etree._Element) -> None:
        """Read what stands between paragraphs and is not known: a formula, or anything that may hold words."""
        if element.tag not in _LOOSE:
            self._reading.report.unknown(shown(str(element.tag)))
            if any(True for _ in element.iter(_PARAGRAPH)):
                self.read(element)
                return
        line = self._begin_line()
        holder = element.makeelement(_PARAGRAPH)
        holder.append(copy(element))
        self._inline.paragraph(holder, {})
        if self._cell is None:
            self._end_of_paragraph(line, Kind(boilerplate=self._boilerplate))

    _HANDLERS: ClassVar = by_name(
        ("w:tbl", _table),
        ("w:sdt", _content_control),
        ("w:ins w:moveTo w:customXml w:smartTag", read),
        ("mc:AlternateContent", _alternatives),
        ("w:sectPr", _section),
        ("w:commentRangeStart", _range_start),
        ("w:commentRangeEnd", _range_end),
        ("w:altChunk w:subDoc", _other_document),
    )
