"""What a text is: review, interview, essay, or a review with an interview in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind
from annotate.structure.vocabulary.genres import REVIEW

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_HALF = 0.5
_SEVERAL = 2
# The heading of a short review: with the certificate of the film or the critic's stars.
_MARKED = lazy_pattern(r"\((?:PG|PG-13|R|G|U|12A?|15|18|NR|NC-17|Not rated|Unrated)\)|\*{1,4}(?:\s?1/2|½)?$")


def recognise_genre(sketch: Sketch) -> None:
    """Set the genre: turns make an interview; credits, a rating or the word a review; both together are mixed."""
    kinds = {draft.kind for draft in sketch.drafts}
    opening = " ".join(draft.text for draft in sketch.drafts[:12] if draft.words < 40)
    rated = Kind.RATING in kinds or Kind.CREDITS in kinds
    if Kind.TURN in kinds:
        sketch.genre = "mixed" if rated and _prose_share(sketch) >= _HALF else "interview"
        return
    marked = sum(draft.kind is Kind.HEADING and bool(_MARKED.search(draft.text)) for draft in sketch.drafts)
    rated = rated or marked >= _SEVERAL
    sketch.genre = "review" if rated or REVIEW.of(sketch.languages).search(opening) else "essay"


def _prose_share(sketch: Sketch) -> float:
    """Return which part of the words stands in paragraphs that nobody speaks."""
    prose = sum(draft.words for draft in sketch.drafts if draft.kind is Kind.PARAGRAPH)
    spoken = sum(draft.words for draft in sketch.drafts if draft.kind is Kind.TURN)
    return prose / (prose + spoken)
