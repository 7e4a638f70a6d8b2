"""`annotate claim add`: a claim on a passage, said on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.api.claims import add_claim
from annotate.api.evidence import EvidenceDraft
from annotate.cli import types
from annotate.cli.options import print_added, text_argument, writing_options
from annotate.cli.passage_options import needed, optional_passage_options
from annotate.cli.project_word import CLAIM_KIND, CLAIM_STATUS
from annotate.cli.quote_options import quote_place_options
from annotate.cli.table_options import table_options, take_table
from annotate.model.annotation import ATTITUDES, CERTAINTIES, STRENGTHS

if TYPE_CHECKING:
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.api.quoting import QuotePlace
    from annotate.attach.passage import Passage
    from annotate.model.annotation import Locator


@click.command(
    "add",
    epilog='\b\nExample: annotate claim add review.xml "shot in Oregon" --kind factual \\\n'
    '  --supports hall-1927 --locator page:12 --quote "made in Oregon"',
)
@text_argument
@click.option("--kind", type=CLAIM_KIND, default="factual", show_default=True, help="Kind of claim.")
@click.option("--statement", help="The claim in a sentence of your own that can be checked.")
@click.option("--by", help="Who claims it: a name or an entity's id. Default: the speaker there, else the author.")
@click.option("--attitude", type=click.Choice(ATTITUDES), default="asserts", show_default=True, help="How it is said.")
@click.option(
    "--certainty", type=click.Choice(CERTAINTIES), default="certain", show_default=True, help="How sure they sound."
)
@click.option("--status", type=CLAIM_STATUS, default="unreviewed", show_default=True, help="What checking has shown.")
@click.option("--tag", "tags", type=types.tag, multiple=True, help="A word to find it by; may be repeated.")
@click.option("--note", help="A remark of yours.")
@click.option("--supports", metavar="ID", help="A source that supports it.")
@click.option("--disputes", metavar="ID", help="A source that disputes it.")
@click.option(
    "--locator", type=types.locator, metavar="LABEL:VALUE", help="Where in the source: page:12, timestamp:00:43:12."
)
@click.option("--quote", "source_quote", help="The source's own words.")
@click.option("--strength", type=click.Choice(STRENGTHS), help="How much the source proves.")
@quote_place_options
@click.option("-i", "interactive", is_flag=True, help="Walk through it: what is known is offered, each step asked for.")
@optional_passage_options
@table_options
@writing_options
def add(
    *,
    text: Path,
    passage: Passage | None,
    table: Path | None,
    all_or_nothing: bool,
    interactive: bool,
    kind: str,
    statement: str | None,
    by: str | None,
    attitude: str,
    certainty: str,
    status: str,
    tags: tuple[str, ...],
    note: str | None,
    supports: str | None,
    disputes: str | None,
    locator: Locator | None,
    source_quote: str | None,
    strength: str | None,
    place: QuotePlace,
    **how: Unpack[How],
) -> int:
    """Add a claim on the words QUOTE of the text and print its id; “-” reads them from stdin.

    With -i, walk through it. With --from, add a claim for each row of a table; the other options hold for rows whose
    cells are empty.
    """
    said: dict[str, Any] = {
        "kind": kind,
        "statement": statement,
        "by": by,
        "attitude": attitude,
        "certainty": certainty,
        "status": status,
        "tags": tags,
        "note": note,
    }
    if interactive:
        if table is not None or supports or disputes or locator or source_quote or strength or place.chosen:
            raise click.UsageError("-i asks for the sources, and takes no table.")
        return _walked(text, passage, said, how)
    if table is not None:
        if place.chosen:
            raise click.UsageError("--from takes what sources say from the table, one place in the copy for each row.")
        defaults = {
            **said,
            "supports": supports,
            "disputes": disputes,
            "locator": f"{locator.label}:{locator.value}" if locator else None,
            "source_quote": source_quote,
            "strength": strength,
        }
        return take_table("claim", text, table, passage, defaults, how, all_or_nothing=all_or_nothing)
    evidence = _evidence(supports, disputes, locator, source_quote, strength, place)
    print_added(add_claim(text, needed(passage), evidence=evidence, **said, **how))
    return 0


def _walked(text: Path, passage: Passage | None, said: dict[str, Any], how: How) -> int:
    if text == Path("-"):
        raise click.UsageError("-i reads the answers from standard input, so that the text must be a file.")
    from annotate.cli.claim_walk import walk_through  # noqa: PLC0415  # only for -i

    return walk_through(text, passage, said, how)


def _evidence(
    supports: str | None,
    disputes: str | None,
    locator: Locator | None,
    quote: str | None,
    strength: str | None,
    place: QuotePlace,
) -> tuple[EvidenceDraft, ...]:
    if supports and disputes:
        raise click.UsageError("claim add takes one source; give the other with annotate evidence add.")
    if source := supports or disputes:
        relation = "supports" if supports else "disputes"
        return (EvidenceDraft(source, relation, strength, locator, quote, place=place),)
    if locator or quote or strength or place.chosen:
        raise click.UsageError("--locator, --quote and --strength need a source: --supports ID or --disputes ID.")
    return ()
