"""`annotate entity`: the persons, organisations, films, works, places and events that a text is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.entities import add_entity, edit_entity, remove_entity
from annotate.api.listing import list_entities, show_entity
from annotate.cli.options import (
    cascade_option,
    clear_option,
    json_option,
    library_option,
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
from annotate.cli.show_record import print_fields
from annotate.model.annotation import ENTITY_TYPES

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How

_sort_name_option = click.option("--sort-name", help="Its name as an index sorts it: “Keaton, Buster”.")
_entity_argument = click.argument("entity", metavar="ID_OR_NAME")


@click.group()
def entity() -> None:
    """Add, list, show, change and remove persons, organisations, films and works."""


@entity.command(
    "add",
    epilog='\b\nExample: annotate entity add review.xml "Buster Keaton" --type person \\\n'
    '  --sort-name "Keaton, Buster" --same-as https://www.wikidata.org/entity/Q103949',
)
@text_argument
@click.argument("name")
@click.option("--type", "entity_type", type=click.Choice(ENTITY_TYPES), required=True, help="What it is.")
@click.option("--id", "entity_id", help="A readable id. Default: one made from the name.")
@_sort_name_option
@click.option(
    "--same-as", multiple=True, metavar="URL", help="An address that identifies it elsewhere; may be repeated."
)
@library_option
@writing_options
def add(
    *,
    text: Path,
    name: str,
    entity_type: str,
    entity_id: str | None,
    sort_name: str | None,
    same_as: tuple[str, ...],
    **how: Unpack[How],
) -> None:
    """Add an entity and print its id."""
    print_added(add_entity(text, name, entity_type, entity_id=entity_id, sort_name=sort_name, same_as=same_as, **how))


@entity.command("list", epilog="Example: annotate entity list review.xml --type person")
@text_argument
@click.option("--type", "entity_type", type=click.Choice(ENTITY_TYPES), help="Only entities of this type.")
@json_option
@library_option
@reading_options
def list_(*, text: Path, entity_type: str | None, annotations: Path | None, library: bool, as_json: bool) -> None:
    """List the entities by id, with how many claims they make and how often they are mentioned."""
    found = list_entities(text, entity_type=entity_type, annotations=annotations, library=library)
    if as_json:
        print_json([one.entity.to_json() for one in found])
        return
    rows = [(one.entity.id, one.entity.type, one.entity.name, str(one.claims), str(one.mentions)) for one in found]
    print_table(("id", "type", "name", "claims", "mentions"), rows)


@entity.command("show", epilog="Example: annotate entity show review.xml buster-keaton")
@text_argument
@_entity_argument
@json_option
@library_option
@reading_options
def show_(*, text: Path, entity: str, annotations: Path | None, library: bool, as_json: bool) -> None:
    """Show an entity."""
    found = show_entity(text, entity, annotations=annotations, library=library)
    record = found.entity
    if as_json:
        print_json(record.to_json())
        return
    print_fields(
        [
            ("id", record.id),
            ("type", record.type),
            ("name", record.name),
            ("sort name", record.sort_name),
            ("same as", "\n".join(record.same_as)),
            ("claims", found.claims),
            ("mentions", found.mentions),
        ]
    )


@entity.command("edit", epilog='Example: annotate entity edit review.xml buster-keaton --sort-name "Keaton, Buster"')
@text_argument
@_entity_argument
@click.option("--id", "new_id", help="Another readable id; what refers to it follows.")
@click.option("--name", help="Its name as a reader should see it.")
@click.option("--type", type=click.Choice(ENTITY_TYPES), help="What it is.")
@_sort_name_option
@click.option(
    "--same-as", multiple=True, metavar="URL", help="All addresses that identify it elsewhere, in place of those there."
)
@clear_option("sort-name", "same-as")
@library_option
@writing_options
def edit(
    *,
    text: Path,
    entity: str,
    new_id: str | None,
    same_as: tuple[str, ...],
    cleared: tuple[str, ...],
    annotations: Path | None,
    who: str | None,
    dry_run: bool,
    library: bool,
    **fields: str | None,
) -> None:
    """Change an entity and print what changed, before and after."""
    given = {**fields, "same_as": tuple(dict.fromkeys(same_as)) or None}
    new = new_values(given, [name.replace("-", "_") for name in cleared])
    new = {name: () if name == "same_as" and value is None else value for name, value in new.items()}
    refuse_idle(new, new_id)
    print_changed(
        edit_entity(
            text, entity, new, new_id=new_id, annotations=annotations, who=who, dry_run=dry_run, library=library
        )
    )


@entity.command("remove", epilog="Example: annotate entity remove review.xml buster-keaton")
@text_argument
@_entity_argument
@cascade_option
@library_option
@writing_options
def remove(*, text: Path, entity: str, cascade: bool, **how: Unpack[How]) -> None:
    """Remove an entity that no claim and no mention names."""
    say_removed(remove_entity(text, entity, cascade=cascade, **how))
