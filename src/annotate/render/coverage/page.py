"""The page of a report: one HTML file with charts and tables of how far texts are annotated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate import __version__
from annotate.model.annotation import STATUSES
from annotate.model.coverage import (
    open_reasons,
    percentage,
    share_seen,
    tallies_by,
    tally,
    unchecked,
)
from annotate.render.coverage import tables
from annotate.render.coverage.charts import bar_chart, key, patterns, place_chart
from annotate.render.markup import clean, language_attributes, text
from annotate.render.shell import digest, fill, finished
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.model.coverage import Coverage, Tally, TextCoverage

_MOST_BARS = 24
_MOST_ROWS = 20
_HOW_TO_READ = (
    "Each strip is the text from its beginning to its end. A mark stands where a claim does, a dotted line where a"
    " section begins."
)


def coverage_page(coverage: Coverage) -> bytes:
    """Return the page, UTF-8. It needs no network and no script, and the same coverage gives the same bytes."""
    style = resource_text("templates/report.css")
    return fill(
        "report.html",
        policy=f"default-src 'none'; style-src {digest(style)}",
        style=finished(style),
        title=clean(_plain_title(coverage)),
        heading=finished(_heading(coverage)),
        figures=list(_figures(coverage)),
        patterns=finished(patterns()),
        sections=[(name, heading, finished(inside)) for name, heading, inside in _sections(coverage)],
        files=[clean(name) for covered in coverage.texts for name in _files(covered, coverage)],
        version=__version__,
    ).encode("utf-8")


def _plain_title(coverage: Coverage) -> str:
    if len(coverage.texts) == 1:
        return f"How far “{_title(coverage.texts[0])}” is annotated"
    return f"How far {len(coverage.texts)} texts are annotated" if coverage.texts else "No text to report on"


def _heading(coverage: Coverage) -> str:
    if len(coverage.texts) != 1:
        return text(_plain_title(coverage))
    language = language_attributes(coverage.texts[0].language)
    return f"How far <cite{language}>{text(_title(coverage.texts[0]))}</cite> is annotated"


def _title(covered: TextCoverage) -> str:
    return covered.title or covered.file


def _files(covered: TextCoverage, coverage: Coverage) -> list[str]:
    return [coverage.short_names[path] for path in (covered.file, *covered.annotations)]


def _figures(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Yield what stands at the top: a number and what it counts."""
    counted = tally("", coverage.claims)
    yield str(counted.claims), "claim marked" if counted.claims == 1 else "claims marked"
    yield percentage(share_seen(coverage.sections)), "of the text in annotated passages"
    yield str(counted.without_source), "without a source"
    yield str(counted.disputed), "disputed or refuted"
    yield str(counted.contradicted), "contradicted by another claim"
    yield str(len(unchecked(coverage.quotations))), f"of {len(coverage.quotations)} quotations unchecked"
    yield str(len(coverage.all_uncited)), "sources never cited"
    yield str(len(coverage.unsure)), "annotations without a certain place"


def _sections(coverage: Coverage) -> Iterator[tuple[str, str, str]]:
    """Yield the sections of the page that have something to say: id, heading, HTML."""
    if coverage.claims:
        yield "where", "Where the claims lie", _where(coverage)
        yield "who", "Who makes the claims", _who(coverage)
        yield "how", "How the claims stand", _how(coverage)
        yield "open", "What is open", _open(coverage)
    elif coverage.texts:
        yield "where", "Where the claims lie", "<p>No claim is marked yet.</p>\n"
    passages = "".join(tables.section_table(covered) for covered in coverage.texts if covered.sections)
    if passages:
        note = (
            "<p>A passage is a paragraph, a list item, a stanza or the like; headings and bylines do not count.</p>\n"
        )
        yield "passages", "Passages that nobody has annotated", note + passages
    quotations = "".join(
        _folded(
            tables.quotation_table(_title(covered), covered.quotations),
            len(covered.quotations),
            _named(covered, coverage),
        )
        for covered in coverage.texts
    )
    if quotations:
        yield "quotations", "Quotations and their sources", quotations
    sources = tables.source_table(coverage.all_uncited, coverage.short_names)
    if sources:
        yield "sources", "Sources never cited", _folded(sources, len(coverage.all_uncited))
    anchors = tables.anchor_table(coverage.unsure, coverage.short_names)
    if anchors:
        yield "places", "Annotations without a certain place", _folded(anchors, len(coverage.unsure))


