"""Whose a speaker label is: the full name for surname, first name, initials, capitals, a role, "Q" and "A"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.chinese_names import is_chinese
from annotate.structure.interviewee import interviewee_named_in, interviewer_named_in, person_of_role
from annotate.structure.labels import is_full
from annotate.structure.names import abbreviations, full_name, is_initials, persons_in, proper_case, without_honorific
from annotate.structure.persons import INTERVIEWEE, INTERVIEWER
from annotate.structure.vocabulary.speakers import ANSWER, QUESTION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def resolved(
    labels: Iterable[str],
    introduction: str,
    told: Mapping[str, str],
    languages: tuple[str, ...],
    asking: Collection[str] = (),
) -> dict[str, str]:
    """Return the speaker's name for each label of a text.

    `introduction` is what stands before the first label; `told` are names a person gave, by label; `asking` are the
    labels that mostly ask; `languages` those of the text (ISO 639-1). A label nobody's name fits stands for itself.
    """
    distinct = list(dict.fromkeys(labels))
    full = [label for label in distinct if is_full(label)]
    named = persons_in(introduction)
    names: dict[str, str] = {}
    letters = _question_and_answer(distinct)
    for label in distinct:
        names[label] = (
            told.get(label)
            or (label if label in letters else None)
            or full_name(label, named if label in full else full)
            or full_name(label, full if label in full else named)
            or _of_publication(label, introduction)
            or _of_chinese_surname(label, introduction)
            or label
        )
    # "PETER VIK" is Peter Vik.
    for label, name in names.items():
        names[label] = proper_case(without_honorific(name)) if label not in told else name
    _resolve_roles(names, introduction, languages, asking)
    return names


def _question_and_answer(labels: list[str]) -> set[str]:
    """Return the labels that say who asks and who answers, where there are both: "P" and "R" are then no initials."""
    asking, answering = (set(filter(says, labels)) for says in (is_question_label, is_answer_label))
    return asking | answering if asking and answering else set()


def is_question_label(label: str) -> bool:
    """Whether a label says that somebody asks, and not who: "Q", "Interviewer"."""
    return label.upper().rstrip(". 0123456789") in QUESTION


def is_answer_label(label: str) -> bool:
    """Whether a label says that somebody answers, and not who: "A", "Interviewee"."""
    return label.upper().rstrip(". 0123456789") in ANSWER


def _of_publication(label: str, introduction: str) -> str | None:
    """Return the capitalised words of the introduction that initials stand for: "RQ" for "Reel Quarterly"."""
    if not is_initials(label) or len(label) < 2:
        return None
    pattern = r"\s".join(rf"{letter}[^\W\d_]+" for letter in label if letter.isalpha())
    match = re.search(rf"\b{pattern}\b", introduction)
    return match.group() if match is not None else None


def _of_chinese_surname(label: str, introduction: str) -> str | None:
    """Return the name before an office that a label of one character begins: "原" for 原一男导演."""
    if len(label) != 1 or not is_chinese(label):
        return None
    found = re.search(rf"{label}[\u4e00-\u9fff]{{1,2}}(?=导演|導演|先生|女士|老师|老師|教授)", introduction)
    return found.group() if found is not None else None


def _resolve_roles(
    names: dict[str, str], introduction: str, languages: tuple[str, ...], asking: Collection[str]
) -> None:
    """Give roles the names they stand for; "A" is who the introduction says is interviewed, "Q" the author."""
    untold = [label for label, name in names.items() if label == name and " " not in label]
    for label in untold:
        if is_question_label(label):
            names[label] = interviewer_named_in(introduction, languages) or INTERVIEWER
        elif is_answer_label(label):
            names[label] = interviewee_named_in(introduction, languages) or INTERVIEWEE
        else:
            names[label] = person_of_role(label, introduction) or label
    answering = [label for label in untold if names[label] == label and label not in asking]
    if len(answering) == 1 and len(names) == len(asking) + 1:  # one who answers, so it is who is introduced
        only = answering[0]
        interviewee = interviewee_named_in(introduction, languages)
        if interviewee is None or interviewee in names.values() or _is_another_name(only, introduction):
            return
        if not is_initials(only) or len(only) < 2 or only.replace(".", "").upper() in abbreviations(interviewee):
            names[only] = interviewee


def _is_another_name(label: str, introduction: str) -> bool:
    """Whether a label is a word of the introduction in its own right, so that it is the name itself."""
    return not is_initials(label) and bool(re.search(rf"\b{re.escape(label)}\b", introduction))
