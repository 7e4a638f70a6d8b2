"""What an EPUB says of itself: its parts in reading order, which of them are no text, its metadata (EPUB 3.3)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotate.errors import InputRefused
from annotate.model.source import Declared
from annotate.read.epub import rules as epub_rules
from annotate.read.html.dates import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from annotate.diagnostics import Finding
    from annotate.read.package.archive import Package

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_IN_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_IN_ENCRYPTION = "{http://www.w3.org/2001/04/xmlenc#}"
_IN_OPF = "{http://www.idpf.org/2007/opf}"
_IN_DC = "{http://purl.org/dc/elements/1.1/}"
_FONTS = (".ttf", ".otf", ".woff", ".woff2", ".ttc")
# Guide references and properties of parts that help a reader to find the text and are none of it.
_AROUND = frozenset({"cover", "toc", "loi", "lot", "index", "title-page-image"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book in reading order: its name in the package, and whether it stands outside the text."""

    name: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Book:
    """The parts of a book in reading order and what it declares."""

    parts: tuple[Part, ...]
    declared: Declared


def read_book(package: Package, findings: list[Finding]) -> Book:
    """Return what the package documents of an EPUB say; what is missing goes to `findings`.

    Raises InputRefused where there is no book (F490) or it is encrypted (F491), and as `Package.tree`.
    """
    _refuse_locked(package)
    if CONTAINER not in package:
        raise InputRefused(epub_rules.NO_BOOK.at(package.path, reason=f"there is no {CONTAINER}"))
    container = package.tree(CONTAINER)
    named = (item.get("full-path") or "" for item in container.iter(f"{_IN_CONTAINER}rootfile"))
    opf_name = next((name for name in named if name in package), None)
    if opf_name is None:
        reason = f"{CONTAINER} names no package document that is there"
        raise InputRefused(epub_rules.NO_BOOK.at(package.path, reason=reason))
    opf = package.tree(opf_name)
    parts = tuple(_parts(package, opf, posixpath.dirname(opf_name), findings))
    if not parts:
        raise InputRefused(epub_rules.NO_BOOK.at(package.path, reason="its spine names no part that is there"))
    return Book(parts, _declared(opf))


def resolved(folder: str, reference: str) -> tuple[str, str]:
    """Return the name in the package and the fragment a reference in a part of `folder` means.

    The name is "" where the reference leads out of the package.
    """
    address, _, fragment = reference.partition("#")
    name = posixpath.normpath(posixpath.join(folder, unquote(address)))
    return ("" if name.startswith(("../", "/")) or name == ".." else name), fragment


def _refuse_locked(package: Package) -> None:
    if _ENCRYPTION not in package:
        return
    for item in package.tree(_ENCRYPTION).iter(f"{_IN_ENCRYPTION}CipherReference"):
        name = item.get("URI") or ""
        if not name.lower().endswith(_FONTS):
            raise InputRefused(epub_rules.LOCKED_BOOK.at(package.path, part=name))


def _parts(package: Package, opf: etree._Element, folder: str, findings: list[Finding]) -> Iterator[Part]:
    items = {item.get("id"): item for item in opf.iter(f"{_IN_OPF}item")}
    around = {
        resolved(folder, item.get("href") or "")[0]
        for item in opf.iter(f"{_IN_OPF}reference")
        if (item.get("type") or "").lower() in _AROUND
    }
    seen: set[str] = set()
    for reference in opf.iter(f"{_IN_OPF}itemref"):
        line = reference.sourceline or 1
        item = items.get(reference.get("idref"))
        if item is None:
            name = reference.get("idref") or ""
            reason = "its manifest knows none of this id"
            findings.append(epub_rules.MISSING_CHAPTER.at(package.path, line, name=name, reason=reason))
            continue
        href = item.get("href") or ""
        name, _ = resolved(folder, href)
        kind = item.get("media-type") or ""
        if name not in package:
            findings.append(
                epub_rules.MISSING_CHAPTER.at(package.path, line, name=href, reason="it is not in the file")
            )
        elif "html" not in kind:
            reason = f"it is no page of text but {kind or 'of an unknown kind'}"
            findings.append(epub_rules.MISSING_CHAPTER.at(package.path, line, name=href, reason=reason))
        elif name not in seen:
            seen.add(name)
            properties = (item.get("properties") or "").split()
            yield Part(name, "nav" in properties or name in around)


def _declared(opf: etree._Element) -> Declared:
    dates = (iso_date(value) for value in _values(opf, "date"))
    addresses = (value for value in (*_values(opf, "source"), *_values(opf, "identifier")) if value.startswith("http"))
    return Declared(
        title=next(iter(_values(opf, "title")), None),
        authors=tuple(dict.fromkeys(_authors(opf))),
        date=next(filter(None, dates), None),
        publisher=next(iter(_values(opf, "publisher")), None),
        url=next(addresses, None),
        language=next(iter(_values(opf, "language")), None),
        tags=tuple(dict.fromkeys(_values(opf, "subject"))),
    )


def _values(opf: etree._Element, name: str) -> list[str]:
    every = (" ".join("".join(item.itertext()).split()) for item in opf.iter(f"{_IN_DC}{name}"))
    return [value for value in every if value]


def _authors(opf: etree._Element) -> Iterator[str]:
    """Yield the creators whose role is author, or who have none (EPUB 2 has an attribute, EPUB 3 a refinement)."""
    roles = {
        (item.get("refines") or "").removeprefix("#"): (item.text or "").strip()
        for item in opf.iter(f"{_IN_OPF}meta")
        if item.get("property") == "role"
    }
    for creator in opf.iter(f"{_IN_DC}creator"):
        role = creator.get(f"{_IN_OPF}role") or roles.get(creator.get("id") or "") or "aut"
        name = " ".join("".join(creator.itertext()).split())
        if role == "aut" and name:
            yield name
