"""A passage on one line, short enough to show in a table or a sentence."""

from __future__ import annotations


def shortened(text: str, limit: int = 60) -> str:
    """Return `text` on one line, its middle left out where it is longer than `limit` code points."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[: limit // 2].rstrip()} … {line[len(line) - limit // 2 :].lstrip()}"
