"""Editions as they were rendered, and how they become files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.store import make_folder, replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotate.diagnostics import Finding

FORMATS = ("html", "pdf")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Editions by format (`html`, `pdf`), as bytes, and what a person should know about them.

    `errors` is how many errors the checks find in the text and its annotations; they are published all the same, since
    an edition of a draft is how drafts are read. `failed` says why there is no PDF although one was asked for: it would
    not conform.
    """

    editions: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    pages: int | None = None
    errors: int = 0
    failed: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A file of an edition; `unchanged` if it stood there already, byte for byte, and was left alone."""

    path: Path
    unchanged: bool


def named_format(output: Path) -> str | None:
    """Return the format that the name of a file to be written tells, or None where it names a folder."""
    ending = output.suffix[1:].lower()
    return ending if ending in FORMATS and not output.is_dir() else None


def write_editions(rendered: Rendered, text: Path, output: Path | None = None) -> tuple[Written, ...]:
    """Write editions under their text's name beside it, or to `output`, and return the files.

    `output` is a file where its name ends in the format of the one edition (`named_format`), else a folder. Folders are
    made where there are none. Each edition replaces the one before it only when it is whole, and only where it differs.
    Raises WorkFailed where a file cannot be written.
    """
    written = []
    single = output is not None and named_format(output) in rendered.editions
    folder = text.parent if output is None else output.parent if single else output
    make_folder(folder)
    for name, data in rendered.editions.items():
        path = output if output is not None and single else folder / f"{text.stem}.{name}"
        unchanged = _holds(path, data)
        if not unchanged:
            replace_file(path, data)
        written.append(Written(path, unchanged))
    return tuple(written)


def _holds(path: Path, data: bytes) -> bool:
    """Whether a plain file has these bytes already."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
