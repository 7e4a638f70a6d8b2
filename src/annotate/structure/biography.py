"""Recognises the author's biography at the end of a text by its heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_HEADING = lazy_pattern(
    r"about (?:the )?(?:author|writer|reviewer|critic|interviewer|contributor)s?\s*:?|(?:author"
    r"|contributor)(?:[’']s)? (?:bio(?:graphy)?|information)",
    re.IGNORECASE,
)


_RUN_IN = lazy_pattern(rf"(?:{_HEADING.pattern})\s*:\s", re.IGNORECASE)
_FROM_THE_END = 4  # blocks


def recognise_biography(sketch: Sketch) -> None:
    """Claim the heading "About the author" and what follows it."""
    drafts = sketch.drafts
    at = next((i for i, draft in enumerate(drafts) if draft.kind is None and _HEADING.fullmatch(draft.text)), None)
    if at is None:
        for draft in drafts[-_FROM_THE_END:]:
            if draft.kind is None and _RUN_IN.match(draft.text):
                draft.becomes(Kind.BIOGRAPHY, "begins with words that announce the author's biography", certainty=0.9)
        return
    drafts[at].becomes(Kind.BIOGRAPHY, "a heading that announces the author's biography", "head")
    for draft in drafts[at + 1 :]:
        if draft.kind is None:
            draft.becomes(Kind.BIOGRAPHY, "follows the heading of the author's biography")
