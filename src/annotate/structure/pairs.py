"""The parts of an interview whose questions stand right above their answers, with empty lines between the pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.source import Form
from annotate.structure.sequence import Part
from annotate.structure.voice import asks, prompts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.structure.draft import Draft

_FEWEST = 3  # pairs
_MOSTLY = 0.7  # of the runs of lines begin with a question
_SELDOM = 0.2  # of the lines below ask anything


def parts_by_pairs(free: Sequence[Draft]) -> list[Part] | None:
    """Return what each block is where most runs of lines are a question and its answer; None where they are not."""
    runs = _runs(free)
    asked = [len(run) > 1 and asks(run[0].text) for run in runs]
    if sum(asked) < _FEWEST:
        return None
    first = asked.index(True)
    last = len(asked) - 1 - asked[::-1].index(True)
    between = runs[first : last + 1]
    if sum(asks(run[0].text) for run in between) < _MOSTLY * len(between):
        return None
    below = [draft for run in between for draft in run[1:]]
    if sum(asks(draft.text) for draft in below) > _SELDOM * len(below):
        return None
    parts: list[Part] = [Part.BEFORE for run in runs[:first] for _ in run]
    for run in between:
        question = len(run) > 1 or asks(run[0].text) or prompts(run[0])
        parts += [Part.QUESTION if question else Part.ANSWER, *(Part.ANSWER for _ in run[1:])]
    return parts + [Part.AFTER for run in runs[last + 1 :] for _ in run]


def _runs(free: Sequence[Draft]) -> list[list[Draft]]:
    """Return the runs of blocks with no empty line between them."""
    runs: list[list[Draft]] = []
    for draft in free:
        if runs and draft.form is Form.UNSAID and draft.line == runs[-1][-1].line + 1:
            runs[-1].append(draft)
        else:
            runs.append([draft])
    return runs
