"""Recognises the labels that only the first question and the first answer of an interview bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure.labels import Sign, is_full, read_label
from annotate.structure.names import proper_case, without_honorific

if TYPE_CHECKING:
    from annotate.structure.draft import Draft

_COLON = frozenset({Sign.COLON})


def cut_first_labels(question: Draft, answer: Draft) -> tuple[str, str] | None:
    """Take the labels off the first question and answer; return who asks and who answers.

    Return None, and leave both as they are, unless both have one and the answer's is a full name.
    """
    asking, answering = read_label(question, _COLON), read_label(answer, _COLON)
    if asking is None or answering is None or asking.name == answering.name or not is_full(answering.name):
        return None
    if asking.is_long or answering.is_long:
        return None
    question.cut_label(asking.length)
    answer.cut_label(answering.length)
    names = [proper_case(without_honorific(label.name)) for label in (asking, answering)]
    return names[0], names[1]
