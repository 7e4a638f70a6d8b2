"""The fonts of a book: what each part shows of them, put together, so that the book holds each font once.

WeasyPrint keeps the glyph numbers of a font when it leaves out the glyphs that are not shown. A part can therefore be
laid out without embedding fonts; the book embeds each with the glyphs of all parts. WeasyPrint has no hook for that, so
the function that embeds fonts is replaced in a process of one document.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
import weasyprint.pdf
from weasyprint.pdf.fonts import Font
from weasyprint.text.constants import PANGO_VARIANT
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from annotate.render.book.part import PartFont

if TYPE_CHECKING:
    from collections.abc import Iterable


def leave_fonts_out() -> Any:
    """Let WeasyPrint embed no fonts in this process, and return the dictionary of fonts its document will have."""
    dictionary = pydyf.Dictionary()
    weasyprint.pdf.build_fonts_dictionary = lambda *_: dictionary
    return dictionary


def add_fonts(document: Any, fonts: Iterable[PartFont]) -> None:
    """Let a WeasyPrint document embed the glyphs of other parts too. Raises LookupError for a font that is not here."""
    by_hash = {font.hash: font for font in document.fonts.values()}
    for needed in fonts:
        font = by_hash.get(needed.hash)
        if font is None:
            key, font = _loaded(document.font_config.font_map, needed)
            document.fonts[key] = by_hash[needed.hash] = font
        for glyph, words in needed.to_unicode.items():
            font.to_unicode.setdefault(glyph, words)
        for glyph, width in needed.widths.items():
            font.widths.setdefault(glyph, width)
        for code, glyph in needed.missing.items():
            font.missing.setdefault(code, glyph)


def shown_fonts(document: Any) -> tuple[PartFont, ...]:
    """Return the fonts of a WeasyPrint document that is painted, with what it shows of them."""
    return tuple(
        PartFont(
            font.hash,
            font.family,
            font.style,
            font.weight,
            ",".join(f"{axis}={value}" for axis, value in font.variations.items()),
            font.font_size,
            font.widths,
            font.to_unicode,
            font.missing,
        )
        for font in document.fonts.values()
    )


def _loaded(font_map: Any, needed: PartFont) -> tuple[int, Any]:
    """Return the font that Pango has under a part's description of it, and its key in a WeasyPrint document.

    WeasyPrint tells all of the description but the variant; its hash tells which one it is.
    """
    for variant in dict.fromkeys(PANGO_VARIANT.values()):
        key, font = _loaded_as(font_map, needed, variant)
        if font.hash == needed.hash:
            return key, font
    raise LookupError(f"the font {needed.family} is another one than when the part was laid out")


def _loaded_as(font_map: Any, needed: PartFont, variant: int) -> tuple[int, Any]:
    description = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    family = ffi.new("char[]", needed.family.encode())
    pango.pango_font_description_set_family(description, family)
    pango.pango_font_description_set_style(description, needed.style)
    pango.pango_font_description_set_weight(description, needed.weight)
    pango.pango_font_description_set_variant(description, variant)
    pango.pango_font_description_set_absolute_size(description, needed.size * TO_UNITS)
    if needed.variations:
        pango.pango_font_description_set_variations(description, ffi.new("char[]", needed.variations.encode()))
    context = ffi.gc(pango.pango_font_map_create_context(font_map), gobject.g_object_unref)
    loaded = ffi.gc(pango.pango_font_map_load_font(font_map, context, description), gobject.g_object_unref)
    key, own_description, size = get_pango_font_key(loaded)
    return key, Font(loaded, own_description, size)
