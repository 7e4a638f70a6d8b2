"""Lays out a print page part by part, so that what names pages and lines names those that were laid out.

The text comes first; then the apparatus, as a document of its own that goes on with the pages; then, since the contents
name the pages of both, the few pages before the text once more. Only keys by line are in the text itself and lay it out
twice. The pages of all are one WeasyPrint document: links, bookmarks and tags are made from its pages alone.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from annotate.render.pdf.line_numbers import NumberedLines, has_text, numbered_lines
from annotate.render.pdf.page_parts import PageParts
from annotate.render.pdf.page_references import Placement, filled, key_width, keys

if TYPE_CHECKING:
    from annotate.model.edition_choices import Restart


_ROUNDS = 5
_LONGEST_KEY = 5  # characters, unless one turns out longer: a page and a line of two digits each


class PagesDoNotSettle(Exception):
    """Writing out the references of a page moved what they name, again and again."""

    def __init__(self) -> None:
        super().__init__("the numbers of pages and lines do not settle")


class LayOut(Protocol):
    """Lays out HTML, with a style sheet more than every page has, as a WeasyPrint document."""

    def __call__(self, html: str, style: str = "") -> Any:
        """Return the document."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A WeasyPrint document and the lines of its text if they are counted."""

    document: Any
    lines: NumberedLines | None = None


def laid_out(html: str, lay_out: LayOut, restart: Restart | Literal[""], book: str = "") -> LaidOut:
    """Return a page as a document, its lines counted if `restart` says where anew, its references written out.

    `book` is what the names of its places begin with in the book that it is a part of, "" if it is none.
    Raises PagesDoNotSettle where the references themselves keep moving what they name.
    """
    parts = PageParts.of(html)
    if parts is None:
        document = lay_out(html)
        return LaidOut(document, numbered_lines(document, restart) if restart else None)
    places: dict[str, Placement] = {}
    for _ in range(_ROUNDS):
        text, lines, places = _text(parts.text_page, lay_out, restart, places, book)
        apparatus: list[Any] = []
        if parts.apparatus.strip():  # a chapter of a book may have none, and has nothing before its text
            page = parts.apparatus_page
            width = key_width(max(map(len, keys(page, places)), default=0), bound=bool(book))
            document = lay_out(filled(page, places, book), _going_on_after(len(text.pages)) + width)
            places = placements(document, first=len(text.pages) + 1) | places
            apparatus = document.pages
        front = lay_out(filled(parts.front_page, places, book)).pages if parts.front.strip() else []
        if len(front) == _pages_before_text(text):
            return LaidOut(text.copy([*front, *text.pages[len(front) :], *apparatus]), lines)
    raise PagesDoNotSettle


def _text(
    page: str, lay_out: LayOut, restart: Restart | Literal[""], places: dict[str, Placement], book: str
) -> tuple[Any, NumberedLines | None, dict[str, Placement]]:
    """Return the text laid out with keys that are true, its lines, and where everything in it stands.

    All keys stand in a column of one width, so that what they say moves nothing.
    """
    longest = _LONGEST_KEY
    for _ in range(_ROUNDS):
        written = keys(page, places)
        longest = max([longest, *map(len, written)])
        text = lay_out(filled(page, places, book), key_width(longest, bound=bool(book)) if written else "")
        lines = numbered_lines(text, restart) if restart else None
        places = placements(text, lines)
        if keys(page, places) == written:
            return text, lines, places
    raise PagesDoNotSettle


def _pages_before_text(document: Any) -> int:
    """Return how many pages with something on them stand before the text."""
    count = 0
    for page in document.pages:
        if "text" in page.anchors:
            break
        count += not page._page_box.page_type.blank  # noqa: SLF001  # WeasyPrint tells it nowhere else
    return count


def placements(document: Any, lines: NumberedLines | None = None, first: int = 1) -> dict[str, Placement]:
    """Return where each anchor of a document stands; its pages count from `first`."""
    counted = lines.of_elements if lines else {}
    places = {anchor: Placement(line.page, line.number) for anchor, line in counted.items()}
    before: Any = None
    for number, page in enumerate(document.pages, first):
        for anchor in page.anchors:
            place = places.setdefault(anchor, Placement(number))
            # An element that begins where a page is broken has an empty box on the page before.
            if place == Placement(number - 1) and not _says_anything(before, anchor):
                places[anchor] = Placement(number)
        before = page
    return places


def _says_anything(page: Any, anchor: str) -> bool:
    """Return whether something of an element has come to stand on a page."""
    box = page._page_box  # noqa: SLF001  # WeasyPrint gives its boxes no other way
    return any(has_text(part) for part in box.descendants() if _name(part) == anchor)


def _name(box: Any) -> str | None:
    return None if box.element is None else box.element.get("id")


def _going_on_after(pages: int) -> str:
    """Return the rules by which a document goes on with the pages of another."""
    side = "verso" if pages % 2 else "recto"  # which of them is the left one, the direction of the text says
    return f"html {{ break-before: {side} }}\n@page :first {{ counter-reset: page {pages + 1} }}\n"
