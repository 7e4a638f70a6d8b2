"""Recognises what closes an interview after its last answer: where the film is to be seen, who the author is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.draft import Kind
from annotate.structure.vocabulary.closings import CLOSES, FIRST_PERSON, NOTE

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

_FARTHEST = 4  # blocks from the end
_LONGEST_WORDS = 90
_OPENS_AS_NOTE = re.compile(r"[\[(*†]")


def recognise_closing(sketch: Sketch) -> None:
    """Claim, from the end backwards, short paragraphs in which nobody of the interview speaks."""
    texts = [draft for draft in sketch.drafts if draft.kind not in {Kind.BOILERPLATE, Kind.BIOGRAPHY, Kind.CAPTION}]
    for draft in reversed(texts[-_FARTHEST:]):
        if draft.kind is not None or draft.label or not _closes(draft):
            return
        draft.becomes(Kind.PARAGRAPH, "closes the text: tells where the film is to be seen or who wrote this")


def _closes(draft: Draft) -> bool:
    if draft.words > _LONGEST_WORDS:
        return False
    if _OPENS_AS_NOTE.match(draft.text) or NOTE.of(draft.languages).match(draft.text):
        return True
    closes, first_person = CLOSES.of(draft.languages), FIRST_PERSON.of(draft.languages)
    return bool(closes.search(draft.text)) and not first_person.search(draft.text)
