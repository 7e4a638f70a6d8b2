"""Font files: a static cut from a variable font, the characters it covers, and a subset for the web.

HarfBuzz makes the cuts: in hundredths of a second, where fontTools' instancer needs nine seconds for each roman of
Source Serif because of its kerning. fontTools only renames them and packs WOFF2.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import uharfbuzz  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WINDOWS_ENGLISH = (3, 1, 0x409)  # platform, encoding and language of OpenType's "name" records that all systems read
_REGULAR, _BOLD = 400, 700
# What the screen's style sheet switches on, old-style and lining figures, and what any text needs;
# the signs of features nobody asks for are a third of a font.
_FEATURES = ("kern", "liga", "ccmp", "locl", "mark", "mkmk", "onum", "lnum", "pnum", "tnum")
_SMALL_CAPITALS = "smcp"


def static_cut(variable: bytes, axes: Mapping[str, float], family: str, weight: int, *, italic: bool) -> bytes:
    """Return a TrueType font cut from a variable one at `axes`, named so that systems find it by family and weight.

    The same bytes come out each time. Raises ValueError for data that is no such variable font.
    """
    face = uharfbuzz.Face(uharfbuzz.Blob(variable))
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.drop_table_tag_set.update({_tag("STAT"), _tag("DSIG")})
    for tag, value in axes.items():
        if not wanted.pin_axis_location(face, tag, value):
            raise ValueError(f"the font has no axis {tag}")
    font = _open(_subset(face, wanted))
    _rename(font, family, weight, italic=italic)
    return _saved(font)


def coverage(data: bytes) -> frozenset[int]:
    """Return the code points a font, or the first of a collection, has signs for. Raises ValueError for no font."""
    return frozenset(_open(data).getBestCmap())


def subset_woff2(data: bytes, characters: Iterable[str], *, small_capitals: bool) -> bytes:
    """Return a WOFF2 font with the signs for `characters` and the OpenType features the screen edition uses.

    The same bytes come out each time. Raises ValueError for data that is no font.
    """
    face = uharfbuzz.Face(uharfbuzz.Blob(data))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update({ord(character) for character in characters})
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(_tag, (*_FEATURES, *([_SMALL_CAPITALS] if small_capitals else ()))))
    font = _open(_subset(face, wanted))
    font.flavor = "woff2"
    return _saved(font)


def subset_truetype(data: bytes, characters: Iterable[str]) -> bytes:
    """Return a TrueType font with the signs for `characters` and nothing else; the same bytes come out each time.

    Raises ValueError for data that is no font.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update({ord(character) for character in characters})
    wanted.layout_feature_tag_set.clear()
    return _subset(uharfbuzz.Face(uharfbuzz.Blob(data)), wanted)


def _tag(name: str) -> int:
    """Return an OpenType tag of four letters as the number HarfBuzz takes it for."""
    return int.from_bytes(name.encode("ascii"), "big")


def _subset(face: Any, wanted: Any) -> bytes:
    try:
        return bytes(uharfbuzz.subset(face, wanted).blob.data)
    except RuntimeError as error:
        raise ValueError("HarfBuzz cannot read the font") from error


def _open(data: bytes) -> Any:
    # Time stamps and boxes stay as the designers left them, so that the bytes do not depend on the day.
    try:
        return TTFont(BytesIO(data), fontNumber=0, recalcTimestamp=False, recalcBBoxes=False)
    except Exception as error:  # fontTools raises what it stumbles on
        raise ValueError("fontTools cannot read the font") from error


def _saved(font: Any) -> bytes:
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _rename(font: Any, family: str, weight: int, *, italic: bool) -> None:
    """Name the cut (OpenType, "name" table): families of four by the old rule, family and style by the new."""
    style = " ".join(filter(None, ({400: "", 600: "Semibold", 700: "Bold"}[weight], "Italic" if italic else "")))
    of_four = weight in {_REGULAR, _BOLD}
    names = font["name"]
    names.names = [record for record in names.names if record.platformID == 3 and record.nameID not in {16, 17, 25}]
    full = f"{family} {style or 'Regular'}"
    written = {
        1: family if of_four else f"{family} Semibold",
        2: (style or "Regular") if of_four else ("Italic" if italic else "Regular"),
        3: f"annotate;{full}",
        4: full,
        6: f"{family.replace(' ', '')}-{(style or 'Regular').replace(' ', '')}",
        16: family,
        17: style or "Regular",
    }
    for name_id, text in written.items():
        names.setName(text, name_id, *_WINDOWS_ENGLISH)
    metrics = font["OS/2"]
    metrics.usWeightClass = weight
    kept = metrics.fsSelection & ~(1 << 0 | 1 << 5 | 1 << 6)  # italic, bold, regular
    metrics.fsSelection = kept | (1 << 0 if italic else 0) | (1 << 6 if not italic and of_four else 0)
    font["head"].macStyle = 1 << 1 if italic else 0
