"""Where a person wants editions to go, held against which formats they want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# Endings that nobody gives a folder: who types one wants a file of that format, which an edition cannot be.
_OTHER_ENDINGS = frozenset("docx epub htm json md odt png rtf tei tex toml txt xhtml xml zip".split())


def wanted_formats(said: Sequence[str], output: Path | None) -> tuple[tuple[str, ...], str | None]:
    """Return which formats to make, and that of the file which `output` names, None where it names a folder.

    They are those a person said, else that of the file, else both. Raises UsageError for the name of a file of another
    format, and for a file that stands where a folder should.
    """
    from annotate.api.rendered import FORMATS, named_format  # noqa: PLC0415  # a wrong option should not wait for it

    named = named_format(output) if output else None
    if output and not named and not output.is_dir():
        if output.suffix[1:].lower() in _OTHER_ENDINGS:
            raise click.UsageError(f"{output} is no name of an edition: name a file that ends in .html or .pdf.")
        if output.exists() and not output.is_char_device():
            raise click.UsageError(f"“{output}” is a file: name a folder, or a file that ends in .html or .pdf.")
    return tuple(dict.fromkeys(said)) or ((named,) if named else FORMATS), named


def refuse_contradictions(choices: Mapping[str, Any]) -> None:
    """Raise UsageError for options that cannot hold together."""
    if choices.get("keys") == "line" and choices.get("line_numbers") == "none":
        raise click.UsageError("--keys line needs numbered lines: leave out --line-numbers none.")
