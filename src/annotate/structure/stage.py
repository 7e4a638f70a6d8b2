"""Recognises what is noted in brackets between the words of an interview: [laughs], (pause)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure.draft import Kind
from annotate.structure.vocabulary.interviews import REMARK

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch


def recognise_stage_directions(sketch: Sketch) -> None:
    """Claim blocks that are nothing but a remark in brackets on how something was said, after a turn has begun."""
    begun = False
    remark = REMARK.of(sketch.languages)
    for draft in sketch.drafts:
        begun = begun or draft.kind is Kind.TURN
        if begun and draft.kind is None and remark.match(draft.text):
            draft.becomes(Kind.STAGE, "a remark in brackets on how something was said")
