"""Recognises an interview without labels: questions and answers that follow each other as bare paragraphs.

The most likely sequence of questions and answers is found by Viterbi's algorithm over a few signs of each paragraph;
it is an interview only if the text says so and enough questions are asked of somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.draft import Draft, Kind
from annotate.structure.interviewee import interviewee_named_in
from annotate.structure.persons import INTERVIEWEE, INTERVIEWER
from annotate.structure.vocabulary.interviews import CUE, ME, YOU

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_FEWEST_QUESTIONS = 3
_DASHES = ("—", "– ", "―")
_REPEATED_QUESTION = 3.0  # cost of two questions in a row
_DWARFED = 6  # times as long its neighbours are
_REPEATED_ANSWER = 1.0  # cost of an answer of two paragraphs


def recognise_unlabelled_turns(sketch: Sketch) -> None:
    """Claim questions and answers of an interview without labels; do nothing where the text is none."""
    free = [draft for _, draft in sketch.open()]
    start = _first_question(free)
    if start is None or any(draft.kind is Kind.TURN for draft in sketch.drafts):
        return
    title = sketch.first(Kind.TITLE)
    before = "\n".join([title.text if title else "", *(draft.text for draft in free[:start])])
    turns = free[start:]
    is_question = _sequence(turns)
    asked = sum(question and _asks(draft) for draft, question in zip(turns, is_question, strict=True))
    you = YOU.of(sketch.languages)
    addressed = sum(bool(you.search(draft.text)) for draft, q in zip(turns, is_question, strict=True) if q)
    needed = _FEWEST_QUESTIONS if CUE.of(sketch.languages).search(before) else 2 * _FEWEST_QUESTIONS
    plain = _told_apart(turns, is_question)  # by dashes or bold type: then nobody need be addressed
    if asked < needed or (addressed < needed - 1 and not plain) or asked < 0.5 * sum(is_question):
        return
    interviewee = interviewee_named_in(before, sketch.languages) or INTERVIEWEE
    for draft, question, previous in zip(turns, is_question, [True, *is_question], strict=False):
        draft.speaker = INTERVIEWER if question else interviewee
        draft.continues = question == previous and draft is not turns[0]
        draft.becomes(Kind.TURN, "a question" if question else "an answer: follows a question")
        if question and not _asks(draft):
            draft.reason = "stands where a question stands, between two answers, though it asks nothing"
            sketch.findings.append(rules.UNSURE_TURN.at(sketch.path, draft.line, speaker=draft.speaker))


def _told_apart(drafts: list[Draft], is_question: list[bool]) -> bool:
    """Whether the questions, and no answer, are set in a way of their own."""
    return all(_set_apart(draft) == question for draft, question in zip(drafts, is_question, strict=True))


def _set_apart(draft: Draft) -> bool:
    """Whether a paragraph begins with a dash, or is bold or italic throughout."""
    return draft.stressed or draft.text.startswith(_DASHES)


def _first_question(drafts: list[Draft]) -> int | None:
    """Return the index of the first short paragraph that asks somebody something, with a paragraph after it."""
    for index, draft in enumerate(drafts[:-1]):
        if draft.text.endswith(("?", "？")) and draft.words <= 90 and not _asks(drafts[index + 1]):
            return index
    return None


def _asks(draft: Draft) -> bool:
    return draft.text.rstrip("”\"'’ )").endswith(("?", "？"))


def _question_score(draft: Draft) -> float:
    """Return how much more like a question than like an answer a paragraph is; 0 is undecided."""
    words = draft.words
    score = (2.5 if _asks(draft) else -1.25) + (2.0 if _set_apart(draft) else 0.0)
    score += min(2.0, 40 * len(YOU.of(draft.languages).findall(draft.text)) / (words + 20))
    score -= min(2.5, 25 * len(ME.of(draft.languages).findall(draft.text)) / (words + 20))
    if words > 90:
        score -= 1.5
    elif words < 30:
        score += 1.0
    return score


def _sequence(drafts: list[Draft]) -> list[bool]:
    """Return for each paragraph whether it is a question, the whole sequence being the likeliest; the first is one."""
    question, answer = 0.0, float("-inf")  # the score of the best sequence that ends in each
    came_from: list[tuple[bool, bool]] = []  # whether that sequence's step before was a question, for each
    for index, draft in enumerate(drafts[1:], 1):
        score = _question_score(draft)
        neighbours = (drafts[index - 1], *drafts[index + 1 : index + 2])
        if all(draft.words * _DWARFED < neighbour.words for neighbour in neighbours):
            score += 1.0  # a remark between two long answers
        repeats_question = question - _REPEATED_QUESTION > answer
        starts_answer = question >= answer - _REPEATED_ANSWER
        came_from.append((repeats_question, starts_answer))
        question, answer = (
            (question - _REPEATED_QUESTION if repeats_question else answer) + score,
            (question if starts_answer else answer - _REPEATED_ANSWER) - score,
        )
    sequence = [question > answer]
    for from_question, from_answer in reversed(came_from):
        sequence.append(from_question if sequence[-1] else from_answer)
    return sequence[::-1]
