"""What all print pages have in common: the page's size and style sheets, spaces before tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.render.markup import right_to_left
from annotate.resources import resource_text

if TYPE_CHECKING:
    from annotate.model.edition_choices import Choices

# Page sizes by name: CSS page size, and the margins in millimetres: top, outside, bottom, inside. The lines are as long
# on every size, 65 to 70 characters; larger pages have larger margins.
PAGES = {
    "A5": ("148mm 210mm", (19, 17, 21, 19)),
    "A4": ("210mm 297mm", (30, 52, 38, 44)),
    "Letter": ("8.5in 11in", (26, 54, 34, 48)),
    "B5": ("176mm 250mm", (24, 35, 30, 31)),
    "6x9": ("6in 9in", (20, 20, 23, 22)),
    "5.5x8.5": ("5.5in 8.5in", (19, 14, 21, 16)),
}

_SPACE_BEFORE_TAGS = re.compile(r" ((?:</?(?:a|b|cite|code|em|i|s|span|strong|time|u)(?: [^<>]*)?>)+)(?=[^<\s])")


def print_style(choices: Choices, language: str = "") -> str:
    """Return the style sheet: the page's size and margins, the rules of every edition, those of the theme.

    Rules for a text that runs from right to left are among them where its `language` (a BCP 47 tag) does.
    """
    names = ["page", "text", "notes", "apparatus", *(["right_to_left"] if right_to_left(language) else [])]
    parts = [resource_text(f"templates/print/{name}.css") for name in names]
    return "\n".join([_page_rules(choices.page), *parts, choices.theme.print_css])


def spaced(html: str) -> str:
    """Return HTML with each space before inline tags moved behind them.

    Where a line is full but for the space at the end of a run of text, and an element follows, WeasyPrint 70 breaks
    the line a word or more too early. A space at the beginning of the next run does not mislead it.
    """
    return _SPACE_BEFORE_TAGS.sub(r"\1 ", html)


def _page_rules(page: str) -> str:
    size, (top, outside, bottom, inside) = PAGES[page]
    return (
        f"@page {{ size: {size}; margin: {top}mm {outside}mm {bottom}mm {inside}mm }}\n"
        f"@page :left {{ margin-left: {outside}mm; margin-right: {inside}mm }}\n"
        f"@page :right {{ margin-left: {inside}mm; margin-right: {outside}mm }}\n"
    )
