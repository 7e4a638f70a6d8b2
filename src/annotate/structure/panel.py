"""Recognises the labels of a panel: many who answer, each perhaps but once, below questions that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure.labels import is_full
from annotate.structure.voice import asks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.structure.draft import Draft
    from annotate.structure.labels import Label

_FEWEST = 3
_MOSTLY = 0.8  # of the labels that are full names


def answers_of_a_panel(labels: Mapping[int, Label], drafts: Sequence[Draft]) -> dict[int, Label]:
    """Return the labels that are full names, by the index of their blocks, where questions stand right above most.

    Return none where there are fewer than three, or two persons.
    """
    full = {index: label for index, label in labels.items() if is_full(label.name) and not label.is_long}
    answering = {index for index in full if index and index - 1 not in full and asks(drafts[index - 1].text)}
    if len(answering) < max(_FEWEST, _MOSTLY * len(full)) or len({full[index].name for index in answering}) < _FEWEST:
        return {}
    first = min(answering)
    return {index: label for index, label in full.items() if index >= first}
