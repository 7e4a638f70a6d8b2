"""Recognises captions of pictures by the credit they bear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 60
_CREDIT = re.compile(
    r"(?:\b(?:image|photo|photograph|picture|still|credit|bild|foto|crédit photo)s?\s*(?:credit\s*)?[:©]\s*\S"
    r"|\b(?:photo(?:graph)?|image|still|courtesy)(?:ed)? (?:by|courtesy|of|from)\b.{0,80}$"
    r"|\bis licensed under\b|\((?:official .{0,40}photo|photo|image|credit|courtesy)\b[^)]*\)|\bPublic Domain\.?$)",
    re.IGNORECASE,
)
_OWN_LINE = re.compile(
    r"(?:image|photo|photograph|picture|still|figure|fig\.|caption|bild|foto|abb\.)\s*\d*\s*[:.©]", re.IGNORECASE
)


def recognise_captions(sketch: Sketch) -> None:
    """Claim short blocks that end in a picture's credit, or begin with "Photo:"."""
    for _, draft in sketch.open():
        if draft.words > _LONGEST_WORDS:
            continue
        if _OWN_LINE.match(draft.text) or (_CREDIT.search(draft.text) and _is_caption_not_prose(draft.text)):
            draft.becomes(Kind.CAPTION, "a short line with the credit of a picture")


def _is_caption_not_prose(text: str) -> bool:
    """Whether the credit closes the block: prose that speaks of a photograph goes on after it."""
    last = max((match.start() for match in _CREDIT.finditer(text)), default=0)
    return len(text) - last <= 160 and text.count(". ") <= 1
