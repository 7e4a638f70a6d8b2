"""An OpenDocument text (.odt: ODF 1.0 to 1.3, ISO/IEC 26300) to blocks, with its notes, comments and properties."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import RawBlock, SourceText
from annotate.read.odt.names import name, names
from annotate.read.odt.reading import Reading, deletions_in, ranges_in, remark
from annotate.read.odt.story import Story
from annotate.read.odt.styles import Styles
from annotate.read.office.comments import placed
from annotate.read.office.properties import declared_by, keywords_in, words_by_name
from annotate.read.office.report import Report
from annotate.read.package import rules as package_rules
from annotate.read.package.archive import Package
from annotate.read.package.pictures import pictures_in
from annotate.read.rules import NO_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from annotate.diagnostics import Finding
    from annotate.model.source import Declared
    from annotate.read.office.comments import Remark

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_ENCRYPTION = name("manifest:encryption-data")
_BODY, _TEXT, _META_BODY, _KEYWORD = map(name, ("office:body", "office:text", "office:meta", "meta:keyword"))
_STYLE = name("text:style-name")
_WORDED, _SPAN = names("text:p text:h text:span"), name("text:span")
_MASTER, _MASTERS = name("style:master-page"), name("office:master-styles")
_MARGINS = names("style:header style:header-left style:header-first style:footer style:footer-left style:footer-first")
_OTHER_CONTENT = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "drawing": "a drawing"}


def read_odt(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the text of an OpenDocument file, and what could not be kept as it is (F505, F510 to F527).

    Tracked changes are read as accepted; what is hidden or deleted is left out and reported with its words. A block's
    `line` is the number of its paragraph. Raises InputRefused for a file that is no sound OpenDocument text, is
    encrypted, or goes beyond a limit of safe reading (F500 to F506, F121 to F125), and where there is no text in it
    (F109).
    """
    findings: list[Finding] = []
    package = Package(data, path, "OpenDocument text")
    manifest = package.tree_if_sound("META-INF/manifest.xml", "the list of its parts", findings)
    if manifest is not None and any(True for _ in manifest.iter(_ENCRYPTION)):
        raise InputRefused(package_rules.ENCRYPTED.at(path, what="an OpenDocument text with a password"))
    if _CONTENT not in package:
        raise InputRefused(package_rules.MISSING_PART.at(path, part=_CONTENT))
    content = package.tree(_CONTENT)
    text = _text_in(content, path)
    common = package.tree_if_sound(_STYLES, "the styles", findings)
    meta = package.tree_if_sound(_META, "the document's properties", findings)
    styles = Styles(content, common)
    properties = None if meta is None else meta.find(_META_BODY)
    language = words_by_name(properties).get("language") or _language(text, styles)
    reading = Reading(
        Report(path, findings),
        package,
        styles,
        language.partition("-")[0].lower(),
        deletions_in(text),
        ranges_in(text),
    )
    story = Story(reading)
    story.read(text)
    story.finish()
    for identifier in list(reading.deletions):
        reading.deletion(identifier)
    blocks = story.list.blocks
    comments = tuple(placed(_remarks(reading), blocks, story.list.places, reading.report))
    blocks = [*blocks, *_margins(common, reading)]
    declared = _declared(properties, language, reading)
    reading.report.flush()
    if not any(block.text or block.notes for block in blocks):
        raise InputRefused(NO_PARAGRAPHS.at(path), *findings)
    pictures = pictures_in(package, blocks, findings)
    return SourceText(path, sha256(data).hexdigest(), tuple(blocks), declared, comments, pictures), findings


def _text_in(content: etree._Element, path: str) -> etree._Element:
    body = content.find(_BODY)
    text = None if body is None else body.find(_TEXT)
    if text is None:
        holder = next(iter(content if body is None else body), None)
        local = "" if holder is None else str(holder.tag).rpartition("}")[2]
        what = _OTHER_CONTENT.get(local, "a package without <office:text>")
        raise InputRefused(package_rules.WRONG_CONTENT.at(path, what=what))
    return text


def _language(text: etree._Element, styles: Styles) -> str:
    """Return the language of most of the text: as its paragraphs and spans are styled, else the default style's."""
    letters: Counter[str] = Counter()
    for element in text.iter(*_WORDED):
        own = len(element.text or "") + sum(len(child.tail or "") for child in element)
        identifier = element.get(_STYLE, "")
        look = styles.span(identifier)[0] if element.tag == _SPAN else styles.paragraph(identifier).look
        letters[look.get("language") or styles.language] += own
    return max(sorted(letters), key=lambda tag: letters[tag], default=styles.language)


def _remarks(reading: Reading) -> Iterator[Remark]:
    for identifier, element in reading.annotations.items():
        story = Story(reading, in_note=True)
        story.read(element)
        story.finish()
        yield remark(identifier, element, story.list.blocks)


def _margins(common: etree._Element | None, reading: Reading) -> list[RawBlock]:
    """Return the headers and footers of the master pages, each wording once, as boilerplate after the text."""
    blocks: list[RawBlock] = []
    seen: set[tuple[str, ...]] = set()
    masters = None if common is None else common.find(_MASTERS)
    for page in () if masters is None else masters.iterchildren(_MASTER):
        for margin in page.iterchildren(*_MARGINS):
            story = Story(reading, boilerplate="other")
            story.read(margin)
            story.finish()
            wording = tuple(block.text for block in story.list.blocks)
            if any(wording) and wording not in seen:
                seen.add(wording)
                blocks += story.list.blocks
    return blocks


def _declared(properties: etree._Element | None, language: str, reading: Reading) -> Declared:
    """Return what the properties (4.3) declare; the first author and the first date are those of the beginning."""
    said = words_by_name(properties)
    keywords = [] if properties is None else [element.text or "" for element in properties.iterchildren(_KEYWORD)]
    said["creator"] = said.get("initial-creator") or said.get("creator", "")
    said["created"], said["modified"] = said.get("creation-date", ""), said.get("date", "")
    tags = [tag.strip() for line in keywords for tag in keywords_in(line)]
    return declared_by(said, tags, language, reading.report)
