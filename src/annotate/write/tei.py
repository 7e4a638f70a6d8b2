"""A document to the bytes of a TEI file; `read.tei` is the counterpart."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from annotate.model.document import Block, Group, Inline
from annotate.write.layout import lay_out
from annotate.write.tei_header import header
from annotate.write.tei_timeline import timeline_element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.model.document import Document, Node

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_T = f"{{{TEI_NAMESPACE}}}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DEPTH_IN_NOTES = 6  # how far a list in a note is indented


def write_tei(document: Document) -> bytes:
    """Return a document as TEI: UTF-8, one block a line, the same bytes each time.

    The header records the SHA-256 of the canonical form (C14N 1.0) of `text`, so that an edit by hand is seen. Raises
    ValueError for characters XML cannot hold, which reading refuses.
    """
    root = etree.Element(f"{_T}TEI", nsmap={None: TEI_NAMESPACE})
    if document.metadata.language:
        root.set(f"{_XML}lang", document.metadata.language)
    text = etree.SubElement(root, f"{_T}text")
    for name, parts in (("front", document.front), ("body", document.body), ("back", document.back)):
        if parts or name == "body":
            element = etree.SubElement(text, f"{_T}{name}")
            if document.timeline and name == "body":
                element.append(timeline_element(document.timeline, 3))
            _add_parts(element, parts, 3)
            lay_out(element, 2)
    lay_out(text, 1)
    root.insert(0, header(document.metadata, text_digest(text)))
    lay_out(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def text_digest(text: etree._Element) -> str:
    """Return the SHA-256 (hex) of the canonical form (C14N 1.0) of a `text` element."""
    return sha256(etree.tostring(text, method="c14n")).hexdigest()


def digest_in(data: bytes) -> str | None:
    """Return the digest of the `text` of a TEI file as it stands, None if it has none; well-formed XML only."""
    text = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).find(f"{_T}text")
    return text_digest(text) if text is not None else None


def _add_parts(parent: etree._Element, parts: tuple[Group | Block, ...], depth: int) -> None:
    for part in parts:
        element = etree.SubElement(parent, f"{_T}{part.name}")
        if part.id:
            element.set(f"{_XML}id", part.id)
        _set_attributes(element, part.attributes)
        if isinstance(part, Group):
            if part.label:
                _add_content(_label_element(element), part.label)
            _add_parts(element, part.children, depth + 1)
            lay_out(element, depth)
        else:
            _add_content(element, part.content)


def _label_element(turn: etree._Element) -> etree._Element:
    """Return the element for the label a turn prints; TEI allows no `speaker` in a `u`."""
    if turn.tag == f"{_T}u":
        return etree.SubElement(turn, f"{_T}label", type="speaker")
    return etree.SubElement(turn, f"{_T}speaker")


def _add_content(element: etree._Element, content: tuple[Node, ...]) -> None:
    last: etree._Element | None = None
    for node in content:
        if isinstance(node, str):
            if last is None:
                element.text = (element.text or "") + node
            else:
                last.tail = (last.tail or "") + node
            continue
        if not isinstance(node, Inline):
            _add_parts(element, (node,), _DEPTH_IN_NOTES)
            last = element[-1]
            continue
        last = etree.SubElement(element, f"{_T}{node.name}")
        _set_attributes(last, node.attributes)
        if node.name == "note" and _is_whole_note(node):
            # A note of one block is that block: <note xml:id="b7" place="foot">...</note>.
            block = node.content[0]
            assert isinstance(block, Block)  # noqa: S101  # what `_is_whole_note` has found
            last.set(f"{_XML}id", block.id)
            _add_content(last, block.content)
        else:
            _add_content(last, node.content)


def _is_whole_note(note: Inline) -> bool:
    return len(note.content) == 1 and isinstance(note.content[0], Block) and note.content[0].name == "note"


def _set_attributes(element: etree._Element, attributes: Mapping[str, str]) -> None:
    for name, value in attributes.items():
        element.set(f"{_XML}{name[4:]}" if name.startswith("xml:") else name, value)
