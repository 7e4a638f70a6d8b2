"""Recognises what closes an interview after its last answer: where the film is to be seen, who the author is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.draft import Kind
from annotate.structure.phrases import any_of

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

_FARTHEST = 4  # blocks from the end
_LONGEST_WORDS = 90
_RELEASE = re.compile(
    any_of(
        r"""
        \b(?:is|are|will be|opens?|opened|plays?|premieres?|screens?)\b.{0,40}\b(?:out|now|available|streaming|today)\b
        \b(?:is|are|will be|opens?|opened|plays?|premieres?|screens?)\b.{0,40}\bthis (?:week|friday|month)\b
        \b(?:is|are|opens?|opened|plays?)\b.{0,40}\bin (?:theat(?:er|re)s|cinemas|select|limited)\b
        \b(?:is|are|out|available)\b.{0,40}\bon (?:dvd|blu-?ray|demand|netflix|vod|itunes|general release)\b
        \bis released?\b|\bfor more (?:information|on)\b|\bvisit\b.{0,60}\b(?:www|https?|\.com|\.org|website)
        \bthis interview (?:was|has been|first|originally|took)\b|\b(?:edited|condensed) for\b|\bteaches\b|\bworks as\b
        \bis (?:a|an|the) (?:[\w\-]+ ){0,3}(?:writer|critic|editor|journalist|professor|historian|author|lecturer)\b
        """
    ),
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I'm|me|my|we|our|you)\b")
_OPENS_AS_NOTE = re.compile(r"[\[(*†]|(?:editor|author|interviewer|translator)[’']s note\b", re.IGNORECASE)


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
    if _OPENS_AS_NOTE.match(draft.text):
        return True
    return bool(_RELEASE.search(draft.text)) and not _FIRST_PERSON.search(draft.text)
