"""A font of the signs reviews are full of and our text families lack: stars, whole, hollow and half.

They are drawn here from the geometry of a regular five-pointed star, in 1,000 units to the em.
"""

from __future__ import annotations

from io import BytesIO
from math import cos, pi, sin
from typing import TypeAlias

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

Point: TypeAlias = tuple[int, int]

FAMILY = "Edition Signs"
_CENTRE, _RADIUS, _ADVANCE = (430, 330), 400, 860
_STROKE_RADIUS = 285  # the inner outline of a hollow star
_WAIST = 0.382  # inner to outer radius of the star whose edges run straight through: (3 - sqrt 5) / 2
_ASCENT, _DESCENT = 900, 250
# A space between two signs is set with them, from this font; as wide as in Source Serif.
_SPACE = 238


def signs_font() -> bytes:
    """Return a TrueType font with ★ (U+2605), ☆ (U+2606) and ⯨ (U+2BE8, left half black star)."""
    outer, inner = _star(_RADIUS), _star(_STROKE_RADIUS)
    outlines: dict[str, list[list[Point]]] = {
        ".notdef": [[(80, 0), (80, 660), (440, 660), (440, 0)]],
        "space": [],
        "blackstar": [outer],
        "whitestar": [outer, inner[::-1]],
        # The star's points are listed clockwise from the top, so the first half, top to bottom, is its right side.
        "lefthalfblackstar": [outer, [*inner[:5], (_CENTRE[0], inner[5][1])][::-1]],
    }
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(
        {0x20: "space", 0xA0: "space", 0x2605: "blackstar", 0x2606: "whitestar", 0x2BE8: "lefthalfblackstar"}
    )
    builder.setupGlyf({name: _glyph(contours) for name, contours in outlines.items()})
    builder.setupHorizontalMetrics(
        {name: (_ADVANCE, min(x for x, _ in drawn[0])) if drawn else (_SPACE, 0) for name, drawn in outlines.items()}
    )
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=-_DESCENT)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": FAMILY.replace(" ", "")})
    builder.setupOS2(sTypoAscender=_ASCENT, usWinAscent=_ASCENT, usWinDescent=_DESCENT)
    builder.setupPost()
    # No time of making, so that the bytes are the same each time.
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    out = BytesIO()
    builder.font.save(out)
    return out.getvalue()


def _star(radius: int) -> list[Point]:
    """Return the ten corners of a star, clockwise from the top, outer and inner in turn."""
    corners = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * _WAIST
        angle = pi / 2 - corner * pi / 5
        corners.append((_CENTRE[0] + round(reach * cos(angle)), _CENTRE[1] + round(reach * sin(angle))))
    return corners


def _glyph(contours: list[list[Point]]) -> object:
    pen = TTGlyphPen(None)
    for first, *others in contours:
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
