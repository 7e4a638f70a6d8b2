"""Asking a person at a terminal, or a pipe: lines and menus on stderr, answers one a line on stdin."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from annotate.cli.output import say
from annotate.cli.show_record import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.api.claim_offers import Offer

GIVE_UP = "x"
_SHOWN = 9


class GivenUp(Exception):
    """The person wants to end without writing anything."""


def line(prompt: str) -> str:
    """Return the line a person types, white space at its ends left out.

    Raises GivenUp for an x alone, and click.Abort at the end of standard input.
    """
    click.echo(f"{prompt}: ", nl=False, err=True)
    typed = sys.stdin.readline()
    if not typed:
        raise click.Abort
    if typed.strip() == GIVE_UP:
        raise GivenUp
    return typed.strip()


def number_or_words(prompt: str, count: int) -> int | str:
    """Return the number from 1 to `count` that a person types, else their words; "" for an empty line."""
    while True:
        typed = line(prompt)
        if not typed.isdecimal():
            return typed
        if 1 <= int(typed) <= count:
            return int(typed)
        say(f"  there is no {typed}")


def choice(prompt: str, values: Sequence[str], default: str) -> str:
    """Return one of the values, chosen by its number, its name or the beginning of it; an empty line: the default."""
    say("  " + "  ".join(f"[{number}] {value}" for number, value in enumerate(values, 1)))
    while True:
        typed = number_or_words(f"{prompt} (Enter: {default})", len(values))
        if isinstance(typed, int):
            return values[typed - 1]
        if not typed:
            return default
        found = [value for value in values if value.startswith(typed.lower())]
        if len(found) == 1 or typed.lower() in values:
            return typed.lower() if typed.lower() in values else found[0]
        say(f"  “{typed}” is none of them")


def confirmed(prompt: str) -> bool:
    """Return whether the person says yes; an empty line, which takes what is offered elsewhere, says nothing here."""
    while True:
        typed = line(f"{prompt} (yes or no)").lower()
        if typed and ("yes".startswith(typed) or "no".startswith(typed)):
            return "yes".startswith(typed)


def offered(prompt: str, offers: Sequence[Offer], nothing: str) -> str | None:
    """Return the value of an offer that is chosen by its number, or the words that are typed; None for an empty line.

    `nothing` says what an empty line means. A long list is shown in parts, the next by a plus sign.
    """
    at = 0
    while True:
        for number, offer in enumerate(offers[at : at + _SHOWN], at + 1):
            say(printable(f"  [{number}] {offer.told}"))
        rest = len(offers) - at - _SHOWN
        if rest > 0:
            say(f"  [+] {rest} more")
        typed = number_or_words(f"{prompt} (Enter: {nothing})", len(offers))
        if typed == "+":
            at = at + _SHOWN if rest > 0 else 0
        elif isinstance(typed, int):
            return offers[typed - 1].value
        else:
            return typed or None