def _where(coverage: Coverage) -> str:
    parts = [f"<p>{_HOW_TO_READ}</p>\n"]
    several = len(coverage.texts) > 1
    for covered in coverage.texts:
        statuses = _statuses([covered])
        if several:
            parts.append(f"<h3>{tables.words(_title(covered))}</h3>\n")
        if not covered.claims:
            parts.append("<p>No claim is marked yet.</p>\n")
            continue
        unplaced = sum(not claim.spans for claim in covered.claims)
        note = f"<p>{unplaced} of the claims have no certain place and are not drawn.</p>\n" if unplaced else ""
        parts.append(_figure(place_chart(covered, statuses), statuses, tables.claim_table(covered)) + note)
    return "".join(parts)


def _who(coverage: Coverage) -> str:
    statuses = _statuses(coverage.texts)
    claimants = [_called(counted) for counted in tallies_by("claimant", coverage.claims)]
    shown = claimants
    if len(claimants) > _MOST_BARS:
        rest = {name.name for name in claimants[_MOST_BARS - 1 :]}
        others = [claim for claim in coverage.claims if (claim.claimant or tables.NOBODY) in rest]
        shown = [*claimants[: _MOST_BARS - 1], tally(f"{len(rest)} others", others)]
    chart = bar_chart("Claims by claimant", shown, statuses)
    return _figure(chart, statuses, tables.tally_table("Claims by claimant", "claimant", claimants, statuses))


def _how(coverage: Coverage) -> str:
    statuses = _statuses(coverage.texts)
    kinds = [tally("all claims", coverage.claims), *tallies_by("kind", coverage.claims)]
    chart = bar_chart("Claims by kind", kinds, statuses)
    return _figure(chart, statuses, tables.tally_table("Claims by kind", "kind of claim", kinds, statuses))


def _open(coverage: Coverage) -> str:
    found = [claim for claim in coverage.claims if open_reasons(claim)]
    if not found:
        return "<p>Every claim has a source, and none is disputed or contradicted.</p>\n"
    count = f"<p>{len(found)} of {len(coverage.claims)} claims have no source, are disputed, or are contradicted.</p>\n"
    parts = [count]
    for covered in coverage.texts:
        number = sum(bool(open_reasons(claim)) for claim in covered.claims)
        table = tables.open_table(_title(covered), covered.claims)
        parts.append(_folded(table, number, _named(covered, coverage)))
    return "".join(parts)


def _figure(chart: str, statuses: Sequence[str], table: str) -> str:
    return (
        f"<figure>{chart}<figcaption>{key(statuses)}</figcaption></figure>\n"
        f"<details><summary>The same as a table</summary>\n{table}</details>\n"
    )


def _folded(table: str, rows: int, of: str = "them") -> str:
    """Return a table, behind a line to open it where it is so long that it would hide what stands below."""
    if rows <= _MOST_ROWS:
        return table
    return f"<details><summary>All {rows} of {tables.words(of)}</summary>\n{table}</details>\n"


def _named(covered: TextCoverage, coverage: Coverage) -> str:
    """Return what to call a text where there are several, else a word for what it has."""
    return _title(covered) if len(coverage.texts) > 1 else "them"


def _statuses(texts: Sequence[TextCoverage]) -> list[str]:
    """Return the statuses that claims have, in the order of the vocabulary, those of a project last."""
    found = {claim.status for covered in texts for claim in covered.claims}
    return [*(status for status in STATUSES if status in found), *sorted(found - set(STATUSES))]


def _called(counted: Tally) -> Tally:
    return counted if counted.name else replace(counted, name=tables.NOBODY)
