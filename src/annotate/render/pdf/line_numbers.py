"""Line numbers in the margin of a PDF, counted on the lines that were laid out, and the line of each call.

CSS cannot count lines. WeasyPrint's boxes tell where each line of the text came to stand; the numbers are drawn beside
them when the pages are done, as artifacts (ISO 32000-1, 14.8.2.2), so that nobody has them read aloud or copied.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from annotate.render.pdf.objects import referred

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.model.edition_choices import Restart

EVERY = 5
"""Every how many lines a number is printed."""
_POINTS = 0.75  # a CSS pixel in points
_ASIDE = 9.0  # points between the text and the numbers
_SIZE = 6.5  # points
_DIGIT = 0.5  # of its size, the width of a digit
_SAME_LINE = 3.0  # CSS pixels: cells of a table row stand on one line
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNCOUNTED = frozenset({"boilerplate", "side-note"})
_FONT = "LineNumbers"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its page (from 1), its number, its baseline and the end of its column (CSS pixels).

    Both are counted from the top left; the column ends on the `left` where its script runs so.
    """

    page: int
    number: int
    baseline: float
    edge: float
    left: bool = False


@dataclass(frozen=True, slots=True)
class NumberedLines:
    """The lines of a document, and by the id of an element in the text the line it begins on."""

    lines: tuple[Line, ...]
    of_elements: Mapping[str, Line]


def numbered_lines(document: Any, restart: Restart) -> NumberedLines:
    """Return the lines of the text of a WeasyPrint document, numbered from 1 by page, by section or throughout.

    The text is what stands in `main`, without its opening (`header`), headings, notes and margins. A section begins at
    each heading of the second rank.
    """
    lines: list[Line] = []
    of_elements: dict[str, Line] = {}
    empty: dict[str, Line] = {}
    number = 0
    for page_number, page in enumerate(document.pages, 1):
        if restart == "page":
            number = 0
        before: float | None = None
        for found in sorted(_found(page._page_box, inside=False), key=lambda item: item.baseline):  # noqa: SLF001
            if found.box is None:
                number = 0 if restart == "section" else number
                continue
            if before is None or found.baseline - before > _SAME_LINE:
                number += 1
                lines.append(Line(page_number, number, found.baseline, found.edge, found.left))
                before = found.baseline
            for part, name in _named(found.box):
                # An element that begins where a line is broken has an empty box on the line before.
                (of_elements if has_text(part) else empty).setdefault(name, lines[-1])
    return NumberedLines(tuple(lines), empty | of_elements)


def has_text(box: Any) -> bool:
    """Return whether a box says anything."""
    return any(isinstance(part, boxes.TextBox) and part.text.strip() for part in box.descendants())


def draw_numbers(pdf: Any, lines: NumberedLines, digits: bytes) -> None:
    """Draw each fifth number beside its line; `digits` is a TrueType font that has the ten digits."""
    shown: dict[int, list[Line]] = {}
    for line in lines.lines:
        if line.number % EVERY == 0:
            shown.setdefault(line.page, []).append(line)
    if not shown:
        return
    font = _font(pdf, digits)
    for page_number, reference in enumerate(pdf.page_references, 1):
        page = referred(pdf, reference)
        referred(pdf, referred(pdf, page["Resources"])["Font"])[_FONT] = font.reference
        stream = referred(pdf, page["Contents"]).stream
        for line in shown.get(page_number, ()):
            edge, baseline = line.edge * _POINTS, line.baseline * _POINTS
            start = edge - _ASIDE - len(str(line.number)) * _DIGIT * _SIZE if line.left else edge + _ASIDE
            # Within the page's own space, which WeasyPrint turned to have its origin at the top.
            stream.append(
                f"/Artifact <</Type /Layout>> BDC q BT /{_FONT} {_SIZE} Tf 0.33 g "
                f"1 0 0 -1 {start:.2f} {baseline:.2f} Tm ({line.number}) Tj ET Q EMC".encode()
            )


@dataclass(frozen=True, slots=True)
class _Found:
    """A line box with its baseline and the end of its column, as `Line` has it, or no box where a section begins."""

    box: Any
    baseline: float
    edge: float = 0.0
    left: bool = False


def _found(box: Any, *, inside: bool) -> Iterator[_Found]:
    if isinstance(box, AbsolutePlaceholder | boxes.MarginBox | boxes.FootnoteAreaBox):
        return
    tag = box.element_tag if box.element is not None else ""
    if tag == "header" or (tag == "div" and not _UNCOUNTED.isdisjoint(box.element.get("class", "").split())):
        return
    if inside and tag in _HEADINGS:
        if tag == "h2":
            yield _Found(None, box.position_y)
        return
    inside = inside or tag == "main"
    if inside and isinstance(box, boxes.LineBox):
        if has_text(box):
            yield _Found(box, box.position_y + box.baseline)
        return
    for child in getattr(box, "children", ()):
        for found in _found(child, inside=inside):
            if tag != "main":
                yield found
                continue
            left = box.style["direction"] == "rtl"
            yield _Found(found.box, found.baseline, box.content_box_x() + (0 if left else box.width), left)


def _named(line: Any) -> Iterator[tuple[Any, str]]:
    for part in line.descendants():
        # What is generated for an element, such as the call of a note, is not the element.
        if part.element is not None and "::" not in part.element_tag and (name := part.element.get("id")):
            yield part, name


def _font(pdf: Any, data: bytes) -> Any:
    """Add a simple TrueType font with the ten digits (ISO 32000-1, 9.6.3) and return it."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # only for pages with line numbers

    face = TTFont(BytesIO(data))
    scale = 1000 / face["head"].unitsPerEm
    glyphs = face.getBestCmap()
    widths = [round(face["hmtx"][glyphs[code]][0] * scale) for code in range(0x30, 0x3A)]
    head, metrics = face["head"], face["OS/2"]
    name = f"/LINENO+{face['name'].getDebugName(6)}"
    file = pydyf.Stream([data], pydyf.Dictionary({"Length1": len(data)}), compress=True)
    pdf.add_object(file)
    descriptor = pydyf.Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 32,
            "FontBBox": pydyf.Array([round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]),
            "ItalicAngle": 0,
            "Ascent": round(metrics.sTypoAscender * scale),
            "Descent": round(metrics.sTypoDescender * scale),
            "CapHeight": round(getattr(metrics, "sCapHeight", metrics.sTypoAscender) * scale),
            "StemV": 80,
            "FontFile2": file.reference,
        }
    )
    pdf.add_object(descriptor)
    font = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": name,
            "FirstChar": 0x30,
            "LastChar": 0x39,
            "Widths": pydyf.Array(widths),
            "FontDescriptor": descriptor.reference,
            "Encoding": "/WinAnsiEncoding",
        }
    )
    pdf.add_object(font)
    return font
