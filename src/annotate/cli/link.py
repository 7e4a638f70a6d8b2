"""`annotate link`: how claims, notes and passages stand to each other, in one text or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.links import add_link, edit_link, remove_link
from annotate.api.listing import list_links, show_link
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
from annotate.cli.show_record import print_fields, signed
from annotate.match.excerpt import shortened
from annotate.model.annotation import LINK_RELATIONS

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How


@click.group()
def link() -> None:
    """Add, list, show, change and remove links between claims, notes and passages."""


@link.command(
    "add", epilog="Example: annotate link add review.xml c-7k2m9x contradicts essay.annotations.json#c-4n6p8r"
)
@text_argument
@click.argument("start", metavar="FROM")
@click.argument("relation", type=click.Choice(LINK_RELATIONS))
@click.argument("end", metavar="TO")
@writing_options
def add(*, text: Path, start: str, relation: str, end: str, **how: Unpack[How]) -> None:
    """Add a link and print its id.

    FROM and TO are ids of claims, notes or passages, or OTHER.annotations.json#ID for one in another file.
    """
    print_added(add_link(text, start, relation, end, **how))


@link.command("list", epilog="Example: annotate link list review.xml --of c-7k2m9x")
@text_argument
@click.option("--of", metavar="ID", help="Only links that have this claim, note or passage as an end.")
@click.option("--relation", type=click.Choice(LINK_RELATIONS), help="Only links of this relation.")
@json_option
@reading_options
def list_(*, text: Path, of: str | None, relation: str | None, annotations: Path | None, as_json: bool) -> None:
    """List the links by id, with the words of their ends."""
    found = list_links(text, of=of, relation=relation, annotations=annotations)
    if as_json:
        print_json([one.link.to_json() for one in found])
        return
    rows = [
        (
            one.link.id,
            one.link.start,
            one.link.relation,
            one.link.end,
            shortened(one.start_words, 40),
            shortened(one.end_words, 40),
        )
        for one in found
    ]
    print_table(("id", "from", "relation", "to", "words", "words"), rows)


@link.command("show", epilog="Example: annotate link show review.xml l-7k2m9x")
@text_argument
@click.argument("link_id", metavar="ID")
@json_option
@reading_options
def show_(*, text: Path, link_id: str, annotations: Path | None, as_json: bool) -> None:
    """Show a link with the words of its ends."""
    found = show_link(text, link_id, annotations=annotations)
    if as_json:
        print_json(found.link.to_json())
        return
    print_fields(
        [
            ("id", found.link.id),
            ("from", _end(found.link.start, found.start_words)),
            ("relation", found.link.relation),
            ("to", _end(found.link.end, found.end_words)),
            *signed(found.link),
        ]
    )


@link.command("edit", epilog="Example: annotate link edit review.xml l-7k2m9x --relation restates")
@text_argument
@click.argument("link_id", metavar="ID")
@click.option("--from", "start", metavar="ID", help="Where it starts.")
@click.option("--relation", type=click.Choice(LINK_RELATIONS), help="How the first stands to the second.")
@click.option("--to", "end", metavar="ID", help="Where it leads.")
@writing_options
def edit(
    *, text: Path, link_id: str, start: str | None, relation: str | None, end: str | None, **how: Unpack[How]
) -> None:
    """Change a link and print what changed, before and after."""
    refuse_idle(start, relation, end)
    print_changed(edit_link(text, link_id, start=start, relation=relation, end=end, **how))


@link.command("remove", epilog="Example: annotate link remove review.xml l-7k2m9x")
@text_argument
@click.argument("link_id", metavar="ID")
@writing_options
def remove(*, text: Path, link_id: str, **how: Unpack[How]) -> None:
    """Remove a link; what it ties together stays."""
    say_removed(remove_link(text, link_id, **how))


def _end(end: str, words: str) -> str:
    return f"{end} “{words}”" if words else end
