"""The characters of a page through PDFium, gathered into fragments, turned upright.

Runs only in the process of `worker`. The functions of PDFium are called bare: there is one call or more for each
character of a book.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import pypdfium2.raw as pdfium

from annotate.lazy_pattern import lazy_pattern
from annotate.read.pdf.page import Box, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Area: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates

# In parts of the size: a wider gap may part columns; within a justified line words are nearer to each other.
_WIDEST_WORD_GAP = 0.8
_STEP_BACK = 0.5
_NEAR_BASELINE = 0.06
# Below this share of a right angle text is taken as upright: scans are seldom straight.
_DEGREES_OF_UPRIGHT = 10
_FARTHEST = 15_000  # points; the largest page has 14,400 (ISO 32000-1, Annex C)
_SMALLEST_SIZE = 0.5
_REPLACEMENT = "\ufffd"
# What PDFium gives for a hyphen at the end of a line, and a soft one, which is on the page only where it is visible.
_HYPHENS = (2, 0xAD)
_BOLD = lazy_pattern(r"bold|black|heavy|demi|medi(?!um)|(?<![A-Za-z])(?:CM|SF|EC)?BX", re.IGNORECASE)
_ITALIC = lazy_pattern(
    r"ital|obli|slant|kursiv|(?<=[a-z-])It$|(?<![A-Za-z])(?:CM|SF|EC)(?:TI|SL|BXTI|BXSL)", re.IGNORECASE
)
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18  # ISO 32000-1, table 123
_SUBSET = lazy_pattern(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class _Style:
    """How the characters of one text object are set; `angle` in degrees against the page's own coordinates."""

    font: int
    size: float
    bold: bool
    italic: bool
    angle: int


@dataclass(frozen=True, slots=True)
class _Glyph:
    character: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    style: _Style
    spaced: bool


