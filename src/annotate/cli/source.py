"""`annotate source`: what claims are checked against."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotate.api.listing import list_sources, show
from annotate.api.source_item import read_items
from annotate.api.source_records import add_sources, edit_source, remove_source
from annotate.cli import types
from annotate.cli.options import (
    cascade_option,
    json_option,
    library_option,
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
from annotate.cli.source_copy import attach, check, detach
from annotate.model.csl import SOURCE_TYPES
from annotate.model.csl_value import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from annotate.api.editing import How

_Command = TypeVar("_Command", bound="Callable[..., Any]")
_FIELDS = {
    "title": "title",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "director",
    "container_title": "container-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "issued": "issued",
    "accessed": "accessed",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "language": "language",
}


def _field_options(command: _Command) -> _Command:
    """Add the options for what a source is; the command is given them under the names of `_FIELDS`, and more."""
    name: dict[str, Any] = {"type": types.name, "metavar": "NAME", "multiple": True}
    date: dict[str, Any] = {"type": types.csl_date, "metavar": "DATE"}
    dates = "When it came out, in EDTF: 2008, 2008-08-25, 1927~ (about), 192X, 1926/1927."
    options = [
        click.option("--type", "source_type", type=click.Choice(SOURCE_TYPES), metavar="TYPE", help="The CSL type."),
        click.option("--title", help="Title."),
        click.option("--author", **name, help="“Given Family”, “Family, Given” or “{An Organisation}”."),
        click.option("--editor", **name, help="Editor, written like an author."),
        click.option("--translator", **name, help="Translator, written like an author."),
        click.option("--director", **name, help="Director, written like an author."),
        click.option("--container-title", help="The newspaper, journal, book or site it is in."),
        click.option("--publisher", help="Publisher, or the company that put the film out."),
        click.option("--publisher-place", help="Place of the publisher."),
        click.option("--issued", **date, help=dates),
        click.option("--accessed", **date, help="When you looked at it online."),
        click.option("--url", help="Address."),
        click.option("--doi", help="Digital object identifier."),
        click.option("--isbn", help="Book number."),
        click.option("--volume", help="Volume."),
        click.option("--issue", help="Issue of a journal."),
        click.option("--page", help="Page or pages it takes up."),
        click.option(
            "--runtime", type=types.runtime, metavar="TIME", help="Running time of a film: 1:18:52, or 79 for minutes."
        ),
        click.option("--language", help="Language, such as en or fr."),
        click.option(
            "--set",
            "further",
            type=types.csl_field,
            metavar="FIELD=VALUE",
            multiple=True,
            help="Any other field of CSL: genre=Newsreel, interviewer=“Ada Quill”; names may be repeated.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def source() -> None:
    """Add, list, show, change and remove sources, and keep copies of them."""


for command in (attach, check, detach):
    source.add_command(command)


@source.command(
    "add",
    epilog='\b\nExample: annotate source add review.xml --type article-newspaper --title "The Screen" \\\n'
    '  --author "Mordaunt Hall" --container-title "The New York Times" --issued 1927-02-08',
)
@text_argument
@click.option("--id", "source_id", help="A readable id. Default: one made from author or title, and year.")
@_field_options
@click.option(
    "--from-json",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A file with a CSL-JSON item, or a list; “-” reads stdin. Options go before what one item says.",
)
@library_option
@writing_options
def add(
    *,
    text: Path,
    source_id: str | None,
    from_json: Path | None,
    annotations: Path | None,
    who: str | None,
    dry_run: bool,
    library: bool,
    **given: Any,
) -> None:
    """Add a source, or all in a file of CSL-JSON, and print the id of each."""
    if from_json == Path("-") == text:
        raise click.UsageError("Standard input can be read for one argument only.")
    items = read_items(from_json) if from_json else [{}]
    fields = _fields(given)
    if len(items) > 1 and (fields or source_id):
        raise click.UsageError("The file has several sources; options can go before what it says of one only.")
    if len(items) == 1:
        items = [_laid_over(items[0], fields, source_id)]
    done = add_sources(text, items, annotations=annotations, who=who, dry_run=dry_run, library=library)
    print_added(done)


@source.command("list", epilog="Example: annotate source list review.xml --type book")
@text_argument
@click.option("--type", "source_type", type=click.Choice(SOURCE_TYPES), metavar="TYPE", help="Only of this CSL type.")
@json_option
@library_option
@reading_options
def list_(*, text: Path, source_type: str | None, annotations: Path | None, library: bool, as_json: bool) -> None:
    """List the sources by id."""
    found = list_sources(text, source_type=source_type, annotations=annotations, library=library)
    if as_json:
        print_json([record.to_json() for record in found.records])
        return
    rows = [
        (record.id, record.type, _people(record.item), _year(record.item), record.title) for record in found.records
    ]
    print_table(("id", "type", "by", "year", "title"), rows)


@source.command("show", epilog="Example: annotate source show review.xml hall-1927")
@text_argument
@click.argument("source_id", metavar="ID")
@json_option
@library_option
@reading_options
def show_(*, text: Path, source_id: str, annotations: Path | None, library: bool, as_json: bool) -> None:
    """Show a source."""
    (record,) = show(text, "sources", source_id, annotations=annotations, library=library).records
    if as_json:
        print_json(record.to_json())
        return
    print_fields((name, in_words(value)) for name, value in record.to_json().items())


@source.command("edit", epilog="Example: annotate source edit review.xml hall-1927 --page 12 --clear volume")
@text_argument
@click.argument("source_id", metavar="ID")
@click.option("--id", "new_id", help="Another readable id; what refers to it follows.")
@_field_options
@click.option(
    "--clear",
    "cleared",
    type=types.csl_field_name,
    metavar="FIELD",
    multiple=True,
    help="A field of CSL, or runtime, to take away; may be repeated.",
)
@library_option
@writing_options
def edit(
    *,
    text: Path,
    source_id: str,
    new_id: str | None,
    cleared: tuple[str, ...],
    annotations: Path | None,
    who: str | None,
    dry_run: bool,
    library: bool,
    **given: Any,
) -> None:
    """Change a source and print what changed, before and after; names given replace all there were."""
    fields = _fields(given)
    both = sorted(set(cleared) & {*fields, *fields.get("custom", ())})
    if both:
        raise click.UsageError(f"“{both[0]}” cannot be set and cleared at once.")
    refuse_idle(fields, cleared, new_id)
    done = edit_source(
        text,
        source_id,
        fields,
        new_id=new_id,
        cleared=cleared,
        annotations=annotations,
        who=who,
        dry_run=dry_run,
        library=library,
    )
    print_changed(done)


@source.command("remove", epilog="Example: annotate source remove review.xml hall-1927")
@text_argument
@click.argument("source_id", metavar="ID")
@cascade_option
@library_option
@writing_options
def remove(*, text: Path, source_id: str, cascade: bool, **how: Unpack[How]) -> None:
    """Remove a source that no evidence cites."""
    say_removed(remove_source(text, source_id, cascade=cascade, **how))


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of CSL-JSON that options said."""
    fields = {
        _FIELDS[name]: list(value) if isinstance(value, tuple) else value
        for name, value in given.items()
        if name in _FIELDS and value
    }
    if given["source_type"]:
        fields = {"type": given["source_type"], **fields}
    further: Sequence[tuple[str, Any]] = given["further"]
    for name, value in further:
        if isinstance(value, list):
            fields[name] = [*fields.get(name, []), *value]
        elif name in fields:
            raise click.UsageError(f"“{name}” is said twice.")
        else:
            fields[name] = value
    if given["runtime"]:
        fields["custom"] = {"runtime": given["runtime"]}
    return fields


def _laid_over(item: dict[str, Any], fields: dict[str, Any], source_id: str | None) -> dict[str, Any]:
    """Return an item with what the options said in place of what it says."""
    if not fields.get("type") and not item.get("type"):
        raise click.UsageError(
            "Say with --type what it is, such as book, article-newspaper, motion_picture or webpage."
        )
    custom = {**item.get("custom", {}), **fields.get("custom", {})}
    made = {**item, **fields, **({"custom": custom} if custom else {})}
    return {**made, "id": source_id} if source_id else made


def _people(item: Any) -> str:
    people = item.get("author") or item.get("director") or item.get("editor") or []
    names = [person.get("family") or person.get("literal") or person.get("given") or "" for person in people]
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")


def _year(item: Any) -> str:
    issued = item.get("issued")
    if isinstance(issued, dict) and issued.get("date-parts"):
        return str(issued["date-parts"][0][0])
    found = re.search(r"\d{2}[\dX]{2}", in_words(issued or ""))
    return found.group() if found else ""
