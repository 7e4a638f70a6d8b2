"""The structure of a tagged PDF as one hears it: what pages and columns cut is whole, notes wait for its end.

WeasyPrint makes structure elements of boxes, page by page: a paragraph that runs over to the next page is two of them
with the notes of the first page between, a list that runs over a column is two lists, and what has boxes only to be
styled has empty elements. One pass over the finished tree mends this; it is linear in its elements.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes

from annotate.render.pdf.objects import referred

if TYPE_CHECKING:
    from collections.abc import Callable

# Elements that arrange others and have no text of their own (ISO 32000-1, 14.8.4.2); notes may stand among their kids.
_ARRANGING = frozenset({"/Document", "/Part", "/Sect", "/Div", "/Art"})
# What has kids of certain kinds only, into which no other element may be taken apart.
_STRICT = frozenset({"/Table", "/THead", "/TBody", "/TFoot", "/TR", "/L", "/LI"})
# What stays although it is empty: the cells of a table are counted.
_KEPT = frozenset({"/Document", "/TR", "/TH", "/TD", "/Annot", "/Figure", "/Form"})


class Structure:
    """Remembers what the structure elements of one document were made of, and arranges them when all are there."""

    def __init__(self) -> None:
        self._origins: dict[bytes, tuple[Any, bool]] = {}
        self._note_areas: set[bytes] = set()
        self._firsts: dict[tuple[int, str], Any] = {}
        self._pdf: Any = None
        self._root: Any = None

    def remember(self, box: Any, element: Any) -> None:
        """Take note of the box that an element was made of."""
        if isinstance(box, boxes.FootnoteAreaBox):
            self._note_areas.add(element.reference)
        elif box.element is not None and isinstance(box, boxes.BlockLevelBox) and element["S"] != "/Link":
            self._origins[element.reference] = (box.element, isinstance(box.style, AnonymousStyle))

    def arrange(self, pdf: Any, drop: Callable[[Any], None]) -> None:
        """Put the structure of a document in order.

        `drop` takes an annotation away: a link has one for each of its lines, some without a letter in it.
        """
        self._pdf = pdf
        self._root = referred(pdf, referred(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
        kids = list(self._root["K"])
        self._root["K"] = pydyf.Array()
        for kid in kids:
            if kid in self._note_areas:
                self._end_page(referred(pdf, kid))
            else:
                self._place(kid, self._root)
        self._prune(self._root, drop)

    def _place(self, kid: Any, parent: Any) -> None:
        """Put a kid and all below it at the end of `parent`, or in the element of which it is a later piece."""
        element = referred(self._pdf, kid) if isinstance(kid, bytes) else {}
        name = element.get("S", "")
        origin, anonymous = self._origins.get(kid, (None, False)) if name else (None, False)
        if name in {"", "/Table"} or (origin is None and not element["K"]):
            self._append(kid, element, parent)
            return
        parents_origin, _ = self._origins.get(parent.reference, (None, False))
        first = None
        if anonymous:
            # A box that HTML has no element for is no paragraph within the paragraph.
            first = parent if origin is parents_origin and parent["S"] not in _STRICT else None
        elif origin is not None:
            first = self._firsts.setdefault((id(origin), name), element)
        kids = list(element["K"])
        element["K"] = pydyf.Array()
        if first is None or first is element:
            self._append(kid, element, parent)
            first = element
        else:
            element.clear()
        for one in kids:
            self._place(one, first)

    def _append(self, kid: Any, element: Any, parent: Any) -> None:
        parent["K"].append(kid)
        if "P" in element:
            element["P"] = parent.reference

    def _end_page(self, area: Any) -> None:
        """Put the notes of a page after the last block that begins on it, so that none is cut by them."""
        container = self._root
        while container["K"]:
            last = referred(self._pdf, container["K"][-1])
            if not isinstance(last, dict) or last.get("S") not in _ARRANGING:
                break
            container = last
        for note in area["K"]:
            self._place(note, container)
        area.clear()

    def _prune(self, element: Any, drop: Callable[[Any], None]) -> bool:
        """Take the elements out that hold nothing; return whether there is text, or what stands for it, in this one."""
        kept = pydyf.Array()
        full = "Alt" in element or "ActualText" in element
        for kid in element["K"]:
            below = referred(self._pdf, kid) if isinstance(kid, bytes) else None
            if below is None or "S" not in below:
                full = full or below is None
                kept.append(kid)
                continue
            has_text = self._prune(below, drop)
            full = full or has_text
            if has_text or below["S"] in _KEPT:
                kept.append(kid)
            else:
                self._clear(below, drop)
        element["K"] = kept
        return full

    def _clear(self, element: Any, drop: Callable[[Any], None]) -> None:
        for kid in element["K"]:
            content = referred(self._pdf, kid)
            if content.get("Type") == "/OBJR":
                annotation = referred(self._pdf, content["Obj"])
                self._forget(annotation["StructParent"])
                drop(annotation)
        element.clear()

    def _forget(self, number: int) -> None:
        """Take the owner of an annotation out of the parent tree, which has a key before each value, from 0."""
        tree = referred(self._pdf, referred(self._pdf, self._pdf.catalog["StructTreeRoot"])["ParentTree"])
        tree["Nums"][2 * number + 1] = b"null"
