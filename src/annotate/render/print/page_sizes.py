"""The pages of the print edition: their sizes and margins, as the rules of its style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotate.model.edition_choices import Choices


class Margins(NamedTuple):
    """The margins of a page, in millimetres."""

    top: float
    outside: float
    bottom: float
    inside: float


class Beside(NamedTuple):
    """What a page with notes in its outer margin is divided into across, in millimetres.

    Between the text and the notes is the column of `aside`, for the numbers of paragraphs or lines; `width` is that of
    the notes with their marks.
    """

    inside: float
    aside: float
    width: float
    outside: float


# Page sizes by name: CSS page size, and the margins of a page without notes at its side. The lines are as long on every
# size, 65 to 70 characters; larger pages have larger margins.
PAGES = {
    "A5": ("148mm 210mm", Margins(19, 17, 21, 19)),
    "A4": ("210mm 297mm", Margins(30, 52, 38, 44)),
    "Letter": ("8.5in 11in", Margins(26, 54, 34, 48)),
    "B5": ("176mm 250mm", Margins(24, 35, 30, 31)),
    "6x9": ("6in 9in", Margins(20, 20, 23, 22)),
    "5.5x8.5": ("5.5in 8.5in", Margins(19, 14, 21, 16)),
}
# The same pages with notes at the side: lines of 45 to 66 characters, notes of 39 millimetres and more.
SIDES = {
    "A5": Beside(15, 8, 39, 10),
    "A4": Beside(26, 8, 52, 14),
    "Letter": Beside(28, 8, 53, 15),
    "B5": Beside(20, 8, 41, 11),
    "6x9": Beside(16, 8, 40, 10),
}
_LONGEST = 500_000  # millimetres: the height of the page on which notes are laid out one below the other


def page_rules(choices: Choices) -> str:
    """Return the rules for the size and the margins of the pages. Raises KeyError for a page that has none such."""
    size, margins = PAGES[choices.page]
    rules = _rules("", margins, margins.outside, margins.inside)
    if choices.beside:
        side = SIDES[choices.page]
        rules += _rules("text", margins, side.aside + side.width + side.outside, side.inside)
        # The notes' own page (`render.notes.side_notes`): its left margin is how far from the text they stand.
        rules += (
            f"@page side-notes {{ size: {side.aside + side.width}mm {_LONGEST}mm; margin: 0 0 0 {side.aside}mm }}\n"
            f"@page side-notes:left {{ margin: 0 0 0 {side.aside}mm }}\n"
            f"@page side-notes:right {{ margin: 0 0 0 {side.aside}mm }}\n"
        )
    return f"@page {{ size: {size} }}\n{rules}"


def _rules(name: str, margins: Margins, outside: float, inside: float) -> str:
    top, bottom = margins.top, margins.bottom
    return (
        f"@page {name}:left {{ margin: {top}mm {inside}mm {bottom}mm {outside}mm }}\n"
        f"@page {name}:right {{ margin: {top}mm {outside}mm {bottom}mm {inside}mm }}\n"
    )
