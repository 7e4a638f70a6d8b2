"""Page numbers of a part that are printed when the book is bound: folios, and references to pages of other parts.

Where a chapter begins is known only when all before it are laid out, and changes with any of them. So that a chapter
need not be laid out again, its numbers are laid out as placeholders, whose glyphs and places on the line the binding
puts in. A folio is what a margin box prints of the counter of pages; a reference is an element with `data-bound`, the
name of a place. A reference is set right: it ends where its placeholder ends.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import create_layout

from annotate.render.book.part import Digits, PrintedNumber

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.render.book.part import Align

_SIGNS = "0123456789"
_LOOK = (*sorted(name for name in INITIAL_VALUES if name.startswith("font_")), "lang")
_HEXADECIMAL = re.compile(rb"<([0-9a-f]+)>")
_ALIGNED: dict[str, Align] = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}


@dataclass(slots=True)
class Numbers:
    """The numbers of a document, and the text boxes that hold their place, page by page."""

    printed: list[PrintedNumber] = field(default_factory=list)
    digits: list[Digits] = field(default_factory=list)
    held: list[dict[Any, int]] = field(default_factory=list)


def numbers_of(document: Any) -> Numbers:
    """Return the numbers of a WeasyPrint document that is laid out and not painted yet."""
    found = Numbers()
    drawn: dict[tuple[str, ...], int] = {}
    for page_number, page in enumerate(document.pages):
        held: dict[Any, int] = {}
        for placeholder in _placeholders(page._page_box):  # noqa: SLF001  # WeasyPrint has no other way to the boxes
            signs = "".join(dict.fromkeys(_SIGNS + placeholder.before + placeholder.after))
            key = (signs, *_look(placeholder.box))
            if key not in drawn:
                drawn[key] = len(found.digits)
                found.digits.append(_digits(document, placeholder.box, signs))
            held[placeholder.box] = len(found.printed)
            found.printed.append(placeholder.number(page_number, drawn[key]))
        found.held.append(held)
    return found


def leave_open(stream: list[Any], places: dict[int, int]) -> None:
    """Put marks in the place of numbers in the content of a page; `places` are the numbers by their marked content.

    Each stands between `/Span <</MCID 7>> BDC` and `EMC` with one font, one matrix and its glyphs; an inkless space
    before or after them (`line_ends`) gives way to it.
    """
    written: list[Any] = []
    number: int | None = None
    shown = False
    for item in stream:
        if isinstance(item, pydyf.Dictionary) and "MCID" in item:
            number, shown = places.get(item["MCID"]), False
        elif item == b"EMC":
            number = None
        elif number is not None and isinstance(item, bytes) and item.endswith(b" Tm"):
            scale, skew, lean, up, _, y, _ = item.split()
            item = b" ".join((scale, skew, lean, up, b"\0X%d\0" % number, y, b"Tm"))  # noqa: PLW2901
        elif number is not None and isinstance(item, bytes) and item.endswith(b" TJ"):
            if shown:
                continue
            item, shown = b"<\0G%d\0> Tj" % number, True  # noqa: PLW2901
        written.append(item)
    stream[:] = written


@dataclass(frozen=True, slots=True)
class _Placeholder:
    """A text box that holds the place of a number."""

    box: Any
    align: Align
    target: str = ""
    before: str = ""
    after: str = ""

    def number(self, page: int, digits: int) -> PrintedNumber:
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.align]
        x = self.box.position_x + self.box.width * share
        return PrintedNumber(page, digits, round(x, 3), self.align, self.target, self.before, self.after)


def _placeholders(page: Any) -> Iterator[_Placeholder]:
    for box in page.descendants(placeholders=True):
        if isinstance(box, boxes.MarginBox):
            yield from _folio(box)
        elif isinstance(box, boxes.TextBox) and (target := _bound(box)):
            yield _Placeholder(box, "right", target, after=box.element.get("data-after", ""))


def _bound(box: Any) -> str:
    """Return the name of the place whose page a text box is to print, "" for any other box."""
    if box.element is None or "::" in (box.element_tag or ""):  # a leader's dots, say
        return ""
    return str(box.element.get("data-bound", ""))


def _folio(margin: Any) -> Iterator[_Placeholder]:
    """Yield the folio in a margin box, if all it prints is the number of the page and plain words around it."""
    content = margin.style["content"]
    if not isinstance(content, tuple) or [item for item in content if item[0] not in {"string", "counter()"}]:
        return
    counters = [item for item in content if item[0] == "counter()"]
    if len(counters) != 1 or counters[0][1] != ("page", "decimal"):
        return
    where = content.index(counters[0])
    texts = [box for box in margin.descendants() if isinstance(box, boxes.TextBox)]
    if len(texts) == 1:
        align = _ALIGNED.get(margin.style["text_align_all"], "center")
        before, after = ("".join(item[1] for item in part) for part in (content[:where], content[where + 1 :]))
        yield _Placeholder(texts[0], align, before=before, after=after)


def _look(box: Any) -> tuple[str, ...]:
    """Return what decides which glyphs a text box shows."""
    return tuple(str(box.style[name]) for name in _LOOK)


def _digits(document: Any, box: Any, signs: str) -> Digits:
    """Return the glyphs of signs in the typeface of a text box, known to the document's fonts from now on."""
    glyphs: dict[str, tuple[int, int]] = {}
    font, size = "", 0.0
    for sign in signs:
        stream = Stream(
            document.fonts, (0, 0, 0, 0), pydyf.Dictionary({"ExtGState": pydyf.Dictionary()}), {}, None, {}, None
        )
        words = f"0{sign}0" if sign.isspace() else sign  # a space by itself is not drawn
        alone = box.copy_with_text(words)
        alone.position_x = alone.position_y = alone.baseline = 0
        alone.pango_layout = create_layout(words, box.style, None, None, 0)
        draw_text(stream, alone, 0, "clip", "none")
        chosen = next(item for item in stream.stream if item.endswith(b" Tf")).split()
        font, size = chosen[0].decode("ascii")[1:], float(chosen[1])
        shown = next(item for item in stream.stream if item.endswith(b" TJ"))
        glyph = int("".join(map(bytes.decode, _HEXADECIMAL.findall(shown)))[len(words) // 2 * 4 :][:4], 16)
        width = next(held.widths[glyph] for held in document.fonts.values() if held.hash == font)
        glyphs[sign] = (glyph, width)
    return Digits(font, size, glyphs)
