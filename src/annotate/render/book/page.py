"""The contents of a book on screen: one page that leads to a page for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from annotate.render.markup import language_attributes
from annotate.render.shell import digest, fill, finished
from annotate.render.words import and_list, counted
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.book import BookPlan, ListedChapter


def book_page(plan: BookPlan, chapters: Sequence[ListedChapter]) -> bytes:
    """Return the page (UTF-8): title, authors, and the chapters with what is annotated in them."""
    style = resource_text("templates/book_page.css")
    by = and_list(plan.authors)
    page = fill(
        "book_page.html",
        language=finished(language_attributes(plan.language) or ' lang="en"'),
        policy=f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'",
        style=finished(style),
        title=plan.title,
        subtitle=plan.subtitle,
        author=by,
        editors=and_list(plan.editors),
        description=f"A book of {counted(len(chapters), 'annotated text')}.",
        imprint=plan.imprint,
        chapters=[
            {
                "address": quote(chapter.address),
                "title": chapter.title,
                "language": finished(language_attributes(chapter.language)),
                "by": "" if chapter.authors == plan.authors else and_list(chapter.authors),
                "held": _held(chapter),
            }
            for chapter in chapters
        ],
    )
    return page.encode("utf-8", errors="xmlcharrefreplace")


def _held(chapter: ListedChapter) -> str:
    numbers = ((chapter.claims, "claim"), (chapter.notes, "note"))
    return and_list([counted(number, word) for number, word in numbers if number])
