"""The chapters of a book, laid out on all processors, each kept until something that goes into it changes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from annotate.api import book_rules as rules
from annotate.api.edition_ingredients import edition_digest
from annotate.api.nesting import nesting_named
from annotate.api.shared_work import shared
from annotate.diagnostics import Finding
from annotate.errors import InputRefused, WorkFailed
from annotate.model.book import Chapter
from annotate.render.made_files import kept_files
from annotate.render.rules import NOWHERE_TO_KEEP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from annotate.model.edition_choices import Choices

_KIND, _MOST = "book-parts", 500
PART, _TOLD = "part", "chapter.json"


@dataclass(frozen=True, slots=True)
class ChapterToMake:
    """A text that is a chapter: where it is, the key of its places, the title of its book, how it is set."""

    text: Path
    key: str
    book: str
    choices: Choices

    def digest(self) -> str:
        """Return a digest (hex) that differs whenever the pages could. Raises InputRefused as `edition_digest`."""
        state = edition_digest(self.text, None, self.choices)
        return sha256(repr((state, self.key, self.book)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part of a book that is kept: its file, how many pages it has, which page (from 0) has which place, by name."""

    file: Path
    pages: int
    names: Mapping[str, int]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeChapter:
    """A chapter that is laid out; `anew` if it was now, not before."""

    part: MadePart
    record: Chapter
    anew: bool


@dataclass(frozen=True, slots=True)
class _Stopped:
    """Why a chapter could not be made, as it comes from another process."""

    by: type[InputRefused | WorkFailed]
    findings: tuple[Finding, ...]


def made_chapters(chapters: Sequence[ChapterToMake], jobs: int = 0) -> list[MadeChapter]:
    """Return the chapters, laid out now where they were not before; `jobs` processes share that, 0: as processors.

    Raises InputRefused for what cannot be read, with the findings of all chapters, and WorkFailed where one cannot be
    laid out.
    """
    results = list(shared(_made, chapters, jobs))
    for kind in (InputRefused, WorkFailed):
        stopped = [one for one in results if isinstance(one, _Stopped) and one.by is kind]
        if stopped:
            raise kind(*(finding for one in stopped for finding in one.findings))
    return [one for one in results if isinstance(one, MadeChapter)]


def made_part(digest: str, make: Callable[[], Mapping[str, bytes]]) -> tuple[Path, bool]:
    """Return the folder of a part that is kept under a digest, made now where it is not, and whether it was.

    Raises WorkFailed (E203) where it can be kept nowhere.
    """
    anew = False

    def made(_: Path) -> Mapping[str, bytes]:
        nonlocal anew
        anew = True
        return make()

    folder = kept_files(_KIND, digest, made, most=_MOST)
    if folder is None:
        raise WorkFailed(NOWHERE_TO_KEEP.at("chapters"))
    return folder, anew


def _made(chapter: ChapterToMake) -> MadeChapter | _Stopped:
    """Return a chapter, or why there is none."""
    try:
        digest = chapter.digest()
        folder, anew = made_part(digest, lambda: _laid_out(chapter))
        if anew and chapter.digest() != digest:
            raise WorkFailed(rules.CHANGED.at(chapter.text))
    except (InputRefused, WorkFailed) as error:
        return _Stopped(type(error), error.findings)
    return MadeChapter(read_part(folder), Chapter.from_json(_told(folder)["record"]), anew)


def _laid_out(chapter: ChapterToMake) -> Mapping[str, bytes]:
    """Return the files that are kept of a chapter: its pages, and what the book tells of it."""
    from annotate.api.edition_pdf import edition_pdf  # noqa: PLC0415  # not for a chapter that is kept
    from annotate.api.edition_view import opened_edition  # noqa: PLC0415  # loads citations
    from annotate.render.book.chapter import chapter_html, chapter_record  # noqa: PLC0415  # loads Jinja
    from annotate.render.pdf.protocol import InBook  # noqa: PLC0415  # as above

    opened = opened_edition(chapter.text, chapter.choices)
    with nesting_named(chapter.text):
        html = chapter_html(opened.edition, chapter.choices, key=chapter.key, book=chapter.book)
        record = chapter_record(opened.edition).to_json()
        made = edition_pdf(html, opened, chapter.choices, str(chapter.text), book=InBook(f"{chapter.key}/"))
    return part_files(made.data, (*opened.findings, *made.findings), record=record)


def part_files(data: bytes, findings: Sequence[Finding], **told: Any) -> Mapping[str, bytes]:
    """Return the files that are kept of a part: its pages, and what can be told of it without reading them."""
    from annotate.render.book.part import PartHead  # noqa: PLC0415  # not for a part that is kept

    head = PartHead.of(data)
    names = {name: page for name, (page, _, _) in head.names.items()}
    said = {"pages": len(head.pages), "names": names, "findings": [asdict(finding) for finding in findings], **told}
    return {PART: data, _TOLD: json.dumps(said).encode()}


def read_part(folder: Path) -> MadePart:
    """Return the part that is kept in a folder."""
    told = _told(folder)
    findings = tuple(map(Finding.from_json, told["findings"]))
    return MadePart(folder / PART, told["pages"], told["names"], findings)


def _told(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / _TOLD).read_bytes())
    return told
