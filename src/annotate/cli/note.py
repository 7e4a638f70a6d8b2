"""`annotate note`: an editor's notes on passages of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.listing import list_notes, quoted, show
from annotate.api.notes import add_note, edit_note, remove_note
from annotate.cli import types
from annotate.cli.options import (
    cascade_option,
    clear_option,
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
from annotate.cli.passage_options import needed, on_options, optional_passage_options, words_of
from annotate.cli.project_word import NOTE_KIND
from annotate.cli.show_record import link_lines, print_fields, signed
from annotate.cli.table_options import table_options, take_table
from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.passage import Passage


@click.group()
def note() -> None:
    """Add, list, show, change and remove notes."""


@note.command(
    "add",
    epilog='Example: annotate note add review.xml "the Texas" --kind gloss --body "The engine that was *chased*."',
)
@text_argument
@click.option("--body", help="What the note says, in Markdown; “-” reads it from stdin.")
@click.option("--kind", type=NOTE_KIND, default="commentary", show_default=True, help="Kind of note.")
@click.option("--tag", "tags", type=types.tag, multiple=True, help="A word to find it by; may be repeated.")
@optional_passage_options
@table_options
@writing_options
def add(
    *,
    text: Path,
    passage: Passage | None,
    table: Path | None,
    all_or_nothing: bool,
    body: str | None,
    kind: str,
    tags: tuple[str, ...],
    **how: Unpack[How],
) -> int:
    """Add a note on the words QUOTE of the text and print its id; “-” reads them from stdin.

    With --from, add a note for each row of a table; the other options hold for rows whose cells are empty.
    """
    if table is not None:
        defaults = {"body": body, "kind": kind, "tags": tags}
        return take_table("note", text, table, passage, defaults, how, all_or_nothing=all_or_nothing)
    if body is None:
        raise click.UsageError("Say what the note says with --body.")
    print_added(add_note(text, needed(passage), body=words_of(body, text), kind=kind, tags=tags, **how))
    return 0


@note.command("list", epilog="Example: annotate note list review.xml --kind gloss")
@text_argument
@click.option("--kind", type=NOTE_KIND, help="Only notes of this kind.")
@click.option("--tag", help="Only notes with this tag.")
@json_option
@reading_options
def list_(text: Path, kind: str | None, tag: str | None, annotations: Path | None, *, as_json: bool) -> None:
    """List the notes in the order of their passages."""
    found = list_notes(text, kind=kind, tag=tag, annotations=annotations)
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
@reading_options
def show_(text: Path, note_id: str, annotations: Path | None, *, as_json: bool) -> None:
    """Show a note."""
    found = show(text, "notes", note_id, annotations=annotations)
    (record,) = found.records
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
            ("links", link_lines(found.links, record.id)),
            *signed(record),
        ]
    )


@note.command(
    "edit", epilog='Example: annotate note edit review.xml n-7k2m9x --kind correction --body "It was the *General*."'
)
@text_argument
@click.argument("note_id", metavar="ID")
@click.option("--body", help="What the note says, in Markdown; “-” reads it from stdin.")
@click.option("--kind", type=NOTE_KIND, help="Kind of note.")
@click.option("--tag", "tagged", type=types.tag, multiple=True, help="A tag to add; may be repeated.")
@click.option("--untag", "untagged", type=types.tag, multiple=True, help="A tag to take away; may be repeated.")
@clear_option("tags")
@on_options
@writing_options
def edit(
    *,
    text: Path,
    note_id: str,
    body: str | None,
    kind: str | None,
    tagged: tuple[str, ...],
    untagged: tuple[str, ...],
    cleared: tuple[str, ...],
    passage: Passage | None,
    **how: Unpack[How],
) -> None:
    """Change a note and print what changed, before and after."""
    new = {"kind": kind} if kind else {}
    if body is not None:
        new["body"] = words_of(body, text)
    refuse_idle(new, tagged, untagged, cleared, passage)
    done = edit_note(text, note_id, new, tagged=tagged, untagged=untagged, untag_all=bool(cleared), on=passage, **how)
    print_changed(done)


@note.command("remove", epilog="Example: annotate note remove review.xml n-7k2m9x")
@text_argument
@click.argument("note_id", metavar="ID")
@cascade_option
@writing_options
def remove(*, text: Path, note_id: str, cascade: bool, **how: Unpack[How]) -> None:
    """Remove a note."""
    say_removed(remove_note(text, note_id, cascade=cascade, **how))
