"""Footnotes laid out once: WeasyPrint 70 lays out all notes of a page anew for each note that comes to it.

The foot of a page is a block whose children are the notes. As a line of text brings a note, only that note is laid
out, below those that stand already, by the very calls WeasyPrint makes for a block's children; the boxes are kept for
the page. So the pages are the same to the byte. Notes of a shape this does not cover (floats, notes within notes,
positions of their own) are left to WeasyPrint.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from weasyprint import layout
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import block, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotate.render.pdf.quick import Replacement

_AREA_STYLE = {
    "position": "static", "float": "none", "column_count": "auto", "column_width": "auto", "overflow": "visible",
    "continue": "auto", "max_lines": "none", "box_decoration_break": "slice", "clear": "none",
}  # fmt: skip
_NOTE_STYLE = {"position": "static", "float": "none", "clear": "none"}
_BREAKS = frozenset(("auto", "avoid", "avoid-page", "avoid-column"))


def replacements() -> list[Replacement]:
    """Return what is to stand in the place of what in WeasyPrint, for `pdf.quick`."""
    update = layout.LayoutContext._update_footnote_area  # noqa: SLF001  # has no hook
    original = page.block_level_layout

    def block_level_layout(context: Any, box: Any, *arguments: Any, **options: Any) -> Any:
        """Lay out a block of a page as WeasyPrint does, but for a foot that is laid out already."""
        if isinstance(box, NoteArea) and box.stack is not None and box.stack.notes:
            options["absolute_boxes"].extend(box.stack.positioned)
            return box.stack.closed(), None, None, [], False, None
        return original(context, box, *arguments, **options)

    return [
        (boxes, "FootnoteAreaBox", NoteArea),
        (layout.LayoutContext, "_update_footnote_area", lambda context: _update(context, update)),
        (page, "block_level_layout", block_level_layout),
    ]


class NoteArea(boxes.FootnoteAreaBox):  # type: ignore[misc]  # a class without types
    """The foot of one page.

    Attributes:
        stack: the notes that stand in it; None where WeasyPrint itself is to lay them out.
    """

    stack: NoteStack | None = None

    def __init__(self, page_box: Any, style: Any) -> None:
        super().__init__(page_box, style)
        if all(style[name] == value for name, value in _AREA_STYLE.items()):
            self.stack = NoteStack(self)

    def deepcopy(self) -> Any:
        """Return a copy to be laid out; without the notes where they are laid out already."""
        if self.stack is None or not self.stack.notes:
            return super().deepcopy()
        copy = self.copy()
        copy.children = []
        return copy


@dataclass(frozen=True, slots=True)
class _Placed:
    """How far the foot is filled once a note stands in it: what WeasyPrint knows between two children of a block."""

    note: Any
    bottom: float
    margins: tuple[float, ...]
    positioned: int


class NoteStack:
    """The notes of a page's foot, each laid out when it comes.

    Attributes:
        positioned: placeholders of what the notes position absolutely.
    """

    def __init__(self, area: Any) -> None:
        self._area = area
        self._placed: list[_Placed] = []
        self._children: list[Any] = []
        self._block: Any = None
        self._first_margins: list[float] = []
        self.positioned: list[Any] = []

    @property
    def notes(self) -> list[Any]:
        """The notes as the text calls them, in order."""
        return [placed.note for placed in self._placed]

    def set_to(self, context: Any, notes: list[Any]) -> bool:
        """Make these the notes; return whether that was possible. Notes that stand already are not laid out again."""
        kept = 0
        for placed, note in zip(self._placed, notes, strict=False):
            if placed.note is not note:
                break
            kept += 1
        self._take_away(kept)
        return all(self._add(context, note) for note in notes[kept:])

    def closed(self) -> Any:
        """Return the laid-out foot, as the end of WeasyPrint's `block_container_layout` leaves a block."""
        bottom, margins = self._placed[-1].bottom, list(self._placed[-1].margins)
        foot = self._block.copy_with_children(self._children[:])
        if foot.top_margin_collapses():
            foot.position_y += block.collapse_margin(self._first_margins) - foot.margin_top
        if foot.height != "auto":
            margins = []
        if not foot.bottom_margin_collapses():
            bottom += block.collapse_margin(margins)
        if foot.height == "auto":
            foot.height = max(0, bottom - foot.content_box_y())
        foot.height = max(min(foot.height, foot.max_height), foot.min_height)
        return foot

    def _take_away(self, kept: int) -> None:
        """Take away all notes but the first so many."""
        del self._placed[kept:]
        del self._children[kept:]
        del self.positioned[self._placed[-1].positioned if kept else 0 :]
        if not kept:
            self._block = None

    def _open(self) -> tuple[float, list[float]]:
        """Begin the foot, as `block_level_layout` and `block_container_layout` begin a block."""
        foot = self._block = self._area.copy()
        block.resolve_percentages(foot, foot.page)
        foot.margin_top = 0 if foot.margin_top == "auto" else foot.margin_top
        foot.margin_bottom = 0 if foot.margin_bottom == "auto" else foot.margin_bottom
        foot.clearance = None
        block.block_level_width(foot, foot.page)
        self._first_margins = [foot.margin_top]
        if foot.top_margin_collapses():
            return foot.position_y, self._first_margins
        foot.position_y += block.collapse_margin(self._first_margins) - foot.margin_top
        return foot.content_box_y(), []

    def _add(self, context: Any, note: Any) -> bool:
        """Lay out a note below the last one; return whether it is of a shape that can be laid out by itself."""
        if not _stands_alone(note):
            return False
        if self._placed:
            bottom, margins = self._placed[-1].bottom, list(self._placed[-1].margins)
            if not _may_follow(self._placed[-1].note, note):
                return False
        else:
            bottom, margins = self._open()
        child = build.create_anonymous_boxes(note.deepcopy())
        child.position_x, child.position_y = self._block.content_box_x(), bottom
        children = self._children[:]
        abort, stop, _, bottom, margins, _, children, _ = block._in_flow_layout(  # noqa: SLF001  # as for any child
            context, self._block, len(self._placed), child, children, True, self.positioned, self.positioned, margins,
            -inf, bottom, None, None, None, False, {"break": "any", "page": None}, None,
        )  # fmt: skip
        if abort or stop:
            return False
        self._children = children
        self._placed.append(_Placed(note, bottom, tuple(margins), len(self.positioned)))
        return True


