"""Collects the words of one block with their markup, notes and comments, and brings them into their final form."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import RawMark, RawNote

if TYPE_CHECKING:
    from annotate.model.source import RawBlock

# A kind of markup: a TEI element name and its attributes.
Markup: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
# The order in which markup of the same extent is nested, outermost first.
_RANK = {"ref": 0, "foreign": 1, "emph": 2, "hi": 3}
_BLANKS = lazy_pattern(r"[ \t\n\r]+")
_LINES = lazy_pattern(r"[ \t\r]*\n[ \t\n\r]*|[ \t\r]+")
_UNEVEN = lazy_pattern(r"\A[ \t\n\r]|[ \t\n\r]\Z|[\t\n\r]|  ")
_Span: TypeAlias = tuple[int, int, int, Markup]


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block's text, white space collapsed, with what stands at its offsets (code points).

    Attributes:
        text: the words.
        marks: markup, outer before inner, none crossing.
        notes: the author's notes.
        places: offsets of what was remembered under a name, in order.
        lost_links: the targets of links that cover no words, or words another link covers.
    """

    text: str
    marks: tuple[RawMark, ...]
    notes: tuple[RawNote, ...]
    places: tuple[tuple[str, int], ...]
    lost_links: tuple[str, ...]


class BlockBuilder:
    """Takes the pieces of a block in order; offsets are of the text as it was given until `finish` is called."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blank = True
        self._open: dict[Markup, int] = {}
        self._last: tuple[Markup, ...] = ()
        self._spans: list[_Span] = []
        self._links: list[_Span] = []
        self._points: list[tuple[int, RawMark]] = []
        self._notes: list[tuple[int, tuple[RawBlock, ...], str, str]] = []
        self._places: list[tuple[str, int]] = []

    @property
    def blank(self) -> bool:
        """Whether no word has been added."""
        return self._blank

    @property
    def empty(self) -> bool:
        """Whether there is neither a word nor a note."""
        return self._blank and not self._notes

    @property
    def untouched(self) -> bool:
        """Whether nothing at all has been added."""
        return not (self._length or self._notes or self._points or self._places or self._links)

    @property
    def length(self) -> int:
        """How many code points have been added."""
        return self._length

    def add(self, text: str, markup: tuple[Markup, ...] = ()) -> None:
        """Add text that carries `markup`; blank text carries what the words around it carry."""
        if markup != self._last and not text.isspace():
            self._change(markup)
        if self._blank and text.strip():
            self._blank = False
        self._pieces.append(text)
        self._length += len(text)

    def link(self, start: int, target: str) -> None:
        """Mark what was added since `start` as a link."""
        self._links.append((start, self._length, 0, ("ref", (("target", target),))))

    def point(self, name: str) -> None:
        """Add markup that covers nothing (`pb`)."""
        self._points.append((self._length, RawMark(0, 0, name)))

    def note(self, blocks: tuple[RawBlock, ...], place: str, sign: str) -> None:
        """Add an author's note that is called here."""
        self._notes.append((self._length, blocks, place, sign))

    def remember(self, name: str) -> None:
        """Remember this place under a name."""
        self._places.append((name, self._length))

    def finish(self, *, verse: bool = False) -> BlockText:
        r"""Return the block with white space collapsed; in verse, lines stay parted by "\n"."""
        self._change(())
        raw = "".join(self._pieces)
        text, shifts = _collapsed(raw, verse=verse)
        links, lost = self._final_links(text, shifts)
        spans = [span for span in (_fitted(span, text, shifts) for span in self._spans) if span is not None]
        marks = _nested(links, spans) if links or spans else []
        for at, mark in self._points:
            offset = _shifted(at, shifts, len(text))
            marks.append(RawMark(offset, offset, mark.name, mark.attributes))
        if self._points:
            marks.sort(key=lambda mark: (mark.start, -mark.end))
        notes = tuple(RawNote(_shifted(at, shifts, len(text)), *rest) for at, *rest in self._notes)  # type: ignore[arg-type]
        places = tuple((name, _shifted(at, shifts, len(text))) for name, at in self._places)
        return BlockText(text, tuple(marks), notes, places, lost)

    def _change(self, markup: tuple[Markup, ...]) -> None:
        for kind in [kind for kind in self._open if kind not in markup]:
            self._spans.append((self._open.pop(kind), self._length, _RANK.get(kind[0], 9), kind))
        for kind in markup:
            self._open.setdefault(kind, self._length)
        self._last = markup

    def _final_links(self, text: str, shifts: _Shifts) -> tuple[list[_Span], tuple[str, ...]]:
        links: list[_Span] = []
        lost: list[str] = []
        for link in sorted(self._links, key=lambda link: (link[0], -link[1])):
            fitted = _fitted(link, text, shifts)
            if fitted is None or (links and fitted[0] < links[-1][1]):
                lost.append(link[3][1][0][1])
            else:
                links.append(fitted)
        return links, tuple(lost)


