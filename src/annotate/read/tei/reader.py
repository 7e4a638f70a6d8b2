"""TEI P5 of any customisation to a document, by reading rule 1 (`docs/reading-text.md`).

The only module that reads TEI nodes; `write.tei` is its counterpart.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.document import Block, Document, Group, Inline, whole_text
from annotate.read import rules
from annotate.read.tei.content import Flow
from annotate.read.tei.header import read_header
from annotate.read.tei.names import (
    ALWAYS_BLOCK,
    BLOCK_IN_GROUP,
    GROUPS,
    TEI_NAMESPACE,
    XML_ID,
    attributes_of,
    is_editorial,
    is_speaker_label,
    is_turn_paragraph,
    local_name,
)
from annotate.read.tei.other_kind import kind_of_no_xml, kind_of_xml
from annotate.read.tei.timeline import read_timeline
from annotate.read.xml import parse_xml

if TYPE_CHECKING:
    from lxml import etree

    from annotate.model.document import Node


def read_tei(data: bytes, path: str) -> Document:
    """Return the document a TEI file holds.

    Blocks without an `xml:id` get `b` and their number. Raises InputRefused (codes F104, F108, F121 to F125).
    """
    try:
        root = parse_xml(data, path)
    except InputRefused:
        kind = kind_of_no_xml(data, path)
        if kind is None:
            raise
        raise InputRefused(rules.NOT_TEI.at(path, kind=kind)) from None
    if root.tag != f"{{{TEI_NAMESPACE}}}TEI":
        raise InputRefused(rules.NOT_TEI.at(path, root.sourceline or 1, kind=kind_of_xml(root)))
    text = next((child for child in root if local_name(child) == "text"), None)
    if text is None:
        raise InputRefused(rules.NO_TEXT.at(path, root.sourceline or 1))
    reader = _Reader(text)
    front, body, back = (reader.part(name) for name in ("front", "body", "back"))
    return Document(read_header(root), front, body, back, read_timeline(root))


class _Reader:
    """Turns the elements below one `text` into groups and blocks."""

    def __init__(self, text: etree._Element) -> None:
        self._text = text
        self._holds_blocks = _elements_that_hold_blocks(text)
        self._flow = Flow(text, self.is_block, self.note_parts)
        self._ids = {str(value) for value in text.xpath("//@xml:id")}
        self._number = 0

    def part(self, name: str) -> tuple[Group | Block, ...]:
        """Return what stands in `front`, `body` or `back`; of a `group` of texts, all that stands in it."""
        if name == "body":
            # A `group` of several texts stands where a single text has its body, and is read whole.
            return tuple(
                part for child in self._text if local_name(child) in {"body", "group"} for part in self.children(child)
            )
        return tuple(part for child in self._text if local_name(child) == name for part in self.children(child))

    def children(self, element: etree._Element) -> tuple[Group | Block, ...]:
        """Return the groups and blocks inside an element; text that stands bare in it becomes blocks of its own."""
        parts: list[Group | Block] = []
        run: list[object] = [element.text or ""]

        def flush() -> None:
            content = self._flow.collapse(run)
            run.clear()
            if whole_text(content):
                parts.append(Block(self._id(None), "ab", content, line=element.sourceline or 0))

        for child in element:
            if local_name(child) == "graphic" and local_name(element) == "figure":
                flush()
                parts.append(Block("", "graphic", (), attributes_of(child), child.sourceline or 0))
            elif isinstance(child.tag, str) and self.is_block(child):
                flush()
                parts.extend(self.block(child))
            else:
                self._flow.add(child, run)
            run.append(child.tail or "")
        flush()
        return _stanzas(parts)

    def block(self, element: etree._Element) -> tuple[Group | Block, ...]:
        """Return the group or block an element is; nothing for one that is left out."""
        name = local_name(element)
        if is_speaker_label(element) or (name == "note" and is_editorial(element)):
            return ()
        line = element.sourceline or 0
        attributes = attributes_of(element)
        xml_id = attributes.pop("xml:id", "")
        if name == "lg" and not any(local_name(child) == "lg" for child in element):
            content = self._flow.stanza(element)
            if content is not None:
                return (Block(self._id(element), name, content, attributes, line),) if content else ()
        if self._is_group(element) or element in self._holds_blocks:
            label = self._flow.label(element) if name in {"sp", "u"} else ()
            number = self._number + 1
            children = self.children(element)
            if name in {"sp", "u"} and not xml_id:
                xml_id = self._fresh(f"t{number}")
            return (Group(name, children, xml_id, attributes, label, line),) if children or label else ()
        if name == "u":
            return self._utterance(element, xml_id, attributes)
        block_id = self._id(element)
        content = self._flow.content(element)
        # An empty cell still keeps those after it in their columns.
        return (Block(block_id, name, content, attributes, line),) if content or name == "cell" else ()

    def _utterance(self, element: etree._Element, xml_id: str, attributes: dict[str, str]) -> tuple[Group, ...]:
        """Return a `u` of running text as a turn of one block, so that it has its speaker and its time."""
        content = self._flow.content(element)
        if not content:
            return ()
        number = self._number + 1
        block = Block(self._id(None), "seg", content, line=element.sourceline or 0)
        return (Group("u", (block,), xml_id or self._fresh(f"t{number}"), attributes, line=block.line),)

    def note_parts(self, note: etree._Element) -> tuple[Group | Block, ...]:
        """Return what an author's note called inside a block holds; a note of running text is one block, `note`."""
        parts = self.block(note)
        return tuple(
            inner
            for part in parts
            for inner in (part.children if isinstance(part, Group) and part.name == "note" else (part,))
        )

    def is_block(self, element: etree._Element) -> bool:
        """Whether an element stands apart from the running text around it."""
        name = local_name(element)
        if name in ALWAYS_BLOCK or element in self._holds_blocks or _stands_apart(element):
            return True
        parent = element.getparent()
        return name in BLOCK_IN_GROUP and parent is not None and self._is_group(parent)

    def _is_group(self, element: etree._Element) -> bool:
        name = local_name(element)
        return name in GROUPS or (name == "cit" and self.is_block(element))

    def _id(self, element: etree._Element | None) -> str:
        self._number += 1
        own = element.get(XML_ID) if element is not None else None
        return own or self._fresh(f"b{self._number}")

    def _fresh(self, wanted: str) -> str:
        """Return an id no element of the file bears: `b12`, or `b12-2` where the file uses `b12` for another."""
        candidate, count = wanted, 1
        while candidate in self._ids:
            count += 1
            candidate = f"{wanted}-{count}"
        self._ids.add(candidate)
        return candidate