def _update(context: Any, original: Callable[[Any], bool]) -> bool:
    """Bring the foot and the end of the page's text up to date; return whether the notes overflow the foot."""
    area = context.current_footnote_area
    notes = context.current_page_footnotes
    if area.stack is not None and notes and not area.stack.set_to(context, notes):
        area.stack = None
    if area.stack is None or not notes:
        if area.stack is not None:
            area.stack.set_to(context, notes)
        return original(context)
    area.children = notes
    foot = area.stack.closed()
    if not context.in_column:
        if area.height != "auto":
            context.page_bottom += area.margin_height()
        context.page_bottom -= foot.margin_height()
    area.height = foot.height
    last = foot.children[-1]
    last_bottom = last.position_y + last.margin_height() - last.margin_bottom
    return bool(last_bottom > foot.position_y + foot.margin_height() - foot.margin_bottom)


def _stands_alone(note: Any) -> bool:
    """Return whether laying out a note changes nothing but the note, and needs nothing but what stands above it."""
    return (
        isinstance(note, boxes.BlockBox)
        and all(note.style[name] == value for name, value in _NOTE_STYLE.items())
        and not any(
            part.footnote is not None or part.is_floated() or part.is_running() or part.is_note()
            for part in note.descendants()
        )
    )


def _may_follow(before: Any, note: Any) -> bool:
    """Return whether no page break and no change of pages is asked for between two notes."""
    broken = block.block_level_page_break(before, note) not in _BREAKS
    return not broken and block.block_level_page_name(before, note) is None
