"""Where on the pages something stands, and the references of a print page that say so: "12–14, 17", "12.5".

`render.print` leaves empty `span` elements where a page must be named, since only the layout knows it. Such a span says
what it is to name in one of three attributes:

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

from annotate.render.markup import link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
        return "–".join(words for _, words in self._numbers())

    def html(self) -> str:
        """Return the reference with each number linked to its place."""
        return "–".join(link(f"#{anchor}", words) for anchor, words in self._numbers())

    def _numbers(self) -> Iterator[tuple[str, str]]:
        anchor, placement = self.first
        yield anchor, str(placement)
        if self.last is not None:
            anchor, placement = self.last
            yield anchor, str(placement.page if placement.line is None else placement.line)


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


def filled(html: str, places: Mapping[str, Placement]) -> str:
    """Return a print page with its references written out; what names an anchor without a place stays empty."""

    def told(span: re.Match[str]) -> str:
        anchors = unescape(span[3]).split()
        return f"{span[1]}{_KINDS[span[2]](anchors, places)}</span>"

    return _SPAN.sub(told, html)


def keys(html: str, places: Mapping[str, Placement]) -> tuple[str, ...]:
    """Return what the keys of a print page say, in order."""
    return tuple(_key(unescape(span[3]).split(), places) for span in _SPAN.finditer(html) if span[2] == "key")


def key_width(longest: int) -> str:
    """Return the rule that gives the column of keys room for `longest` characters and a space."""
    return f"html {{ --key-width: {(longest + 1) * _DIGIT:.1f}pt }}"


def _follows(placement: Placement, before: Placement) -> bool:
    if placement.line is None or before.line is None:
        return placement.line is before.line and placement.page == before.page + 1
    return placement.page == before.page and placement.line == before.line + 1


def _pages(anchors: Iterable[str], places: Mapping[str, Placement]) -> str:
    named = ((anchor, places[anchor]) for anchor in anchors if anchor in places)
    return ", ".join(reference.html() for reference in references(named))


def _folio(anchors: Iterable[str], places: Mapping[str, Placement]) -> str:
    return "".join(str(places[anchor].page) for anchor in anchors if anchor in places)


def _key(anchors: Iterable[str], places: Mapping[str, Placement]) -> str:
    call, entry = anchors
    called = places.get(call)
    if called is None:
        return ""
    beside = entry in places and places[entry].page == called.page
    return ("" if called.line is None else str(called.line)) if beside else str(called)


_KINDS = {"pages": _pages, "folio": _folio, "key": _key}
