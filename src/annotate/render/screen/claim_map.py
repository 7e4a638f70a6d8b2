"""A map of the text on which the claims lie: where they stand, how many overlap, and how each stands.

Plain SVG. What a colour says a pattern says too, and the list of claims says all of it in words, so the drawing is
hidden from those who hear the page.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.model.edition import Markup, Stretch, edition_blocks
from annotate.render.markup import attribute, right_to_left, text
from annotate.render.status_patterns import definitions, filling, tone
from annotate.render.words import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotate.model.edition import ClaimEntry, Edition, Piece

WIDTH = 1000
"""Units of the drawing from the first character of the text to the last."""
_HAIRLINE = 'vector-effect="non-scaling-stroke"'  # as wide on every screen
_ROW, _GAP, _LEAST, _AXIS = 14, 3, 6, 8


@dataclass(frozen=True, slots=True)
class Reach:
    """From which to which character of the text an annotation reaches (code points, half open)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a text is (code points), where its annotations reach, by id, and where its headings stand, by anchor."""

    length: int
    reaches: Mapping[str, Reach]
    headings: Mapping[str, int]


def extent(edition: Edition) -> Extent:
    """Return where the annotations and headings of an edition stand in its text."""
    reaches: dict[str, Reach] = {}
    headings: dict[str, int] = {}
    at = 0
    for block in edition_blocks(edition.parts):
        if block.level > 1:
            headings[block.anchor] = at
        for stretch in _stretches(block.pieces):
            end = at + len(stretch.text)
            for name in stretch.over:
                known = reaches.get(name)
                reaches[name] = Reach(known.start if known else at, end)
            at = end
    return Extent(at, reaches, headings)


def map_svg(edition: Edition) -> str:
    """Return the map as an SVG element, "" where no claim has a place in the text.

    Each claim is a bar that leads to its entry; bars that would touch lie in rows below each other. The map runs as
    the text does, from left to right or from right to left.
    """
    found = extent(edition)
    bars = [(claim, *_bar(found, claim)) for claim in edition.claims if claim.id in found.reaches]
    if not bars:
        return ""
    bars.sort(key=lambda bar: (bar[1], -bar[2]))
    rows = _rows([(left, width) for _, left, width in bars])
    height = _AXIS + (max(rows) + 1) * (_ROW + _GAP)
    mirrored = right_to_left(edition.language)
    drawn = "".join(
        _drawn(claim, _across(left, width, mirrored=mirrored), width, row)
        for (claim, left, width), row in zip(bars, rows, strict=True)
    )
    headings = (_across(_scaled(at, found), 0, mirrored=mirrored) for at in found.headings.values() if at)
    ticks = "".join(f"M{at:g} 0v{height}" for at in headings)
    marked = f'<path {_HAIRLINE} d="{ticks}"/>' if ticks else ""
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {height}" preserveAspectRatio="none" aria-hidden="true"'
        f' focusable="false">{definitions()}<path class="axis" {_HAIRLINE} d="M0 {_AXIS / 2:g}H{WIDTH}"/>'
        f"{marked}{drawn}</svg>\n"
    )


def map_key(edition: Edition) -> list[tuple[str, str]]:
    """Return the key to the map: the statuses that occur, each with its sample as SVG.

    A project's own statuses are all drawn alike and have one sample. The page holds the map's patterns.
    """
    stand = {claim.status for claim in edition.claims}
    known = [(status, _sample(status)) for status in STATUSES if status in stand]
    own = sorted(stand - set(STATUSES))
    return [*known, (", ".join(own), _sample(own[0]))] if own else known


def _sample(status: str) -> str:
    drawn = _rect(status, 'width="12" height="12"')
    return f'<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{drawn}</svg>'


def _rows(bars: Iterable[tuple[float, float]]) -> list[int]:
    """Return the row of each bar (where it begins, rising, and how wide it is): the first that is free there."""
    rows: list[int] = []
    free: list[int] = []
    taken: list[tuple[float, int]] = []
    for left, width in bars:
        while taken and taken[0][0] <= left:
            heapq.heappush(free, heapq.heappop(taken)[1])
        row = heapq.heappop(free) if free else len(taken)
        heapq.heappush(taken, (left + width + 1, row))
        rows.append(row)
    return rows


def _bar(found: Extent, claim: ClaimEntry) -> tuple[float, float]:
    """Return where a claim's bar begins and how wide it is, never too narrow to be seen nor over the edge."""
    reach = found.reaches[claim.id]
    width = max(_LEAST, _scaled(reach.end, found) - _scaled(reach.start, found))
    return min(_scaled(reach.start, found), WIDTH - width), width


def _across(left: float, width: float, *, mirrored: bool) -> float:
    """Return where on the drawing stands what begins `left` units from the beginning of the text."""
    return round(WIDTH - left - width, 1) if mirrored else left


def _scaled(at: int, found: Extent) -> float:
    return round(at * WIDTH / max(found.length, 1), 1)


def _drawn(claim: ClaimEntry, left: float, width: float, row: int) -> str:
    top = _AXIS + row * (_ROW + _GAP)
    said = f"Claim {claim.mark}, {claim.kind}, {claim.status}"
    place = f'x="{left:g}" y="{top}" width="{width:g}" height="{_ROW}"'
    return (
        f'<a href="#{text(claim.anchor)}" tabindex="-1"{attribute("data-claim", claim.anchor)}>'
        f"<title>{text(said)}</title>{_rect(claim.status, place)}</a>"
    )


def _rect(status: str, place: str) -> str:
    """Return a bar in a status's colour, and its pattern over it."""
    pattern = f'<rect fill="{filling(status)}" {place}/>' if filling(status) else ""
    return f'<rect class="bar status-{tone(status)}" {_HAIRLINE} {place}/>{pattern}'


def _stretches(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    for piece in pieces:
        if isinstance(piece, Stretch):
            yield piece
        elif isinstance(piece, Markup):
            yield from _stretches(piece.content)
