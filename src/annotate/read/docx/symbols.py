"""Signs that a Word file takes from a symbol font (ECMA-376, part 1, 17.3.3.30), as characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.read.docx.names import name
from annotate.read.office import rules

if TYPE_CHECKING:
    from lxml import etree

    from annotate.read.docx.reading import Reading

_FONT, _CHAR = name("w:font"), name("w:char")
_UNKNOWN = "\ufffd"
# Adobe's Symbol encoding and Microsoft's Wingdings, as far as people use them in prose.
_SYMBOL = {
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0x2D: "−",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xE2: "®",
    0xE3: "©",
    0xE4: "™",
}
_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = range(0xF000, 0xF100)


def symbol_in(element: etree._Element, reading: Reading) -> str:
    """Return the character of a `w:sym`, U+FFFD where it has none that is known; it is reported in either case."""
    font, code = element.get(_FONT, ""), element.get(_CHAR, "")
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        number, character = -1, _UNKNOWN
    if number in _PRIVATE or font.lower() in _FONTS:
        character = _FONTS.get(font.lower(), {}).get(number & 0xFF, _UNKNOWN)
    if not character.isprintable():  # controls, surrogates and private use, which XML or no font can hold
        character = _UNKNOWN
    reading.report.add(rules.SYMBOL, code=code or "without a code", font=font or "of no name", character=character)
    return character
