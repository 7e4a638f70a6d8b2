"""The options by which a person chooses how editions are set; what is not said is as the project or the theme says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotate.model.edition_choices import GLOSSES, KEYS, LINE_NUMBERS, NOTES, PAGES, STYLES
from annotate.model.theme import STANDARD, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")

_OPTIONS = (
    click.option(
        "--theme",
        metavar="NAME|FOLDER",
        help=f"How the editions look: {', '.join(THEMES)}, or a folder of your own. Default: as annotate.toml says,"
        f" else {STANDARD}.",
    ),
    click.option(
        "--style",
        type=click.Choice(STYLES),
        help="The citation style of the sources. Default: as annotate.toml says, else chicago.",
    ),
    click.option(
        "--page",
        type=click.Choice(PAGES, case_sensitive=False),
        help="The page size of the PDF. Default: as annotate.toml says, else A5.",
    ),
    click.option(
        "--notes",
        type=click.Choice(NOTES),
        help="Where the PDF has claims and notes. Default: as annotate.toml says, else at the foot of its pages.",
    ),
    click.option(
        "--glosses",
        type=click.Choice(GLOSSES),
        help="Where the PDF has notes: with the claims, or as a series of their own. Default: as annotate.toml says,"
        " else with the claims.",
    ),
    click.option(
        "--line-numbers",
        type=click.Choice(LINE_NUMBERS),
        help="Number every fifth line of the PDF, counted anew by page, by section, or not at all (text). Default: as"
        " annotate.toml says, else none.",
    ),
    click.option(
        "--keys",
        type=click.Choice(KEYS),
        help="What introduces claims and notes in the PDF: their number, or before it their paragraph or line (which"
        " numbers the lines, by page unless --line-numbers says otherwise). Default: as annotate.toml says, else"
        " number.",
    ),
    click.option(
        "--comments/--no-comments",
        default=None,
        help="Lay the claims and notes on the words of the PDF as comments, too. Default: as annotate.toml says,"
        " else not.",
    ),
    click.option(
        "--pdf-a/--no-pdf-a",
        default=None,
        help="Make the PDF one for an archive (PDF/A-3a). Default: as annotate.toml says, else not.",
    ),
    click.option(
        "--boilerplate/--no-boilerplate",
        default=None,
        help="Show what stood around the text, adverts and the like, set apart. Default: as annotate.toml says,"
        " else not.",
    ),
)


def edition_choices(command: Command) -> Command:
    """Add the options to a command, which is given each by the name of its field of `Choices`, None if not said."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
