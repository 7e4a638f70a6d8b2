"""Where a passage of a source's copy stands by the source's own count: on which pages, at what time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.model.annotation import Locator
from annotate.model.document import Inline, leaves
from annotate.model.timeline import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.model.document import Document, Node
    from annotate.model.text import ReadingText, Span


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """What a copy tells of a passage: when its words were said, None if unknown; the pages it is on, in order."""

    time: Stretch | None = None
    pages: tuple[str, ...] = ()

    @property
    def locator(self) -> Locator | None:
        """The locator that leads to it, None where the copy tells neither time nor page."""
        if self.time is not None:
            return Locator("timestamp", str(self.time))
        if self.pages:
            return Locator("page", "-".join(dict.fromkeys((self.pages[0], self.pages[-1]))))
        return None


def copy_place(document: Document, reading: ReadingText, spans: Sequence[Span]) -> CopyPlace:
    """Return what a parsed text tells of the place of the passage from the first of `spans` to the last."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return CopyPlace(_time(reading, start, end), _pages(document, reading, start, end))


def _time(reading: ReadingText, start: int, end: int) -> Stretch | None:
    blocks = [block for block in reading.blocks if block.span.start < end and start < block.span.end]
    times = [block.time for block in blocks if block.time is not None]
    if not times or len(times) < len(blocks):
        return None
    ends = [time.end for time in times if time.end is not None]
    return Stretch(min(time.start for time in times), max(ends) if len(ends) == len(times) else None)


def _pages(document: Document, reading: ReadingText, start: int, end: int) -> tuple[str, ...]:
    """Return the numbers of the pages from `start` to `end`; none where any of them is not known."""
    breaks = list(page_breaks(document, reading))
    offsets = [offset for offset, _ in breaks]
    first, last = bisect_right(offsets, start) - 1, bisect_right(offsets, end - 1) - 1
    pages = [breaks[index][1] for index in range(max(first, 0), last + 1)]
    return () if first < 0 or "" in pages else tuple(pages)


def page_breaks(document: Document, reading: ReadingText) -> Iterator[tuple[int, str]]:
    """Yield where each page begins in the reading text, in order, and its number ("" where the break has none)."""
    at = 0
    for block, _ in leaves(document.parts):
        held = reading.block(block.id)
        if held is not None and not block.boilerplate:
            at = dict(held.halves).get(block.id, held.span.start)
        offset = at
        for piece in _pieces(block.content):
            if not isinstance(piece, str):
                yield offset, piece.attributes.get("n", "")
            elif held is not None and not block.boilerplate:
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
