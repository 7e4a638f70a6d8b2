"""Recognises what is noted in brackets between the words of an interview: [laughs], (pause)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.draft import Kind
from annotate.structure.phrases import any_of

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_REMARK = any_of(
    r"""
    laugh(?:s|ing|ter)?\b|smiles?\b|(?:long )?pauses?\b|sighs?\b|applause\b|silence\b|crosstalk\b|inaudible\b
    rires?\b|rit\b|lacht\b|lachen\b|risas\b|ríe\b|risos\b|笑
    """
)
_DIRECTION = re.compile(rf"[\[(]{_REMARK}[^\])]{{0,40}}[\])]\.?$", re.IGNORECASE)


def recognise_stage_directions(sketch: Sketch) -> None:
    """Claim blocks that are nothing but a remark in brackets on how something was said, after a turn has begun."""
    begun = False
    for draft in sketch.drafts:
        begun = begun or draft.kind is Kind.TURN
        if begun and draft.kind is None and _DIRECTION.match(draft.text):
            draft.becomes(Kind.STAGE, "a remark in brackets on how something was said")
