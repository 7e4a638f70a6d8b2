"""The moments of a recording as a TEI timeline; `read.tei.timeline` is the counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.timeline import Moment
    from annotate.write.markup import Markup


def add_timeline(markup: Markup, moments: Sequence[Moment], depth: int) -> None:
    """Add the `timeline` of moments in seconds since the first, which is its origin; `depth` is its nesting."""
    origin = f"#{moments[0].id}"
    markup.line(depth)
    markup.open("timeline", {"unit": "s", "origin": origin})
    for moment in moments:
        since = {} if moment is moments[0] else {"interval": _number(moment.seconds), "since": origin}
        markup.line(depth + 1)
        markup.empty("when", {"xml:id": moment.id, **since})
    markup.line(depth)
    markup.close("timeline")


def _number(seconds: float) -> str:
    """Return seconds to the millisecond, without zeros at the end."""
    return f"{seconds:.3f}".rstrip("0").rstrip(".")
