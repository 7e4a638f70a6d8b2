"""Anchors: the ids elements bear in both editions, each given once."""

from __future__ import annotations

# What the pages themselves link to; a text whose own ids are the same words gives way.
PAGE_ANCHORS = (
    "about",
    "apparatus",
    "claims",
    "contents",
    "contents-list",
    "index",
    "key",
    "notes",
    "sources",
    "text",
    "title",
    "tools",
    "unplaced",
)


class Anchors:
    """Gives anchors, the one wished for where it is free."""

    def __init__(self) -> None:
        self._taken = set(PAGE_ANCHORS)

    def take(self, wished: str) -> str:
        """Return `wished` without white space, with a number behind it where an element bears it already."""
        base = "".join(wished.split()) or "x"
        anchor, count = base, 1
        while anchor in self._taken:
            count += 1
            anchor = f"{base}.{count}"
        self._taken.add(anchor)
        return anchor
