"""Two series of notes at the foot of a page: claims first, editor's notes set apart below them.

WeasyPrint stacks the notes of a page in the order of their calls. Their room is right whatever their order, so that the
series are parted when the pages are done; the space between them is taken from above the notes.
"""

from __future__ import annotations

from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes

_SECOND = "second"  # class of a note of the second series, as `render.print.note_series` writes it
_BETWEEN = 8.0  # CSS pixels; less than stands between the text and its notes


def part_series(document: Any) -> None:
    """Set the notes of the second series below those of the first, on each page of a laid-out WeasyPrint document."""
    for number, page in enumerate(document.pages):
        for area in page._page_box.children:  # noqa: SLF001  # WeasyPrint shows its boxes nowhere else
            if isinstance(area, boxes.FootnoteAreaBox) and _part(area):
                document.pages[number] = Page(page._page_box)  # noqa: SLF001


def _part(area: Any) -> bool:
    """Part the notes of one page; return whether it has both series."""
    first = [note for note in area.children if not _is_second(note)]
    second = [note for note in area.children if _is_second(note)]
    if not first or not second:
        return False
    end = area.content_box_y() - _BETWEEN
    for note in first:
        note.translate(dy=end - note.position_y)
        end += note.margin_height()
    end += _BETWEEN
    for note in second:
        note.translate(dy=end - note.position_y)
        end += note.margin_height()
    area.children = [*first, *second]
    area.margin_top -= _BETWEEN
    area.height += _BETWEEN
    return True


def _is_second(note: Any) -> bool:
    return note.element is not None and _SECOND in note.element.get("class", "").split()
