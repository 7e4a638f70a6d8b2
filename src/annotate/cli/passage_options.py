"""The ways to say on a command line which passage is meant; the same for all that is attached to a text."""

from __future__ import annotations

import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from annotate.attach.passage import Passage
from annotate.cli import types

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_OPTIONS = (
    click.option(
        "--in",
        "within",
        multiple=True,
        metavar="ID",
        help="The block or turn the quote begins in: b12, t3. Of several quotes once for all, or once for each.",
    ),
    click.option(
        "--occurrence",
        type=click.IntRange(min=1),
        multiple=True,
        help="Which of several places, counted from 1 (within --in). Of several quotes once for each.",
    ),
    click.option(
        "--before",
        metavar="WORDS",
        help="Words right before the quote; or typed with it: “before [the quote] after”.",
    ),
    click.option("--after", metavar="WORDS", help="Words right after the quote."),
    click.option("--first", metavar="WORDS", help="The first words of the passage, in place of the quote."),
    click.option("--last", metavar="WORDS", help="The last words of the passage, whose first words were quoted."),
    click.option("--to", "until", metavar="ID", help="The block or turn in which the last words begin."),
    click.option(
        "--at",
        type=types.offsets,
        multiple=True,
        metavar="START:END",
        help="Offsets in the reading text (code points, from 0); of a quote too, which then must stand there.",
    ),
    click.option("--block", "blocks", multiple=True, metavar="ID", help="A whole block: b12."),
    click.option("--turn", "turns", multiple=True, metavar="ID", help="A whole turn: t3."),
)


def passage_options(command: _Command) -> _Command:
    """Add the argument QUOTE and the options that choose a passage; the command is given `passage`."""
    return _with_options(command, click.argument("quotes", metavar="[QUOTE]...", nargs=-1), required=True)


def optional_passage_options(command: _Command) -> _Command:
    """Add what `passage_options` adds; `passage` is None where nothing was said."""
    return _with_options(command, click.argument("quotes", metavar="[QUOTE]...", nargs=-1), required=False)


def on_options(command: _Command) -> _Command:
    """Add --on and the options that choose a passage, to which a record moves; `passage` is None for none."""
    on = click.option("--on", "quotes", metavar="QUOTE", multiple=True, help="Other words of the text it is about.")
    return _with_options(command, on, required=False)


def needed(passage: Passage | None) -> Passage:
    """Return a passage that must have been said."""
    if passage is None:
        raise click.UsageError("Say which words it is about: QUOTE, --at, --block or --turn.")
    return passage


def words_of(argument: str, text: Path) -> str:
    """Return what a person typed, or for `-` what stands on standard input."""
    if argument != "-":
        return argument
    if text == Path("-"):
        raise click.UsageError("Standard input can be read for one argument only.")
    return sys.stdin.read()


def _with_options(command: _Command, quotes: Callable[[Any], Any], *, required: bool) -> _Command:
    @wraps(command)
    def given_passage(**given: Any) -> Any:
        said = {name: given.pop(name) for name in _NAMES}
        if said["quotes"].count("-") + (given.get("body") == "-") > 1:
            raise click.UsageError("Standard input can be read for one argument only.")
        passage = _passage(said, given["text"])
        return command(passage=needed(passage) if required else passage, **given)

    for option in reversed(_OPTIONS):
        option(given_passage)
    return cast("_Command", quotes(given_passage))


_NAMES = ("quotes", "within", "occurrence", "before", "after", "first", "last", "until", "at", "blocks", "turns")


def _passage(said: Mapping[str, Any], text: Path) -> Passage | None:
    """Return the passage that was said, None where nothing was."""
    quotes = [words_of(quote, text) for quote in said["quotes"]]
    if said["first"] is not None:
        if quotes:
            raise click.UsageError("--first is said in place of a quote.")
        if said["last"] is None:
            raise click.UsageError("--first goes with --last.")
        quotes = [said["first"]]
    whole = (*said["blocks"], *said["turns"])
    if whole and (quotes or said["at"]):
        raise click.UsageError("--block and --turn take the whole of it; --in is where a quote begins.")
    parts = [Passage(whole=name) for name in whole] or _offsets(quotes, said["at"]) or _quotes(quotes, said)
    if not quotes and any(said[name] for name in ("within", "occurrence", "before", "after", "last", "until")):
        raise click.UsageError("--in, --occurrence, --before, --after, --last and --to go with the words of a quote.")
    if said["until"] and said["last"] is None:
        raise click.UsageError("--to goes with --last.")
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Passage(parts=tuple(parts))


def _offsets(quotes: Sequence[str], at: Sequence[tuple[int, int]]) -> list[Passage]:
    if at and quotes and len(quotes) != len(at):
        raise click.UsageError("Where quotes have offsets, each has its own --at.")
    return [Passage(quotes[number] if quotes else "", at=offsets) for number, offsets in enumerate(at)]


def _quotes(quotes: Sequence[str], said: Mapping[str, Any]) -> list[Passage]:
    """Return a passage for each quote, each with what was said of it."""
    if len(quotes) < 2:
        within, occurrence = _of_each(said["within"], 1, "--in"), _of_each(said["occurrence"], 1, "--occurrence")
        beside = {name: said[name] for name in ("before", "after", "last", "until") if said[name] is not None}
        return [Passage(quote, within[0], occurrence[0], **beside) for quote in quotes]
    if said["before"] or said["after"] or said["last"] is not None:
        raise click.UsageError("Of several quotes each has its surroundings in brackets: “before [the quote] after”.")
    within = _of_each(said["within"] * len(quotes) if len(said["within"]) == 1 else said["within"], len(quotes), "--in")
    occurrence = _of_each(said["occurrence"], len(quotes), "--occurrence")
    return [Passage(quote, *where) for quote, *where in zip(quotes, within, occurrence, strict=True)]


def _of_each(given: Sequence[Any], count: int, option: str) -> list[Any]:
    if given and len(given) != count:
        raise click.UsageError(f"{option} is given {len(given)} times for {count} quotes.")
    return list(given) or [None] * count
