"""What a person can choose of an edition, in the words of the command line and of `annotate.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from annotate.model.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

STYLES = ("apa", "chicago", "mla")
"""Citation styles of the sources."""
PAGES = ("A5", "A4", "Letter", "B5", "6x9", "5.5x8.5")
"""Page sizes of the PDF; those without a name are in inches."""
NOTES = ("foot", "side", "end")
"""Where the PDF has claims and notes: at the foot of the page, in its outer margin, or after the text."""
GLOSSES = ("with", *NOTES)
"""Where the PDF has notes: with the claims, or as a series of their own."""
SIDE_PAGES = ("A5", "A4", "Letter", "B5", "6x9")
"""Page sizes that have room for notes in the margin."""
Restart: TypeAlias = Literal["page", "section", "text"]
"""Where the numbers of lines begin anew; `text` counts through."""
LINE_NUMBERS = ("none", "page", "section", "text")
Keys: TypeAlias = Literal["number", "paragraph", "line"]
"""What introduces the PDF's claims and notes: their number, or their paragraph or line before it."""
KEYS = ("number", "paragraph", "line")
CHOSEN: Mapping[str, tuple[str, ...]] = {
    "style": STYLES,
    "page": PAGES,
    "notes": NOTES,
    "glosses": GLOSSES,
    "line-numbers": LINE_NUMBERS,
    "keys": KEYS,
}
"""The words for each choice that a theme and the settings of a project can make, by the choice's name."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How an edition is set; without arguments, as it is where neither a person, a project nor a theme says otherwise.

    `style` is one of STYLES, `page` of PAGES, `notes` of NOTES, `glosses` of GLOSSES, `line_numbers` of LINE_NUMBERS
    and `keys` of KEYS; keys by line are only where lines are numbered. With `pdf_a` the PDF is one for the archive
    (PDF/A-3a); with `comments` it has the claims and notes as comments on their words, too. With `boilerplate` both
    editions show what stood around the text where it was published, set apart.
    """

    theme: Theme = Theme()
    style: str = "chicago"
    page: str = "A5"
    notes: str = "foot"
    glosses: str = "with"
    line_numbers: Restart | Literal["none"] = "none"
    keys: Keys = "number"
    pdf_a: bool = False
    comments: bool = False
    boilerplate: bool = False

    @property
    def beside(self) -> bool:
        """Whether any notes stand in the margin; then `page` must be one of SIDE_PAGES."""
        return "side" in {self.notes, self.glosses}
