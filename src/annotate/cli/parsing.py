"""The options that overrule the parser, the same for `parse` and `correct` but for --speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotate.model.document import GENRES
from annotate.model.parsing import Parsing
from annotate.read.encoding_name import is_encoding
from annotate.read.formats import FORMATS
from annotate.read.language_tag import language_tag

if TYPE_CHECKING:
    from collections.abc import Callable


def labelled_names(values: tuple[str, ...]) -> dict[str, str]:
    """Return the names that `LABEL=NAME` gives, by label. Raises click.BadParameter for what is not written so."""
    speakers = {}
    for value in values:
        label, equals, name = value.partition("=")
        if not (label.strip() and equals and name.strip()):
            raise click.BadParameter(f"“{value}” is not LABEL=NAME, as in “BT=Bijan Tehrani”")
        speakers[label.strip()] = name.strip()
    return speakers


def _speakers(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    return labelled_names(values)


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    tag = language_tag(value) if value else None
    if value and not tag:
        raise click.BadParameter(f"“{value}” is no language tag such as en or pt-BR")
    return tag


def _encoding(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value and not is_encoding(value):
        raise click.BadParameter(f"“{value}” is no encoding, such as windows-1252 or shift_jis")
    return value


speaker_option = click.option(
    "--speaker", "speakers", multiple=True, callback=_speakers, help="Whose label it is: “BT=Bijan Tehrani”."
)
_OPTIONS = (
    click.option(
        "--format", "format_", type=click.Choice(FORMATS), help="The format of the source. Default: found out."
    ),
    click.option("--genre", type=click.Choice(GENRES), help="What the text is."),
    click.option("--title", help="Its title."),
    click.option("--author", "authors", multiple=True, help="Its author; may be given again."),
    click.option("--date", help="Its date, as 2012-07-27."),
    click.option("--language", callback=_language, help="Its language, as en or pt-BR."),
    click.option("--interviewer", help="Who asks: a full name."),
    click.option("--encoding", callback=_encoding, help="The encoding of a text, as windows-1252. Default: found out."),
    click.option("--main-only", is_flag=True, help="Of a web page, leave out what stands around the text."),
)


def parsing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def said_by(**options: Any) -> Parsing | None:
    """Return what the options say, None if they say nothing."""
    said = Parsing(
        format=options["format_"],
        genre=options["genre"],
        title=options["title"],
        authors=tuple(options["authors"]),
        date=options["date"],
        language=options["language"],
        speakers=options["speakers"],
        interviewer=options["interviewer"],
        encoding=options["encoding"],
        main_only=options["main_only"],
    )
    return said if said != Parsing() else None
