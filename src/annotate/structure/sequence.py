"""The likeliest sequence of introduction, questions, answers and closing, by Viterbi's algorithm."""

from __future__ import annotations

import math
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Part(IntEnum):
    """What a paragraph of an interview is."""

    BEFORE = 0
    QUESTION = 1
    ANSWER = 2
    AFTER = 3


# What it costs to go from one part to another, by logarithm: two questions in a row are rare, paragraphs of one answer
# are not; nobody goes back to the introduction.
_COSTS = {
    (Part.BEFORE, Part.BEFORE): 0.0,
    (Part.BEFORE, Part.QUESTION): 0.5,
    (Part.QUESTION, Part.QUESTION): 3.5,
    (Part.QUESTION, Part.ANSWER): 0.0,
    (Part.ANSWER, Part.QUESTION): 0.0,
    (Part.ANSWER, Part.ANSWER): 1.0,
    (Part.ANSWER, Part.AFTER): 2.5,
    (Part.AFTER, Part.AFTER): 0.0,
}


def likeliest(asking: Sequence[float], telling: Sequence[float]) -> list[Part]:
    """Return the likeliest part of each paragraph, given how much each asks and tells of others."""
    best = {Part.BEFORE: 0.5, Part.QUESTION: -1.0, Part.ANSWER: -math.inf, Part.AFTER: -math.inf}
    came_from: list[dict[Part, Part]] = []
    for index, (ask, tell) in enumerate(zip(asking, telling, strict=True)):
        gain = {
            Part.BEFORE: tell,
            Part.QUESTION: ask - tell / 2,
            Part.ANSWER: -ask - tell / 2,
            Part.AFTER: tell - 0.5,
        }
        if index == 0:
            best = {part: score + gain[part] for part, score in best.items()}
            continue
        step = {part: _best_before(part, best) for part in Part}
        came_from.append(step)
        best = {part: best[step[part]] - _COSTS[step[part], part] + gain[part] for part in Part}
    last = max((Part.ANSWER, Part.AFTER), key=lambda part: best[part])
    parts = [last]
    for step in reversed(came_from):
        parts.append(step[parts[-1]])
    return parts[::-1]


def _best_before(part: Part, best: dict[Part, float]) -> Part:
    before = (came_from for came_from, to in _COSTS if to is part)
    return max(before, key=lambda came_from: best[came_from] - _COSTS[came_from, part])
