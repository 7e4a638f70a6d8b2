"""Recognises captions of pictures by the credit they bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure.draft import Kind
from annotate.structure.vocabulary.captions import BEGINS, CREDIT, ENDS

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 60
_LONGEST_CREDIT = 160  # code points


def recognise_captions(sketch: Sketch) -> None:
    """Claim short blocks that end in a picture's credit, or begin with "Photo:"."""
    begins, credit, ends = (phrases.of(sketch.languages) for phrases in (BEGINS, CREDIT, ENDS))
    for _, draft in sketch.open():
        if draft.words > _LONGEST_WORDS:
            continue
        found = credit.search(draft.text) or ends.search(draft.text)
        if begins.match(draft.text) or (found and _is_caption_not_prose(draft.text, found.start())):
            draft.becomes(Kind.CAPTION, "a short line with the credit of a picture")


def _is_caption_not_prose(text: str, credit: int) -> bool:
    """Whether the credit, at an offset, closes the block: prose that speaks of a photograph goes on after it."""
    return len(text) - credit <= _LONGEST_CREDIT and text.count(". ") + text.count("。") <= 1
