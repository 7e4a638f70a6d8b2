"""The tree of a web page to blocks: every visible word once, in order, with what the page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form, RawBlock, RawMark, RawNote
from annotate.read.html import names
from annotate.read.html.flow import Flow, FlowBuilder
from annotate.read.html.frames import Frame, Framer
from annotate.read.html.lines import parted
from annotate.read.html.pictures import emoji, picture

if TYPE_CHECKING:
    from annotate.read.html.links import Links
    from annotate.read.html.notes import Notes
    from annotate.read.html.pictures import Picture
    from annotate.read.html.styles import Styles

# Characters that a reader cannot see: formats, joiners, marks of direction (Unicode category Cf), and blanks.
_INVISIBLE = lazy_pattern(r"[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]*")


_MARKUP = lazy_pattern(r"<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the element of the page whose words it holds."""

    block: RawBlock
    element: etree._Element


@dataclass(slots=True)
class LeftOut:
    """What a page holds and a text does not, with the line of each in the page."""

    hidden: list[tuple[int, str, str]] = field(default_factory=list)  # line, element, words
    embedded: list[tuple[int, str, str]] = field(default_factory=list)  # line, element, address
    unknown: dict[str, int] = field(default_factory=dict)  # element, first line
    invisible: list[tuple[int, str]] = field(default_factory=list)  # line, characters


