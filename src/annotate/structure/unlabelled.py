"""Recognises an interview without labels: questions and answers that follow each other as bare paragraphs.

Questions that are set apart (bold, numbered, after a dash) tell themselves. Else the most likely sequence of
introduction, questions, answers and closing is found by Viterbi's algorithm over a few signs of each paragraph. It is
an interview only if enough questions are asked of somebody who answers.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.structure import rules
from annotate.structure.asked_and_answered import alternates, is_interview, is_spoken
from annotate.structure.draft import Draft, Kind
from annotate.structure.first_labels import cut_first_labels
from annotate.structure.interviewee import interviewee_named_in, interviewer_named_in
from annotate.structure.names import persons_in
from annotate.structure.pairs import parts_by_pairs
from annotate.structure.persons import INTERVIEWEE, INTERVIEWER
from annotate.structure.sequence import Part, likeliest
from annotate.structure.typesetting import Setting, setting_of
from annotate.structure.voice import (
    addresses,
    announces,
    asks,
    narration_score,
    prompts,
    question_score,
    speaks_of_itself,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.structure.draft import Sketch


@dataclass(frozen=True, slots=True)
class _Reading:
    """What each paragraph is, how sure that is (0 to 1), and how the questions are set apart."""

    parts: Sequence[Part]
    certainties: Sequence[float]
    setting: Setting = Setting.PLAIN


_FEWEST_QUESTIONS = 3
_OPENING = 15  # blocks
_OFTEN = 0.5
_MOSTLY = 0.7
_NEARLY = 0.8
_LONGEST_HEADING = 8  # words
_CLAIMED_BY_FORM = frozenset({Setting.HEADING, Setting.QUOTATION, Setting.ITEM})
_LONGEST_ANSWER = 4  # blocks, to a question that opens the text
_SHORT_ANSWER = 30  # words
_SECOND = lazy_pattern(r"\(?(?:Q(?:uestion)?\s?)?2[.):]")
_LONGEST_LEAVING = 5  # words
_DWARFED = 6  # times as long its neighbours are


def recognise_unlabelled_turns(sketch: Sketch) -> None:
    """Claim questions and answers of an interview without labels; do nothing where the text is none."""
    if any(draft.kind is Kind.TURN for draft in sketch.drafts):
        return
    free = _free(sketch)
    if sum(asks(draft.text) for draft in free) < _FEWEST_QUESTIONS - 1:
        return
    opening = "\n".join(draft.text for draft in sketch.drafts[:_OPENING] if _heads_the_text(draft))
    reading = next(filter(None, (read(free, opening) for read in _READERS)), None)
    if reading is None:
        return
    first = free[reading.parts.index(Part.QUESTION)]
    start = next(index for index, draft in enumerate(sketch.drafts) if draft is first)
    before = "\n".join(draft.text for draft in sketch.drafts[:start] if draft.kind is not Kind.BOILERPLATE)
    interviewee = interviewee_named_in(before, sketch.languages) or INTERVIEWEE
    interviewer = interviewer_named_in(before, sketch.languages) or INTERVIEWER
    if Part.ANSWER in reading.parts:
        answer = free[reading.parts.index(Part.ANSWER)]
        interviewer, interviewee = cut_first_labels(first, answer) or (interviewer, interviewee)
    _claim(sketch, free, reading, {Part.QUESTION: interviewer, Part.ANSWER: interviewee})


def _free(sketch: Sketch) -> list[Draft]:
    """Return the blocks that may be turns; with the first line where it asks "you", and an answer stands below it."""
    free = [draft for draft in sketch.drafts if _may_be_a_turn(draft)]
    title = sketch.first(Kind.TITLE)
    if title is None or title.form is not Form.UNSAID or not (asks(title.text) and addresses(title)):
        return free
    index = next(index for index, draft in enumerate(sketch.drafts) if draft is title)
    if len(free) < _FEWEST_QUESTIONS or sketch.drafts[index + 1] is not free[0]:
        return free
    if asks(free[0].text) or not any(asks(draft.text) for draft in free[1:_LONGEST_ANSWER]):
        return free
    return [title, *free] if _may_answer(free[0]) else free


def _may_answer(draft: Draft) -> bool:
    """Whether the block below the first line may answer it: it says "I", or is short and names nobody."""
    if announces(draft.text, draft.languages):
        return False
    if speaks_of_itself(draft):
        return narration_score(draft) < 0
    return draft.words <= _SHORT_ANSWER and not persons_in(draft.text)


def _heads_the_text(draft: Draft) -> bool:
    return draft.kind is not Kind.BOILERPLATE and not _may_be_a_turn(draft)


def _may_be_a_turn(draft: Draft) -> bool:
    return draft.kind is None or (
        draft.kind in {Kind.HEADING, Kind.QUOTATION} and draft.reason.startswith("the format")
    )


def _claim(sketch: Sketch, free: Sequence[Draft], reading: _Reading, names: Mapping[Part, str]) -> None:
    previous = Part.BEFORE
    quoted = _answers_are_quoted(free, reading.parts)
    after = (*reading.parts[1:], Part.QUESTION)  # a line that alone answers a question is no heading
    for draft, part, certainty, below in zip(free, reading.parts, reading.certainties, after, strict=True):
        if part is Part.AFTER and draft.kind is None:
            draft.becomes(
                Kind.PARAGRAPH, "stands after the last answer, and nobody of the interview speaks", "", certainty
            )
        if part not in {Part.QUESTION, Part.ANSWER}:
            continue
        answers = part is Part.ANSWER and previous is below is Part.QUESTION
        if draft.kind is None and reading.setting is not Setting.ABOVE and not answers and _is_heading(draft):
            previous = Part.BEFORE
            continue
        question = part is Part.QUESTION
        if draft.kind not in {None, Kind.TITLE} and not question and not (quoted and draft.kind is Kind.QUOTATION):
            continue  # a heading or quotation between the turns
        draft.speaker = names[part]
        draft.continues = part is previous
        draft.becomes(Kind.TURN, _reason(draft, reading, question=question), "", certainty)
        if question and not asks(draft.text) and reading.setting is Setting.PLAIN and certainty < 0.8:
            sketch.findings.append(rules.UNSURE_TURN.at(sketch.path, draft.line, speaker=draft.speaker))
        previous = part


def _answers_are_quoted(free: Sequence[Draft], parts: Sequence[Part]) -> bool:
    """Whether the format sets what stands right below each question as a block quotation: that is how it answers."""
    pairs = zip(pairwise(parts), free[1:], strict=False)
    below = [draft for (above, part), draft in pairs if above is Part.QUESTION and part is Part.ANSWER]
    return bool(below) and all(draft.kind is Kind.QUOTATION for draft in below)


def _reason(draft: Draft, reading: _Reading, *, question: bool) -> str:
    if not question:
        return "an answer: follows a question"
    if reading.setting is not Setting.PLAIN:
        return f"a question: set apart {reading.setting}"
    if asks(draft.text):
        return "a question"
    return "stands where a question stands, between two answers, though it asks nothing"


def _is_heading(draft: Draft) -> bool:
    """Whether a line between turns heads what follows: short, without an end, asking nothing."""
    return draft.words <= _LONGEST_HEADING and not draft.ends_sentence and not prompts(draft)


def _read_by_setting(free: Sequence[Draft], opening: str) -> _Reading | None:
    """Return the reading in which all that is set apart in one way is a question, None where nothing is so."""
    settings = [setting_of(draft) for draft in free]
    asked = Counter(s for draft, s in zip(free, settings, strict=True) if s is not Setting.PLAIN and asks(draft.text))
    for setting, count in asked.most_common():
        first = next(i for i, draft in enumerate(free) if settings[i] is setting and _opens(draft))
        questions = [i for i in range(first, len(free)) if settings[i] is setting]
        if count < _FEWEST_QUESTIONS or count < _OFTEN * len(questions):
            continue
        if setting is Setting.NUMBERED:
            questions = _with_first_question(free, questions)
        parts = _parts_by_setting(free, questions)
        if alternates(parts) and is_spoken(free, parts, opening, setting):
            return _Reading(parts, [0.95] * len(parts), setting)
    return None


def _with_first_question(free: Sequence[Draft], questions: list[int]) -> list[int]:
    """Return the numbered questions with what is asked above the second, where the first has no number."""
    if not _SECOND.match(free[questions[0]].text):
        return questions
    above = range(questions[0] - 1, max(questions[0] - _LONGEST_ANSWER, 0) - 1, -1)
    first = next((index for index in above if asks(free[index].text)), None)
    return questions if first is None else [first, *questions]


def _read_by_dashes(free: Sequence[Draft], opening: str) -> _Reading | None:
    """Return the reading in which a dash begins each turn, questions and answers by turns; None where none does so."""
    dashed = [index for index, draft in enumerate(free) if setting_of(draft) is Setting.DASHED]
    if len(dashed) < 2 * _FEWEST_QUESTIONS or len(dashed) < _MOSTLY * (len(free) - dashed[0]):
        return None
    parts = [Part.BEFORE] * dashed[0]
    for index in range(dashed[0], len(free)):
        begins = setting_of(free[index]) is Setting.DASHED
        turned = Part.ANSWER if parts[-1:] == [Part.QUESTION] else Part.QUESTION
        parts.append(turned if begins else parts[-1])
    asked = Counter(part for draft, part in zip(free, parts, strict=True) if asks(draft.text))
    before = "\n".join([opening, *(draft.text for draft in free[: dashed[0]])])
    if asked[Part.QUESTION] < _FEWEST_QUESTIONS or asked[Part.ANSWER] * 2 > asked[Part.QUESTION]:
        return None
    asking = [asks(draft.text) for draft, part in zip(free, parts, strict=True) if part is Part.QUESTION]
    # Where nearly each second dash asks, and no other does, nobody tells a story.
    plain = sum(asking) > max(_FEWEST_QUESTIONS, _NEARLY * len(asking)) and not asked[Part.ANSWER]
    announced = plain or announces(before, free[0].languages)
    return _Reading(parts, [0.9] * len(parts), Setting.DASHED) if announced else None


def _read_by_pairs(free: Sequence[Draft], opening: str) -> _Reading | None:
    """Return the reading in which each run of lines is a question and its answer, None where it is not so."""
    parts = parts_by_pairs(free)
    if parts is None or not is_spoken(free, parts, opening, Setting.ABOVE):
        return None
    return _Reading(parts, [0.9] * len(parts), Setting.ABOVE)


def _opens(draft: Draft) -> bool:
    return asks(draft.text) or prompts(draft)


def _parts_by_setting(free: Sequence[Draft], questions: Sequence[int]) -> list[Part]:
    asked = set(questions)
    parts = [
        Part.BEFORE if i < questions[0] else Part.QUESTION if i in asked else Part.ANSWER for i in range(len(free))
    ]
    # What is set apart in the same way and ends the text, asking nothing, is a note that closes it.
    for index in range(len(parts) - 1, -1, -1):
        if parts[index] is not Part.QUESTION:
            break
        parts[index] = Part.AFTER
    return parts


def _read_by_voice(free: Sequence[Draft], opening: str) -> _Reading | None:
    """Return the likeliest sequence of introduction, questions, answers and closing, None if it is no interview."""
    first = next((i for i, draft in enumerate(free) if asks(draft.text)), None)
    if first is None:
        return None
    introduction = "\n".join([opening, *(draft.text for draft in free[: first + 1])])
    interviewee = interviewee_named_in(introduction, free[0].languages)
    surname = interviewee.split()[-1] if interviewee else ""
    end = len(free)
    while end > first + 1 and free[end - 1].words <= _LONGEST_LEAVING and not _ends_what_is_said(free[end - 1]):
        end -= 1  # what stands below the last answer and is no sentence
    asking = [_asking_score(free, index) for index in range(len(free))]
    spoken = [index for index in range(end) if not _is_heading(free[index]) or index <= first]
    telling = [
        narration_score(free[index], surname) + _announcing(free[index], before=index < first) for index in spoken
    ]
    likely = likeliest([asking[index] for index in spoken], telling)
    parts = _with_headings(dict(zip(spoken, likely, strict=True)), end) + [Part.AFTER] * (len(free) - end)
    if not is_interview(free, parts, opening):
        return None
    certainties = [1 / (1 + math.exp(-0.5 - abs(score))) for score in asking]
    return _Reading(parts, certainties)


def _announcing(draft: Draft, *, before: bool) -> float:
    """Return how much a paragraph before the first question tells of the conversation that is to follow."""
    return 2.5 if before and not prompts(draft) and announces(draft.text, draft.languages) else 0.0


def _ends_what_is_said(draft: Draft) -> bool:
    """Whether a block ends as somebody's words do; nobody stops at a colon."""
    return draft.ends_sentence and not draft.text.endswith((":", "："))


def _with_headings(parts: Mapping[int, Part], end: int) -> list[Part]:
    """Return the part of each of `end` blocks; a heading, which has none, is with what stands above it."""
    whole: list[Part] = []
    for index in range(end):
        above = whole[-1] if whole else Part.BEFORE
        whole.append(parts.get(index, Part.ANSWER if above is Part.QUESTION else above))
    return whole


def _asking_score(free: Sequence[Draft], index: int) -> float:
    draft = free[index]
    score = question_score(draft)
    neighbours = (*free[max(index - 1, 0) : index], *free[index + 1 : index + 2])
    if neighbours and all(draft.words * _DWARFED < neighbour.words for neighbour in neighbours):
        score += 1.0  # a remark between two long answers
    return score


# The surer sign goes before the weaker.
_READERS = (_read_by_setting, _read_by_dashes, _read_by_pairs, _read_by_voice)
