"""What lies on a page besides its text, through PDFium: pictures, links, readers' remarks, form fields.

Runs only in the process of `worker`. Areas are in the page's own coordinates (left, bottom, right, top).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.read.pdf.glyphs import Area

# Enough for a page of references; what lies beyond is an attack on our patience.
_MOST_ANNOTATIONS = 2_000
_MOST_OBJECTS = 100_000
_DEEPEST_FORM = 5
_SMALLEST_PICTURE = 24  # points; what is smaller is an ornament, a rule or an icon
_REMARKS = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_STAMP,
    }
)
_LONGEST = 20_000  # code points of a remark


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader wrote on a place of the page; `date` as the PDF has it."""

    area: Area
    words: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of a page (ISO 32000-1, 12.5): links by area, remarks, script links, form fields' values."""

    links: tuple[tuple[Area, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    scripts: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


def annotations_on(page: Any) -> Annotations:
    """Return the annotations of a page that bear words or addresses; links within the PDF are left out."""
    links: list[tuple[Area, str]] = []
    remarks: list[Remark] = []
    scripts: list[str] = []
    fields: list[tuple[str, str]] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_LINK:
            address = _address(page, annotation)
            if address.lower().lstrip("\x00 \t").startswith("javascript:"):
                scripts.append(address)
            elif address:
                links.extend((area, address) for area in _areas(annotation))
        elif kind == pdfium.FPDF_ANNOT_WIDGET and (value := _string(annotation, "V")):
            fields.append((_string(annotation, "T"), value))
        elif kind in _REMARKS and (words := _string(annotation, "Contents")):
            area = _areas(annotation)[0]
            remarks.append(Remark(area, words, _string(annotation, "T"), _string(annotation, "M")))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return Annotations(tuple(links), tuple(remarks), tuple(scripts), tuple(fields))


def pictures(page: Any) -> Iterator[tuple[Area, str]]:
    """Yield the area of each picture that is more than an ornament, with the description its tags give it."""
    descriptions = _descriptions(page)
    seen: set[Area] = set()
    for count, drawn in enumerate(page.get_objects(max_depth=_DEEPEST_FORM)):
        if count > _MOST_OBJECTS:
            return
        if drawn.type != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        area: Area = drawn.get_bounds()
        if min(area[2] - area[0], area[3] - area[1]) >= _SMALLEST_PICTURE and area not in seen:
            seen.add(area)
            yield area, descriptions.get(pdfium.FPDFPageObj_GetMarkedContentID(drawn.raw), "")


def _address(page: Any, annotation: Any) -> str:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip()[:_LONGEST]


def _areas(annotation: Any) -> list[Area]:
    """Return the areas an annotation covers: one a line where it says so, else its rectangle."""
    quads = pdfium.FS_QUADPOINTSF()
    areas: list[Area] = []
    for index in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 100)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, ctypes.byref(quads)):
            across = (quads.x1, quads.x2, quads.x3, quads.x4)
            up = (quads.y1, quads.y2, quads.y3, quads.y4)
            areas.append((min(across), min(up), max(across), max(up)))
    if areas:
        return areas
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle))
    return [
        (
            min(rectangle.left, rectangle.right),
            min(rectangle.bottom, rectangle.top),
            max(rectangle.left, rectangle.right),
            max(rectangle.bottom, rectangle.top),
        )
    ]


def _string(annotation: Any, key: str) -> str:
    name = key.encode()
    size = pdfium.FPDFAnnot_GetStringValue(annotation, name, None, 0)
    return _utf16(size, lambda buffer: pdfium.FPDFAnnot_GetStringValue(annotation, name, buffer, size))


def _utf16(size: int, fill: Any) -> str:
    """Return what PDFium writes as UTF-16LE, with a closing NUL, into a buffer of `size` bytes."""
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    fill(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")[:_LONGEST]


def _descriptions(page: Any) -> dict[int, str]:
    """Return the alternative descriptions of a tagged page by the marked content they describe (14.9.3)."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    found: dict[int, str] = {}
    roots = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
        for index in range(max(pdfium.FPDF_StructTree_CountChildren(tree), 0))
    ]
    waiting = [root for root in roots if root]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            break
        element = waiting.pop()
        words = _description(element)
        if words:
            count = max(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element), 0)
            contents = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, i) for i in range(count)]
            found.update((content, words) for content in contents if content >= 0)
        for index in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                waiting.append(child)
    pdfium.FPDF_StructTree_Close(tree)
    return found


def _description(element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")[:_LONGEST]
