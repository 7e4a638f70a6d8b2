"""A document to the bytes of a TEI file; `read.tei` is the counterpart."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.model.document import Block, Inline
from annotate.write.markup import Markup, encoded
from annotate.write.tei_header import add_header
from annotate.write.tei_timeline import add_timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.model.document import Document, Group, Node

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
_DEPTH_IN_NOTES = 6  # how far a list in a note is indented


def write_tei(document: Document) -> bytes:
    """Return a document as TEI: UTF-8, one block a line, the same bytes each time.

    The header records the SHA-256 of the canonical form (Exclusive C14N 1.0) of `text`, so that an edit by hand is
    seen. Raises ValueError for characters XML cannot hold, which reading refuses.
    """
    text = _text(document)
    header = Markup()
    add_header(header, document.metadata, sha256(encoded(text.canonical())).hexdigest())
    root = Markup()
    language = document.metadata.language
    root.open("TEI", {"xmlns": TEI_NAMESPACE, **({"xml:lang": language} if language else {})})
    pieces = (_DECLARATION, root.written(), header.written(), "\n  ", text.written(), "\n</TEI>\n")
    return encoded("".join(pieces))


def _text(document: Document) -> Markup:
    """Return the `text` of a document, whose canonical form stands alone."""
    text = Markup()
    text.add("<text>", f'<text xmlns="{TEI_NAMESPACE}">')
    for name, parts in (("front", document.front), ("body", document.body), ("back", document.back)):
        moments = document.timeline if name == "body" else ()
        if not parts and not moments:
            if name == "body":
                text.line(2)
                text.empty(name)
            continue
        text.line(2)
        text.open(name)
        if moments:
            add_timeline(text, moments, 3)
        for part in parts:
            text.line(3)
            _add_part(text, part, 3)
        text.line(2)
        text.close(name)
    text.line(1)
    text.close("text")
    return text


def _add_part(markup: Markup, part: Group | Block, depth: int) -> None:
    attributes = {"xml:id": part.id, **part.attributes} if part.id else part.attributes
    if isinstance(part, Block):
        _add_element(markup, part.name, attributes, part.content)
        return
    if not part.label and not part.children:
        markup.empty(part.name, attributes)
        return
    markup.open(part.name, attributes)
    if part.label:
        markup.line(depth + 1)
        if part.name == "u":  # TEI allows no `speaker` in it
            _add_element(markup, "label", {"type": "speaker"}, part.label)
        else:
            _add_element(markup, "speaker", {}, part.label)
    for child in part.children:
        markup.line(depth + 1)
        _add_part(markup, child, depth + 1)
    markup.line(depth)
    markup.close(part.name)


def _add_element(markup: Markup, name: str, attributes: Mapping[str, str], content: tuple[Node, ...]) -> None:
    if not content:
        markup.empty(name, attributes)
        return
    markup.open(name, attributes)
    for node in content:
        if isinstance(node, str):
            markup.text(node)
        elif isinstance(node, Inline):
            _add_inline(markup, node)
        else:
            _add_part(markup, node, _DEPTH_IN_NOTES)
    markup.close(name)


def _add_inline(markup: Markup, inline: Inline) -> None:
    content = inline.content
    if inline.name == "note" and len(content) == 1 and isinstance(content[0], Block) and content[0].name == "note":
        # A note of one block is that block: <note place="foot" xml:id="b7">...</note>.
        _add_element(markup, "note", {**inline.attributes, "xml:id": content[0].id}, content[0].content)
    else:
        _add_element(markup, inline.name, inline.attributes, content)
