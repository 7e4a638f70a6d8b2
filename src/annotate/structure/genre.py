"""What a text is: review, interview or essay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.draft import Kind
from annotate.structure.phrases import any_of

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_REVIEW = re.compile(
    any_of(
        r"""
        \breview(?:ed)?\b|\bcritique\b|\brezension\b|\bkritik\b|\breseña\b|\bcrítica\b|影评
        \bdirected by\b|\brunning time\b|\bout of (?:five|four|ten) stars\b
        """
    ),
    re.IGNORECASE,
)


def recognise_genre(sketch: Sketch) -> None:
    """Set the genre: who has turns is an interview; credits, a rating or the word itself make a review."""
    kinds = {draft.kind for draft in sketch.drafts}
    if Kind.TURN in kinds:
        sketch.genre = "interview"
        return
    opening = " ".join(draft.text for draft in sketch.drafts[:12] if draft.words < 40)
    rated = Kind.RATING in kinds or Kind.CREDITS in kinds
    sketch.genre = "review" if rated or _REVIEW.search(opening) else "essay"
