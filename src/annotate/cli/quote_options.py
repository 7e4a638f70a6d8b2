"""The options that say where in the copy of its source a quotation stands."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from annotate.api.quoting import QuotePlace

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_OPTIONS = (
    click.option("--quote-in", metavar="ID", help="The block or turn of the source's copy the quotation begins in."),
    click.option(
        "--quote-occurrence",
        type=click.IntRange(min=1),
        help="Which of several places in the copy, counted from 1 (within --quote-in).",
    ),
    click.option("--locate", is_flag=True, help="Take the page or the time that the copy has it at as the locator."),
)


def quote_place_options(command: _Command) -> _Command:
    """Add --quote-in, --quote-occurrence and --locate; the command is given `place`."""

    @wraps(command)
    def placing(*, quote_in: str | None, quote_occurrence: int | None, locate: bool, **given: Any) -> Any:
        if locate and given.get("locator") is not None:
            raise click.UsageError("--locate takes the locator from the copy; give that or --locator.")
        return command(place=QuotePlace(quote_in, quote_occurrence, locate), **given)

    decorated: Callable[..., Any] = placing
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return cast("_Command", decorated)
