"""Where words of the text came to stand on the pages that WeasyPrint laid out, to the glyph.

An element around the words would tell it too, but it would part what is set together: lines break elsewhere then, and
the pages are no longer those of the same edition without comments. So the laid-out text is followed character by
character beside the text as it was given, and Pango is asked where the glyphs are.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from annotate.render.pdf.protocol import ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotate.render.pdf.protocol import CommentedBlock

# What stands within a block but is none of its words, by class; so does all that bears `data-apparatus`.
_ASIDE = frozenset({"calls", "foot", "number"})
_SAME = 0.6  # CSS pixels: what is as near as this touches

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom in CSS pixels from the page's top left corner."""


@dataclass(slots=True)
class Lying:
    """Where words lie on one page: a rectangle for each line of them, and the last text box that has some."""

    rectangles: list[Rectangle] = field(default_factory=list)
    last: Any = None


class Follower:
    """Follows the text of one block through its text boxes."""

    def __init__(self, block: CommentedBlock) -> None:
        self._runs = block.runs
        # Letters are compared without case, since a style sheet may change it; an ß is two letters then.
        self._expected = [(unit, number) for number, sign in enumerate(block.ink) for unit in sign.casefold()]
        self._position = 0

    def take(self, words: str) -> list[tuple[str, int, int]]:
        """Return the commented runs in the text of the next box: name, start and end in its code points.

        A character that the text does not have next, such as a hyphen where a word is broken, is passed over.
        """
        numbers, offsets = [], []
        for offset, sign in enumerate(words):
            for unit in sign.casefold() if ink(sign) else "":
                if self._position < len(self._expected) and unit == self._expected[self._position][0]:
                    numbers.append(self._expected[self._position][1])
                    offsets.append(offset)
                    self._position += 1
        found = []
        for name, start, end in self._runs:
            first, last = bisect_left(numbers, start), bisect_left(numbers, end)
            if first < last:
                found.append((name, offsets[first], offsets[last - 1] + 1))
        return found


def places(document: Any, blocks: Sequence[CommentedBlock]) -> list[dict[str, Lying]]:
    """Return for each page of a WeasyPrint document where the runs of blocks lie on it, by their names."""
    followers = {block.anchor: Follower(block) for block in blocks}
    return [_on_page(page, followers) for page in document.pages]


def _on_page(page: Any, followers: dict[str, Follower]) -> dict[str, Lying]:
    found: dict[str, Lying] = {}
    for follower, box in _texts(page._page_box, followers, None):  # noqa: SLF001  # the one way to a page's boxes
        words = box.pango_layout.text
        runs = follower.take(words)
        if not runs:
            continue
        glyphs = list(_glyphs(box))
        for name, start, end in runs:
            lying = found.setdefault(name, Lying())
            extents = _extents(glyphs, len(words[:start].encode()), len(words[:end].encode()))
            _add(lying.rectangles, box, extents)
            lying.last = box
    return found


def _texts(box: Any, followers: dict[str, Follower], within: Follower | None) -> Iterator[tuple[Follower, Any]]:
    """Yield the text boxes of followed blocks in a box, in order, each with its block's follower."""
    box = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
    if isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, boxes.TextBox):
        if within is not None and box.text.strip():
            yield within, box
        return
    if box.element is not None:
        if ":" in (box.element_tag or "") or _aside(box.element):
            return
        within = followers.get(box.element.get("id") or "", within)
    for child in getattr(box, "children", ()):
        yield from _texts(child, followers, within)


def _aside(element: Any) -> bool:
    return element.get("data-apparatus") is not None or not _ASIDE.isdisjoint((element.get("class") or "").split())


def _glyphs(box: Any) -> Iterator[tuple[int, float, float]]:
    """Yield the glyphs of a text box from left to right: the byte of UTF-8 they begin with, their left and right."""
    layout = box.pango_layout
    layout.reactivate(box.style)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    x = box.position_x
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        for number in range(glyphs.num_glyphs):
            width = glyphs.glyphs[number].geometry.width * FROM_UNITS
            yield item.offset + glyphs.log_clusters[number], x, x + width
            x += width
        run = run.next
    layout.deactivate()


def _extents(glyphs: Iterable[tuple[int, float, float]], start: int, end: int) -> list[tuple[float, float]]:
    """Return from where to where the glyphs of a range of bytes go; where writing changes direction, in pieces."""
    extents: list[tuple[float, float]] = []
    for byte, left, right in glyphs:
        if start <= byte < end:
            if extents and left - extents[-1][1] < _SAME:
                extents[-1] = (extents[-1][0], right)
            else:
                extents.append((left, right))
    return extents


def _add(rectangles: list[Rectangle], box: Any, extents: Iterable[tuple[float, float]]) -> None:
    """Add rectangles, one with the last where it goes on in the same line after no more than a space."""
    top, bottom = box.position_y, box.position_y + box.height
    space = box.style["font_size"] / 2
    for left, right in extents:
        if rectangles:
            before_left, before_top, before_right, before_bottom = rectangles[-1]
            if abs(before_top - top) < _SAME and -_SAME < left - before_right < space:
                rectangles[-1] = (before_left, before_top, right, max(before_bottom, bottom))
                continue
        rectangles.append((left, top, right, bottom))
