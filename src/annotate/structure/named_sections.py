"""Whose the answers are in a text of several interviews, where a name stands alone above each of them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from annotate.structure.draft import Draft, Kind
from annotate.structure.names import PERSON_ONLY, proper_case
from annotate.structure.speakers import is_answer_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.structure.labels import Label

_FEWEST = 2  # names
_LINE = 10  # words; a film, a date may stand between the name and the first question
_LINES = 3


def answers_below_names(labels: Mapping[int, Label], drafts: list[Draft]) -> dict[int, str]:
    """Return who speaks at each label that says only that somebody answers, below the names; none below no name.

    `labels` are those of the text by the index of their blocks. The lines with the names become headings.
    """
    if not any(is_answer_label(label.name) for label in labels.values()):
        return {}
    names = {index: draft.text for index, draft in enumerate(drafts) if _heads_turns(index, labels, drafts)}
    if len(set(names.values())) < _FEWEST:
        return {}
    speakers: dict[int, str] = {}
    name = ""
    for index, draft in enumerate(drafts):
        if index in names:
            draft.becomes(Kind.HEADING, "names who answers below it", certainty=0.9)
            name = proper_case(names[index])
        elif name and index in labels and is_answer_label(labels[index].name):
            speakers[index] = name
    return speakers


def _heads_turns(index: int, labels: Mapping[int, Label], drafts: list[Draft]) -> bool:
    draft = drafts[index]
    if index in labels or draft.kind not in {None, Kind.HEADING} or not PERSON_ONLY.fullmatch(draft.text):
        return False
    following = range(index + 1, min(index + 2 + _LINES, len(drafts)))
    between = takewhile(lambda at: at not in labels and drafts[at].words <= _LINE, following)
    return index + 1 + sum(1 for _ in between) in labels
