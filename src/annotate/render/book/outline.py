"""The outline of a book: the bookmarks of its parts, one below the other (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.render.pdf.syntax import dictionary, reference, string, target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.render.book.file import PdfFile
    from annotate.render.book.part import Bookmark


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the outline: its words, where it leads, what stands below it."""

    words: str
    target: bytes
    below: Sequence[Item]


def items(bookmarks: Iterable[Bookmark], pages: Sequence[int]) -> list[Item]:
    """Return bookmarks of a part as entries of the outline; `pages` are the numbers of its pages in the book."""
    return [
        Item(bookmark.words, target(pages[bookmark.page], bookmark.x, bookmark.y), items(bookmark.below, pages))
        for bookmark in bookmarks
    ]


def write_outline(file: PdfFile, entries: Sequence[Item]) -> int:
    """Write an outline, and return the number of its object."""
    number = file.new()
    first, last, count = _siblings(file, entries, number)
    told = (reference(first), reference(last), count)
    file.plain(number, b"<</Type /Outlines/First %s/Last %s/Count %d>>" % told)
    return number


def _siblings(file: PdfFile, entries: Sequence[Item], parent: int) -> tuple[int, int, int]:
    """Write the entries below one; return the first, the last, and how many there are with all below them."""
    first = file.new(len(entries))
    count = len(entries)
    for number, item in enumerate(entries, first):
        told = {"Title": string(item.words), "Parent": reference(parent), "Dest": item.target}
        if number > first:
            told["Prev"] = reference(number - 1)
        if number < first + len(entries) - 1:
            told["Next"] = reference(number + 1)
        if item.below:
            inner, last, below = _siblings(file, item.below, number)
            told |= {"First": reference(inner), "Last": reference(last), "Count": b"%d" % below}
            count += below
        file.plain(number, dictionary(told))
    return first, first + len(entries) - 1, count
