"""The patterns that tell how claims stand without colour: lines for SVG, the same in every drawing of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER = "other"
"""What stands for a status that a project added."""
_TILE = 7  # units of the drawing from one line of a pattern to the next
_LINES: Mapping[str, str] = {
    "supported": "",
    "disputed": "M-1 1L1 -1M0 7L7 0M6 8L8 6",
    "refuted": "M0 0L7 7M0 7L7 0",
    "unverifiable": "M3.5 0V7",
    "unreviewed": "",
    OTHER: "M0 3.5H7",
}


def tone(status: str) -> str:
    """Return the word by which style sheets and patterns know a status: itself, or OTHER for a project's own."""
    return status if status in _LINES else OTHER


def filling(status: str) -> str:
    """Return the address of a status's pattern as `fill` takes it, "" for one whose bar is plain."""
    return f"url(#of-{tone(status)})" if _LINES[tone(status)] else ""


def definitions() -> str:
    """Return the `defs` of all patterns, which a page holds once."""
    made = "".join(
        f'<pattern id="of-{status}" width="{_TILE}" height="{_TILE}" patternUnits="userSpaceOnUse">'
        f'<path d="{line}"/></pattern>'
        for status, line in _LINES.items()
        if line
    )
    return f"<defs>{made}</defs>"
