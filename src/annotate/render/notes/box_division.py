"""Dividing a laid-out block between two of its lines, as a note that is longer than its column needs."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes


def divided(box: Any, room: float) -> tuple[Any, Any]:
    """Return the part of a WeasyPrint block that is at most `room` high (CSS pixels), and the rest below it.

    Either is None where it would hold no line. Both keep their places on the page and nothing is laid out again.
    """
    return _cut(box, box.position_y + room)


def _cut(box: Any, limit: float) -> tuple[Any, Any]:
    if isinstance(box, boxes.LineBox) or not getattr(box, "children", ()):
        return (box, None) if _end(box) <= limit else (None, box)
    kept: list[Any] = []
    moved: list[Any] = []
    for child in box.children:
        first, rest = (None, child) if moved else _cut(child, limit)
        kept += [first] if first is not None else []
        moved += [rest] if rest is not None else []
    if not moved or not kept:
        return (None, box) if moved else (box, None)
    upper, lower = box.copy_with_children(kept), box.copy_with_children(moved)
    upper.height = _end(kept[-1]) - upper.content_box_y()
    upper.padding_bottom = upper.margin_bottom = upper.border_bottom_width = 0
    lower.margin_top = lower.padding_top = lower.border_top_width = 0
    lower.position_y = moved[0].position_y
    lower.height = _end(moved[-1]) - lower.position_y
    return upper, lower


def _end(box: Any) -> float:
    height = box.height if isinstance(box, boxes.LineBox) else box.margin_height()
    return float(box.position_y + height)
