"""Which programs make an edition: told so that what another version of one of them made is never taken for ours."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.render.fonts.other_scripts import machine_fonts
from annotate.resources import PACKAGE, resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHIPPED = ("templates", "schemas")
# Changes whenever a library is installed or updated (ldconfig, 8): Pango and HarfBuzz come from the system.
_SYSTEM_LIBRARIES = "/etc/ld.so.cache"


@lru_cache(maxsize=1)
def programs() -> str:
    """Return a digest (hex) of what is installed here and takes part in an edition.

    That is this program with its templates, every Python package by its version, Python, the system's libraries and the
    machine's fonts. Files are told by size and time, as fontconfig tells them, since reading all would cost more than
    many an edition. A package that takes no part changes the digest too: which do is not for us to follow.
    """
    own = [state for root in (PACKAGE, *map(resource_path, _SHIPPED)) for state in _states(str(root))]
    machine = [(str(path), *_state(os.stat(path))) for path in machine_fonts()]  # noqa: PTH116  # as os.scandir below
    parts = (sys.version, sys.platform, own, sorted(_packages()), machine, _libraries())
    return sha256(repr(parts).encode()).hexdigest()


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, size and time of each file in a folder and below, in the order of names."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _states(entry.path)
            else:
                yield entry.name, *_state(entry.stat())


def _packages() -> Iterator[str]:
    """Yield the names of the folders that say which package is installed in which version (PEP 376, PEP 440)."""
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112  # as os.scandir
            with os.scandir(folder) as entries:
                yield from (entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))


def _libraries() -> tuple[int, int] | None:
    try:
        return _state(os.stat(_SYSTEM_LIBRARIES))  # noqa: PTH116  # as os.scandir
    except OSError:  # not Linux
        return None


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
