"""The signs that call a note in plain text, and those a note begins with: [1], (1), ¹, ①, *, †, 1."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


class Style(Enum):
    """How a sign is written. A note may stand under another style than its call: [1] in the text, 1. below it."""

    BRACKET = auto()
    ROUND = auto()
    RAISED = auto()
    CIRCLED = auto()
    MARK = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign at [start, end) of a text; `key` is the same for a call and its note: the number, or the mark itself."""

    start: int
    end: int
    key: str
    style: Style


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_CIRCLED = "①-⑳㉑-㉟"
_MARKS = r"\*{1,3}|[†‡§]{1,2}|¶"
_AFTER = r"(?=[\s.,;:!?…”’\"'»)\]—–。，、；：！？」』）]|$)"
_BEFORE = r"(?<=[^\s*\[(])"
# The sign a note begins with. A number alone is one only where other signs say that notes stand here.
_NOTE = lazy_pattern(
    rf"""
    (?:[\[［〔【](?P<bracket>\d{{1,3}}|{_MARKS})[\]］〕】]
      |[(（](?P<round>\d{{1,3}}|{_MARKS})[)）]
      |(?P<raised>[{_RAISED}]{{1,3}})
      |(?P<circled>[{_CIRCLED}])
      |(?P<mark>{_MARKS})(?![*†‡])
      |(?P<plain>\d{{1,3}})(?:[.):：]|(?=\s))
    )[ \u00a0\u2002-\u200a\u3000]*:?[ \u00a0\u2002-\u200a\u3000]*(?=[^\s\d.,;:)\]])
    """,
    re.VERBOSE,
)
_CALL = lazy_pattern(
    rf"""
    [\[［〔【](?P<bracket>\d{{1,3}}|[*†‡])[\]］〕】]
    |{_BEFORE}\ ?[(（](?P<round>\d{{1,3}})[)）](?!\w)
    |(?<=[^\s\d])(?P<raised>[{_RAISED}]{{1,3}})
    |(?P<circled>[{_CIRCLED}])
    |{_BEFORE}(?P<mark>\*{{1,3}}|[†‡]{{1,2}})(?!\*){_AFTER}
    """,
    re.VERBOSE,
)
# A number raised in the source and flattened by copying: "the film.1 And".
_FLATTENED = lazy_pattern(rf"(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?…”’\"'»)\]]))(?P<plain>\d{{1,3}}){_AFTER}")
_SQUARED_UNIT = lazy_pattern(r"(?:^|[\s\d])(?:[kcmd]?m|in|ft|yd|mi)$")
_OPENING_STAR = lazy_pattern(r"(?:^|[\s(\[“\"‘'—–])\*{1,3}(?=[^\s*])")
_EMPHASISED = lazy_pattern(r"(\*{1,3})[^*\s](?:[^*]*[^*\s])?\1(?!\w)")
_OPENING_SIGNS = frozenset("[［〔【(（*†‡§¶")  # or a number
_STYLES = {
    "bracket": Style.BRACKET,
    "round": Style.ROUND,
    "raised": Style.RAISED,
    "circled": Style.CIRCLED,
    "mark": Style.MARK,
    "plain": Style.PLAIN,
}
# Under which styles a note may stand that is called in a style.
SUITS = {
    Style.BRACKET: {Style.BRACKET, Style.PLAIN, Style.RAISED, Style.ROUND},
    Style.ROUND: {Style.ROUND, Style.PLAIN},
    Style.RAISED: {Style.RAISED, Style.PLAIN, Style.BRACKET, Style.ROUND},
    Style.CIRCLED: {Style.CIRCLED},
    Style.MARK: {Style.MARK, Style.BRACKET, Style.ROUND},
    Style.PLAIN: {Style.PLAIN, Style.BRACKET, Style.RAISED, Style.ROUND},
}


def note_sign(text: str) -> Sign | None:
    """Return the sign a block begins with, if one can begin a note; its end is where the note's words start."""
    found = _NOTE.match(text) if text[:1].isnumeric() or text[:1] in _OPENING_SIGNS else None
    if found is None or (found["mark"] and _EMPHASISED.match(text)):
        return None
    return Sign(0, found.end(), *_key(found))


def call_signs(text: str) -> Iterator[Sign]:
    """Yield the signs in a text that may call a note, in order; what stands at its start is none."""
    for found in _CALL.finditer(text, 1):
        start = found.start() + (found.group()[0] == " ")
        if found["raised"] and _SQUARED_UNIT.search(text, max(0, start - 4), start):
            continue
        if found["mark"] and "*" in found["mark"] and _OPENING_STAR.search(text, 0, start):
            continue
        yield Sign(start, found.end(), *_key(found))


def flattened_signs(text: str) -> Iterator[Sign]:
    """Yield the numbers right behind a word or a stop, which may be raised numbers that copying has flattened."""
    for found in _FLATTENED.finditer(text, 1):
        if not (text[found.start() - 1] in ".,:" and text[found.start() - 2 : found.start() - 1].isdigit()):
            yield Sign(found.start(), found.end(), found["plain"], Style.PLAIN)


def _key(found: re.Match[str]) -> tuple[str, Style]:
    name = found.lastgroup or ""
    sign = found[name]
    if name in {"raised", "circled"}:
        sign = unicodedata.normalize("NFKC", sign)
    return (str(int(sign)) if sign.isdigit() else sign), _STYLES[name]
