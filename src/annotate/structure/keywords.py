"""Recognises the author's own keywords: "Keywords: delay, montage"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 40
_ABOVE = 20  # blocks in which keywords stand above a text; below it, they are the topics of a site
_KEYWORDS = lazy_pattern(
    r"(?:key ?words(?: and phrases)?|mots[- ]clés|schlüsselwörter|palabras clave|palavras[- ]chave"
    r"|关键[词字]|關鍵[詞字])"
    r"\s*[:：—–-]\s*(?P<words>\S.*)$",
    re.IGNORECASE,
)
_PARTED = lazy_pattern(r"\s*[,;·|•，；、]\s*")


def recognise_keywords(sketch: Sketch) -> None:
    """Claim lines of keywords, and note them for the header."""
    above = min(_ABOVE, 2 * len(sketch.drafts) // 3)
    for index, draft in enumerate(sketch.drafts):
        if draft.kind is not None and not (draft.subtype == "topics" and index < above):
            continue
        match = _KEYWORDS.match(draft.text) if draft.words <= _LONGEST_WORDS else None
        if match is not None:
            draft.becomes(Kind.KEYWORDS, "gives the keywords of the text")
            sketch.keywords.extend(word for word in _PARTED.split(match["words"].rstrip(" .")) if word)
