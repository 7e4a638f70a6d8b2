"""`annotate anchors`: where every target stands in the text, with outcome, score and rivals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from annotate.api.anchors import anchors as anchors_of
from annotate.cli.options import reading_options, text_argument
from annotate.cli.output import print_json, print_table, say
from annotate.match.excerpt import shortened
from annotate.model.anchor import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.anchors import Anchor
    from annotate.model.text import Span

_LISTED = 5


@click.command(epilog="Example: annotate anchors review.xml --json")
@text_argument
@click.option("--outcome", type=click.Choice([str(outcome) for outcome in Outcome]), help="Only those of this outcome.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, a row for each target.")
@reading_options
def anchors(text: Path, outcome: str | None, annotations: Path | None, *, as_json: bool) -> None:
    """Show where every annotation stands in the text, and what evidence quotes in the copy of its source, how surely.

    The outcome is exact, moved, near, ambiguous, orphaned or not-searched. A place that is near shows word by word how
    it differs from the quote: [-words of the quote-] {+words of the text+}. Rivals are other places it could mean.
    """
    found = anchors_of(text, annotations=annotations)
    chosen = [anchor for anchor in found if outcome in {None, str(anchor.resolution.outcome)}]
    if as_json:
        print_json([_row(anchor) for anchor in chosen])
        return
    if chosen:
        print_table(("id", "outcome", "score", "place", "rivals", "words"), [_cells(anchor) for anchor in chosen])
    counts = Counter(anchor.resolution.outcome for anchor in found)
    named = ", ".join(f"{counts[kind]} {kind}" for kind in Outcome if counts[kind])
    total = len(found)
    say(f"{total} target{'' if total == 1 else 's'}" + (f": {named}" if named else ""))


def _cells(anchor: Anchor) -> tuple[str, ...]:
    resolution = anchor.resolution
    places = [f"{anchor.block(span) or 'the start'} ({span.start} to {span.end})" for span in resolution.spans]
    rivals = list(dict.fromkeys(anchor.block(span) or "the start" for span in resolution.rivals))
    return (
        anchor.id,
        str(resolution.outcome),
        f"{resolution.score:.2f}" if resolution.spans or resolution.rivals else "",
        (f"{anchor.source}: " if anchor.source and places else "") + ", ".join(places),
        ", ".join(rivals[:_LISTED]) + (f" and {len(rivals) - _LISTED} more" if len(rivals) > _LISTED else ""),
        anchor.difference or f"“{shortened(' … '.join(anchor.quotes))}”",
    )


def _row(anchor: Anchor) -> dict[str, Any]:
    """Return what is known of one target; places count code points of the reading text."""
    resolution = anchor.resolution
    return {
        "file": str(anchor.file),
        "id": anchor.id,
        "source": anchor.source,
        "outcome": str(resolution.outcome),
        "score": resolution.score,
        "quote": " … ".join(anchor.quotes),
        "place": [_place(span, anchor) for span in resolution.spans],
        "difference": anchor.difference,
        "rivals": [_place(span, anchor) for span in resolution.rivals],
    }


def _place(span: Span, anchor: Anchor) -> dict[str, Any]:
    words = anchor.reading.slice(span)
    return {"block": anchor.block(span), "start": span.start, "end": span.end, "words": words}
