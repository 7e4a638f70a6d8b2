"""The options that take many annotations of a table, and how the commands tell what became of its rows."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from annotate.cli.output import print_findings, print_table, say
from annotate.cli.show_record import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotate.api.editing import How
    from annotate.api.import_rows import Imported
    from annotate.attach.passage import Passage

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def table_options(command: _Command) -> _Command:
    """Add --from and --all-or-nothing; the command is given `table` and `all_or_nothing`."""

    @wraps(command)
    def checked(**given: Any) -> Any:
        if given["all_or_nothing"] and given["table"] is None:
            raise click.UsageError("--all-or-nothing goes with --from.")
        return command(**given)

    strict = click.option("--all-or-nothing", is_flag=True, help="With --from: add nothing where a row is refused.")
    table = click.option(
        "--from",
        "table",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE",
        help="A table (.csv or .jsonl, “-” for stdin) with an annotation a row; docs/formats.md has its columns.",
    )
    return cast("_Command", table(strict(checked)))


def take_table(
    noun: str,
    text: Path,
    table: Path,
    passage: Passage | None,
    defaults: Mapping[str, str | tuple[str, ...] | None],
    how: How,
    *,
    all_or_nothing: bool,
) -> int:
    """Add the claims, notes or mentions (`noun`) of a table, print what became of them and return the exit code.

    `defaults` has what the other options say; a `passage` among them is refused.
    """
    if passage is not None:
        raise click.UsageError("--from takes the passages from the table.")
    if text == table == Path("-"):
        raise click.UsageError("Standard input can be read for one argument only.")
    from annotate.api.import_kinds import KINDS_BY_NOUN  # noqa: PLC0415  # only for tables
    from annotate.api.import_rows import import_rows  # noqa: PLC0415

    given = {name: value for name, value in defaults.items() if value}
    kind = KINDS_BY_NOUN[noun]
    return _told(import_rows(text, table, kind, how, defaults=given, all_or_nothing=all_or_nothing), noun)


def _told(done: Imported, noun: str) -> int:
    """Print the rows that were taken with their ids on stdout, what is wrong with others on stderr."""
    if done.diff is not None:
        click.echo(printable(done.diff), nl=False)
    elif done.rows:
        print_table(
            ("line", "id", "", "quote"),
            [(str(row.line), row.id, "there already" if row.is_old else "added", row.words) for row in done.rows],
        )
    for remark in done.remarks:
        say(printable(remark))
    print_findings(done.findings, to_stderr=True)
    old = sum(row.is_old for row in done.rows)
    new = len(done.rows) - old
    parts = [f"{new} {noun if new == 1 else noun + 's'} added"]
    parts += [f"{old} there already"] if old else []
    parts += [f"{done.refused} {'row' if done.refused == 1 else 'rows'} refused"] if done.refused else []
    say(", ".join(parts) + (" (nothing was written)" if done.diff is not None else ""))
    return 1 if done.failed else 0
