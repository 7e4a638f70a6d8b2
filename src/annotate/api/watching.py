"""Telling when the files of a validation change."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from annotate.api import validate_files as files
from annotate.api.library import library_path
from annotate.api.settings import settings_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    State = dict[Path, tuple[int, int, int] | None]

SECONDS_BETWEEN_LOOKS = 1.0


def rounds(paths: Sequence[Path], pause: Callable[[float], None] = time.sleep) -> Iterator[int]:
    """Yield 1 at once, and the next number each time a file that paths mean, its text or its settings has changed.

    Files are looked at once a second, by size and time of change; `pause` waits between two looks. It never ends.
    """
    number = 1
    before = _state(paths)
    yield number
    while True:
        pause(SECONDS_BETWEEN_LOOKS)
        found = _state(paths)
        if found != before:
            before = found
            number += 1
            yield number


def _state(paths: Sequence[Path]) -> State:
    """Return what tells whether a file has changed, None for one that is not there, by its path."""
    meant = dict.fromkeys(file for path in paths for file in files.named_files(path))
    folders = dict.fromkeys(files.folder_of(file) for file in meant)
    around = [path for folder in folders for path in (settings_path(folder), library_path(folder)) if path]
    texts = [text for file in meant if (text := files.text_beside(file))]
    return {path: _seen(path) for path in (*meant, *texts, *around)}


def _seen(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
