"""Recognises what is noted in brackets between the words of an interview: [laughs], (Music: a waltz)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind
from annotate.structure.vocabulary.interviews import REMARK

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_IN_BRACKETS = lazy_pattern(r"\([^()]+\)[.。]?|\[[^\[\]]+\][.。]?|（[^（）]+）[。]?|【[^【】]+】")
_LONGEST = 15  # words; who speaks for longer in brackets adds to what he said


def recognise_stage_directions(sketch: Sketch) -> None:
    """Claim blocks that are nothing but a remark in brackets, after a turn has begun: nobody says it."""
    begun = False
    remark = REMARK.of(sketch.languages)
    for draft in sketch.drafts:
        begun = begun or draft.kind is Kind.TURN
        if not begun or draft.kind is not None or draft.text[0] not in "([（【":
            continue
        if remark.match(draft.text):
            draft.becomes(Kind.STAGE, "a remark in brackets on how something was said")
        elif draft.words <= _LONGEST and _IN_BRACKETS.fullmatch(draft.text):
            draft.becomes(Kind.STAGE, "a short remark in brackets, on a line of its own", certainty=0.85)
