"""Recognises what closes an interview after its last answer: where the film is to be seen, who the author is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind
from annotate.structure.vocabulary.closings import CLOSES, FIRST_PERSON, NOTE
from annotate.structure.voice import asks

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

_FARTHEST = 4  # blocks from the end
_LONGEST_WORDS = 90
_LONGEST_LINE = 8  # words
_NOT_THE_TEXT = frozenset({Kind.BOILERPLATE, Kind.BIOGRAPHY, Kind.CAPTION, Kind.CREDITS, Kind.RATING, Kind.NOTE})
_OPENS_AS_NOTE = lazy_pattern(r"[*†]|[\[(].{20,}[\])]\.?$")


def recognise_closing(sketch: Sketch) -> None:
    """Claim, from the end backwards, short paragraphs in which nobody of the interview speaks."""
    _claim_verdict(sketch.drafts)
    texts = [draft for draft in sketch.drafts if draft.kind not in _NOT_THE_TEXT]
    while texts and texts[-1].kind is None and texts[-1].words <= _LONGEST_LINE and not texts[-1].ends_sentence:
        if _closes(texts[-1]):
            break
        texts.pop()  # a line below the closing that is no sentence
    for before, draft in reversed(list(pairwise(texts[-_FARTHEST - 1 :]))):
        answers = before.kind is None and asks(before.text)
        if draft.kind is not None or draft.label or answers or not _closes(draft):
            return
        draft.becomes(Kind.PARAGRAPH, "closes the text: tells where the film is to be seen or who wrote this")


def _claim_verdict(drafts: list[Draft]) -> None:
    """Claim what a reviewer says after the last turn: from the paragraph that names the film whose credits follow."""
    last = max((i for i, draft in enumerate(drafts) if draft.kind is Kind.TURN), default=len(drafts))
    after = drafts[last + 1 :]
    films = {draft.text.partition(" (")[0] for draft in after if draft.kind is Kind.CREDITS and " (" in draft.text}
    verdict = False
    for draft in after:
        if draft.kind in {Kind.CREDITS, Kind.RATING}:
            return
        verdict = verdict or any(draft.text.startswith(film) for film in films)
        if verdict and draft.kind is None:
            draft.becomes(Kind.PARAGRAPH, "speaks of the film after the last turn, above its credits", certainty=0.75)


def _closes(draft: Draft) -> bool:
    if draft.words > _LONGEST_WORDS:
        return False
    if _OPENS_AS_NOTE.match(draft.text) or NOTE.of(draft.languages).match(draft.text):
        return True
    closes, first_person = CLOSES.of(draft.languages), FIRST_PERSON.of(draft.languages)
    return bool(closes.search(draft.text)) and not first_person.search(draft.text)
