"""Recognises the side of an interview that has no labels: questions between labelled answers, or the reverse."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.structure.draft import Draft, Kind
from annotate.structure.interviewee import interviewee_named_in, interviewer_named_in
from annotate.structure.persons import INTERVIEWEE, INTERVIEWER
from annotate.structure.voice import asks, narration_score, question_score, speaks_of_itself

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_ASKS = 0.4  # of somebody's turns are questions, where it is somebody who asks
_ASKS_ONLY = 0.6
_FEWEST = 2
_INTRODUCED = 2  # blocks at least stand above the first answer: the introduction, and what may be the question
_NEARLY_ALL = 0.9  # of the questions
_SOMETIMES = 0.25  # of the labelled turns have a question without label before them


def recognise_unlabelled_side(sketch: Sketch) -> None:
    """Claim questions without label where all who have labels answer; answers without, where all who have ask."""
    drafts = sketch.drafts
    turns = [index for index, draft in enumerate(drafts) if draft.kind is Kind.TURN and draft.label]
    if not turns:
        return
    spoken = Counter(drafts[index].speaker for index in turns)
    asked = Counter(drafts[index].speaker for index in turns if asks(drafts[index].text))
    shares = [asked[name] / count for name, count in spoken.items()]
    if max(shares) < _ASKS and INTERVIEWER not in spoken:
        _claim_questions(sketch, turns)
    elif min(shares) >= _ASKS_ONLY:
        _claim_answers(sketch, turns)


def _claim_questions(sketch: Sketch, turns: list[int]) -> None:
    drafts = sketch.drafts
    before = [drafts[index - 1] for index in turns if index > 1 and _is_free(drafts[index - 1])]
    asking = sum(asks(draft.text) for draft in before)
    if asking < max(_FEWEST, _SOMETIMES * len(turns)):
        return
    interviewer = interviewer_named_in(_introduction(sketch, turns[0]), sketch.languages) or INTERVIEWER
    interrupting = _interrupting(drafts, turns) | _right_above(drafts, turns)
    for draft in before:
        if asks(draft.text):
            draft.speaker = interviewer
            draft.becomes(Kind.TURN, "asks, without a label, before a labelled answer")
        elif question_score(draft) > 0 or (draft.stressed and draft is not before[0]):
            draft.speaker = interviewer
            draft.becomes(Kind.TURN, "addresses who answers, without a label", "", 0.7)
        elif id(draft) in interrupting:
            draft.speaker = interviewer
            draft.becomes(Kind.TURN, "stands where questions stand, before a labelled answer", "", 0.8)
    _claim_first_remark(drafts, turns[0], before, interviewer)


def _claim_first_remark(drafts: list[Draft], first: int, before: list[Draft], interviewer: str) -> None:
    """Claim what somebody says of himself right above the first answer where questions stand above all the others."""
    if len(before) <= _FEWEST or first < _INTRODUCED or drafts[first - 1] is not before[0]:
        return
    remark = before[0]
    others = all(draft.kind is Kind.TURN for draft in before[1:])
    said = remark.kind is None and speaks_of_itself(remark) and narration_score(remark) < 0
    if others and said and drafts[first - 2].kind is None:
        remark.speaker = interviewer
        remark.becomes(Kind.TURN, "stands where questions stand, before the first answer", "", 0.65)


def _interrupting(drafts: list[Draft], turns: list[int]) -> set[int]:
    """Return the blocks (by `id`) before a label that names anew who spoke last: somebody has spoken in between."""
    again = (now for last, now in pairwise(turns) if drafts[last].speaker == drafts[now].speaker)
    return {id(drafts[now - 1]) for now in again}


def _right_above(drafts: list[Draft], turns: list[int]) -> set[int]:
    """Return the blocks below an empty line and right above a label, where nearly all questions stand so."""

    def stands_so(index: int) -> bool:
        above, block, below = drafts[index - 1 : index + 2]
        return above.line + 1 < block.line and block.line + 1 == below.line

    before = [index - 1 for index in turns if index > 1 and _is_free(drafts[index - 1])]
    questions = [index for index in before if asks(drafts[index].text)]
    if sum(stands_so(index) for index in questions) < _NEARLY_ALL * len(questions):
        return set()
    return {id(drafts[index]) for index in before if stands_so(index)}


def _claim_answers(sketch: Sketch, turns: list[int]) -> None:
    drafts = sketch.drafts
    interviewee = interviewee_named_in(_introduction(sketch, turns[0]), sketch.languages) or INTERVIEWEE
    for index in turns:
        following = drafts[index + 1 : index + 2]
        if following and following[0].kind is None:
            following[0].speaker = interviewee
            following[0].becomes(Kind.TURN, "follows a labelled question without a label", "", 0.9)


def _is_free(draft: Draft) -> bool:
    return draft.kind is None or (draft.kind is Kind.HEADING and asks(draft.text))


def _introduction(sketch: Sketch, end: int) -> str:
    return "\n".join(draft.text for draft in sketch.drafts[:end] if draft.kind is not Kind.BOILERPLATE)