def _elements_that_hold_blocks(text: etree._Element) -> set[etree._Element]:
    """Return the elements with a block below them; what a note holds does not count for what calls the note."""
    holders: set[etree._Element] = set()
    for element in text.iter("{*}*"):
        if local_name(element) not in ALWAYS_BLOCK and not _stands_apart(element):
            continue
        parent = element.getparent()
        while parent is not None and parent not in holders:
            holders.add(parent)
            if local_name(parent) == "note":
                break
            parent = parent.getparent()
    return holders


def _stands_apart(element: etree._Element) -> bool:
    """Whether an element of a `u` is a block, where outside turns it would be running text."""
    return is_turn_paragraph(element) or is_speaker_label(element)


def _stanzas(parts: list[Group | Block]) -> tuple[Group | Block, ...]:
    """Join each run of verse lines that stand outside an `lg` into one stanza."""
    joined: list[Group | Block] = []
    for is_verse, run in groupby(parts, key=lambda part: isinstance(part, Block) and part.name == "l"):
        if not is_verse:
            joined.extend(run)
            continue
        lines = [line for line in run if isinstance(line, Block)]
        content: list[Node] = []
        for line in lines:
            content += ["\n"] if content else []
            content.append(Inline("l", line.content, line.attributes))
        joined.append(Block(lines[0].id, "lg", tuple(content), line=lines[0].line))
    return tuple(joined)