class Upright:
    """Turns a page's own coordinates (from its lower left corner) so that text of an angle runs from left to right."""

    def __init__(self, bounds: Area, angle: int) -> None:
        self._cosine, self._sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        left, bottom, right, top = bounds
        corners = [self._turned(x, y) for x in (left, right) for y in (bottom, top)]
        self._left = min(x for x, _ in corners)
        self._top = max(y for _, y in corners)
        self.width = round(max(x for x, _ in corners) - self._left, 2)
        self.height = round(self._top - min(y for _, y in corners), 2)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return x * self._cosine + y * self._sine, y * self._cosine - x * self._sine

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return how far a point is from the left and from the top of the upright page."""
        turned_x, turned_y = self._turned(x, y)
        return _within(turned_x - self._left), _within(self._top - turned_y)

    def box(self, area: Area, *, words: str = "", author: str = "", date: str = "") -> Box:
        """Return an area of the page as it lies on the upright page."""
        corners = [self.point(x, y) for x in (area[0], area[2]) for y in (area[1], area[3])]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(across), min(down), max(across), max(down), words, author, date)


class Glyphs:
    """The characters of one page. After `fragments`, `upright` turns its areas and `unreadable` counts U+FFFD."""

    def __init__(self, page: Any, text: Any, links: Sequence[tuple[Area, str]]) -> None:
        self._text = text.raw
        self._count = text.count_chars()
        self._bounds: Area = page.get_cropbox(fallback_ok=True)
        self._links = links
        self._styles: dict[int, _Style] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self.unreadable = 0
        self.upright = Upright(self._bounds, 0)

    def fragments(self) -> Iterator[Fragment]:
        """Yield the text of the page in the order it was drawn."""
        glyphs = list(self._glyphs())
        angles = Counter(glyph.style.angle for glyph in glyphs)
        main = max(angles, key=lambda angle: (angles[angle], -angle)) if angles else 0
        turning = {angle: Upright(self._bounds, angle) for angle in angles}
        self.upright = turning.get(main, self.upright)
        start = 0
        for index, glyph in enumerate(glyphs):
            if index and self._parted(glyphs[index - 1], glyph):
                yield self._fragment(glyphs[start:index], turning, main)
                start = index
        if glyphs:
            yield self._fragment(glyphs[start:], turning, main)

    def _parted(self, before: _Glyph, after: _Glyph) -> bool:
        if before.style is not after.style and before.style != after.style:
            return True
        size = after.style.size
        radians = math.radians(after.style.angle)
        along_x, along_y = math.cos(radians), math.sin(radians)
        dx, dy = after.x - before.x, after.y - before.y
        if not (dx or dy):  # letters of one ligature
            return False
        if abs(dy * along_x - dx * along_y) > _NEAR_BASELINE * size:
            return True
        advance = dx * along_x + dy * along_y
        width = before.right - before.left if along_x > 0.5 else abs(before.top - before.bottom)
        if not -_STEP_BACK * size <= advance - width <= _WIDEST_WORD_GAP * size:
            # Right to left, the next character stands before this one.
            own = after.right - after.left
            return not (along_x > 0.5 and -_WIDEST_WORD_GAP * size <= -advance - own <= _STEP_BACK * size)
        return bool(self._links) and self._link(before) != self._link(after)

    def _fragment(self, glyphs: Sequence[_Glyph], turning: dict[int, Upright], main: int) -> Fragment:
        first, style = glyphs[0], glyphs[0].style
        upright = turning[style.angle]
        baseline = upright.point(first.x, first.y)[1]
        boxes = [upright.box((g.left, g.bottom, g.right, g.top)) for g in (first, glyphs[-1])]
        characters = "".join(f" {g.character}" if g.spaced and i else g.character for i, g in enumerate(glyphs))
        return Fragment(
            characters,
            min(box.left for box in boxes),
            max(box.right for box in boxes),
            baseline,
            style.size,
            style.bold,
            style.italic,
            first.spaced,
            (style.angle - main) % 360,
            self._link(first) if self._links else "",
        )

    def _link(self, glyph: _Glyph) -> str:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        return next(
            (address for (left, low, right, top), address in self._links if left <= x <= right and low <= y <= top), ""
        )

    def _glyphs(self) -> Iterator[_Glyph]:
        text = self._text
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        box_to, x_to, y_to = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        spaced = True
        for index, character in self._characters():
            if character.isspace() and character != "\u00a0":
                spaced = True
                continue
            style = self._style(index)
            pdfium.FPDFText_GetLooseCharBox(text, index, box_to)
            pdfium.FPDFText_GetCharOrigin(text, index, x_to, y_to)
            yield _Glyph(character, box.left, box.bottom, box.right, box.top, x.value, y.value, style, spaced)
            spaced = False

    def _characters(self) -> Iterator[tuple[int, str]]:
        """Yield the index and value of each character; what PDFium adds between lines comes as a space."""
        text, high = self._text, 0
        for index in range(self._count):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in _HYPHENS:
                yield index, "-"
            elif 0xD800 <= code < 0xDC00:
                high = code
                continue
            elif 0xDC00 <= code < 0xE000 and high:
                yield index, chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
            elif pdfium.FPDFText_IsGenerated(text, index) == 1:
                yield index, " "
            elif self._has_no_value(code, index):
                self.unreadable += 1
                yield index, _REPLACEMENT
            else:
                yield index, chr(code)
            high = 0

    def _has_no_value(self, code: int, index: int) -> bool:
        if code < 32:
            return code not in {9, 10, 11, 12, 13}
        if 0xD800 <= code < 0xE000 or code in {0xFFFE, 0xFFFF} or code > 0x10FFFF:
            return True
        return code > 126 and pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1

    def _style(self, index: int) -> _Style:
        drawn = pdfium.FPDFText_GetTextObject(self._text, index)
        key = ctypes.addressof(drawn.contents) if drawn else 0
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._new_style(index, drawn)
        return style

    def _new_style(self, index: int, drawn: Any) -> _Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, index, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(self._text, index)
        scale = math.hypot(matrix.c, matrix.d)
        slopes = math.isfinite(matrix.a) and math.isfinite(matrix.b) and (matrix.a or matrix.b)
        degrees = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360 if slopes else 0
        quarter = round(degrees / 90) * 90
        angle = quarter % 360 if abs(degrees - quarter) <= _DEGREES_OF_UPRIGHT else degrees
        font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._fonts:
            self._fonts[key] = _weight_and_slope(font)
        bold, italic = self._fonts[key]
        outlined = bool(drawn) and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return _Style(key, max(abs(_within(size * scale)), _SMALLEST_SIZE), bold or outlined, italic, angle)


def _within(length: float) -> float:
    """Return a length to a hundredth of a point, kept to where pages can be; what is no number is 0."""
    return round(min(max(length, -_FARTHEST), _FARTHEST), 2) if math.isfinite(length) else 0.0


def _weight_and_slope(font: Any) -> tuple[bool, bool]:
    """Whether a font is bold and whether it is italic: by its name, which is right more often than its numbers."""
    if not font:
        return False, False
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    bold = bool(_BOLD.search(name)) or bool(flags & _FLAG_FORCE_BOLD)
    return bold, bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC)
