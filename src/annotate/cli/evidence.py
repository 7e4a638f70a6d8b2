"""`annotate evidence`: what ties a claim to its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.edit import EvidenceDraft, add_evidence, remove_evidence
from annotate.cli import types
from annotate.cli.options import annotations_option, print_added, say_removed, text_argument, who_option
from annotate.model.annotation import EVIDENCE_RELATIONS, STRENGTHS

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.model.annotation import Locator


@click.group()
def evidence() -> None:
    """Add and remove what supports or disputes a claim."""


@evidence.command(
    "add",
    epilog="\b\nExample: annotate evidence add review.xml c-7k2m9x --source hall-1927 --relation disputes \\\n"
    '  --locator page:12 --quote "not made in Oregon" --strength strong',
)
@text_argument
@click.argument("claim_id", metavar="CLAIM")
@click.option("--source", required=True, metavar="ID", help="The source.")
@click.option("--relation", type=click.Choice(EVIDENCE_RELATIONS), required=True, help="What it does to the claim.")
@click.option(
    "--locator", type=types.locator, metavar="LABEL:VALUE", help="Where in the source: page:12, timestamp:00:43:12."
)
@click.option("--quote", help="The source's own words.")
@click.option("--strength", type=click.Choice(STRENGTHS), help="How much the source proves.")
@click.option("--note", help="A remark of yours.")
@annotations_option
@who_option
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
    annotations: Path | None,
    who: str | None,
) -> None:
    """Add evidence to a claim and print its id."""
    draft = EvidenceDraft(source, relation, strength, locator, quote, note)
    print_added(add_evidence(text, claim_id, draft, annotations=annotations, who=who))


@evidence.command("remove", epilog="Example: annotate evidence remove review.xml e-7k2m9x")
@text_argument
@click.argument("evidence_id", metavar="ID")
@annotations_option
@who_option
def remove(text: Path, evidence_id: str, annotations: Path | None, who: str | None) -> None:
    """Remove one evidence from its claim."""
    say_removed(remove_evidence(text, evidence_id, annotations=annotations, who=who))
