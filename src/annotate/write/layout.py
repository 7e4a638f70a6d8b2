"""Indenting XML where no text is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_INDENT = "  "


def lay_out(element: etree._Element, depth: int, *, deep: bool = False) -> None:
    """Put each child of an element at nesting `depth` on a line of its own; with `deep`, all below it too.

    Does nothing to an element that has text of its own.
    """
    if not len(element) or (element.text or "").strip():
        return
    element.text = "\n" + _INDENT * (depth + 1)
    for child in element:
        if deep:
            lay_out(child, depth + 1, deep=True)
        child.tail = "\n" + _INDENT * (depth + 1)
    element[-1].tail = "\n" + _INDENT * depth
