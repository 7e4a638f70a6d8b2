"""Binding a book: what stands around its chapters is laid out, all is checked, and put together."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.api.book_chapters import made_part, part_files, read_part
from annotate.api.book_checks import Checking
from annotate.api.book_lists import claim_lists
from annotate.render.book.binding import bind
from annotate.render.book.glyphs import joined_fonts
from annotate.render.book.joint import joined
from annotate.render.book.matter import BACK, frame_html
from annotate.render.book.part import PartHead
from annotate.render.book.places import Leaf, placed
from annotate.render.pdf.make import make_pdf
from annotate.render.pdf.protocol import InBook
from annotate.render.programs import programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotate.api.book_chapters import MadePart
    from annotate.diagnostics import Finding
    from annotate.model.book import BookPlan, BoundChapter
    from annotate.model.edition_choices import Choices
    from annotate.render.pdf.make import Attachment


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A book as a PDF, how many pages it has, what was found, and what of PDF/UA-1 or PDF/A-3a it fails."""

    data: bytes
    pages: int
    findings: tuple[Finding, ...]
    failed: tuple[Finding, ...]


def bound_book(
    plan: BookPlan,
    choices: Choices,
    chapters: Sequence[BoundChapter],
    made: Sequence[MadePart],
    attachments: Sequence[Attachment],
    path: str,
    jobs: int = 0,
) -> BoundBook:
    """Return the chapters, which are laid out, as a book with all that stands around them.

    `attachments` are the files it carries, `path` is what findings name, `jobs` as in `shared`. Raises WorkFailed as
    `make_pdf`.
    """
    parts = [*made, *claim_lists(plan, choices, chapters)]
    joint = joined(plan, chapters)
    html = frame_html(plan, choices, chapters, joint.edition, dict(_folios(parts)))
    frame = _frame(html, choices, parts, path)
    front = frame.names[next(name for name in ("sources", "index", BACK) if name in frame.names)]
    checking = Checking(frame, front, joint.also, tuple(attachments), path, choices.pdf_a)
    # Before anything is read that is bound, so that the processes that check start small.
    failed = checking.failed(parts, jobs)
    around, *leaves = (Leaf.of(part.file.read_bytes) for part in (frame, *parts))
    data, pages = bind(placed(around, front, leaves), joint.also, attachments)
    findings = (finding for part in (*parts, frame) for finding in part.findings)
    return BoundBook(data, pages, tuple(dict.fromkeys(findings)), failed)


def _frame(html: str, choices: Choices, parts: Sequence[MadePart], path: str) -> MadePart:
    """Return what stands around the parts, laid out now if it was not with the same words and glyphs before."""
    fonts = joined_fonts(font for part in parts for font in PartHead.of(part.file.read_bytes()).fonts)

    def make() -> Mapping[str, bytes]:
        asked = InBook(fonts=fonts)
        made = make_pdf(html, files=choices.theme.files, pdf_a=choices.pdf_a, book=asked, path=path)
        return part_files(made.data, made.findings)

    folder, _ = made_part(sha256(repr((programs(), html, choices, fonts, path)).encode()).hexdigest(), make)
    return read_part(folder)


def _folios(parts: Iterable[MadePart]) -> Iterator[tuple[str, int]]:
    """Yield the names of places in parts with the number of their page; each part begins on a right-hand page."""
    first = 1
    for part in parts:
        yield from ((name, first + page) for name, page in part.names.items())
        first += part.pages + part.pages % 2
