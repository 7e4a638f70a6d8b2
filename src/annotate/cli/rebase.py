"""`annotate rebase`: carry annotations to a revised text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.api.following import brief_difference, named_place
from annotate.api.rebase import rebase as carry
from annotate.api.rebase import rebases
from annotate.cli.output import print_findings, print_json, print_table, say
from annotate.match.excerpt import shortened
from annotate.model.anchor import Outcome

if TYPE_CHECKING:
    from annotate.api.rebase import Rebase
    from annotate.attach.rebase import Fate
    from annotate.model.text import ReadingText, Span

_CERTAIN = 1.0


@click.command(epilog="Example: annotate rebase review.xml revised.xml --dry-run")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would move and what would wait.")
@click.option("-i", "--interactive", is_flag=True, help="Ask where each annotation without a certain place belongs.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON, a row for each annotation.")
@click.option(
    "--annotations",
    type=click.Path(path_type=Path),
    help="The annotation file, where it is not OLD's own (OLD.annotations.json).",
)
@click.option("--as", "who", help="Who decides, with -i. Default: ANNOTATE_USER, else git's user.name.")
def rebase(
    *,
    old: Path,
    new: Path,
    dry_run: bool,
    interactive: bool,
    as_json: bool,
    annotations: Path | None,
    who: str | None,
) -> None:
    """Carry the annotations of a text to its revision.

    OLD is the text they were made on, NEW its revision. They go to NEW.annotations.json, a second annotator’s to
    NEW.WHO.annotations.json. What NEW has already stays. An annotation without a certain place in NEW keeps its words
    and waits. Where OLD has no annotations and NEW has, these are carried themselves: so OLD may be an older version
    of NEW.
    """
    if interactive and dry_run:
        raise click.UsageError("-i asks what to write: leave out --dry-run.")
    found = rebases(old, new, annotations=annotations)
    if as_json:
        print_json([_row(fate, one) for one in found for fate in one.following.fates.values()])
    for one in found:
        if not as_json:
            _print_report(one)
        chosen: dict[str, tuple[Span, ...]] | None = {}
        if interactive:
            from annotate.cli.rebase_walk import choose  # noqa: PLC0415  # only for -i

            chosen = choose(one)
        if chosen is None:
            say("nothing was written")
            continue
        done = carry(one, chosen, who=who, write=not dry_run)
        print_findings(done.findings, to_stderr=as_json)
        _say_where(one, len(one.undecided) - len(chosen), changed=done.changed, dry_run=dry_run)


def _say_where(one: Rebase, waiting: int, *, changed: bool, dry_run: bool) -> None:
    """Tell where the annotations went, and how many of them wait."""
    written = f"{'would be ' if dry_run else ''}written to {one.destination.path}"
    place = written if changed else f"nothing to change in {one.destination.path}"
    say(place + (f"; {_counted(waiting)} waiting for a decision: annotate rebase ... -i" if waiting else ""))


def _print_report(one: Rebase) -> None:
    """Print what moved and what has no certain place, and how many of each there are."""
    told = [fate for fate in one.following.fates.values() if _state(fate, one) not in {"exact", "there"}]
    told.sort(key=lambda fate: fate.order)
    rows = [
        (
            fate.id,
            _state(fate, one)
            + (f" {fate.after.score:.2f}" if fate.after.score < _CERTAIN and fate.after.spans else ""),
            named_place(fate.before, one.following.old),
            _places(fate, one.following.new),
            _words(fate, one.following.new),
        )
        for fate in told
    ]
    if rows:
        print_table(("id", "outcome", "before", "after", "words"), rows)
    counts = Counter(_state(fate, one) for fate in one.following.fates.values())
    states = {"there": "there already"} | {str(outcome): str(outcome) for outcome in Outcome}
    named = [f"{counts[state]} {words}" for state, words in states.items() if counts[state]]
    total = _counted(len(one.following.fates))
    click.echo(f"{one.following.path.name}: {total}" + (f", {', '.join(named)}" if named else ""))


def _outcome(fate: Fate) -> str:
    """Return the outcome, and how alike the words are where they differ."""
    alike = f" {fate.after.score:.2f}" if fate.after.spans and fate.after.score < _CERTAIN else ""
    return f"{fate.outcome}{alike}"


def _state(fate: Fate, one: Rebase) -> str:
    return "there" if fate.id in one.there else str(fate.outcome)


def _places(fate: Fate, reading: ReadingText) -> str:
    """Return where an annotation stands now, or the blocks it may stand in."""
    if fate.after.spans:
        return named_place(fate.after, reading)
    blocks = (reading.block_at(span.start) for span in fate.after.rivals)
    named = list(dict.fromkeys(block.id for block in blocks if block))
    return ", ".join(named[:5]) + (" ..." if len(named) > 5 else "") if named else "no place"


def _words(fate: Fate, reading: ReadingText) -> str:
    if fate.after.spans and not fate.after.outcome.trusted:
        return brief_difference(fate, reading)
    return f"“{shortened(' … '.join(piece.exact or '' for piece in fate.target.pieces))}”"


def _counted(number: int) -> str:
    return f"{number} annotation{'' if number == 1 else 's'}"


def _row(fate: Fate, one: Rebase) -> dict[str, Any]:
    """Return what the report says of one annotation; places count code points of either reading text."""
    following = one.following
    return {
        "file": str(one.destination.path),
        "id": fate.id,
        "outcome": str(fate.outcome),
        "score": fate.after.score,
        "there_already": fate.id in one.there,
        "quote": " … ".join(piece.exact or "" for piece in fate.target.pieces),
        "before": [_place(span, following.old) for span in fate.before.spans],
        "after": [_place(span, following.new) for span in fate.after.spans],
        "difference": brief_difference(fate, following.new) if not fate.after.outcome.trusted else "",
        "rivals": [_place(span, following.new) for span in fate.after.rivals],
    }


def _place(span: Span, reading: ReadingText) -> dict[str, Any]:
    block = reading.block_at(span.start)
    return {"block": block.id if block else None, "start": span.start, "end": span.end, "words": reading.slice(span)}
