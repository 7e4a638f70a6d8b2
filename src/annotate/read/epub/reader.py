"""EPUB books to blocks: each part of the spine through the reader of web pages, notes of other parts at their calls."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form, SourceText
from annotate.read.epub import rules as epub_rules
from annotate.read.epub.package import Part, read_book, resolved
from annotate.read.html import rules as html_rules
from annotate.read.html.blocks import LeftOut, Walker
from annotate.read.html.decode import decode_page
from annotate.read.html.findings import findings_of
from annotate.read.html.limits import refuse_unholdable
from annotate.read.html.links import Links, links_of
from annotate.read.html.notes import EPUB_TYPE, notes_of
from annotate.read.html.styles import styles_of
from annotate.read.html.title import is_same_title
from annotate.read.html.tree import MAX_TAGS, parse_page, parse_xhtml
from annotate.read.package.archive import Package
from annotate.read.package.pictures import pictures_in

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.source import RawBlock
    from annotate.read.html.blocks import Placed

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_AROUND = frozenset({"toc", "landmarks", "page-list", "cover", "loi", "lot"})


def read_epub(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a book in reading order, what it declares, and findings on what a text cannot keep.

    Navigation and cover are boilerplate `navigation`; notes stand at their calls, in whatever part they were; pictures
    have their name in the package. A block's line is its number; findings name the part they lie in. Raises
    InputRefused for what is no EPUB (F490, F491, F500 to F503), holds no words (F462) or goes beyond a limit (F494).
    """
    package = Package(data, path, "EPUB book")
    findings: list[Finding] = []
    book = read_book(package, findings)
    root = etree.Element("html")
    bodies: list[tuple[Part, etree._Element]] = []
    tags = 0
    for part in book.parts:
        text, doubts = decode_page(package.read(part.name) or b" ", f"{path}/{part.name}")
        tags += text.count("<")
        if tags > MAX_TAGS:
            raise InputRefused(epub_rules.BOOK_TOO_LARGE.at(path, limit=MAX_TAGS))
        body = _body(text, f"{path}/{part.name}", doubts)
        findings += doubts
        if body is not None:
            _name_within_book(body, part.name)
            root.append(body)
            bodies.append((part, body))
    blocks = _blocks(root, bodies, book.declared.language, path, findings)
    if not any(block.text for block in blocks):
        raise InputRefused(html_rules.NO_WORDS.at(path, reason=""))
    refuse_unholdable(blocks, path)
    titled = _with_title(blocks, book.declared.title)
    numbered = tuple(replace(block, line=number) for number, block in enumerate(titled, 1))
    pictures = pictures_in(package, numbered, findings)
    return SourceText(path, sha256(data).hexdigest(), numbered, book.declared, pictures=pictures), findings


def _body(text: str, path: str, findings: list[Finding]) -> etree._Element | None:
    """Return the body of a part; None where it holds nothing."""
    try:
        page = parse_xhtml(text, path)
    except InputRefused as refused:
        reason = refused.findings[0].sentence
        line, column = refused.findings[0].line, refused.findings[0].column
        findings.append(epub_rules.NOT_XHTML.at(path, line, column, name=posixpath.basename(path), reason=reason))
        try:
            page, losses = parse_page(text, path)
        except InputRefused as empty:
            if empty.findings[0].code != html_rules.NO_WORDS.code:
                raise
            return None
        findings += losses
    body = page if page.tag == "body" else page.find("body")
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang")
    if body is not None and language and not body.get("lang"):
        body.set("lang", language)
    return body


def _name_within_book(body: etree._Element, name: str) -> None:
    """Make each id, link and picture address one of the whole book: `text/one.xhtml#note1`."""
    folder = posixpath.dirname(name)
    for element in body.iter(etree.Element):
        for attribute in ("id", "name"):
            own = element.get(attribute)
            if own:
                element.set(attribute, f"{name}#{own}")
        href = element.get("href")
        if href and not _SCHEME.match(href):
            target, fragment = resolved(folder, href) if not href.startswith("#") else (name, href[1:])
            element.set("href", f"#{target}#{fragment}")
        source = element.get("src")
        if source and not _SCHEME.match(source):
            element.set("src", resolved(folder, source)[0])


def _blocks(
    root: etree._Element,
    bodies: list[tuple[Part, etree._Element]],
    language: str | None,
    path: str,
    findings: list[Finding],
) -> list[RawBlock]:
    notes = notes_of(root)
    links = links_of(root, "", notes)
    styles = styles_of(root, language)
    blocks: list[RawBlock] = []
    for number, (part, body) in enumerate(bodies, 1):
        walker = Walker(body, styles, links, notes, within=f"part{number}-")
        pictures: list[Placed] = []
        for item in walker.walk():
            outside = part.outside or _is_around(item.element)
            addresses = item.block.attributes
            if item.block.form is Form.PICTURE and (outside or not (addresses["url"] or "near" in addresses)):
                pictures.append(item)
            elif not outside:
                blocks.append(item.block)
            elif item.block.text:
                blocks.append(replace(item.block, boilerplate="navigation"))
        findings += findings_of(walker.left_out, Links(), pictures, f"{path}/{part.name}")
    findings += findings_of(LeftOut(), links, [], path)
    return blocks


def _is_around(element: etree._Element) -> bool:
    """Whether an element stands in navigation or a cover, as its `epub:type` says."""
    around: etree._Element | None = element
    while around is not None:
        types = f"{around.get(EPUB_TYPE, '')} {around.get('epub:type', '')}".split()
        if around.tag == "nav" or _AROUND.intersection(types):
            return True
        around = around.getparent()
    return False


def _with_title(blocks: list[RawBlock], title: str | None) -> list[RawBlock]:
    """Return the blocks, the first heading or short line of the text that repeats the book's title marked as title."""
    for index, block in enumerate(blocks):
        if not block.boilerplate and block.text and title and is_same_title(block.text, title):
            marked = replace(block, form=Form.TITLE, level=0, group="", attributes={})
            return [*blocks[:index], marked, *blocks[index + 1 :]]
    return blocks
