"""`annotate source`: what claims are checked against."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotate.api.edit import add_source, remove_source
from annotate.api.listing import list_sources, show
from annotate.api.source_item import read_item
from annotate.cli import types
from annotate.cli.options import annotations_option, json_option, print_added, say_removed, text_argument
from annotate.cli.output import print_json, print_table
from annotate.cli.show_record import print_fields
from annotate.model.csl import SOURCE_TYPES

_FIELDS = {
    "title": "title",
    "author": "author",
    "editor": "editor",
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


@click.group()
def source() -> None:
    """Add, list, show and remove sources."""


@source.command(
    "add",
    epilog='\b\nExample: annotate source add review.xml --type article-newspaper --title "The Screen" \\\n'
    '  --author "Mordaunt Hall" --container-title "The New York Times" --issued 1927-02-08',
)
@text_argument
@click.option("--id", "source_id", help="A readable id. Default: one made from author or title, and year.")
@click.option("--type", "source_type", type=click.Choice(SOURCE_TYPES), metavar="TYPE", help="The CSL type of source.")
@click.option("--title", help="Title.")
@click.option(
    "--author",
    type=types.name,
    metavar="NAME",
    multiple=True,
    help="“Given Family”, “Family, Given” or “{An Organisation}”.",
)
@click.option("--editor", type=types.name, metavar="NAME", multiple=True, help="Editor, written like an author.")
@click.option("--director", type=types.name, metavar="NAME", multiple=True, help="Director, written like an author.")
@click.option("--container-title", help="The newspaper, journal, book or site it is in.")
@click.option("--publisher", help="Publisher, or the company that put the film out.")
@click.option("--publisher-place", help="Place of the publisher.")
@click.option("--issued", type=types.csl_date, metavar="DATE", help="When it came out: 2008, 2008-08 or 2008-08-25.")
@click.option("--accessed", type=types.csl_date, metavar="DATE", help="When you looked at it online.")
@click.option("--url", help="Address.")
@click.option("--doi", help="Digital object identifier.")
@click.option("--isbn", help="Book number.")
@click.option("--volume", help="Volume.")
@click.option("--issue", help="Issue of a journal.")
@click.option("--page", help="Page or pages it takes up.")
@click.option(
    "--runtime", type=types.runtime, metavar="TIME", help="Running time of a film: 1:18:52, or 79 for minutes."
)
@click.option("--language", help="Language, such as en or fr.")
@click.option(
    "--from-json",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A file with one CSL-JSON item; “-” reads stdin. Other options go before what it says.",
)
@annotations_option
def add(
    *,
    text: Path,
    source_id: str | None,
    source_type: str | None,
    runtime: int | None,
    from_json: Path | None,
    annotations: Path | None,
    **fields: Any,
) -> None:
    """Add a source and print its id."""
    if from_json == Path("-") == text:
        raise click.UsageError("Standard input can be read for one argument only.")
    item = read_item(from_json) if from_json else {}
    if not source_type and not item.get("type"):
        raise click.UsageError(
            "Say with --type what it is, such as book, article-newspaper, motion_picture or webpage."
        )
    given = {_FIELDS[name]: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    item |= {name: value for name, value in (("id", source_id), ("type", source_type)) if value}
    item |= {name: value for name, value in given.items() if value}
    if runtime:
        item["custom"] = {**item.get("custom", {}), "runtime": runtime}
    print_added(add_source(text, item, annotations=annotations))


@source.command("list", epilog="Example: annotate source list review.xml")
@text_argument
@json_option
@annotations_option
def list_(text: Path, annotations: Path | None, *, as_json: bool) -> None:
    """List the sources by id."""
    found = list_sources(text, annotations=annotations)
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
@annotations_option
def show_(text: Path, source_id: str, annotations: Path | None, *, as_json: bool) -> None:
    """Show a source."""
    (record,) = show(text, "sources", source_id, annotations=annotations).records
    if as_json:
        print_json(record.to_json())
        return
    print_fields((name, _plain(value)) for name, value in record.to_json().items())


@source.command("remove", epilog="Example: annotate source remove review.xml hall-1927")
@text_argument
@click.argument("source_id", metavar="ID")
@annotations_option
def remove(text: Path, source_id: str, annotations: Path | None) -> None:
    """Remove a source that no evidence cites."""
    say_removed(remove_source(text, source_id, annotations=annotations))


def _people(item: Any) -> str:
    people = item.get("author") or item.get("director") or item.get("editor") or []
    names = [person.get("family") or person.get("literal") or person.get("given") or "" for person in people]
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")


def _year(item: Any) -> str:
    issued = item.get("issued")
    if isinstance(issued, dict) and issued.get("date-parts"):
        return str(issued["date-parts"][0][0])
    return issued[:4] if isinstance(issued, str) else ""


def _plain(value: Any) -> str:
    """Return a value of CSL-JSON for reading: names, dates, and `a: b` for what else is nested."""
    if isinstance(value, list):
        return "\n".join(_plain(item) for item in value)
    if not isinstance(value, dict):
        return str(value)
    if "date-parts" in value:
        return "/".join("-".join(f"{int(part):02}" for part in parts) for parts in value["date-parts"])
    if "literal" in value or "family" in value:
        name = [value.get("given"), value.get("non-dropping-particle"), value.get("family"), value.get("suffix")]
        return str(value.get("literal") or " ".join(filter(None, name)))
    return "\n".join(f"{name}: {_plain(item)}" for name, item in value.items())
