"""What all print pages have in common: the page's size and style sheets, spaces before tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.render.markup import right_to_left
from annotate.render.print.page_sizes import page_rules
from annotate.resources import resource_text

if TYPE_CHECKING:
    from annotate.model.edition_choices import Choices

# Within an element of its own direction a space would stand at its other end; a reference is empty as yet.
_TAG = (
    r"</?(?:a|b|cite|code|em|i|s|span|strong|time|u)"
    r"(?: (?![^<>]*\b(?:dir|data-pages|data-folio|data-key)=)[^<>]*)?>"
)
_SPACE_BEFORE_TAGS = re.compile(rf" ((?:{_TAG})+)(?=[^<\s])")


def print_style(choices: Choices, language: str = "") -> str:
    """Return the style sheet: the page's size and margins, the rules of every edition, those of the theme.

    Rules for a text that runs from right to left are among them where its `language` (a BCP 47 tag) does.
    """
    names = ["page", "text", "notes", "apparatus", *(["right_to_left"] if right_to_left(language) else [])]
    parts = [resource_text(f"templates/print/{name}.css") for name in names]
    return "\n".join([page_rules(choices), *parts, choices.theme.print_css])


def spaced(html: str) -> str:
    """Return HTML with each space before inline tags moved behind them.

    Where a line is full but for the space at the end of a run of text, and an element follows, WeasyPrint 70 breaks
    the line a word or more too early. A space at the beginning of the next run does not mislead it.
    """
    return _SPACE_BEFORE_TAGS.sub(r"\1 ", html)
