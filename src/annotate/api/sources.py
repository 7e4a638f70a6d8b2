"""Which files are parsed, and where each goes: sources named one by one, or all there are in a folder and below."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api import rules
from annotate.api.files import KEPT_SOURCES, STANDARD_INPUT
from annotate.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDINGS = frozenset(
    """.txt .text .md .markdown .mdown .mkd .mkdn .html .htm .xhtml .docx .odt .epub .pdf .srt .vtt""".split()
)
_OF_EDITIONS = frozenset((".html", ".pdf"))
_MEDIA = ".media"
_OF_A_SAVED_PAGE = "_files"  # what browsers put beside NAME.html
_HEADER = 65536  # bytes in which a text of ours has named the digest of its source


@dataclass(frozen=True, slots=True)
class Job:
    """A source and the text made of it.

    `text` is None where the TEI goes to standard output. `folder` is the one that the texts of several sources go to:
    it and those below it are made where they are missing; None: no folder is made.
    """

    source: Path
    text: Path | None
    folder: Path | None = None


def jobs(sources: Sequence[Path], output: Path | None) -> list[Job]:
    """Return what is to be parsed, in the order given, that of names in folders.

    A folder stands for the sources in it and below. `output` is a file for one source, `-`, or a folder, in which the
    folders below a source folder are mirrored; None puts each text beside its source. Raises InputRefused for a folder
    without sources (F132).
    """
    found: list[Job] = []
    several = len(sources) > 1 or any(source.is_dir() for source in sources)
    folder = output if several and output != STANDARD_INPUT else None
    for source in sources:
        if source != STANDARD_INPUT and source.is_dir():
            below = [(path, path.relative_to(source).with_suffix(".xml")) for path in _sources_below(source)]
            if not below:
                raise InputRefused(rules.NO_SOURCES.at(source))
        else:
            below = [(source, Path(source.stem + ".xml"))]
        found += [Job(path, _destination(path, name, output, several=several), folder) for path, name in below]
    return found


def _destination(source: Path, name: Path, output: Path | None, *, several: bool) -> Path | None:
    if output is None:
        return None if source == STANDARD_INPUT else source.with_suffix(".xml")
    if output == STANDARD_INPUT:
        return None
    return output / name if several or output.is_dir() else output


def _sources_below(folder: Path) -> Iterator[Path]:
    """Yield the sources in a folder and below, in the order of names.

    Left out are hidden files, files of no format that is read, copies of cited sources (`sources/`), pictures
    (`NAME.media/`, `NAME_files/`), and what is the edition of a text rather than its source.
    """
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _left_out(name))
        by_stem: dict[str, list[Path]] = {}
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and path.suffix.lower() in _ENDINGS:
                by_stem.setdefault(path.stem, []).append(path)
        for candidates in by_stem.values():
            yield from _without_editions(candidates)


def _left_out(name: str) -> bool:
    return name.startswith(".") or name == KEPT_SOURCES or name.endswith((_MEDIA, _OF_A_SAVED_PAGE))


def _without_editions(candidates: list[Path]) -> list[Path]:
    """Return which files of one stem are sources: that which the text was made of, else what cannot be an edition."""
    text = candidates[0].with_suffix(".xml")
    if not text.exists() or (len(candidates) == 1 and candidates[0].suffix not in _OF_EDITIONS):
        return candidates
    with text.open("rb") as file:
        header = file.read(_HEADER)
    made_of = [path for path in candidates if sha256(path.read_bytes()).hexdigest().encode() in header]
    return made_of or [path for path in candidates if path.suffix not in _OF_EDITIONS]
