"""The list of claims of a book, in parts that are kept until something in them changes."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.api.book_chapters import made_part, part_files, read_part
from annotate.render.book.joint import claims_listed
from annotate.render.book.matter import lists_html
from annotate.render.pdf.make import make_pdf
from annotate.render.pdf.protocol import InBook
from annotate.render.programs import programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotate.api.book_chapters import MadePart
    from annotate.model.book import BookPlan, BoundChapter
    from annotate.model.edition_choices import Choices

_LONG_LIST = 40  # claims, about three pages: a chapter with as many begins a page of the list
_MOST_TOGETHER = 10  # chapters with shorter lists


def claim_lists(plan: BookPlan, choices: Choices, bound: Sequence[BoundChapter]) -> Iterator[MadePart]:
    """Yield the parts of the list of claims, laid out now where they were not before."""
    for number, group in enumerate(_groups(bound)):
        editions = [(chapter.chapter.title, claims_listed(plan, chapter)) for chapter in group]
        html = lists_html(plan, choices, editions, first=not number)

        def make(html: str = html) -> Mapping[str, bytes]:
            made = make_pdf(
                html, files=choices.theme.files, pdf_a=choices.pdf_a, book=InBook(), path=f"{plan.name}.pdf"
            )
            return part_files(made.data, made.findings)

        digest = sha256(repr((programs(), html, choices)).encode()).hexdigest()
        folder, _ = made_part(digest, make)
        yield read_part(folder)


def _groups(bound: Iterable[BoundChapter]) -> Iterator[list[BoundChapter]]:
    """Yield the chapters whose claims are listed together: those with long lists alone, ten of the others at most.

    So that a claim more or less in one chapter lays out the list of that chapter and its neighbours alone.
    """
    together: list[BoundChapter] = []
    for chapter in bound:
        long = len(chapter.chapter.claims) >= _LONG_LIST
        if together and (long or len(together) == _MOST_TOGETHER):
            yield together
            together = []
        if long:
            yield [chapter]
        elif chapter.chapter.claims:
            together.append(chapter)
    if together:
        yield together