# Where white space was taken out: raw offsets after which code points are missing, and how many are by then.
_Shifts: TypeAlias = tuple[list[int], list[int]]


def _collapsed(raw: str, *, verse: bool) -> tuple[str, _Shifts]:
    """Return the text with runs of XML white space as one space, none at the ends, and how offsets move."""
    if not _UNEVEN.search(raw):
        return raw, ([], [])
    pieces: list[str] = []
    places: list[int] = []
    missing: list[int] = []
    at = gone = 0
    for blank in (_LINES if verse else _BLANKS).finditer(raw):
        start, end = blank.span()
        outside = start == 0 or end == len(raw)
        pieces.append(raw[at:start])
        if not outside:
            pieces.append("\n" if verse and "\n" in blank.group() else " ")
        gone += end - start - (not outside)
        places.append(end)
        missing.append(gone)
        at = end
    pieces.append(raw[at:])
    return "".join(pieces), (places, missing)


def _shifted(at: int, shifts: _Shifts, length: int) -> int:
    """Return where a raw offset is in the final text; one inside a run of white space is before or after its space."""
    places, missing = shifts
    index = bisect_right(places, at)
    moved = at - (missing[index - 1] if index else 0)
    # Inside a run that lost some of its blanks, what is behind its first blank belongs to that blank.
    if index < len(places):
        ceiling = places[index] - missing[index]
        moved = min(moved, ceiling)
    return min(moved, length)


def _fitted(span: _Span, text: str, shifts: _Shifts) -> _Span | None:
    """Return markup in final offsets without blanks at its ends; None where it covers no word."""
    start, end = _shifted(span[0], shifts, len(text)), _shifted(span[1], shifts, len(text))
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    return (start, end, span[2], span[3]) if text[start:end].strip() else None


def _nested(links: list[_Span], spans: list[_Span]) -> list[RawMark]:
    """Return markup outer before inner; what would cross a link, or what began before it, is split."""
    waiting = [(start, -end, rank, kind) for start, end, rank, kind in links]
    edges = [link[0] for link in links]
    for span in spans:
        waiting += [(start, -end, span[2], span[3]) for start, end in _split(span, links, edges)]
    heapify(waiting)
    marks: list[RawMark] = []
    ends: list[int] = []
    while waiting:
        start, minus_end, rank, kind = heappop(waiting)
        end = -minus_end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            heappush(waiting, (start, -ends[-1], rank, kind))
            heappush(waiting, (ends[-1], -end, rank, kind))
            continue
        marks.append(RawMark(start, end, kind[0], dict(kind[1])))
        ends.append(end)
    return marks


def _split(span: _Span, links: list[_Span], edges: list[int]) -> list[tuple[int, int]]:
    """Return the parts of markup between which the border of a link lies that it would cross."""
    start, end = span[0], span[1]
    cuts = []
    for at, inner in ((start, True), (end, False)):
        index = bisect_right(edges, at if inner else at - 1) - 1
        if index < 0 or not links[index][0] < at < links[index][1]:
            continue
        link = links[index]
        if inner and end > link[1]:
            cuts.append(link[1])
        elif not inner and start < link[0]:
            cuts.append(link[0])
    points = sorted({start, *cuts, end})
    return list(pairwise(points))
