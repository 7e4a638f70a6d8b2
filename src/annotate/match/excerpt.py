"""A passage on one line, short enough to show in a table or a sentence."""

from __future__ import annotations


def shortened(text: str, limit: int = 60) -> str:
    """Return `text` on one line, words in its middle left out where it is longer than `limit` code points."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head, tail = line[: limit // 2], line[len(line) - limit // 2 :]
    if " " in head and line[len(head)] != " ":
        head = head[: head.rindex(" ")]
    if " " in tail and line[len(line) - len(tail) - 1] != " ":
        tail = tail[tail.index(" ") :]
    return f"{head.rstrip()} … {tail.lstrip()}"
