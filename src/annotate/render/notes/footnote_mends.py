"""Footnotes that WeasyPrint 70 loses without a word: they move on to the next page, as others that do not fit."""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.layout import block

if TYPE_CHECKING:
    from annotate.render.pdf.quick import Replacement


def replacements() -> list[Replacement]:
    """Return what is to stand in the place of what in WeasyPrint, for `pdf.quick`."""
    lay_out_lines = block._linebox_layout  # noqa: SLF001  # has no hook

    def lines(context: Any, box: Any, index: int, child: Any, new_children: list[Any], *arguments: Any) -> Any:
        """Lay out the lines of a paragraph on a page; notes of its last line that found no place move on.

        To keep two lines together at the end of a page, WeasyPrint moves notes to the next page until the second
        fits, and then forgets the notes that this line calls.
        """
        found = lay_out_lines(context, box, index, child, new_children, *arguments)
        abort, stop, new_footnotes = found[0], found[1], found[4]
        if stop and not abort and new_children and context.footnotes:
            for part in new_children[-1].descendants():
                if part.footnote is not None and part.footnote in context.footnotes:
                    context.footnotes.remove(part.footnote)
                    context.reported_footnotes.append(part.footnote)
                    new_footnotes.append(part.footnote)
        return found

    return [(block, "_linebox_layout", lines)]
