"""Recognises an interview printed as one list: each question an entry, what answers it the entries below it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from annotate.structure.draft import Draft, Kind
from annotate.structure.interviewee import interviewee_named_in, interviewer_named_in
from annotate.structure.persons import INTERVIEWEE, INTERVIEWER
from annotate.structure.voice import addresses, asks, speaks_of_itself

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_FEWEST = 3  # questions
_OFTEN = 0.5


def recognise_question_lists(sketch: Sketch) -> None:
    """Claim the entries of a list in which somebody is asked "you", and answers as "I", again and again."""
    if any(draft.kind is Kind.TURN for draft in sketch.drafts):
        return
    at = 0
    for (kind, group), run in groupby(sketch.drafts, key=lambda draft: (draft.kind, draft.group)):
        entries = list(run)
        if kind is Kind.ITEM and group and _is_interview(entries):
            before = [draft.text for draft in sketch.drafts[:at] if draft.kind is not Kind.BOILERPLATE]
            _claim(entries, "\n".join(before), sketch.languages)
        at += len(entries)


def _is_interview(entries: list[Draft]) -> bool:
    questions = [draft for draft in entries if asks(draft.text)]
    answers = [draft for draft in entries if not asks(draft.text)]
    if len(questions) < _FEWEST or len(answers) < len(questions) or entries[0] is not questions[0]:
        return False
    alternating = not any(asks(draft.text) and asks(below.text) for draft, below in pairwise(entries))
    addressed = sum(addresses(draft) for draft in questions)
    personal = sum(speaks_of_itself(draft) for draft in answers)
    return alternating and addressed >= _OFTEN * len(questions) and personal >= _OFTEN * len(answers)


def _claim(entries: list[Draft], before: str, languages: tuple[str, ...]) -> None:
    interviewer = interviewer_named_in(before, languages) or INTERVIEWER
    interviewee = interviewee_named_in(before, languages) or INTERVIEWEE
    answered = False
    for draft in entries:
        question = asks(draft.text)
        draft.speaker = interviewer if question else interviewee
        draft.continues = answered and not question
        answered = not question
        reason = "a question, in a list of questions and answers" if question else "an answer: follows a question"
        draft.becomes(Kind.TURN, reason, certainty=0.9)
