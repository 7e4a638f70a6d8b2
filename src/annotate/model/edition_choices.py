"""What a person can choose of an edition, in the words of the command line and of `annotate.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

STYLES = ("apa", "chicago", "mla")
"""Citation styles of the sources."""
PAGES = ("A5", "A4", "Letter", "B5", "6x9", "5.5x8.5")
"""Page sizes of the PDF; those without a name are in inches."""
NOTES = ("foot", "end")
"""Where the PDF has claims and notes: at the foot of the page, or after the text."""
Restart: TypeAlias = Literal["page", "section", "text"]
"""Where the numbers of lines begin anew; `text` counts through."""
LINE_NUMBERS = ("none", "page", "section", "text")
DEFAULTS: Mapping[str, str] = {"style": "chicago", "page": "A5", "notes": "foot"}
"""What holds where neither a person nor the settings of the project say otherwise."""
