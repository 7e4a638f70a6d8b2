"""A graph of claims and sources: which source speaks for which claim, and which against it.

Plain SVG: claims on the left in the order of their numbers, sources on the right near the claims they are called for.
What a colour says the form of a line says too; a table says all of it in words (`source_table`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render.markup import text
from annotate.render.safe_html import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.edition import ClaimEntry, Edition, SourceEntry

_WIDTH, _ROW, _TOP = 640, 22, 12
_CLAIMS, _SOURCES = 44, 300  # where the lines begin and end
_ASIDE = 4
_LONGEST_NAME = 48  # code points of a source's entry
LINES = ("supports", "disputes", "qualifies", "mentions")
"""The relations that have a line of their own; others are drawn as `mentions`."""


def graph_svg(edition: Edition) -> str:
    """Return the graph as an SVG element, "" where no claim has evidence from a source of the edition."""
    known = {source.id: source for source in edition.sources}
    claims = [claim for claim in edition.claims if any(item.source in known for item in claim.evidence)]
    if not claims:
        return ""
    rows = {claim.id: number for number, claim in enumerate(claims)}
    sources = _in_order(claims, known, rows)
    height = max(len(claims), len(sources)) * _ROW + _TOP
    # The shorter side is spread over the height of the longer one, so that lines run level where they can.
    claim_at = {claim.id: _level(number, len(claims), height) for number, claim in enumerate(claims)}
    source_at = {source.id: _level(number, len(sources), height) for number, source in enumerate(sources)}
    lines = _lines(claims, claim_at, source_at)
    names = "".join(_claim(claim, claim_at[claim.id]) for claim in claims)
    names += "".join(_source(source, source_at[source.id]) for source in sources)
    box = f"0 0 {_WIDTH} {height}"
    return f'<svg class="graph" viewBox="{box}" aria-hidden="true" focusable="false">{lines}{names}</svg>\n'


def line_sample(relation: str) -> str:
    """Return a piece of a relation's line, for the key."""
    return (
        '<svg class="line-sample" viewBox="0 0 24 8" aria-hidden="true" focusable="false">'
        f'<path class="line {relation}" d="M0 4H24"/></svg>'
    )


def _in_order(claims: Sequence[ClaimEntry], known: dict[str, SourceEntry], rows: dict[str, int]) -> list[SourceEntry]:
    """Return the sources that are called for, each about the height of its claims, so that few lines cross."""
    called: dict[str, list[int]] = {}
    for claim in claims:
        for item in claim.evidence:
            if item.source in known:
                called.setdefault(item.source, []).append(rows[claim.id])
    return [known[name] for name in sorted(called, key=lambda name: (sum(called[name]) / len(called[name]), name))]


def _level(number: int, of: int, height: int) -> float:
    return round(_TOP / 2 + (number + 0.5) * (height - _TOP) / of, 1)


def _lines(claims: Sequence[ClaimEntry], claim_at: dict[str, float], source_at: dict[str, float]) -> str:
    """Return a path for each relation, with a line for each evidence."""
    drawn: dict[str, list[str]] = {}
    middle = (_CLAIMS + _SOURCES) / 2
    for claim in claims:
        beside: dict[str, int] = {}
        for item in claim.evidence:
            if item.source not in source_at:
                continue
            # A source may speak both for and against a claim: its lines run beside each other.
            aside = beside[item.source] = beside.get(item.source, -_ASIDE) + _ASIDE
            start, end = claim_at[claim.id] + aside, source_at[item.source] + aside
            line = f"M{_CLAIMS} {start:g}C{middle:g} {start:g} {middle:g} {end:g} {_SOURCES} {end:g}"
            drawn.setdefault(item.relation if item.relation in LINES else "mentions", []).append(line)
    return "".join(f'<path class="line {name}" d="{"".join(drawn[name])}"/>' for name in LINES if name in drawn)


def _claim(claim: ClaimEntry, at: float) -> str:
    return (
        f'<a href="#{text(claim.anchor)}" tabindex="-1">'
        f'<text class="from" x="{_CLAIMS - 8}" y="{at:g}">{text(claim.mark)}</text></a>'
    )


def _source(source: SourceEntry, at: float) -> str:
    whole = plain_words(source.citation)
    name = whole if len(whole) <= _LONGEST_NAME else f"{whole[:_LONGEST_NAME].rstrip()} …"
    return f'<a href="#{text(source.anchor)}" tabindex="-1"><text x="{_SOURCES + 8}" y="{at:g}">{text(name)}</text></a>'
