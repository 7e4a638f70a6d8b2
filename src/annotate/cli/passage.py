"""`annotate passage`: passages of a text that links refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.listing import list_passages, quoted, show
from annotate.api.notes import add_passage, edit_passage, remove_passage
from annotate.cli.options import (
    cascade_option,
    json_option,
    print_added,
    print_changed,
    reading_options,
    say_removed,
    text_argument,
    writing_options,
)
from annotate.cli.output import print_json, print_table
from annotate.cli.passage_options import passage_options
from annotate.cli.show_record import link_lines, print_fields, signed
from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.passage import Passage


@click.group()
def passage() -> None:
    """Add, list, show, change and remove passages that links refer to."""


@passage.command("add", epilog='Example: annotate passage add review.xml "the burning bridge"')
@text_argument
@passage_options
@writing_options
def add(*, text: Path, passage: Passage, **how: Unpack[How]) -> None:
    """Add the words QUOTE of the text as a passage and print its id; “-” reads them from stdin."""
    print_added(add_passage(text, passage, **how))


@passage.command("list", epilog="Example: annotate passage list review.xml")
@text_argument
@json_option
@reading_options
def list_(*, text: Path, annotations: Path | None, as_json: bool) -> None:
    """List the passages in their order, with how many links refer to each."""
    found = list_passages(text, annotations=annotations)
    if as_json:
        print_json([record.to_json() for record, _ in found])
        return
    print_table(
        ("id", "links", "quote"), [(record.id, str(links), shortened(quoted(record.target))) for record, links in found]
    )


@passage.command("show", epilog="Example: annotate passage show review.xml p-7k2m9x")
@text_argument
@click.argument("passage_id", metavar="ID")
@json_option
@reading_options
def show_(*, text: Path, passage_id: str, annotations: Path | None, as_json: bool) -> None:
    """Show a passage."""
    found = show(text, "passages", passage_id, annotations=annotations)
    (record,) = found.records
    if as_json:
        print_json(record.to_json())
        return
    links = link_lines(found.links, record.id)
    print_fields([("id", record.id), ("quote", f"“{quoted(record.target)}”"), ("links", links), *signed(record)])


@passage.command("edit", epilog='Example: annotate passage edit review.xml p-7k2m9x "a burning bridge"')
@text_argument
@click.argument("passage_id", metavar="ID")
@passage_options
@writing_options
def edit(*, text: Path, passage_id: str, passage: Passage, **how: Unpack[How]) -> None:
    """Give a passage the words QUOTE of the text instead of its own, and print what changed."""
    print_changed(edit_passage(text, passage_id, passage, **how))


@passage.command("remove", epilog="Example: annotate passage remove review.xml p-7k2m9x")
@text_argument
@click.argument("passage_id", metavar="ID")
@cascade_option
@writing_options
def remove(*, text: Path, passage_id: str, cascade: bool, **how: Unpack[How]) -> None:
    """Remove a passage that no link refers to."""
    say_removed(remove_passage(text, passage_id, cascade=cascade, **how))
