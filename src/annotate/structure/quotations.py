"""Finds quotations in running text: where each opens and closes, one inside another, whatever style of marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotate.lazy_pattern import lazy_pattern

_MARKS = lazy_pattern("[“”„‚\"«»‹›‘’'「」『』《》〈〉]")
_CLOSING = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
OPENING = frozenset('“„‚«‹»›‘「『《〈"')  # marks that open a quotation, wherever they stand at a paragraph's start
_OPENERS = OPENING - frozenset('"»›')
_BEFORE_OPENING = frozenset(" \t([{—–-/…“„«‘\"'\u00a0\u202f")
_SINGLE = frozenset("‘'‚")  # marks that open a quotation, or are apostrophes or commas
_DEEPEST = 8  # quotations open at once among which the one that a mark closes is sought
_TITLE_MARKS = frozenset("《〈")
_LONGEST_SINGLE = 400  # code points of a quotation in straight single marks, which apostrophes look like
# What an apostrophe shortens at the start of a word, and decades: 'em, 'n', 'tis, '20s.
_SHORTENED = lazy_pattern(
    r"(?:em|n|tis|twas|til|till|bout|cause|im|er|ere|kay|nuff|cos|cuz|sup|neath|\d0s?)\b", re.IGNORECASE
)
_SINGLE_END = lazy_pattern(r"(?<=[^\s'])'(?!\w)")
_PLURAL = lazy_pattern(r"\w*s'\s+[a-z]")


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
        depth = _closes(text, at, mark, stack)
        if depth:
            opening, start = stack[-depth]
            del stack[-depth:]  # what stood above it was an apostrophe that looked like an opening mark
            found.append(Quotation(start, at + 1, opening))
        elif _opens(text, at, mark):
            stack.append((mark, at))
        elif mark in "”»" and not stack and not found:
            found.append(Quotation(0, at + 1, mark, open_start=True))
    unclosed = [(mark, start) for mark, start in stack if mark not in _SINGLE]
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
        if (
            before not in _BEFORE_OPENING
            or not (after.isalnum() or after in '“"¿¡[…')
            or _SHORTENED.match(text, at + 1)
        ):
            return False
        return mark == "‘" or _single_closes(text, at)
    if mark == '"':
        return before in _BEFORE_OPENING
    if mark in "»›":
        return before in _BEFORE_OPENING and after.isalnum()
    return mark in _OPENERS


def _single_closes(text: str, at: int) -> bool:
    """Whether a straight single mark has another that closes it, and not only the apostrophe of a plural."""
    closing = _SINGLE_END.search(text, at + 1, at + _LONGEST_SINGLE)
    if closing is None or closing.start() < at + 2:
        return False
    last_word = text.rfind(" ", at, closing.start()) + 1
    return last_word <= at or not _PLURAL.match(text, last_word)


def _closes(text: str, at: int, mark: str, stack: list[tuple[str, int]]) -> int:
    """Return how far down the open quotations the one is that a mark closes, from 1; 0 if it closes none.

    Single marks may be left open above it.
    """
    depth = 1
    while depth <= min(len(stack), _DEEPEST) and stack[-depth][0] in _SINGLE and mark not in _CLOSING[stack[-depth][0]]:
        depth += 1
    if depth > min(len(stack), _DEEPEST) or mark not in _CLOSING[stack[-depth][0]]:
        return 0
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "‘’'":
        return 0 if after.isalnum() or before.isspace() else depth
    if mark == '"' and (_is_inches(text, at) or (before in " ([" and _opens(text, at, mark))):
        return 0
    return depth


def _is_inches(text: str, at: int) -> bool:
    """Whether a straight mark after a number means inches: a mark that can only close stands after it."""
    if not text[at - 1 : at].isdigit() or not re.match(r"[\s\-]\w", text[at + 1 : at + 3]):
        return False
    following = text.find('"', at + 1)
    last = text[following - 1 : following]
    return (
        following > 0 and not (last.isspace() or last.isdigit()) and not text[following + 1 : following + 2].isalnum()
    )
