"""Charts of the coverage of texts, as plain SVG: where the claims lie, who makes them, how they stand.

Lengths are per cents of a chart's width, so that patterns and strokes stay as they are on every screen. What a colour
says a pattern and a label say too; beside each chart stands a table with all of it, so a chart is one picture with a
summary for those who hear the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.annotation import STATUSES
from annotate.model.coverage import share_seen
from annotate.render.markup import attribute, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.model.coverage import Tally, TextCoverage
    from annotate.model.text import Span

_OTHER = "other"  # a status that a project added
_TILE = 7  # pixels from one line of a pattern to the next
_LINES: Mapping[str, str] = {
    "supported": "",
    "disputed": "M-1 1L1 -1M0 7L7 0M6 8L8 6",
    "refuted": "M0 0L7 7M0 7L7 0",
    "unverifiable": "M3.5 0V7",
    "unreviewed": "",
    _OTHER: "M0 3.5H7",
}


def patterns() -> str:
    """Return the patterns that tell statuses apart without colour, once for a page; a supported claim is full."""
    made = "".join(
        f'<pattern id="of-{status}" width="{_TILE}" height="{_TILE}" patternUnits="userSpaceOnUse">'
        + (f'<path d="{line}"/>' if line else "")
        + "</pattern>"
        for status, line in _LINES.items()
    )
    return f'<svg class="patterns" aria-hidden="true" focusable="false"><defs>{made}</defs></svg>\n'


def key(statuses: Iterable[str]) -> str:
    """Return the key of a chart: a sample of each status and its word."""
    return "".join(
        f'<span class="sample"><svg class="swatch" aria-hidden="true" focusable="false">{_bar(status, 0, 100)}</svg>'
        f' <span dir="auto">{text(status)}</span></span> '
        for status in statuses
    )


def place_chart(covered: TextCoverage, statuses: Sequence[str]) -> str:
    """Return a chart of where the claims of a text lie: a strip from its beginning to its end for each status.

    A last strip has what is annotated at all. Thin lines stand where sections begin.
    """
    whole = max(covered.length, 1)
    ticks = "".join(
        f'<line class="tick" x1="{at}" x2="{at}" y1="0" y2="100%"/>'
        for section in covered.sections
        if section.title and (at := _percent(section.start, whole))
    )
    strips = []
    for status in statuses:
        placed = [claim for claim in covered.claims if claim.status == status and claim.spans]
        bars = "".join(_span_bar(status, span, whole) for claim in placed for span in claim.spans)
        strips.append(_row(status, f'<svg class="strip from-start">{ticks}{bars}</svg>', str(len(placed))))
    reached = "".join(
        f'<rect class="reach" x="{_percent(span.start, whole)}" width="{_percent(len(span), whole)}" height="100%"/>'
        for span in covered.reach
    )
    strips.append(_row("any annotation", f'<svg class="strip from-start thin">{ticks}{reached}</svg>', ""))
    ends = '<div class="row ends"><span></span><span><span>beginning</span><span>end</span></span><span></span></div>'
    counted = ", ".join(f"{sum(claim.status == status for claim in covered.claims)} {status}" for status in statuses)
    share = share_seen(covered.sections)
    seen = "" if share is None else f" {round(share * 100)} per cent of the text stands in annotated passages."
    return _chart(f"Where the claims lie in the text: {counted or 'no claims'}.{seen}", [*strips, ends])


def bar_chart(said: str, tallies: Sequence[Tally], statuses: Sequence[str]) -> str:
    """Return a chart of counts: a bar for each, as long as it has claims, divided by how these stand."""
    most = max((counted.claims for counted in tallies), default=1)
    rows = []
    for counted in tallies:
        at, drawn = 0, ""
        for status in statuses:
            number = counted.by_status.get(status, 0)
            if number:
                drawn += _bar(status, at * 100 / most, number * 100 / most)
            at += number
        rows.append(_row(counted.name, f'<svg class="strip">{drawn}</svg>', str(counted.claims)))
    summary = ", ".join(f"{counted.name} {counted.claims}" for counted in tallies)
    return _chart(f"{said}: {summary}.", rows)


def _chart(summary: str, rows: Iterable[str]) -> str:
    return f'<div class="chart" role="img"{attribute("aria-label", summary)}>{"".join(rows)}</div>\n'


def _row(name: str, strip: str, number: str) -> str:
    label = f'<span class="name" dir="auto">{text(name)}</span>'
    return f'<div class="row">{label}{strip}<span class="number">{number}</span></div>'


def _span_bar(status: str, span: Span, whole: int) -> str:
    return _bar(status, span.start * 100 / whole, len(span) * 100 / whole)


def _bar(status: str, left: float, width: float) -> str:
    tone = status if status in STATUSES else _OTHER
    place = f'x="{_short(left)}%" width="{_short(width)}%" height="100%"'
    pattern = f'<rect fill="url(#of-{tone})" {place}/>' if _LINES[tone] else ""
    return f'<rect class="bar {tone}" {place}/>{pattern}'


def _percent(part: int, whole: int) -> str:
    return f"{_short(part * 100 / whole)}%"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
