"""`annotate conflict`: what two branches made of the same value, and which of the two is to stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import click

from annotate.api import conflicts
from annotate.cli.options import (
    json_option,
    library_option,
    print_changed,
    reading_options,
    text_argument,
    writing_options,
)
from annotate.cli.output import print_json, print_table
from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.settle import Choice
    from annotate.model.conflict import Conflict


@click.group()
def conflict() -> None:
    """List and settle the conflicts of a merge."""


@conflict.command("list", epilog="Example: annotate conflict list review.xml")
@text_argument
@json_option
@library_option
@reading_options
def list_(*, text: Path, as_json: bool, **how: Unpack[How]) -> None:
    """List the conflicts: what stood in a field, and what each side has made of it."""
    found = conflicts.list_conflicts(text, **how)
    if as_json:
        print_json([one.to_json() for one in found])
        return
    print_table(("id", "field", "before", "mine", "theirs"), [_row(one) for one in found])


@conflict.command("settle", epilog="Example: annotate conflict settle review.xml c-7k2m9x status --theirs")
@text_argument
@click.argument("record_id", metavar="[ID]", required=False)
@click.argument("field", required=False)
@click.option("--mine", "choice", flag_value="mine", help="What your side has made of it is to stand.")
@click.option("--theirs", "choice", flag_value="theirs", help="What the other side has made of it is to stand.")
@click.option("--keep", "choice", flag_value="keep", help="What the file says now is to stand.")
@click.option("--all", "every", is_flag=True, help="Settle all conflicts in this way.")
@library_option
@writing_options
def settle(
    *, text: Path, record_id: str | None, field: str | None, choice: str | None, every: bool, **how: Unpack[How]
) -> None:
    """Settle the conflicts about the record or evidence ID, or about its field FIELD only."""
    if choice is None:
        raise click.UsageError("Say what is to stand: --mine, --theirs or --keep.")
    if every == (record_id is not None):
        raise click.UsageError("Name the ID of a record with conflicts, or give --all.")
    print_changed(conflicts.settle(text, record_id, field, cast("Choice", choice), **how))


def _row(one: Conflict) -> tuple[str, ...]:
    if one.removed:
        sides = ("removed" if one.removed == side else "kept" for side in ("mine", "theirs"))
        return (one.record or "text", "", "", *sides)
    return (one.record or "text", one.field or "", *(_shown(value) for value in (one.base, one.mine, one.theirs)))


def _shown(value: object) -> str:
    return "" if value is None else shortened(value if isinstance(value, str) else json.dumps(value), 40)
