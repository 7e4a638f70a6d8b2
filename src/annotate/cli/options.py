"""Options that the commands about annotations share, and how these print what they did."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from annotate.cli.output import say
from annotate.cli.show_record import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotate.api.editing import Done

_Command = TypeVar("_Command", bound="Callable[..., Any]")

# Eager, so that the words of its project are known when other options are read (`cli.project_word`).
text_argument = click.argument("text", is_eager=True, type=click.Path(path_type=Path, allow_dash=True))

_annotations_option = click.option(
    "--annotations",
    type=click.Path(path_type=Path),
    help="The annotation file, where it is not TEXT's own (NAME.annotations.json).",
)
_own_option = click.option("--own", is_flag=True, help="Your own annotation file: NAME.WHO.annotations.json.")
_who_option = click.option("--as", "who", help="Who you are. Default: ANNOTATE_USER, else git's user.name.")

library_option = click.option(
    "--library", is_flag=True, help="The project's library.json, which all its texts share, not TEXT's own file."
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, as in the annotation file.")
cascade_option = click.option(
    "--cascade", is_flag=True, help="Also remove what refers to it, which else stops the removal."
)


def writing_options(command: _Command) -> _Command:
    """Add --annotations, --own, --as and --dry-run; the command is given `annotations`, `who` and `dry_run`."""
    trial = click.option("--dry-run", is_flag=True, help="Write nothing; print what would change, as a diff.")
    return _annotations_option(_own_option(_who_option(trial(_finding_own_file(command)))))


def reading_options(command: _Command) -> _Command:
    """Add --annotations, --own and --as; the command is given `annotations`."""
    return _annotations_option(_own_option(_who_option(_finding_own_file(command, tells_who=False))))


def clear_option(*fields: str) -> Callable[[_Command], _Command]:
    """Return the option --clear, which takes one of these fields away; the command is given `cleared`."""
    return click.option(
        "--clear", "cleared", multiple=True, type=click.Choice(fields), help="A field to take away; may be repeated."
    )


def new_values(given: dict[str, Any], cleared: Sequence[str]) -> dict[str, Any]:
    """Return the fields that an edit sets, and those it takes away, which become None."""
    fields = {name: value for name, value in given.items() if value is not None}
    for name, value in fields.items():
        if isinstance(value, str) and not value.strip():
            raise click.UsageError(f"“{name}” would be empty; --clear takes a field away, where it can be left out.")
    for name in cleared:
        if name in fields:
            raise click.UsageError(f"“{name}” cannot be set and cleared at once.")
    return fields | dict.fromkeys(cleared)


def refuse_idle(*given: object) -> None:
    """Refuse an edit that says nothing to change."""
    if not any(given):
        raise click.UsageError("Say what to change: --help lists the options.")


def print_added(done: Done) -> None:
    """Print the new id alone on stdout, so that commands chain, and what else is to be told on stderr."""
    if done.diff is None:
        click.echo(done.id)
    _tell(done)


def print_changed(done: Done) -> None:
    """Print what was changed, a line each, on stdout; of an edit for trial, the diff."""
    if done.diff is None:
        for line in done.changes:
            click.echo(printable(line))
        if not done.changes:
            say(f"{done.id} is so already; nothing was changed")
    _tell(done)


def say_removed(done: Done) -> None:
    """Tell on stderr what was removed."""
    if done.diff is None:
        for line in done.changes:
            say(printable(line))
    _tell(done)


def _tell(done: Done) -> None:
    for remark in done.remarks:
        say(remark)
    if done.diff is not None:
        click.echo(printable(done.diff), nl=False)


def _finding_own_file(command: _Command, *, tells_who: bool = True) -> _Command:
    """Return the command with --own replaced by the file it means."""

    @wraps(command)
    def found(**given: Any) -> Any:
        who = given["who"] if tells_who else given.pop("who")
        own = given.pop("own")
        if sum((own, given["annotations"] is not None, given.get("library", False))) > 1:
            raise click.UsageError("--annotations, --own and --library each name a file; give one of them.")
        if own:
            from annotate.api.annotation_file import own_file  # noqa: PLC0415  # only for --own

            given["annotations"] = own_file(given["text"], who)
        return command(**given)

    return cast("_Command", found)
