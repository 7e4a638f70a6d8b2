"""What WeasyPrint 70 searches whole lists for, on every page, line or element, found at once; the pages stay the same.

Each of these costs little on a few pages and most of the time on a thousand, since it grows with their square. Its
parser of HTML, tinyhtml5 2, means to keep its patterns and makes them anew for each piece of text.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from tinyhtml5 import inputstream  # type: ignore[import-untyped]
from weasyprint import layout
from weasyprint.layout import page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.render.pdf.quick import Replacement


def replacements() -> list[Replacement]:
    """Return what is to stand in the place of what in WeasyPrint, for `pdf.quick`."""
    begin = layout.LayoutContext.__init__

    def begin_context(context: Any, *arguments: Any) -> None:
        begin(context, *arguments)
        context.footnotes = Footnotes()

    return [
        (layout.LayoutContext, "__init__", begin_context),
        (page, "set_page_type_computed_styles", set_page_style),
        (pydyf.PDF, "page_references", property(_page_references)),
        (inputstream, "characters_until_regex", Patterns()),
    ]


class Footnotes(list[Any]):
    """The footnotes that are still to be set; each line asks of each of its boxes whether it calls one of them."""

    def __init__(self, notes: Iterable[Any] = ()) -> None:
        super().__init__(notes)
        self._held: dict[object, int] = dict(Counter(self))

    def __contains__(self, note: object) -> bool:
        return self._held.get(note, 0) > 0

    def append(self, note: Any) -> None:
        """Add a note at the end."""
        super().append(note)
        self._held[note] = self._held.get(note, 0) + 1

    def remove(self, note: Any) -> None:
        """Take a note away. Raises ValueError if it is not there."""
        super().remove(note)
        self._held[note] -= 1

    def copy(self) -> Footnotes:
        """Return a list of the same notes."""
        return Footnotes(self)


class Patterns(dict[Any, Any]):
    """The patterns of runs of characters of a set (True), or of characters that are not in it, each made once."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, only_these = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        pattern = self[key] = re.compile(f"[{'' if only_these else '^'}{listed}]+")
        return pattern


def set_page_style(page_type: Any, html: Any, style_for: Any) -> None:
    """Compute the styles of a page and of its margins, as WeasyPrint does, looking at no other page's."""
    cascaded = style_for.get_cascaded_styles()
    known = len(cascaded)
    style_for.add_page_declarations(page_type)
    root, base_url = html.etree_element, html.base_url
    style_for.set_computed_styles(page_type, root=root, parent=root, base_url=base_url)
    margins = [name for _, name in islice(reversed(cascaded), len(cascaded) - known)]
    if not margins:  # a page that is laid out again
        margins = [name for found, name in cascaded if found == page_type]
    for name in margins:
        if name:
            style_for.set_computed_styles(page_type, pseudo_type=name, root=root, parent=page_type, base_url=base_url)


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references of a PDF's pages, made anew only when there are more pages."""
    kids = pdf.pages["Kids"]
    kept: tuple[bytes, ...] = getattr(pdf, "_kept_page_references", ())
    if len(kept) * 3 != len(kids):
        kept = pdf._kept_page_references = tuple(f"{number} 0 R".encode() for number in kids[::3])  # noqa: SLF001
    return kept
