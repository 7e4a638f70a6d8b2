"""Charts of the coverage of texts, as plain SVG: where the claims lie, who makes them, how they stand.

Lengths are per cents of a chart's width, so that patterns and strokes stay as they are on every screen. What a colour
says a pattern and a label say too; beside each chart stands a table with all of it, so a chart is one picture with a
summary for those who hear the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.coverage import share_seen
from annotate.render.markup import attribute, text
from annotate.render.status_patterns import definitions, filling, tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.coverage import Tally, TextCoverage
    from annotate.model.text import Span


def patterns() -> str:
    """Return the patterns that tell statuses apart without colour, once for a page; a supported claim is full."""
    return f'<svg class="patterns" aria-hidden="true" focusable="false">{definitions()}</svg>\n'


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
    place = f'x="{_short(left)}%" width="{_short(width)}%" height="100%"'
    pattern = f'<rect fill="{filling(status)}" {place}/>' if filling(status) else ""
    return f'<rect class="bar {tone(status)}" {place}/>{pattern}'


def _percent(part: int, whole: int) -> str:
    return f"{_short(part * 100 / whole)}%"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
