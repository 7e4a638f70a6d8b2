"""Names and bytes of files: where a text's annotations stand, what a path holds."""

from __future__ import annotations

import sys
from pathlib import Path

from annotate.errors import InputRefused
from annotate.read import rules

STANDARD_INPUT = Path("-")
ANNOTATIONS_SUFFIX = ".annotations.json"
KEPT_SOURCES = "sources"
"""The folder of the copies of what a text cites."""


def annotations_path(text: Path) -> Path:
    """Return where the annotations of a text stand: `review.xml` has `review.annotations.json`."""
    return text.with_name(text.stem + ANNOTATIONS_SUFFIX)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file, or of standard input for `-`.

    Raises InputRefused where there is no such file (F101), it is a folder (F102) or cannot be read (F103).
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputRefused(rules.NOT_FOUND.at(path)) from None
    except IsADirectoryError:
        raise InputRefused(rules.FOLDER.at(path)) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputRefused(rules.UNREADABLE.at(path, reason=reason)) from None
