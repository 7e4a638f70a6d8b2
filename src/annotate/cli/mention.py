"""`annotate mention`: where a text names persons, films, works, places, organisations and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.entities import add_mention, edit_mention, remove_mention
from annotate.api.listing import list_mentions, quoted, show
from annotate.cli.options import (
    json_option,
    print_added,
    print_changed,
    reading_options,
    refuse_idle,
    say_removed,
    text_argument,
    writing_options,
)
from annotate.cli.output import print_json, print_table
from annotate.cli.passage_options import needed, on_options, optional_passage_options
from annotate.cli.show_record import print_fields, signed
from annotate.cli.table_options import table_options, take_table
from annotate.match.excerpt import shortened
from annotate.model.annotation import ENTITY_TYPES

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.passage import Passage


@click.group()
def mention() -> None:
    """Add, list, show, change and remove mentions of persons, films and works."""


@mention.command(
    "add", epilog='Example: annotate mention add review.xml "Keaton" --entity "Buster Keaton" --type person'
)
@text_argument
@click.option("--entity", help="Who or what is named: a name or an entity's id.")
@click.option("--type", "entity_type", type=click.Choice(ENTITY_TYPES), help="What it is, where it is new.")
@optional_passage_options
@table_options
@writing_options
def add(
    *,
    text: Path,
    passage: Passage | None,
    table: Path | None,
    all_or_nothing: bool,
    entity: str | None,
    entity_type: str | None,
    **how: Unpack[How],
) -> int:
    """Add a mention in the words QUOTE of the text and print its id; “-” reads them from stdin.

    With --from, add a mention for each row of a table; the other options hold for rows whose cells are empty.
    """
    if table is not None:
        defaults = {"entity": entity, "type": entity_type}
        return take_table("mention", text, table, passage, defaults, how, all_or_nothing=all_or_nothing)
    if entity is None:
        raise click.UsageError("Say who or what is named with --entity.")
    print_added(add_mention(text, needed(passage), entity=entity, entity_type=entity_type, **how))
    return 0


@mention.command("list", epilog="Example: annotate mention list review.xml")
@text_argument
@click.option("--entity", help="Only mentions of this entity, by name or id.")
@json_option
@reading_options
def list_(text: Path, entity: str | None, annotations: Path | None, *, as_json: bool) -> None:
    """List the mentions in the order of their passages."""
    found = list_mentions(text, entity=entity, annotations=annotations)
    if as_json:
        print_json([record.to_json() for record in found.records])
        return
    rows = [(record.id, found.name(record.entity), shortened(quoted(record.target))) for record in found.records]
    print_table(("id", "entity", "quote"), rows)


@mention.command("show", epilog="Example: annotate mention show review.xml m-7k2m9x")
@text_argument
@click.argument("mention_id", metavar="ID")
@json_option
@reading_options
def show_(text: Path, mention_id: str, annotations: Path | None, *, as_json: bool) -> None:
    """Show a mention."""
    found = show(text, "mentions", mention_id, annotations=annotations)
    (record,) = found.records
    if as_json:
        print_json(record.to_json())
        return
    entity = f"{found.name(record.entity)} ({record.entity})"
    print_fields([("id", record.id), ("quote", f"“{quoted(record.target)}”"), ("entity", entity), *signed(record)])


@mention.command("edit", epilog="Example: annotate mention edit review.xml m-7k2m9x --entity buster-keaton")
@text_argument
@click.argument("mention_id", metavar="ID")
@click.option("--entity", help="Who or what is named: a name or an entity's id.")
@click.option("--type", "entity_type", type=click.Choice(ENTITY_TYPES), help="What it is, where it is new.")
@on_options
@writing_options
def edit(
    *,
    text: Path,
    mention_id: str,
    entity: str | None,
    entity_type: str | None,
    passage: Passage | None,
    **how: Unpack[How],
) -> None:
    """Change a mention and print what changed, before and after."""
    if entity_type and entity is None:
        raise click.UsageError("--type goes with --entity; annotate entity edit changes what an entity is.")
    refuse_idle(entity, passage)
    print_changed(edit_mention(text, mention_id, entity=entity, entity_type=entity_type, on=passage, **how))


@mention.command("remove", epilog="Example: annotate mention remove review.xml m-7k2m9x")
@text_argument
@click.argument("mention_id", metavar="ID")
@writing_options
def remove(*, text: Path, mention_id: str, **how: Unpack[How]) -> None:
    """Remove a mention; its entity stays."""
    say_removed(remove_mention(text, mention_id, **how))
