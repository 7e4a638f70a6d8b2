"""Typefaces within the screen edition: as stylesheet rules that hold the characters the page needs."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from annotate.render.fonts import DISPLAY, SERIF, subset_woff2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.render.fonts import FontFace

# What the stylesheet and the script print themselves.
_OWN_CHARACTERS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("±×¶·\u2009–—“”‘’…↑↓")
_BOLD = re.compile(r"<(h[1-6]|th|dt|strong|b)\b(.*?)</\1>", re.DOTALL)
_BOLD_ITALIC = ("<strong><em>", "<em><strong>", "<b><i>", "<i><b>")


def font_rules(fonts: Sequence[FontFace], body: str, title: str) -> str:
    """Return `@font-face` rules that hold the characters of a page's `body`; the display cut only those of `title`."""
    rules: list[str] = []
    for face in fonts:
        characters = _OWN_CHARACTERS | frozenset(body)
        if face.family == DISPLAY:
            characters = frozenset(title)
        elif face.family == SERIF and face.weight > 400:
            characters = frozenset("".join(match[2] for match in _BOLD.finditer(body)))
        if _used(face, body):
            rules.append(_rule(face, characters))
    return "".join(rules)


def _used(face: FontFace, body: str) -> bool:
    """Return whether the stylesheet sets anything in a face; bold italics only where a note or the text has them."""
    bold, italic = face.weight > 400, face.style == "italic"
    if face.family == DISPLAY:
        return bold and not italic
    if bold and italic:
        return face.family == SERIF and any(tags in body for tags in _BOLD_ITALIC)
    return True


def _rule(face: FontFace, characters: frozenset[str]) -> str:
    data = base64.b64encode(subset_woff2(face, characters)).decode("ascii")
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f'font-display:swap;src:url("data:font/woff2;base64,{data}") format("woff2")}}\n'
    )
