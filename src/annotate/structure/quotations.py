"""Finds quotations in running text: where each opens and closes, one inside another, whatever style of marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile("[“”„\"«»‹›‘’'「」『』《》〈〉]")
_CLOSING = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
_OPENERS = frozenset("“„«‹‘「『《〈")
_CLOSERS = frozenset("”»›’」』》〉")
_BEFORE_OPENING = frozenset(" \t([{—–-/…“„«‘\"'\u00a0\u202f")
_TITLE_MARKS = frozenset("《〈")
_LONGEST_SINGLE = 120  # code points of a quotation in straight single marks, which apostrophes look like


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at [start, end) of a text, marks included; `open_start`, `open_end` say that a mark is missing."""

    start: int
    end: int
    mark: str
    open_start: bool = False
    open_end: bool = False


def quotations_in(text: str) -> list[Quotation]:
    """Return the quotations of a text, outer before inner, each wholly inside or outside any other.

    A mark that closes what never opened gives a quotation from the start of the text, one that never closes a quotation
    to its end; at most one of each.
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if _closes(text, at, mark, stack):
            while stack[-1][0] in "‘'" and mark not in _CLOSING[stack[-1][0]]:
                stack.pop()  # an apostrophe that looked like an opening mark
            opening, start = stack.pop()
            found.append(Quotation(start, at + 1, opening))
        elif _opens(text, at, mark):
            stack.append((mark, at))
        elif mark in "”»" and not stack and not found:
            found.append(Quotation(0, at + 1, mark, open_start=True))
    unclosed = [(mark, start) for mark, start in stack if mark not in "‘'"]
    if unclosed:
        mark, start = unclosed[0]
        found.append(Quotation(start, len(text), mark, open_end=True))
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return found


def is_title_mark(quotation: Quotation) -> bool:
    """Whether the marks themselves say that a work's title stands between them."""
    return quotation.mark in _TITLE_MARKS


def _opens(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if mark in "‘'":
        if before not in _BEFORE_OPENING or not after.isalnum():
            return False
        return mark == "‘" or _single_closes(text, at)
    if mark == '"':
        return before in _BEFORE_OPENING
    if mark == "»":
        return before in _BEFORE_OPENING and after.isalnum()
    return mark in _OPENERS


def _single_closes(text: str, at: int) -> bool:
    closing = re.compile(r"(?<=[^\s'])'(?!\w)").search(text, at + 1, at + _LONGEST_SINGLE)
    return closing is not None


def _closes(text: str, at: int, mark: str, stack: list[tuple[str, int]]) -> bool:
    """Whether a mark closes a quotation that is open; single ones may be left open above it."""
    waiting = [opening for opening, _ in stack]
    while waiting and waiting[-1] in "‘'" and mark not in _CLOSING[waiting[-1]]:
        waiting.pop()
    if not waiting or mark not in _CLOSING[waiting[-1]]:
        return False
    if mark in "’'":
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        return not after.isalnum() and not before.isspace()
    return not (mark == '"' and _opens(text, at, mark) and not text[at - 1 : at].isalnum() and text[at - 1] in " ([")
