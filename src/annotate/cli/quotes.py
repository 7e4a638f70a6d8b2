"""`annotate quotes`: whether quotations say what their sources say, and what stands in a source without marks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from annotate.api.quotes import quotes as quotes_of
from annotate.check.quotations_compared import KINDS
from annotate.cli.options import reading_options, text_argument
from annotate.cli.output import print_findings, print_json, print_table, say
from annotate.diagnostics import Severity, worst
from annotate.match.difference import brief
from annotate.match.excerpt import shortened
from annotate.match.reuse import LEAST_WORDS
from annotate.report import as_rows, summary

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.quotes import Quoted, Quotes
    from annotate.check.quotations_reused import Reused
    from annotate.model.text import Span

_SHOWN = 70  # code points of a quotation in the table


@click.command(epilog="Example: annotate quotes review.xml --reuse")
@text_argument
@click.option("--verdict", type=click.Choice(KINDS), help="Only those with this verdict.")
@click.option("--reuse", is_flag=True, help="Also find what stands in a copy, and here without quotation marks.")
@click.option(
    "--min-words",
    type=click.IntRange(min=1),
    default=LEAST_WORDS,
    show_default=True,
    help="With --reuse: how many words in a row count.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON: quotations, reused passages and findings.")
@reading_options
@click.pass_context
def quotes(
    context: click.Context,
    text: Path,
    verdict: str | None,
    min_words: int,
    annotations: Path | None,
    *,
    reuse: bool,
    as_json: bool,
) -> None:
    """Compare quotations with the copies of their sources, word by word.

    All quotations of the text, and all that evidence quotes, get a verdict: verbatim; normalised (but for white space,
    quote style, the first letter's case, normal form); elided (each part so, in order, around … or […]); altered (the
    difference is shown: [-quoted-] {+in the copy+}); absent; not-searched; no-copy. Copies are kept with annotate
    source attach. The exit code is 1 where a finding is an error.
    """
    found = quotes_of(text, annotations=annotations, reuse=reuse, least=min_words)
    chosen = [one for one in found.quoted if verdict in {None, one.compared.kind}]
    if as_json:
        print_json(
            {
                "quotations": [_row(one) for one in chosen],
                **({} if found.reused is None else {"reused": [_reused_row(one, found) for one in found.reused]}),
                "findings": as_rows(found.findings),
            }
        )
    else:
        _print(found, chosen)
    gravest = worst(found.findings)
    context.exit(1 if gravest is not None and gravest >= Severity.ERROR else 0)


def _print(found: Quotes, chosen: list[Quoted]) -> None:
    if chosen:
        print_table(("in", "verdict", "source", "place", "said by", "words"), [_cells(one) for one in chosen])
    if found.reused:
        if chosen:
            click.echo()
        print_table(("in", "words", "source", "place", "without quotation marks"), _reused_cells(found))
    if found.findings:
        if chosen or found.reused:
            click.echo()
        print_findings(found.findings, to_stderr=False)
        click.echo(summary(found.findings))
    counts = Counter(one.compared.kind for one in found.quoted)
    named = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
    total, copies = len(found.quoted), found.copies
    say(
        f"{total} quotation{'' if total == 1 else 's'}"
        f" held against {copies} {'copy' if copies == 1 else 'copies'}" + (f": {named}" if named else "")
    )


def _cells(one: Quoted) -> tuple[str, ...]:
    compared = one.compared
    words = f"“{shortened(compared.text, _SHOWN)}”"
    if compared.kind == "altered":
        words = brief(compared.verdict.difference)
    speaker = " and ".join(compared.said_there)
    if one.same_speaker is False:
        speaker += f", not {' and '.join(compared.said_here)}"
    where = compared.evidence.id if compared.evidence is not None else one.block
    return (where, compared.kind, compared.source, compared.place, speaker, words)


def _row(one: Quoted) -> dict[str, Any]:
    """Return what is known of one quotation; places count code points of the reading text they are in."""
    compared = one.compared
    judged = compared.verdict
    return {
        "block": one.block or None,
        "evidence": compared.evidence.id if compared.evidence is not None else None,
        "words": list(compared.words),
        "parts": [_span(part) for part in compared.quotation.parts] if compared.quotation is not None else [],
        "verdict": compared.kind,
        "source": compared.source or None,
        "cited": compared.cited,
        "place": compared.place or None,
        "found": [{**_span(part), "words": words} for part, words in zip(judged.parts, one.found, strict=False)],
        "left_out": list(judged.left_out),
        "difference": [
            {"operation": run.operation, "quoted": run.quoted, "found": run.found} for run in judged.difference
        ],
        "only_in_brackets": judged.marked,
        "other_places": [_span(span) for span in judged.others],
        "said_by": list(compared.said_here),
        "said_there_by": list(compared.said_there),
        "same_speaker": one.same_speaker,
    }


def _reused_cells(found: Quotes) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for one in found.reused or ():
        words = f"“{shortened(found.reading.slice(one.span), _SHOWN)}”"
        rows.append((_block(one, found), str(one.words), one.source, one.place, words))
    return rows


def _reused_row(one: Reused, found: Quotes) -> dict[str, Any]:
    text = found.reading.slice(one.span)
    return {
        "block": _block(one, found),
        **_span(one.span),
        "count": one.words,
        "source": one.source,
        "place": one.place or None,
        "words": text,
    }


def _block(one: Reused, found: Quotes) -> str:
    block = found.reading.block_at(one.span.start)
    return block.id if block is not None else ""


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
