"""What the structure of a tagged PDF says, read back from the file: its elements in reading order, with their text."""

from __future__ import annotations

import ctypes
import io
from itertools import groupby
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.pdf_text import squeezed


class Box(NamedTuple):
    """A rectangle on a page, from 1, in points from its bottom left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Element(NamedTuple):
    """An element of the structure: its type (`P`, `Note`), its text without white space, and on each page its box.

    `runs` are the boxes of its runs of text, each on one line, in order.
    """

    kind: str
    text: str
    boxes: tuple[Box, ...]
    runs: tuple[Box, ...]


def elements(data: bytes, *kinds: str) -> list[Element]:
    """Return the elements of some kinds in reading order; an element within another of them is not given again."""
    marked = _marked(data)
    found: list[Element] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate((page.obj for page in pdf.pages), 1)}
        _walk(pdf.Root.StructTreeRoot, kinds, numbers, marked, found)
    return found


def _walk(element, kinds, numbers, marked, found) -> None:
    for kid in _kids(element):
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        kind = str(kid.S)[1:]
        if kind in kinds:
            contents = [marked[place] for place in _places(kid, numbers) if place in marked]
            text = squeezed("".join(content.text for content in contents))
            runs = tuple(content.box for content in contents)
            by_page = groupby(sorted(runs), key=lambda box: box.page)
            found.append(Element(kind, text, tuple(_around(list(boxes)) for _, boxes in by_page), runs))
        else:
            _walk(kid, kinds, numbers, marked, found)


def _around(boxes: list[Box]) -> Box:
    return Box(
        boxes[0].page,
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def _places(element, numbers):
    """Yield page and number of the marked contents of an element, in order."""
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield from _places(kid, numbers)
        else:
            yield numbers[element.Pg.objgen], int(kid)


def _kids(element):
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


class _Content(NamedTuple):
    text: str
    box: Box


def _marked(data: bytes) -> dict[tuple[int, int], _Content]:
    """Return the marked contents that have text, by page and number."""
    found: dict[tuple[int, int], _Content] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for at in range(text.count_chars()):
                mark = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text, at))
                sign = chr(pdfium.FPDFText_GetUnicode(text, at))
                if mark < 0 or not sign.strip():
                    continue
                before = found.get((number, mark))
                box = _box(text, at, number)
                found[number, mark] = _Content(
                    before.text + sign if before else sign, _around([before.box, box]) if before else box
                )
            text.close()
            page.close()
    finally:
        document.close()
    return found


def _box(text, at: int, page: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return Box(page, left.value, bottom.value, right.value, top.value)