class Walker:
    """Walks a page, or one of its notes, and collects its blocks."""

    def __init__(self, root: etree._Element, styles: Styles, links: Links, notes: Notes, *, within: str = "") -> None:
        """Prepare to walk `root`; `within` begins the names of the groups, so that they are its own."""
        self.blocks: list[Placed] = []
        self.left_out = LeftOut()
        self.depth = 0  # of block elements in one another
        self._root = root
        self._styles = styles
        self._links = links
        self._notes = notes
        self._framer = Framer(within)
        self._flow = FlowBuilder()
        self._frames = [Frame()]
        self._elements = [root]  # the block elements that are open, as `_frames`
        self._opened: dict[etree._Element, int] = {}  # elements whose start opened markup, how many of it
        self._pictures: list[Picture] = []  # met in the current flow, by the number in their mark

    def walk(self) -> list[Placed]:
        """Return the blocks of the page in order."""
        skipped: etree._Element | None = None
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not self._start(element):
                    skipped = element
                    walk.skip_subtree()
                    continue
                text = element.text
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._end(element)
                text = element.tail if element is not self._root else None
            if text:
                self._flow.add(text, element.sourceline or 0, lines_kept=self._frames[-1].lines_kept)
        self._flush()
        return self.blocks

    def _start(self, element: etree._Element) -> bool:
        """Take note of an element that begins; return whether its content is read."""
        name = str(element.tag)
        if element in self._notes.calls:
            self._call(element)
            return False
        if element in self._notes.taken and element is not self._root:
            return False
        if (name in names.UNREAD or element in self._styles.hidden) and not self._is_read(element, name):
            return False
        if name in names.BLOCKS or ("-" in name and names.is_block(name)):
            self._start_block(element, name)
        elif name in names.POINTS:
            self._point(element, name)
        elif name not in names.INLINES and not names.is_known(name):
            self.left_out.unknown.setdefault(name, element.sourceline or 0)
        self._open_marks(element, name)
        return True

    def _point(self, element: etree._Element, name: str) -> None:
        """Take note of an element without content: a line break, a rule, a picture."""
        if name in names.PICTURES:
            self._picture(element)
        elif name == "hr":
            self._flush()
            self.blocks.append(Placed(RawBlock("", element.sourceline or 0, Form.BREAK), element))
        elif self._frames[-1].cell is not None:
            self._flow.space()
        else:
            self._flow.break_line()

    def _is_read(self, element: etree._Element, name: str) -> bool:
        line = element.sourceline or 0
        if name in names.PROGRAMS or name in names.HEADER:
            return False
        if name in names.EMBEDDED:
            address = element.get("src") or element.get("data") or ""
            words = " ".join("".join(element.itertext()).split())
            self.left_out.embedded.append((line, name, address or words))
            return False
        if name in names.NOT_SHOWN or element in self._styles.hidden:
            words = _shown_words(element)
            if words:
                self.left_out.hidden.append((line, name, words))
            return False
        return True

    def _start_block(self, element: etree._Element, name: str) -> None:
        frame = self._frames[-1]
        if frame.cell is not None and name not in names.CELLS and name not in {"tr", "table"}:
            self._flow.space()
            self._frames.append(frame)
            self._elements.append(self._elements[-1])
            return
        self._flush()
        self._frames.append(self._framer.inner(frame, element, name))
        self.depth = max(self.depth, len(self._frames))
        self._elements.append(element)

    def _open_marks(self, element: etree._Element, name: str) -> None:
        marks = [*self._styles.marks.get(element, ())]
        if name in names.MARKS:
            marks.append(names.MARKS[name])
        target = self._links.targets.get(element)
        if target is not None:
            marks.append(("ref", {"target": target}))
        if marks:
            for mark in marks:
                self._flow.open(*mark)
            self._opened[element] = len(marks)

    def _end(self, element: etree._Element) -> None:
        for _ in range(self._opened.pop(element, 0)):
            self._flow.close()
        name = str(element.tag)
        if name not in names.BLOCKS and not ("-" in name and names.is_block(name)):
            return
        frame = self._frames[-1]
        if frame.cell is not None and frame.cell is not element:
            self._flow.space()
        else:
            self._flush()
            if frame.cell is element:
                self._empty_cell(element)
        self._frames.pop()
        self._elements.pop()

    def _empty_cell(self, element: etree._Element) -> None:
        """Keep the place of a cell without words, so that those after it stay in their columns."""
        if not self.blocks or self.blocks[-1].element is not element:
            frame = self._frames[-1]
            cell = RawBlock("", element.sourceline or 0, frame.form, 0, frame.group, frame.row, frame.attributes)
            self.blocks.append(Placed(cell, element))

    def _call(self, element: etree._Element) -> None:
        """Call the note here; its own words are walked apart."""
        note = self._notes.calls[element]
        inner = Walker(note.element, self._styles, self._links, self._notes.without_calls(), within=f"{note.id}-")
        blocks = tuple(placed.block for placed in note.unsigned(inner.walk()))
        self.left_out.hidden += inner.left_out.hidden
        self.left_out.embedded += inner.left_out.embedded
        if blocks:
            self._flow.note(RawNote(0, blocks, "foot", note.sign))

    def _picture(self, element: etree._Element) -> None:
        sign = emoji(element)
        if sign:
            self._flow.add(sign, element.sourceline or 0)
            return
        self._flow.point("graphic", {"url": str(len(self._pictures))})
        self._pictures.append(picture(element, self._links))

    def _flush(self) -> None:
        """End the current flow: its blocks, and the pictures at its ends, are done."""
        flow = self._flow.take()
        if flow is None:
            return
        frame = self._frames[-1]
        for part, form in parted(flow, wrapped=frame.lines_kept):
            self._place(part, frame, form)
        self._pictures.clear()

    def _place(self, flow: Flow, frame: Frame, form: Form | None) -> None:
        text = flow.text
        if text and not flow.notes and _INVISIBLE.fullmatch(text):
            if text.strip():
                self.left_out.invisible.append((flow.line, text))
            text = ""
        marks: list[RawMark] = []
        before: list[Picture] = []
        after: list[Picture] = []
        for mark in flow.marks:
            if mark.name != "graphic":
                marks.append(mark)
                continue
            shown = self._pictures[int(mark.attributes["url"])]
            if mark.start == 0 or not text:
                before.append(shown)
            elif mark.start >= len(text) or not (shown.url or shown.near):
                after.append(shown)
            else:
                marks.append(RawMark(mark.start, mark.end, "graphic", shown.addresses))
        self.blocks += [self._picture_block(shown, frame) for shown in before]
        if flow.notes and not text:
            self._call_before(flow.notes)
        elif text:
            block = RawBlock(
                text,
                flow.line,
                form if form is not None and frame.form is not Form.CELL else frame.form,
                frame.level,
                frame.group,
                frame.row,
                frame.attributes,
                tuple(marks),
                flow.notes,
            )
            self.blocks.append(Placed(block, self._elements[-1]))
        self.blocks += [self._picture_block(shown, frame) for shown in after]

    def _call_before(self, notes: tuple[RawNote, ...]) -> None:
        """Call notes that a paragraph calls without words of its own at the end of the block before it."""
        before = next((index for index in range(len(self.blocks) - 1, -1, -1) if self.blocks[index].block.text), None)
        if before is None:
            self.blocks += [Placed(block, self._elements[-1]) for note in notes for block in note.blocks]
            return
        placed = self.blocks[before]
        end = len(placed.block.text)
        called = (*placed.block.notes, *(RawNote(end, note.blocks, note.place, note.sign) for note in notes))
        self.blocks[before] = replace(placed, block=replace(placed.block, notes=called))

    def _picture_block(self, shown: Picture, frame: Frame) -> Placed:
        attributes = {**shown.addresses, **({"alt": shown.alternative} if shown.alternative else {})}
        block = RawBlock("", shown.line, Form.PICTURE, group=frame.figure, attributes=attributes)
        return Placed(block, self._elements[-1])


def _shown_words(element: etree._Element) -> str:
    """Return the words inside an element, without those of programs and of markup that libxml2 leaves as text."""
    pieces: list[str] = []
    for inner in element.iter(etree.Element):
        if inner.tag not in names.PROGRAMS:
            pieces.append(inner.text or "")
        if inner is not element:
            pieces.append(inner.tail or "")
    words = "".join(pieces)
    return " ".join((_MARKUP.sub(" ", words) if element.tag in names.NOT_SHOWN else words).split())
