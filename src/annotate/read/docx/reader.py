"""A Word file (.docx: ECMA-376, transitional and strict) to blocks, with its notes, comments and properties."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import RawBlock, RawNote, SourceText
from annotate.read.docx.names import ID, VAL, name
from annotate.read.docx.numbering import Numbering
from annotate.read.docx.parts import notes_by_id, open_parts, optional_part
from annotate.read.docx.reading import Notes, Reading
from annotate.read.docx.story import Story
from annotate.read.docx.styles import Styles
from annotate.read.office import rules
from annotate.read.office.comments import Remark, placed
from annotate.read.office.properties import declared_by, keywords_in, words_by_name
from annotate.read.office.report import Report
from annotate.read.package.pictures import pictures_in
from annotate.read.rules import NO_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from annotate.diagnostics import Finding
    from annotate.read.docx.parts import Part, Parts

_BODY, _RUN, _TEXT, _LANGUAGE = map(name, ("w:body", "w:r", "w:t", "w:lang"))
_AUTHOR, _DATE = name("w:author"), name("w:date")


def read_docx(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the text of a Word file, and what could not be kept as it is (F505, F510 to F527).

    Tracked changes are read as accepted; what is hidden or deleted is left out and reported with its words. A block's
    `line` is the number of its paragraph. Raises InputRefused for a file that is no sound Word file, is encrypted, or
    goes beyond a limit of safe reading (F500 to F506, F121 to F125), and where there is no text in it (F109).
    """
    findings: list[Finding] = []
    parts = open_parts(data, path, findings)
    styles = Styles(parts.styles)
    language = _language(parts.document.root, styles.language)
    reading = Reading(
        Report(path, findings),
        styles,
        Numbering(parts.numbering),
        Notes("footnote", "foot", parts.footnotes, notes_by_id(parts.footnotes)),
        Notes("endnote", "end", parts.endnotes, notes_by_id(parts.endnotes)),
        language.partition("-")[0].lower(),
    )
    story = Story(reading, parts.document.relations)
    for body in parts.document.root.iterchildren(_BODY):
        story.read(body)
    story.finish()
    blocks = _with_notes_not_called(story.list.blocks, reading)
    comments = tuple(placed(_remarks(parts.comments, reading), blocks, story.list.places, reading.report))
    blocks += _margins(story, parts, reading)
    said = words_by_name(parts.properties)  # core properties: ECMA-376-2, clause 8
    declared = declared_by(said, keywords_in(said.get("keywords", "")), language, reading.report)
    reading.report.flush()
    if not any(block.text or block.notes for block in blocks):
        raise InputRefused(NO_PARAGRAPHS.at(path), *findings)
    pictures = pictures_in(parts.package, blocks, findings)
    return SourceText(path, sha256(data).hexdigest(), tuple(blocks), declared, comments, pictures), findings


def _language(root: etree._Element, default: str) -> str:
    """Return the language of most of the text: as its runs are marked, else the default of the styles."""
    letters: Counter[str] = Counter()
    for mark in root.iter(_LANGUAGE):
        properties = mark.getparent()
        run = None if properties is None else properties.getparent()
        if mark.get(VAL) and run is not None and run.tag == _RUN:
            letters[mark.get(VAL, "")] += sum(len(text.text or "") for text in run.iterchildren(_TEXT))
    if not letters:
        return default
    letters[default] += sum(len(text.text or "") for text in root.iter(_TEXT)) - letters.total()
    return max(sorted(letters), key=lambda tag: letters[tag])


def _remarks(part: Part | None, reading: Reading) -> Iterator[Remark]:
    """Yield the comments of the file (17.13.4)."""
    for element in notes_by_id(part).values():
        story = Story(reading, {} if part is None else part.relations, in_note=True)
        story.read(element)
        story.finish()
        yield Remark(element.get(ID, ""), story.list.blocks, element.get(_AUTHOR, ""), element.get(_DATE, ""))


def _with_notes_not_called(blocks: list[RawBlock], reading: Reading) -> list[RawBlock]:
    """Return the blocks, with notes that nothing calls at the end of the last one."""
    left: list[RawNote] = []
    at = len(blocks[-1].text) if blocks else 0
    for notes in (reading.footnotes, reading.endnotes):
        for identifier, element in notes.by_id.items():
            if (notes.kind, identifier) in reading.notes_read:
                continue
            reading.notes_read.add((notes.kind, identifier))
            story = Story(reading, notes.relations, in_note=True)
            story.read(element)
            story.finish()
            if story.list.blocks:
                words = " ".join(block.text for block in story.list.blocks)
                reading.report.add(rules.NOTE_NOT_CALLED, kind=notes.kind, words=words[:250])
                left.append(RawNote(at, tuple(story.list.blocks), notes.place))
    if not left:
        return blocks
    last = blocks[-1] if blocks else RawBlock("", 1)
    return [*blocks[:-1], replace(last, notes=(*last.notes, *left))]


def _margins(story: Story, parts: Parts, reading: Reading) -> list[RawBlock]:
    """Return the headers and then the footers, each wording once, as boilerplate after the text."""
    blocks: list[RawBlock] = []
    seen: set[tuple[str, ...]] = set()
    for identifier in (*story.headers, *story.footers):
        part = _margin_part(identifier, parts, reading)
        if part is None:
            continue
        margin = Story(reading, part.relations, boilerplate="other")
        margin.read(part.root)
        margin.finish()
        wording = tuple(block.text for block in margin.list.blocks)
        if any(wording) and wording not in seen:
            seen.add(wording)
            blocks += margin.list.blocks
    return blocks


def _margin_part(identifier: str, parts: Parts, reading: Reading) -> Part | None:
    relation = parts.document.relations.get(identifier)
    if relation is None or relation.external:
        return None
    return optional_part(parts.package, relation.target, "a header or footer", reading.report.findings)
