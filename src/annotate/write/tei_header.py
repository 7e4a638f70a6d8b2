"""Metadata to a TEI header; `read.tei_header` is the counterpart."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.model.document import Film, Metadata, Person, Provenance
    from annotate.write.markup import Markup

# What TEI takes as @when (teidata.temporal.w3c), dates only.
_W3C_DATE = lazy_pattern(r"\d{4}(-\d{2}(-\d{2})?)?")


def add_header(markup: Markup, metadata: Metadata, text_sha256: str) -> None:
    """Add the `teiHeader` of a document; `text_sha256` is the digest of its `text` (hex)."""
    header = _Header(markup)
    with header.inside("teiHeader"):
        with header.inside("fileDesc"):
            _file(header, metadata)
        if metadata.provenance:
            _application(header, metadata.provenance, text_sha256)
        if metadata.language or metadata.persons or metadata.genre or metadata.keywords:
            with header.inside("profileDesc"):
                _profile(header, metadata)


class _Header:
    """Adds elements one a line, indented."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._depth = 1

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """Add an element that holds those added meanwhile."""
        self._markup.line(self._depth)
        self._markup.open(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self._markup.line(self._depth)
        self._markup.close(name)

    def add(self, name: str, text: str | None = None, **attributes: str) -> None:
        """Add an element that holds text, or nothing."""
        self._markup.line(self._depth)
        if text is None:
            self._markup.empty(name, attributes)
            return
        self._markup.open(name, attributes)
        self._markup.text(text)
        self._markup.close(name)


def _file(header: _Header, metadata: Metadata) -> None:
    with header.inside("titleStmt"):
        _title_and_authors(header, metadata)
    with header.inside("publicationStmt"):
        header.add("p", "An unpublished transcription, made with annotate.")
    if metadata.films or metadata.rating:
        with header.inside("notesStmt"):
            if metadata.rating:
                header.add("note", metadata.rating, type="rating")
            for film in metadata.films:
                with header.inside("relatedItem", type="reviewed"), header.inside("bibl"):
                    _film(header, film)
    with header.inside("sourceDesc"), header.inside("bibl"):
        _source(header, metadata)


def _title_and_authors(header: _Header, metadata: Metadata) -> None:
    header.add("title", metadata.title)
    for author in metadata.authors:
        header.add("author", author)


def _source(header: _Header, metadata: Metadata) -> None:
    _title_and_authors(header, metadata)
    if metadata.publisher:
        header.add("publisher", metadata.publisher)
    if metadata.date:
        _date(header, metadata.date)
    if metadata.url:
        header.add("ref", metadata.url, target=metadata.url)


def _film(header: _Header, film: Film) -> None:
    header.add("title", film.title, level="m")
    if film.directors:
        with header.inside("respStmt"):
            header.add("resp", "director")
            for director in film.directors:
                header.add("name", director)
    if film.date:
        _date(header, film.date)
    if film.runtime is not None:
        with header.inside("extent"):
            header.add("measure", type="runtime", quantity=str(film.runtime), unit="s")


def _application(header: _Header, provenance: Provenance, text_sha256: str) -> None:
    with (
        header.inside("encodingDesc"),
        header.inside("appInfo"),
        header.inside("application", ident="annotate", version=provenance.version),
    ):
        header.add("label", "annotate")
        header.add("ab", provenance.source_sha256, type="source-sha256")
        header.add("ab", text_sha256, type="text-sha256")


def _profile(header: _Header, metadata: Metadata) -> None:
    if metadata.language:
        with header.inside("langUsage"):
            header.add("language", ident=metadata.language)
    if metadata.genre or metadata.keywords:
        with header.inside("textClass"), header.inside("keywords"):
            if metadata.genre:
                header.add("term", metadata.genre, type="genre")
            for keyword in metadata.keywords:
                header.add("term", keyword)
    if metadata.persons:
        with header.inside("particDesc"), header.inside("listPerson"):
            _persons(header, metadata.persons)


def _persons(header: _Header, persons: Sequence[Person]) -> None:
    for person in persons:
        role = {"role": person.role} if person.role else {}
        with header.inside("person", **{"xml:id": person.id}, **role):
            header.add("persName", person.name)


def _date(header: _Header, date: str) -> None:
    if _W3C_DATE.fullmatch(date):
        header.add("date", when=date)
    else:
        header.add("date", date)
