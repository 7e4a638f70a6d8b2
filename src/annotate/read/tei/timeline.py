"""The timelines of a TEI text as moments in seconds (TEI P5, 17.4.2)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.timeline import Moment
from annotate.read.tei.names import TEI_NAMESPACE, XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_TIMELINE, _WHEN = f"{{{TEI_NAMESPACE}}}timeline", f"{{{TEI_NAMESPACE}}}when"
_UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
_CLOCK = lazy_pattern(r"(?:.*T)?(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:Z|[+-]\d\d:\d\d)?")


def read_timeline(root: etree._Element) -> tuple[Moment, ...]:
    """Return the moments of all timelines, in document order, in seconds since the origin of their timeline.

    A moment has an `interval` since another (`since`, else the one before it) in the timeline's unit, or is `absolute`;
    absolute times count from the origin's. One without an id, or whose time cannot be told, is left out.
    """
    return tuple(moment for timeline in root.iter(_TIMELINE) for moment in _moments(timeline))


def _moments(timeline: etree._Element) -> Iterator[Moment]:
    marks = list(timeline.iter(_WHEN))
    own = (mark.get(XML_ID, "") for mark in marks)
    origin = timeline.get("origin", "").removeprefix("#") or next(own, "")
    zero = next((_clock(mark) for mark in marks if mark.get(XML_ID) == origin), None) or 0.0
    known: dict[str, float] = {}
    before: float | None = None
    for mark in marks:
        name = mark.get(XML_ID, "")
        before = 0.0 if name and name == origin else _seconds(mark, timeline, known, before, zero)
        if name and before is not None:
            known[name] = before
            yield Moment(name, before)


def _seconds(
    mark: etree._Element, timeline: etree._Element, known: dict[str, float], before: float | None, zero: float
) -> float | None:
    clock = _clock(mark)
    if clock is not None:
        return clock - zero if clock >= zero else None
    since = mark.get("since", "").removeprefix("#")
    base = known.get(since) if since else before
    try:
        interval = float(mark.get("interval", "")) * _UNITS[mark.get("unit") or timeline.get("unit") or "s"]
    except (ValueError, KeyError):
        return None
    at = None if base is None else round(base + interval, 6)
    return at if at is not None and math.isfinite(at) and at >= 0 else None


def _clock(mark: etree._Element) -> float | None:
    clock = _CLOCK.fullmatch(mark.get("absolute", ""))
    return int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3]) if clock else None
