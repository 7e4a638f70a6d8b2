"""The moments of a recording as a TEI timeline; `read.tei.timeline` is the counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from annotate.write.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.timeline import Moment

_T = "{http://www.tei-c.org/ns/1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def timeline_element(moments: Sequence[Moment], depth: int) -> etree._Element:
    """Return the `timeline` of moments in seconds since the first, which is its origin; `depth` is its nesting."""
    origin = f"#{moments[0].id}"
    timeline = etree.Element(f"{_T}timeline", unit="s", origin=origin)
    for moment in moments:
        mark = etree.SubElement(timeline, f"{_T}when")
        mark.set(_XML_ID, moment.id)
        if moment is not moments[0]:
            mark.set("interval", _number(moment.seconds))
            mark.set("since", origin)
    lay_out(timeline, depth)
    return timeline


def _number(seconds: float) -> str:
    """Return seconds to the millisecond, without zeros at the end."""
    return f"{seconds:.3f}".rstrip("0").rstrip(".")
