"""Recognises list items by the sign they begin with; the sign stays part of the text."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Draft, Kind
from annotate.structure.voice import asks

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_BULLET = lazy_pattern(r"[-*•‣◦▪·]\s+\S")
_DASH = lazy_pattern(r"[–—]\s*\S")
_FEWEST_QUESTIONS = 3
_STOPS = ".!?…。！？”»"
_NUMBER = lazy_pattern(r"\(?(?P<number>\d{1,2})[.)]\s+\S")


def recognise_items(sketch: Sketch) -> None:
    """Claim runs of at least two lines with the same bullet, or numbered one after the other.

    Dashes are bullets below a colon only, where no line but the last ends a sentence; elsewhere they begin speech.
    """
    drafts = sketch.drafts
    index = 0
    while index < len(drafts):
        run = _run(drafts, index) or _dashed(drafts, index)
        if len(run) >= 2 and not _is_talk(run):
            for draft in run:
                draft.becomes(Kind.ITEM, "one of several lines with the same sign before them")
        index += max(len(run), 1)


def _run(drafts: list[Draft], start: int) -> list[Draft]:
    run: list[Draft] = []
    end = start
    while end < len(drafts) and drafts[end].kind is None and _continues(run, drafts[end]):
        run.append(drafts[end])
        end += 1
    return run


def _is_talk(run: list[Draft]) -> bool:
    """Whether lines with hyphens ask and answer by turns, as those of an interview do: an item seldom asks."""
    if run[0].text[0] != "-" or len(run) < 2 * _FEWEST_QUESTIONS:
        return False
    asked = [asks(draft.text) for draft in run]
    return sum(asked) >= max(_FEWEST_QUESTIONS, len(run) // 3) and not any(a and b for a, b in pairwise(asked))


def _dashed(drafts: list[Draft], start: int) -> list[Draft]:
    if not start or not _DASH.match(drafts[start].text) or not drafts[start - 1].text.endswith((":", "：")):
        return []
    run = list(takewhile(lambda draft: draft.kind is None and _DASH.match(draft.text), drafts[start:]))
    return run if all(draft.text[-1] not in _STOPS for draft in run[:-1]) else []


def _continues(run: list[Draft], draft: Draft) -> bool:
    number = _NUMBER.match(draft.text)
    if number is not None:
        before = _NUMBER.match(run[-1].text) if run else None
        return not run or (before is not None and int(number["number"]) == int(before["number"]) + 1)
    return bool(_BULLET.match(draft.text)) and (not run or run[-1].text[0] == draft.text[0])
