"""Arguments and options that the commands about annotations share, and how these print what they did."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotate.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotate.api.edit import Done

_Command = TypeVar("_Command", bound="Callable[..., Any]")

text_argument = click.argument("text", type=click.Path(path_type=Path, allow_dash=True))

annotations_option = click.option(
    "--annotations",
    type=click.Path(path_type=Path),
    help="The annotation file, where it is not TEXT's own (NAME.annotations.json).",
)

who_option = click.option("--as", "who", help="Who writes. Default: ANNOTATE_USER, else git's user.name.")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, as in the annotation file.")


def passage_options(command: _Command) -> _Command:
    """Add --in and --occurrence, which choose a place where a quote occurs several times."""
    command = click.option(
        "--occurrence", type=click.IntRange(min=1), help="Which of several places, counted from 1 (within --in)."
    )(command)
    return click.option("--in", "within", help="The block or turn the quote begins in: b12, t3.")(command)


def words_of(argument: str, text: Path) -> str:
    """Return what a person typed, or for `-` what stands on standard input."""
    if argument != "-":
        return argument
    if text == Path("-"):
        raise click.UsageError("Standard input can be read for one argument only.")
    return sys.stdin.read()


def print_added(done: Done) -> None:
    """Print the new id alone on stdout, so that commands chain, and what else is to be told on stderr."""
    click.echo(done.id)
    for remark in done.remarks:
        say(remark)


def say_removed(done: Done) -> None:
    """Tell on stderr what was removed."""
    say(f"removed {done.id}")
    for remark in done.remarks:
        say(remark)
