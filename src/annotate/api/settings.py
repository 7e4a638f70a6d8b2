"""The settings that hold for a file: the nearest `annotate.toml`, in its folder or above it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS = "annotate.toml"
_TOP_MARK = ".git"
_MAX_BYTES_READ = 1 << 20  # more than settings may have, so that the reader can say so


def settings_path(folder: Path) -> Path | None:
    """Return the nearest `annotate.toml` in a folder or above it, None if there is none.

    The search ends at the top of a repository, the folder with `.git`, else at the top of the file system.
    """
    here = Path(os.path.realpath(folder))
    for above in (here, *here.parents):
        if os.path.lexists(above / SETTINGS):
            return folder / SETTINGS if above == here else Path(os.path.relpath(above / SETTINGS))
        if os.path.lexists(above / _TOP_MARK):
            break
    return None


def settings_for(folder: Path) -> Settings:
    """Return the settings that hold for the files of a folder. Raises InputRefused (F160 to F165)."""
    path = settings_path(folder)
    return Settings() if path is None else load_settings(path)


def load_settings(path: Path) -> Settings:
    """Return the settings in a file. Raises InputRefused (F160 to F165) for what is wrong with them."""
    # tomllib and the schema cost 10 ms, which only a project with settings should pay.
    from annotate.read.settings import rules  # noqa: PLC0415
    from annotate.read.settings.reader import read_settings  # noqa: PLC0415

    try:
        if not path.is_file():  # a pipe or a device would be read without end
            raise OSError(0, "it is no plain file, or a link that leads nowhere")
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES_READ)
    except OSError as error:
        raise InputRefused(rules.UNREADABLE.at(path, reason=error.strerror or str(error))) from None
    return read_settings(data, str(path), known_codes)


def vocabulary_for(annotations: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the words that a project adds for the annotations in a file. Raises InputRefused as `settings_for`."""
    return settings_for(annotations.parent).vocabulary


@cache
def known_codes() -> tuple[str, ...]:
    """Return the codes of all findings there are."""
    from annotate.api.catalogue import catalogue  # noqa: PLC0415  # it loads every module with rules

    return tuple(rule.code for rule in catalogue())
