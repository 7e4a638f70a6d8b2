"""Whether a line can be the headline of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import is_byline
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Draft

_TITLE_WORDS = 28
_SENTENCE_TITLE = 15  # words of a headline that ends in a full stop
_LETTER = lazy_pattern(r"[^\W\d_]")


def may_be_title(draft: Draft, *beside: Draft) -> bool:
    """Whether an unclaimed line can be the headline; `beside` are those next to it, which may introduce a sentence."""
    if draft.kind is not None or draft.words > _TITLE_WORDS or draft.label or not _LETTER.search(draft.text):
        return False
    # A sentence of its own, before prose, is a paragraph; a headline has no full stop at its end.
    if not draft.text.endswith((".", ":", ",", ";", "。")) or draft.text.endswith(("...", "Jr.", "Sr.")):
        return True
    if draft.text.endswith(":") and any(_goes_on(draft, other) for other in beside):
        return True
    introduced = any(other.kind is Kind.DATE or is_byline(other.text) for other in beside)
    return introduced and draft.text.endswith(".") and draft.words <= _SENTENCE_TITLE


def _goes_on(title: Draft, below: Draft) -> bool:
    """Whether the line right below is the second half of a title that ends in a colon."""
    tight = below.line == title.line + 1 and below.form is title.form
    return tight and below.kind is None and below.words <= _SENTENCE_TITLE and not below.ends_sentence
