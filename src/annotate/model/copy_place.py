"""Where a passage of a source's copy stands by the source's own count: on which pages, at what time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotate.model.annotation import Locator
from annotate.model.document import Inline, leaves
from annotate.model.timeline import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.model.document import Document, Node
    from annotate.model.text import ReadingBlock, ReadingText, Span


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """What a copy tells of a passage.

    Attributes:
        time: when its words were said, None if unknown.
        pages: the pages it is on, in order.
        counted: the plain numbers among those of all pages of the copy.
    """

    time: Stretch | None = None
    pages: tuple[str, ...] = ()
    counted: frozenset[int] = frozenset()

    @property
    def locator(self) -> Locator | None:
        """The locator that leads to it, None where the copy tells neither time nor page."""
        if self.time is not None:
            return Locator("timestamp", str(self.time))
        if self.pages:
            return Locator("page", "-".join(dict.fromkeys((self.pages[0], self.pages[-1]))))
        return None


class CopyCount:
    """How a copy counts: the pages and the times of its parsed text, made ready for many passages."""

    def __init__(self, document: Document, reading: ReadingText) -> None:
        """Take a parsed text and its reading text."""
        self._document, self._reading = document, reading

    def place(self, spans: Sequence[Span]) -> CopyPlace:
        """Return where the passage from the first of `spans` to the last stands."""
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return CopyPlace(self._time(start, end), self._pages(start, end), self._counted)

    @cached_property
    def page_breaks(self) -> tuple[tuple[int, str], ...]:
        """Where each page begins in the reading text, in order, and its number ("" where the break has none)."""
        return tuple(_page_breaks(self._document, self._reading))

    @cached_property
    def _counted(self) -> frozenset[int]:
        return frozenset(int(number) for _, number in self.page_breaks if number.isascii() and number.isdigit())

    def _time(self, start: int, end: int) -> Stretch | None:
        blocks = self._reading.blocks
        first = max(0, bisect_right(blocks, start, key=_start_of) - 1)
        times = [block.time for block in blocks[first : bisect_left(blocks, end, key=_start_of)]]
        said = [time for time in times if time is not None]
        if not said or len(said) < len(times):
            return None
        ends = [time.end for time in said if time.end is not None]
        return Stretch(min(time.start for time in said), max(ends) if len(ends) == len(said) else None)

    def _pages(self, start: int, end: int) -> tuple[str, ...]:
        """Return the numbers of the pages from `start` to `end`; none where any of them is not known."""
        first = bisect_right(self.page_breaks, start, key=_offset_of) - 1
        last = bisect_right(self.page_breaks, end - 1, key=_offset_of)
        pages = [number for _, number in self.page_breaks[max(first, 0) : last]]
        return () if first < 0 or "" in pages else tuple(pages)


def _start_of(block: ReadingBlock) -> int:
    return block.span.start


def _offset_of(page_break: tuple[int, str]) -> int:
    return page_break[0]


def _page_breaks(document: Document, reading: ReadingText) -> Iterator[tuple[int, str]]:
    at = 0
    for block, _ in leaves(document.parts):
        held = None if block.boilerplate else reading.block(block.id)
        if held is not None:
            at = dict(held.halves).get(block.id, held.span.start)
        offset = at
        for piece in _pieces(block.content):
            if not isinstance(piece, str):
                yield offset, piece.attributes.get("n", "")
            elif held is not None:
                offset += len(piece)
        at = offset


def _pieces(content: tuple[Node, ...]) -> Iterator[str | Inline]:
    """Yield the strings of a block that are read, and the page breaks among them."""
    for node in content:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Inline):
            if node.name == "pb":
                yield node
            elif not node.silent:
                yield from _pieces(node.content)
