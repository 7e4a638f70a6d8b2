"""Readers' remarks on a PDF's pages as comments on the words they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Comment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.pdf.page import Box
    from annotate.read.pdf.words import Place

_DATE = lazy_pattern(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?")


def comment_on(remark: Box, places: Sequence[tuple[int, Place]]) -> Comment:
    """Return a remark as a comment on the words under it, or on the line nearest to it.

    `places` are those of the remark's page, each with its block's index. On a page without text the remark stands at
    the first block of the text.
    """
    covered: dict[int, list[tuple[int, int]]] = {}
    nearest: tuple[float, int, Place] | None = None
    for index, place in places:
        stretch = _covered(remark, place)
        if stretch:
            covered.setdefault(index, []).append(stretch)
        distance = _distance(remark, place)
        if nearest is None or distance < nearest[0]:
            nearest = (distance, index, place)
    date = iso_date(remark.date, time=True)
    if covered:
        index = min(covered)
        start, end = min(a for a, _ in covered[index]), max(b for _, b in covered[index])
        return Comment(index, start, end, remark.words, remark.author or None, date)
    if nearest:
        return Comment(nearest[1], nearest[2].start, nearest[2].end, remark.words, remark.author or None, date)
    return Comment(0, 0, 0, remark.words, remark.author or None, date)


def _covered(remark: Box, place: Place) -> tuple[int, int] | None:
    """Return the stretch of a line's text that lies in an area, by the average width of its characters."""
    fragment = place.fragment
    middle = fragment.baseline - 0.3 * fragment.size
    if not remark.top <= middle <= remark.bottom or remark.right <= fragment.left or remark.left >= fragment.right:
        return None
    width = max(fragment.right - fragment.left, 0.01) / max(place.end - place.start, 1)
    start = place.start + max(0, round((remark.left - fragment.left) / width))
    end = place.end - max(0, round((fragment.right - remark.right) / width))
    return (start, end) if start < end else None


def _distance(remark: Box, place: Place) -> float:
    fragment = place.fragment
    down = abs((remark.top + remark.bottom) / 2 - fragment.baseline)
    across = max(fragment.left - remark.right, remark.left - fragment.right, 0.0)
    return down + across


def iso_date(date: str, *, time: bool = False) -> str | None:
    """Return a PDF's date (ISO 32000-1, 7.9.4) as an ISO 8601 date, with `time` as RFC 3339; None if it is none."""
    match = _DATE.match(date)
    if not match or not ("01" <= match[2] <= "12" and "01" <= match[3] <= "31"):
        return None
    day = f"{match[1]}-{match[2]}-{match[3]}"
    if not time:
        return day
    zone = f"{match[8]}:{match[9] or '00'}" if match[8] else "Z"
    return f"{day}T{match[4] or '00'}:{match[5] or '00'}:{match[6] or '00'}{zone}"
