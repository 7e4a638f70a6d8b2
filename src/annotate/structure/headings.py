"""Recognises headings in mid-text: short lines without a full stop, with prose after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.model.source import Form
from annotate.structure.draft import Draft, Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 14
_LONGEST = 100  # code points
_NUMBERED = re.compile(r"(?:chapter |part |section )?(?:[IVXLC]+|\d{1,2})[.):]?(?:\s+\S|$)", re.IGNORECASE)
_LIST_SIGN = re.compile(r"[-*•–—]\s|\(?[a-z0-9]{1,2}\)\s")
_BREAK = re.compile(r"[*•·~#_\-–—=\s⁂]+$")


def recognise_headings(sketch: Sketch) -> None:
    """Claim headings: of sections in mid-text, and of the text itself where it has no title."""
    drafts = sketch.drafts
    for index, draft in sketch.open():
        if draft.form is Form.PARAGRAPH and not draft.stressed:
            continue  # a format that knows headings says that it is none
        following = _next_text(drafts, index)
        if following is not None and _looks_like_heading(draft, following):
            draft.becomes(Kind.HEADING, "a short line without a full stop, with prose after it")


def is_break(text: str) -> bool:
    """Whether a line is nothing but a sign of division (***, ---)."""
    return bool(_BREAK.fullmatch(text))


def _looks_like_heading(draft: Draft, following: Draft) -> bool:
    text = draft.text
    if is_break(text) or draft.words > _LONGEST_WORDS or len(text) > _LONGEST or _LIST_SIGN.match(text):
        return False
    if text.endswith((".", ",", ";", ":", "…", "!", "。", "”", '"')) and not _NUMBERED.fullmatch(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or not text[0].isascii() or text[0] in "“\"'‘¿¡"):
        return False
    return following.kind is Kind.TURN or following.words >= max(15, 2 * draft.words) or following.kind is Kind.CAPTION


def _next_text(drafts: list[Draft], index: int) -> Draft | None:
    """Return the next block that is text; of two headings in a row, what follows the second counts for both."""
    for draft in drafts[index + 1 : index + 4]:
        if draft.kind in {None, Kind.TURN, Kind.CAPTION}:
            if draft.kind is None and draft.words <= _LONGEST_WORDS and not draft.ends_sentence:
                continue
            return draft
        if draft.kind is not Kind.BOILERPLATE:
            return None
    return None
