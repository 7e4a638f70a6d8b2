"""`annotate evidence`: what ties a claim to its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.evidence import EvidenceDraft, add_evidence, edit_evidence, remove_evidence
from annotate.api.listing import list_evidence, show_evidence
from annotate.cli import types
from annotate.cli.options import (
    clear_option,
    json_option,
    new_values,
    print_added,
    print_changed,
    reading_options,
    refuse_idle,
    say_removed,
    text_argument,
    writing_options,
)
from annotate.cli.output import print_json, print_table
from annotate.cli.quote_options import quote_place_options
from annotate.cli.show_record import print_fields
from annotate.match.excerpt import shortened
from annotate.model.annotation import EVIDENCE_RELATIONS, STRENGTHS

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Unpack

    from annotate.api.editing import How
    from annotate.api.quoting import QuotePlace, Standing
    from annotate.model.annotation import Locator

_evidence_argument = click.argument("claim_and_id", metavar="[CLAIM] ID", nargs=-1, required=True)
_locator_option = click.option(
    "--locator", type=types.locator, metavar="LABEL:VALUE", help="Where in the source: page:12, timestamp:00:43:12."
)
_quote_option = click.option("--quote", help="The source's own words.")
_strength_option = click.option("--strength", type=click.Choice(STRENGTHS), help="How much the source proves.")
_note_option = click.option("--note", help="A remark of yours.")


@click.group()
def evidence() -> None:
    """Add, list, show, change and remove what supports or disputes a claim."""


@evidence.command(
    "add",
    epilog="\b\nExample: annotate evidence add review.xml c-7k2m9x --source hall-1927 --relation disputes \\\n"
    '  --locator page:12 --quote "not made in Oregon" --strength strong',
)
@text_argument
@click.argument("claim_id", metavar="CLAIM")
@click.option("--source", required=True, metavar="ID", help="The source.")
@click.option("--relation", type=click.Choice(EVIDENCE_RELATIONS), required=True, help="What it does to the claim.")
@_locator_option
@_quote_option
@quote_place_options
@_strength_option
@_note_option
@writing_options
def add(
    *,
    text: Path,
    claim_id: str,
    source: str,
    relation: str,
    locator: Locator | None,
    quote: str | None,
    strength: str | None,
    note: str | None,
    place: QuotePlace,
    **how: Unpack[How],
) -> None:
    """Add evidence to a claim and print its id; a quotation is looked up in the copy of its source, if it has one."""
    if place.chosen and not quote:
        raise click.UsageError("--quote-in, --quote-occurrence and --locate go with --quote.")
    draft = EvidenceDraft(source, relation, strength, locator, quote, note, place)
    print_added(add_evidence(text, claim_id, draft, **how))


@evidence.command("list", epilog="Example: annotate evidence list review.xml c-7k2m9x")
@text_argument
@click.argument("claim_id", metavar="CLAIM", required=False)
@click.option("--source", metavar="ID", help="Only evidence from this source.")
@click.option("--relation", type=click.Choice(EVIDENCE_RELATIONS), help="Only evidence of this relation.")
@json_option
@reading_options
def list_(
    *,
    text: Path,
    claim_id: str | None,
    source: str | None,
    relation: str | None,
    annotations: Path | None,
    as_json: bool,
) -> None:
    """List the evidence of a claim, or of all claims in the order of their passages."""
    found = list_evidence(text, claim_id, source=source, relation=relation, annotations=annotations)
    if as_json:
        print_json([{"claim": claim.id, **item.to_json()} for claim, item in found])
        return
    rows = [
        (item.id, claim.id, item.relation, item.strength or "", item.source, _place(item.locator), _short(item.quote))
        for claim, item in found
    ]
    print_table(("id", "claim", "relation", "strength", "source", "place", "quote"), rows)


@evidence.command("show", epilog="Example: annotate evidence show review.xml e-7k2m9x")
@text_argument
@_evidence_argument
@json_option
@reading_options
def show_(*, text: Path, claim_and_id: tuple[str, ...], annotations: Path | None, as_json: bool) -> None:
    """Show a piece of evidence."""
    claim_id, evidence_id = _ids(claim_and_id)
    shown = show_evidence(text, evidence_id, claim=claim_id, annotations=annotations)
    claim, item = shown.claim, shown.evidence
    if as_json:
        print_json({"claim": claim.id, **item.to_json(), **_in_copy(shown.standing)})
        return
    print_fields(
        [
            ("id", item.id),
            ("claim", claim.id),
            ("relation", item.relation),
            ("strength", item.strength),
            ("source", item.source),
            ("locator", _place(item.locator)),
            ("quote", item.quote and f"“{item.quote}”"),
            ("in copy", shown.standing and shown.standing.told),
            ("note", item.note),
        ]
    )


@evidence.command("edit", epilog="Example: annotate evidence edit review.xml e-7k2m9x --strength weak --clear note")
@text_argument
@_evidence_argument
@click.option("--source", metavar="ID", help="The source.")
@click.option("--relation", type=click.Choice(EVIDENCE_RELATIONS), help="What it does to the claim.")
@_locator_option
@_quote_option
@quote_place_options
@_strength_option
@_note_option
@clear_option("locator", "quote", "strength", "note")
@writing_options
def edit(
    *,
    text: Path,
    claim_and_id: tuple[str, ...],
    place: QuotePlace,
    cleared: tuple[str, ...],
    annotations: Path | None,
    who: str | None,
    dry_run: bool,
    **fields: Any,
) -> None:
    """Change evidence and print what changed, before and after."""
    claim_id, evidence_id = _ids(claim_and_id)
    new = new_values(fields, cleared)
    refuse_idle(new, place.chosen)
    done = edit_evidence(
        text, evidence_id, new, claim=claim_id, place=place, annotations=annotations, who=who, dry_run=dry_run
    )
    print_changed(done)


@evidence.command("remove", epilog="Example: annotate evidence remove review.xml e-7k2m9x")
@text_argument
@_evidence_argument
@writing_options
def remove(*, text: Path, claim_and_id: tuple[str, ...], **how: Unpack[How]) -> None:
    """Remove one evidence from its claim."""
    claim_id, evidence_id = _ids(claim_and_id)
    say_removed(remove_evidence(text, evidence_id, claim=claim_id, **how))


def _ids(given: tuple[str, ...]) -> tuple[str | None, str]:
    """Return the claim, if it was said, and the evidence."""
    if len(given) > 2:
        raise click.UsageError("Give the id of one piece of evidence; the id of its claim may stand before it.")
    return (given[0] if len(given) == 2 else None), given[-1]


def _in_copy(standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return {}
    resolution = standing.resolution
    return {
        "in_copy": {
            "outcome": str(resolution.outcome) if resolution else None,
            "score": resolution.score if resolution else None,
            "told": standing.told,
        }
    }


def _place(locator: Locator | None) -> str:
    return f"{locator.label} {locator.value}" if locator else ""


def _short(quote: str | None) -> str:
    return shortened(quote or "", 40)
