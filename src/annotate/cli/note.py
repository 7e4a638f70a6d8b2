"""`annotate note`: an editor's notes on passages of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.edit import Passage, add_note, remove_note
from annotate.api.listing import list_notes, quoted, show
from annotate.cli.options import (
    annotations_option,
    json_option,
    passage_options,
    print_added,
    say_removed,
    text_argument,
    who_option,
    words_of,
)
from annotate.cli.output import print_json, print_table
from annotate.cli.show_record import print_fields, signed
from annotate.match.excerpt import shortened
from annotate.model.annotation import NOTE_KINDS

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def note() -> None:
    """Add, list, show and remove notes."""


@note.command(
    "add",
    epilog='Example: annotate note add review.xml "the Texas" --kind gloss --body "The engine that was *chased*."',
)
@text_argument
@click.argument("quote")
@click.option("--body", required=True, help="What the note says, in Markdown; “-” reads it from stdin.")
@click.option("--kind", type=click.Choice(NOTE_KINDS), default="commentary", show_default=True, help="Kind of note.")
@click.option("--tag", "tags", multiple=True, help="A word to find it by; may be repeated.")
@passage_options
@annotations_option
@who_option
def add(
    *,
    text: Path,
    quote: str,
    body: str,
    kind: str,
    tags: tuple[str, ...],
    within: str | None,
    occurrence: int | None,
    annotations: Path | None,
    who: str | None,
) -> None:
    """Add a note on the words QUOTE of the text and print its id; “-” reads them from stdin."""
    if quote == body == "-":
        raise click.UsageError("Standard input can be read for one argument only.")
    passage = Passage(words_of(quote, text), within, occurrence)
    done = add_note(text, passage, body=words_of(body, text), kind=kind, tags=tags, annotations=annotations, who=who)
    print_added(done)


@note.command("list", epilog="Example: annotate note list review.xml --kind gloss")
@text_argument
@click.option("--kind", type=click.Choice(NOTE_KINDS), help="Only notes of this kind.")
@json_option
@annotations_option
def list_(text: Path, kind: str | None, annotations: Path | None, *, as_json: bool) -> None:
    """List the notes in the order of their passages."""
    found = list_notes(text, kind=kind, annotations=annotations)
    if as_json:
        print_json([record.to_json() for record in found.records])
        return
    rows = [
        (record.id, record.kind, shortened(quoted(record.target), 40), shortened(record.body))
        for record in found.records
    ]
    print_table(("id", "kind", "quote", "body"), rows)


@note.command("show", epilog="Example: annotate note show review.xml n-7k2m9x")
@text_argument
@click.argument("note_id", metavar="ID")
@json_option
@annotations_option
def show_(text: Path, note_id: str, annotations: Path | None, *, as_json: bool) -> None:
    """Show a note."""
    (record,) = show(text, "notes", note_id, annotations=annotations).records
    if as_json:
        print_json(record.to_json())
        return
    print_fields(
        [
            ("id", record.id),
            ("quote", f"“{quoted(record.target)}”"),
            ("kind", record.kind),
            ("body", record.body),
            ("tags", ", ".join(record.tags)),
            *signed(record),
        ]
    )


@note.command("remove", epilog="Example: annotate note remove review.xml n-7k2m9x")
@text_argument
@click.argument("note_id", metavar="ID")
@annotations_option
def remove(text: Path, note_id: str, annotations: Path | None) -> None:
    """Remove a note."""
    say_removed(remove_note(text, note_id, annotations=annotations))
