"""The inside of an OpenDocument paragraph: spans, links, notes, annotations, frames, into the text of one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from annotate.read.block_text import BlockBuilder
from annotate.read.odt.frames import Frames
from annotate.read.odt.names import by_name, name, names, shown
from annotate.read.office import rules
from annotate.read.office.links import foreign_language, is_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from annotate.model.source import RawBlock
    from annotate.read.odt.reading import Reading
    from annotate.read.odt.styles import Look

    # Reads the body of a note; gives its blocks and the names of the places of comments in it.
    NoteReader: TypeAlias = Callable[[etree._Element], tuple[tuple[RawBlock, ...], list[str]]]  # noqa: SLF001

_STYLE, _HREF, _COUNT = name("text:style-name"), name("xlink:href"), name("text:c")
_CITATION, _BODY, _CLASS = name("text:note-citation"), name("text:note-body"), name("text:note-class")
_RUBY_BASE, _RUBY_TEXT = name("text:ruby-base"), name("text:ruby-text")
_CHANGE, _IS_HIDDEN, _VALUE = name("text:change-id"), name("text:is-hidden"), name("text:string-value")
_ANNOTATION_NAME = name("office:name")
_PLACES = {"endnote": "end"}
_LONGEST_RUN_OF_SPACES = 1000  # they become one; a file may claim millions
# Signs, places, settings and numbers that are made by rule.
_SILENT = names(
    """text:bookmark text:bookmark-start text:bookmark-end text:change-start text:change-end text:soft-page-break
    text:reference-mark text:reference-mark-start text:reference-mark-end text:toc-mark text:toc-mark-start
    text:toc-mark-end text:user-index-mark text:user-index-mark-start text:user-index-mark-end
    text:alphabetical-index-mark text:alphabetical-index-mark-start text:alphabetical-index-mark-end
    office:event-listeners
    text:database-next text:database-row-select text:variable-decls text:sequence-decls text:user-field-decls
    text:dde-connection-decls text:alphabetical-index-auto-mark-file office:forms text:tracked-changes draw:control
    text:number"""
)
# What shows its content: spans of metadata, and fields, whose content is what they showed last (7.1).
_SHOWN = names(
    """text:meta text:meta-field text:page-number text:page-count text:date text:time text:file-name text:template-name
    text:sheet-name text:chapter text:author-name text:author-initials text:title text:subject text:description
    text:keywords text:creator text:initial-creator text:creation-date text:creation-time text:modification-date
    text:modification-time text:print-date text:print-time text:printed-by text:editing-cycles text:editing-duration
    text:user-defined text:sender-firstname text:sender-lastname text:sender-initials text:sender-title
    text:sender-position text:sender-email text:sender-phone-private text:sender-fax text:sender-company
    text:sender-phone-work text:sender-street text:sender-city text:sender-postal-code text:sender-country
    text:sender-state-or-province text:variable-set text:variable-get text:variable-input text:user-field-get
    text:user-field-input text:sequence text:sequence-ref text:expression text:text-input text:placeholder
    text:conditional-text text:page-continuation text:page-variable-get text:bookmark-ref text:reference-ref
    text:note-ref text:measure text:word-count text:character-count text:paragraph-count text:table-count
    text:image-count text:object-count text:bibliography-mark text:dde-connection text:database-display
    text:database-name text:table-formula text:drop-down text:execute-macro text:hidden-paragraph
    loext:content-control"""
)


class Inline:
    """Reads paragraphs into `line`, and collects the frames in them."""

    def __init__(self, reading: Reading, read_note: NoteReader) -> None:
        self._reading = reading
        self._read_note = read_note
        self._looks: list[Look] = [{}]
        self._links = 0
        self.frames = Frames(reading)
        self.line = BlockBuilder()

    def paragraph(self, element: etree._Element, line: BlockBuilder, look: Look) -> None:
        """Read the content of a `text:p` or `text:h` into a block; `look` is what its style says of its runs."""
        self.line = line
        self._looks = [look]
        self._content(element)

    def _content(self, element: etree._Element) -> None:
        if element.text:
            self._text(element.text)
        for child in element:
            self._node(child)
            if child.tail:
                self._text(child.tail)

    def _node(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in self._HANDLERS:
            self._HANDLERS[tag](self, element)
        elif tag in _SHOWN:
            self._content(element)
        elif self.frames.takes(element):
            formula = self.frames.add(element, before_words=self.line.blank, hidden=self._is_hidden)
            if formula:
                self._text(formula)
        elif tag not in _SILENT and isinstance(tag, str):
            self._reading.report.unknown(shown(tag))
            self._content(element)

    @property
    def _is_hidden(self) -> bool:
        return self._reading.hidden or bool(self._looks[-1].get("hidden"))

    def _text(self, text: str) -> None:
        if self._is_hidden:
            self._reading.report.leave_out(rules.HIDDEN, text)
            return
        look = self._looks[-1]
        if not look:
            self.line.add(text)
            return
        markup = self._reading.styles.markup(look)
        if self._links:  # how a link looks, not what its author underlined
            markup = tuple(kind for kind in markup if kind[1] != (("rend", "underline"),))
        western, asian = look.get("language", ""), look.get("asian", "")
        language = foreign_language(text, western, asian, self._reading.language)
        if language:
            markup = (("foreign", (("xml:lang", language),)), *markup)
        self.line.add(text, markup)

    def _span(self, element: etree._Element) -> None:
        look, special = self._reading.styles.span(element.get(_STYLE, ""))
        merged = {**self._looks[-1], **look, **({"special": special} if special else {})}
        self._looks.append({key: said for key, said in merged.items() if said})
        self._content(element)
        self._looks.pop()

    def _link(self, element: etree._Element) -> None:
        target, start = element.get(_HREF, ""), self.line.length
        self._links += 1
        self._content(element)
        self._links -= 1
        if is_script(target):
            self._reading.report.add(rules.LINK_DROPPED, target=target, reason="its address is a script")
        elif not self._is_hidden:
            self.line.link(start, target)

    def _note(self, element: etree._Element) -> None:
        blocks: tuple[RawBlock, ...] = ()
        places: list[str] = []
        for body in element.iterchildren(_BODY):
            blocks, places = self._read_note(body)
        citation = element.find(_CITATION)
        sign = "" if citation is None else "".join(citation.itertext()).strip()
        if self._is_hidden:
            self._text(" ".join(["", *(block.text for block in blocks), ""]))
        else:
            self.line.note(blocks, _PLACES.get(element.get(_CLASS, ""), "foot"), sign)
        for place in places:
            self.line.remember(place)

    def _annotation(self, element: etree._Element) -> None:
        self.line.remember(self._reading.annotation(element))

    def _annotation_end(self, element: etree._Element) -> None:
        self.line.remember(f"end {element.get(_ANNOTATION_NAME, '')}")

    def _deletion(self, element: etree._Element) -> None:
        self._reading.deletion(element.get(_CHANGE, ""))

    def _spaces(self, element: etree._Element) -> None:
        count = element.get(_COUNT, "1")
        number = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else _LONGEST_RUN_OF_SPACES
        self._text(" " * number)

    def _tab(self, _: etree._Element) -> None:
        self._text("\t")

    def _break(self, _: etree._Element) -> None:
        self._text("\n")

    def _hidden_text(self, element: etree._Element) -> None:
        if element.get(_IS_HIDDEN) == "true":
            self._reading.report.leave_out(rules.HIDDEN, element.get(_VALUE) or "".join(element.itertext()))
        else:
            self._content(element)

    def _ruby(self, element: etree._Element) -> None:
        for part in element:
            if part.tag == _RUBY_TEXT:
                self._reading.report.leave_out(rules.RUBY, "".join(part.itertext()))
            elif part.tag == _RUBY_BASE:
                self._content(part)

    def _script(self, _: etree._Element) -> None:
        self._reading.report.add(rules.OBJECT, what="a script")

    _HANDLERS: ClassVar = by_name(
        ("text:span", _span),
        ("text:a", _link),
        ("text:note", _note),
        ("office:annotation", _annotation),
        ("office:annotation-end", _annotation_end),
        ("text:change", _deletion),
        ("text:s", _spaces),
        ("text:tab", _tab),
        ("text:line-break", _break),
        ("text:hidden-text", _hidden_text),
        ("text:ruby", _ruby),
        ("text:script", _script),
    )
