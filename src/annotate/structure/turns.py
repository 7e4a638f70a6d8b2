"""Recognises the further paragraphs of turns, and what stands between and after turns that nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Draft, Kind
from annotate.structure.timeline import times_given
from annotate.structure.voice import narration_score, speaks_of_itself

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_ADDRESS = lazy_pattern(r"(?:https?://|www\.)\S+")
_TOLD = 1.0  # narration score from which a paragraph after the last answer tells of who spoke
_TOLD_BETWEEN = 2.5  # and one between two turns
_LONGEST_CLOSING = 6  # blocks


def continue_turns(sketch: Sketch) -> None:
    """Claim unlabelled blocks after a turn as its further paragraphs; a heading or the closing ends a turn."""
    surnames = {draft.speaker.split()[-1] for draft in sketch.drafts if draft.kind is Kind.TURN and draft.speaker}
    _claim_closing(sketch, surnames)
    turn: Draft | None = None
    for draft in sketch.drafts:
        if draft.kind is Kind.TURN:
            turn = draft
        elif turn is not None and (draft.kind is None or (draft.kind is Kind.PARAGRAPH and not draft.text)):
            surname = turn.speaker.split()[-1] if turn.speaker else ""
            if _ADDRESS.fullmatch(draft.text):
                draft.becomes(Kind.PARAGRAPH, "an address in the web, which nobody says", certainty=0.9)
                turn = None
                continue
            if surname and surname in draft.text and narration_score(draft, surname) >= _TOLD_BETWEEN:
                draft.becomes(Kind.PARAGRAPH, "tells of who speaks, between two turns", "", 0.7)
                turn = None
                continue
            draft.becomes(Kind.TURN, "follows a turn without a label of its own")
            draft.speaker, draft.continues = turn.speaker, True
            draft.attributes = {**draft.attributes, **times_given(turn)}
        elif draft.kind in {Kind.HEADING, Kind.BIOGRAPHY, Kind.PARAGRAPH}:
            turn = None


def _claim_closing(sketch: Sketch, surnames: set[str]) -> None:
    """Claim the paragraphs after the last answer in which nobody of the interview speaks."""
    drafts = sketch.drafts
    turns = [index for index, draft in enumerate(drafts) if draft.kind is Kind.TURN]
    if not turns:
        return
    after = [draft for draft in drafts[turns[-1] + 1 :] if draft.kind is None]
    for number, draft in enumerate(after):
        closing = after[number:]
        told = len(closing) <= _LONGEST_CLOSING and _tells_of(draft, surnames) >= _TOLD
        if told and not any(speaks_of_itself(other) for other in closing):
            for other in closing:
                other.becomes(Kind.PARAGRAPH, "stands after the last answer and tells of who spoke", "", 0.75)
            return


def _tells_of(draft: Draft, surnames: set[str]) -> float:
    return max((narration_score(draft, surname) for surname in surnames), default=narration_score(draft))
