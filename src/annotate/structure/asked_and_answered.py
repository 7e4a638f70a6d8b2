"""Whether blocks read as questions and answers are an interview: enough is asked of somebody who answers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.structure.sequence import Part
from annotate.structure.typesetting import Setting
from annotate.structure.voice import addresses, announces, asks, asks_first, prompts, speaks_of_itself

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.structure.draft import Draft

_FEWEST_QUESTIONS = 3
_FEWEST_WITHOUT_CUE = 5
_FEWEST_WITHOUT_YOU = 4
_WITHOUT_PRONOUN = frozenset({("es",), ("pt",), ("zh",)})  # languages that leave "you" to the verb, or out
_OFTEN = 0.5
_MOSTLY = 0.7
_SOMETIMES = 0.3


def alternates(parts: Sequence[Part]) -> bool:
    """Whether most questions are followed by an answer."""
    pairs = list(pairwise(parts))
    questions = sum(first is Part.QUESTION for first, _ in pairs)
    answered = sum(first is Part.QUESTION and second is Part.ANSWER for first, second in pairs)
    return questions > 0 and answered >= 0.75 * questions


def is_spoken(free: Sequence[Draft], parts: Sequence[Part], opening: str, setting: Setting) -> bool:
    """Whether somebody is asked and somebody answers, so that headings which ask are no interview."""
    questions = [d for d, part in zip(free, parts, strict=True) if part is Part.QUESTION]
    answers = [d for d, part in zip(free, parts, strict=True) if part is Part.ANSWER]
    before = "\n".join([opening, *(d.text for d, part in zip(free, parts, strict=True) if part is Part.BEFORE)])
    addressed = sum(addresses(draft) for draft in questions) / len(questions)
    personal = sum(speaks_of_itself(draft) for draft in answers) / max(len(answers), 1)
    cued = announces(before, free[0].languages)
    if setting in {Setting.DASHED, Setting.ANGLED}:
        return cued or addressed >= _SOMETIMES or personal >= _SOMETIMES
    if cued and free[0].languages in _WITHOUT_PRONOUN:
        return addressed > 0 or personal > 0
    if cued:
        return addressed >= _SOMETIMES / 2 or personal >= _SOMETIMES
    return addressed >= _SOMETIMES and max(addressed - 0.2, personal) >= _SOMETIMES


def is_interview(free: Sequence[Draft], parts: Sequence[Part], opening: str) -> bool:
    """Whether enough questions are asked of somebody, and answered by somebody who speaks of himself."""
    questions = [d for d, part in zip(free, parts, strict=True) if part is Part.QUESTION]
    answers = [d for d, part in zip(free, parts, strict=True) if part is Part.ANSWER]
    if not questions or not answers:
        return False
    before = "\n".join([opening, *(d.text for d, part in zip(free, parts, strict=True) if part is Part.BEFORE)])
    asked = sum(asks(d.text) for d in questions)
    invited = sum(asks(d.text) or asks_first(d) or prompts(d) for d in questions)
    addressed = sum(addresses(d) or prompts(d) for d in questions)
    personal = sum(speaks_of_itself(d) for d in answers)
    unsaid = _leave_you_to_the_verb(questions, answers)
    cued = unsaid or announces(before, free[0].languages) or _is_nothing_else(free, parts)
    needed = _FEWEST_QUESTIONS if cued else _FEWEST_WITHOUT_CUE
    if cued and _is_brief(questions, answers):
        return True
    sure = cued and invited >= _MOSTLY * len(questions) and 2 * len(answers) <= 3 * len(questions)
    return (
        asked >= min(2, needed)
        and invited >= needed
        and invited >= _OFTEN * len(questions)
        and addressed
        >= (
            0
            if sure and (unsaid or _may_leave_you_out(questions, answers))
            else 1
            if sure
            else max(2, _OFTEN * len(questions))
        )
        and personal >= (1 if sure else _SOMETIMES * len(answers))
    )


def _may_leave_you_out(questions: Sequence[Draft], answers: Sequence[Draft]) -> bool:
    """Whether a language can do without "you", and enough is asked that nobody asks back."""
    enough = len(questions) >= _FEWEST_WITHOUT_YOU and not any(asks(draft.text) for draft in answers)
    return enough and questions[0].languages in _WITHOUT_PRONOUN


def _leave_you_to_the_verb(questions: Sequence[Draft], answers: Sequence[Draft]) -> bool:
    """Whether somebody is asked in a language that can do without "you": all ask, nobody asks back, most say "I"."""
    return (
        questions[0].languages in _WITHOUT_PRONOUN
        and len(questions) >= _FEWEST_WITHOUT_YOU
        and sum(asks(draft.text) for draft in questions) >= _MOSTLY * len(questions)
        and not any(asks(draft.text) for draft in answers)
        and 2 * len(answers) <= 3 * len(questions)
        and sum(speaks_of_itself(draft) for draft in answers) >= _MOSTLY * len(answers)
    )


def _is_brief(questions: Sequence[Draft], answers: Sequence[Draft]) -> bool:
    """Whether two questions to "you" have two answers that say "I": enough where an interview is announced."""
    return (
        len(questions) == len(answers) == _FEWEST_QUESTIONS - 1
        and all(asks(draft.text) and addresses(draft) for draft in questions)
        and all(speaks_of_itself(draft) and not asks(draft.text) for draft in answers)
    )


def _is_nothing_else(free: Sequence[Draft], parts: Sequence[Part]) -> bool:
    """Whether a text is questions to "you" and answers from its first line on, and no answer asks "you"."""
    questions = [draft for draft, part in zip(free, parts, strict=True) if part is Part.QUESTION]
    answers = [draft for draft, part in zip(free, parts, strict=True) if part is Part.ANSWER]
    return (
        parts[0] is Part.QUESTION
        and sum(asks(draft.text) for draft in questions) >= _MOSTLY * len(questions)
        and not any(asks(draft.text) and addresses(draft) for draft in answers)
        and len(answers) <= 2 * len(questions)
    )
