"""Where on the pages something stands, and the references of a print page that say so: "12–14, 17", "12.5".

`render.print.page` leaves empty `span` elements where a page must be named, since only the layout knows it. Such a span
says what it is to name in one of three attributes:

- `data-pages`: anchors, with spaces between them: the pages (and lines) where they stand, each once, linked, with runs
  joined: the pages 12, 13 and 14 are "12–14" (two alone stay "12, 13", as two places that do not run on), the lines 5
  and 6 of page 12 are "12.5–6".
- `data-folio`: one anchor: the number of its page, for a line that is a link already.
- `data-key`: the anchors of a call and of its entry: the line of the call, with its page unless the entry stands there
  too ("5" at the foot of the page, "12.5" elsewhere). A call on a line that is not counted has no key but its page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from annotate.render.markup import attribute, link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

PLACEHOLDER = "000"
"""What holds the place of a page's number in a part of a book."""
_SHORTEST_PAGE_RANGE = 3
_DIGIT = 3.8  # points: the width of a digit in keys, and a little more
_SPAN = re.compile(r'(<span\b[^<>]*? data-(pages|folio|key)="([^"]*)"[^<>]*>)</span>')


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor stands: its page, and the number of its line, None where lines are not counted."""

    page: int
    line: int | None = None

    def __str__(self) -> str:
        return str(self.page) if self.line is None else f"{self.page}.{self.line}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to one place or to a run of places; `last` is None for one place."""

    first: tuple[str, Placement]
    last: tuple[str, Placement] | None = None

    def __str__(self) -> str:
        return "–".join(page + line for _, page, line in self.numbers())

    def html(self) -> str:
        """Return the reference with each number linked to its place."""
        return unbroken([link(f"#{anchor}", page + line) for anchor, page, line in self.numbers()])

    def numbers(self) -> Iterator[tuple[str, str, str]]:
        """Yield what it prints: an anchor, the number of a page ("" if that is said already), and what follows it."""
        anchor, placement = self.first
        line = "" if placement.line is None else f".{placement.line}"
        yield anchor, str(placement.page), line
        if self.last is not None:
            anchor, placement = self.last
            yield (anchor, str(placement.page), "") if placement.line is None else (anchor, "", str(placement.line))


def references(places: Iterable[tuple[str, Placement]]) -> list[Reference]:
    """Return references to places (anchor and placement) in the order of pages and lines, each place once.

    Three or more pages in a row are one reference, and two or more lines in a row of one page.
    """
    ordered: dict[Placement, str] = {}
    for anchor, placement in sorted(places, key=lambda item: (item[1].page, item[1].line or 0)):
        ordered.setdefault(placement, anchor)
    runs: list[list[Placement]] = []
    for placement in ordered:
        if runs and _follows(placement, runs[-1][-1]):
            runs[-1].append(placement)
        else:
            runs.append([placement])
    found: list[Reference] = []
    for run in runs:
        if len(run) == 1 or (run[0].line is None and len(run) < _SHORTEST_PAGE_RANGE):
            found.extend(Reference((ordered[placement], placement)) for placement in run)
        else:
            found.append(Reference((ordered[run[0]], run[0]), (ordered[run[-1]], run[-1])))
    return found


def filled(html: str, places: Mapping[str, Placement], book: str = "") -> str:
    """Return a print page with its references written out; what names an anchor without a place stays empty.

    Of a part of a `book`, which names places with this before their anchors, pages are only numbered when it is bound
    (`numbers`).
    """
    writer = _Writer(places, book)

    def told(span: re.Match[str]) -> str:
        return f"{span[1]}{writer.written(span[2], unescape(span[3]).split())}</span>"

    return _SPAN.sub(told, html)


def keys(html: str, places: Mapping[str, Placement]) -> tuple[str, ...]:
    """Return what the keys of a print page say, in order."""
    return tuple("".join(_key(unescape(span[3]).split(), places)) for span in _SPAN.finditer(html) if span[2] == "key")


def unbroken(ends: Sequence[str]) -> str:
    """Return the ends of a range as HTML that no line divides at its dash; one end alone as it is."""
    return f'<span class="range">{"–".join(ends)}</span>' if len(ends) > 1 else "".join(ends)


def key_width(longest: int, *, bound: bool = False) -> str:
    """Return the rule that gives the column of keys room for `longest` characters and a space.

    In a part of a book that is `bound` later, pages may have more digits than they have here.
    """
    longest += len(PLACEHOLDER) - 1 if bound else 0
    return f"html {{ --key-width: {(longest + 1) * _DIGIT:.1f}pt }}"


def _follows(placement: Placement, before: Placement) -> bool:
    if placement.line is None or before.line is None:
        return placement.line is before.line and placement.page == before.page + 1
    return placement.page == before.page and placement.line == before.line + 1


def _key(anchors: list[str], places: Mapping[str, Placement]) -> tuple[str, str]:
    """Return the page and line by which an entry is introduced, each "" where it is not said."""
    call, entry = anchors
    called = places.get(call)
    if called is None:
        return "", ""
    line = "" if called.line is None else str(called.line)
    if entry in places and places[entry].page == called.page:
        return "", line
    return str(called.page), line and f".{line}"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the references of one document."""

    places: Mapping[str, Placement]
    book: str

    def written(self, kind: str, anchors: list[str]) -> str:
        """Return what a span names."""
        if kind == "key":
            return self._number(anchors[0], *_key(anchors, self.places))
        named = [(anchor, self.places[anchor]) for anchor in anchors if anchor in self.places]
        if kind == "folio":
            return "".join(self._number(anchor, str(place.page), "") for anchor, place in named)
        return ", ".join(map(self._linked, references(named)))

    def _linked(self, reference: Reference) -> str:
        numbers = reference.numbers()
        return unbroken([link(f"#{anchor}", self._number(anchor, page, after)) for anchor, page, after in numbers])

    def _number(self, anchor: str, page: str, after: str) -> str:
        if not page or not self.book:
            return page + after
        bound = attribute("data-bound", self.book + anchor) + attribute("data-after", after)
        return f"<span{bound}>{PLACEHOLDER}{after}</span>"
