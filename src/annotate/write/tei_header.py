"""Metadata to a TEI header; `read.tei_header` is the counterpart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from annotate.write.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.document import Film, Metadata, Person

_T = "{http://www.tei-c.org/ns/1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# What TEI takes as @when (teidata.temporal.w3c), dates only.
_W3C_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def header(metadata: Metadata, text_sha256: str) -> etree._Element:
    """Return the `teiHeader` of a document; `text_sha256` is the digest of its `text` (hex)."""
    root = etree.Element(f"{_T}teiHeader")
    description = _add(root, "fileDesc")
    statement = _add(description, "titleStmt")
    _add(statement, "title", metadata.title)
    for author in metadata.authors:
        _add(statement, "author", author)
    _add(_add(description, "publicationStmt"), "p", "An unpublished transcription, made with annotate.")
    if metadata.films or metadata.rating:
        notes = _add(description, "notesStmt")
        if metadata.rating:
            _add(notes, "note", metadata.rating, type="rating")
        for film in metadata.films:
            _film(_add(_add(notes, "relatedItem", type="reviewed"), "bibl"), film)
    _source(_add(_add(description, "sourceDesc"), "bibl"), metadata)
    _application(root, metadata, text_sha256)
    _profile(root, metadata)
    lay_out(root, 1, deep=True)
    return root


def _source(bibl: etree._Element, metadata: Metadata) -> None:
    _add(bibl, "title", metadata.title)
    for author in metadata.authors:
        _add(bibl, "author", author)
    if metadata.publisher:
        _add(bibl, "publisher", metadata.publisher)
    if metadata.date:
        _date(bibl, metadata.date)
    if metadata.url:
        _add(bibl, "ref", metadata.url, target=metadata.url)


def _film(bibl: etree._Element, film: Film) -> None:
    _add(bibl, "title", film.title, level="m")
    if film.directors:
        statement = _add(bibl, "respStmt")
        _add(statement, "resp", "director")
        for director in film.directors:
            _add(statement, "name", director)
    if film.date:
        _date(bibl, film.date)
    if film.runtime is not None:
        _add(_add(bibl, "extent"), "measure", type="runtime", quantity=str(film.runtime), unit="s")


def _application(root: etree._Element, metadata: Metadata, text_sha256: str) -> None:
    provenance = metadata.provenance
    if provenance is None:
        return
    info = _add(_add(root, "encodingDesc"), "appInfo")
    application = _add(info, "application", ident="annotate", version=provenance.version)
    _add(application, "label", "annotate")
    _add(application, "ab", provenance.source_sha256, type="source-sha256")
    _add(application, "ab", text_sha256, type="text-sha256")


def _profile(root: etree._Element, metadata: Metadata) -> None:
    if not (metadata.language or metadata.persons or metadata.genre or metadata.keywords):
        return
    profile = _add(root, "profileDesc")
    if metadata.language:
        _add(_add(profile, "langUsage"), "language", ident=metadata.language)
    if metadata.genre or metadata.keywords:
        keywords = _add(_add(profile, "textClass"), "keywords")
        if metadata.genre:
            _add(keywords, "term", metadata.genre, type="genre")
        for keyword in metadata.keywords:
            _add(keywords, "term", keyword)
    if metadata.persons:
        _persons(_add(_add(profile, "particDesc"), "listPerson"), metadata.persons)


def _persons(listing: etree._Element, persons: Sequence[Person]) -> None:
    for person in persons:
        element = _add(listing, "person")
        element.set(_XML_ID, person.id)
        if person.role:
            element.set("role", person.role)
        _add(element, "persName", person.name)


def _date(parent: etree._Element, date: str) -> None:
    if _W3C_DATE.fullmatch(date):
        _add(parent, "date", when=date)
    else:
        _add(parent, "date", date)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{_T}{name}", attributes)
    element.text = text
    return element
