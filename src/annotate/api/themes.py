"""Themes by name: ours, and those that a person keeps in a folder."""

from __future__ import annotations

import os
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.theme import THEMES, Theme
from annotate.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_FILES = 500


def theme_named(name: str, folder: Path = Path(), *, named_in: str = "") -> Theme:
    """Return one of our themes by its name (`model.theme.THEMES`), or the one in a folder, as seen from `folder`.

    `named_in` is the file that names it, if any. Raises InputRefused: E401 where there is none, told of that file, E402
    to E404 and F160 to F164 for what is wrong with it.
    """
    if name in THEMES:
        return _ours(name)
    from annotate.read.theme import rules  # noqa: PLC0415  # only where a person has a theme of their own
    from annotate.read.theme.reader import SETTINGS, read_theme  # noqa: PLC0415

    path = folder / name
    if not (path / SETTINGS).is_file():
        near = get_close_matches(name, THEMES, 1)
        remedy = f"did you mean {near[0]}? " if near else ""
        what = f"the folder “{name}” has no {SETTINGS}" if path.is_dir() else f"there is no theme “{name}”"
        raise InputRefused(rules.THEME_UNKNOWN.at(named_in or path, what=what, remedy=remedy, known=", ".join(THEMES)))
    try:
        files = dict(_files(path))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputRefused(rules.FILE_UNREADABLE.at(error.filename or path, reason=reason)) from None
    return read_theme(path.name or str(path), str(path), files, _ours)


@cache
def _ours(name: str) -> Theme:
    # Ours are as they should be (a test says so), and need no CSS parser.
    import tomllib  # noqa: PLC0415

    folder = resource_path(f"templates/themes/{name}")
    told = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
    sheets = (folder / sheet for sheet in ("print.css", "screen.css"))
    printed, shown = (sheet.read_text(encoding="utf-8") if sheet.exists() else "" for sheet in sheets)
    choices, questions = told.get("edition", {}), told.get("questions", {})
    return Theme(name, told["title"], told["description"], choices, questions, printed, shown)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files in a folder and below it; a link is followed only to what lies in the folder too.

    Raises OSError for what cannot be read, and for more files than a theme can have.
    """
    from annotate.read.theme.reader import LARGEST  # noqa: PLC0415

    top = Path(os.path.realpath(folder))
    count = 0
    for place, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or not Path(os.path.realpath(path)).is_relative_to(top) or not path.is_file():
                continue
            count += 1
            if count > _MOST_FILES:
                raise OSError(0, f"it has more than {_MOST_FILES} files", str(folder))
            with path.open("rb") as file:
                yield path.relative_to(top).as_posix(), file.read(LARGEST + 1)
