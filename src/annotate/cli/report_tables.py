"""The coverage of texts as tables in a terminal, or as plain text where the output is no terminal."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from annotate.coverage.sections import id_ranges
from annotate.diagnostics import one_line
from annotate.model.coverage import VERDICTS, open_reasons, percentage, share_seen, tallies_by, tally, unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.coverage import ClaimSeen, Coverage, SectionSeen, Tally, TextCoverage

_MOST_LISTED = 12
_FIRST_COLUMN = 34  # terminal cells; what stands right of it fits on a line of 80
_HEADS = {"kind": "kind of claim", "status": "status", "claimant": "claimant"}
_UNNAMED = {"claimant": "(nobody named)"}


def print_report(coverage: Coverage) -> None:
    """Print the tables of a report on stdout: of one text in detail, of several text by text."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not coverage.texts:
        console.print("No text to report on.")
        return
    single = len(coverage.texts) == 1
    if single:
        _print_heading(console, coverage.texts[0])
    else:
        _print_texts(console, coverage)
    for field in _HEADS:
        if coverage.claims:
            _print_tallies(console, field, coverage.claims)
    if single:
        _print_sections(console, coverage.texts[0].sections)
        _print_open(console, coverage.claims)
    _print_rest(console, coverage)


def _print_heading(console: Console, text: TextCoverage) -> None:
    console.print(Text(one_line(text.title or text.file), "bold"))
    counted = [(len(text.claims), "claim"), *((text.others[name], name.removesuffix("s")) for name in text.others)]
    said = ", ".join(_counted(number, noun) for number, noun in counted if number) or "no annotations"
    console.print(Text(f"{said}; {_share(text.sections)} of the text annotated"))


def _print_texts(console: Console, coverage: Coverage) -> None:
    table = _table("text", "claims", "no source", "disputed", "contradicted", "annotated")
    for text in coverage.texts:
        _add(table, coverage.short_names[text.file], tally("", text.claims), _share(text.sections))
    _add(table, "all texts", tally("", coverage.claims), _share(coverage.sections))
    console.print(table)


def _print_tallies(console: Console, field: str, claims: Sequence[ClaimSeen]) -> None:
    table = _table(_HEADS[field], "claims", "no source", "disputed", "contradicted")
    for counted in tallies_by(field, claims):
        _add(table, counted.name or _UNNAMED.get(field, ""), counted)
    _add(table, "all claims", tally("", claims))
    _print_table(console, table)


def _print_sections(console: Console, sections: Sequence[SectionSeen]) -> None:
    table = _table("section", "passages", "annotated")
    table.add_column("passages without annotation", overflow="fold")
    for section in sections:
        unseen = _listed(id_ranges([block.id for block in section.unseen]))
        table.add_row(_cell(section.title or "(no heading)"), str(section.blocks), _share((section,)), unseen)
    if sections:
        _print_table(console, table)


def _print_open(console: Console, claims: Sequence[ClaimSeen]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("claim", "in", "open, since it is", "what it says"):
        table.add_column(name, overflow="fold", no_wrap=name in {"claim", "in"})
    found = [claim for claim in claims if open_reasons(claim)]
    for claim in found[:_MOST_LISTED]:
        table.add_row(claim.id, claim.block or "?", ", ".join(open_reasons(claim)), _cell(claim.words))
    if found:
        _print_table(console, table)
    if len(found) > _MOST_LISTED:
        console.print(f"and {len(found) - _MOST_LISTED} more claims; --json and --html list all")


def _print_rest(console: Console, coverage: Coverage) -> None:
    """Print what is open beside claims and passages: sources, quotations, anchors; a line each."""
    console.print()
    for file, sources in groupby(coverage.all_uncited, lambda source: source.file):
        names = [source.id for source in sources]
        said = f"sources never cited in {coverage.short_names[file]} ({len(names)}): {_listed(names)}"
        console.print(Text(one_line(said)))
    verdicts = Counter(quoted.verdict for quoted in coverage.quotations)
    if verdicts:
        told = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS if verdicts[verdict])
        number = len(unchecked(coverage.quotations))
        console.print(Text(f"quotations unchecked: {number} of {len(coverage.quotations)} ({told})"))
    for anchor in coverage.unsure[:_MOST_LISTED]:
        file = coverage.short_names[anchor.file]
        console.print(Text(one_line(f"no certain place: {anchor.id} in {file} is {anchor.outcome}: {anchor.words}")))
    if len(coverage.unsure) > _MOST_LISTED:
        console.print(f"and {len(coverage.unsure) - _MOST_LISTED} more without a certain place; --json lists all")


def _listed(names: Sequence[str]) -> str:
    shown = " ".join(names[:_MOST_LISTED])
    return shown if len(names) <= _MOST_LISTED else f"{shown} and {len(names) - _MOST_LISTED} more"


def _table(first: str, *numbers: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column(first, max_width=_FIRST_COLUMN, overflow="fold")
    for number in numbers:
        table.add_column(number, justify="right")
    return table


def _add(table: Table, name: str, counted: Tally, *more: str) -> None:
    numbers = (counted.claims, counted.without_source, counted.disputed, counted.contradicted)
    table.add_row(_cell(name), *(str(number) if number else "–" for number in numbers), *more)


def _print_table(console: Console, table: Table) -> None:
    console.print()
    console.print(table)


def _cell(name: str) -> Text:
    return Text(one_line(name))


def _share(sections: Iterable[SectionSeen]) -> str:
    return percentage(share_seen(sections))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
