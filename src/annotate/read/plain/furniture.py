"""Running heads and page numbers among the lines of a text that was scanned or copied page by page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.plain.lines import Line

_ROMAN = r"[ivxlc]{1,7}"
_FOLIO = lazy_pattern(
    rf"(?P<before>[-–—\[(•·~* ]*(?:(?:page|seite|p[aá]gina|p\.|s\.)\s*)?)(?P<number>\d{{1,4}}|{_ROMAN})"
    r"(?P<after>(?:\s*(?:of|/|von|sur|de)\s*\d{1,4})?[-–—\])•·~* ]*)",
    re.IGNORECASE,
)
_HEAD = lazy_pattern(r"(?:(?P<left>\d{1,4})[\s|•·—–-]+)?(?P<words>\D.*?\D|\D)(?:[\s|•·—–-]+(?P<right>\d{1,4}))?")
_LONGEST_HEAD = 70  # code points
_WIDEST_STEP = 4  # from a page number to the next one found
_FEWEST = 3  # numbers that count up, where nothing else says that they are those of pages
_FIRST_OF_A_LIST = 3  # numbers that start as low as this may be those of sections
_ENDS = '.!?…:;。！？”’"»)'


def furniture_in(runs: Sequence[Sequence[Line]]) -> frozenset[int]:
    """Return the numbers of the lines that are running heads or page numbers.

    A line that is a number alone is a page number where such numbers count up and the text goes on beneath them in mid
    sentence, or a page begins there, or the number is dressed as one (“— 17 —”). A line of words is a running head
    where it comes again with a number that counts up, or again beside page numbers, or where the heads of facing pages
    do; the first line is one where it is the head of the left pages alone.
    """
    lines = [line for run in runs for line in run]
    if len(lines) < 2 * _FEWEST:
        return frozenset()
    alone = {run[0].number for run in runs if len(run) == 1}
    edges = _edges(lines)
    heads = _numbered_heads(lines, alone | edges)
    numbered = _folios(lines, heads, alone, edges)
    found = {lines[index].number for index in numbered}
    if found:
        found |= _bare_heads(lines, numbered, alone) | _first_head(lines, heads)
    return frozenset(found)


def _edges(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines at the head or the foot of a page that a form feed marks."""
    begins = [index for index, line in enumerate(lines) if line.page]
    edges = {lines[at].number for index in begins for at in (max(index - 1, 0), index)}
    return edges | {lines[-1].number} if edges else edges


def _folios(lines: Sequence[Line], heads: dict[int, int], alone: set[int], edges: set[int]) -> set[int]:
    """Return the indexes of the lines that are page numbers, and of the heads, whose numbers count with them."""
    candidates = list(heads.items())
    dressed = set(heads)
    for index, line in enumerate(lines):
        found = _FOLIO.fullmatch(line.words) if len(line.words) <= 20 else None
        if found is None or not (line.number in alone or line.number in edges):
            continue
        number = found["number"]
        candidates.append((index, int(number) if number.isdigit() else _roman(number)))
        if found["before"].strip() or found["after"].strip() or line.number in edges:
            dressed.add(index)
    again = Counter(line.words for line in lines if line.number in alone)
    text = [index for index, line in enumerate(lines) if index not in heads and again[line.words] < 2]
    chosen = set(heads)
    for chain in _chains(sorted(candidates)):
        sure = sum(index in dressed or _in_mid_sentence(lines, text, index) for index, _ in chain)
        low = chain[0][1] <= _FIRST_OF_A_LIST
        if sure * 3 >= len(chain) * (2 if low else 1) and (len(chain) >= _FEWEST or sure == len(chain) == 2):
            chosen.update(index for index, _ in chain)
    return chosen


def _chains(candidates: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return runs of numbers (index, number) that count up by small steps."""
    chains: list[list[tuple[int, int]]] = []
    for index, number in candidates:
        if chains and 0 < number - chains[-1][-1][1] <= _WIDEST_STEP:
            chains[-1].append((index, number))
        else:
            chains.append([(index, number)])
    return chains


def _in_mid_sentence(lines: Sequence[Line], text: Sequence[int], index: int) -> bool:
    """Whether the text (`text`: the indexes of its lines) goes on over a line in mid sentence."""
    before, after = bisect_left(text, index) - 1, bisect_right(text, index)
    if before < 0 or after >= len(text):
        return False
    return lines[text[before]].words[-1] not in _ENDS and lines[text[after]].words[0].islower()


def _numbered_heads(lines: Sequence[Line], apart: set[int]) -> dict[int, int]:
    """Return the indexes of the lines of words that come again with a number that counts up, and the numbers."""
    by_words: dict[str, list[tuple[int, int]]] = {}
    facing: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        found = _head(line)
        if found is None:
            continue
        if line.gap or (line.number in apart and found["words"].isupper()):
            words = " ".join(found["words"].lower().split())
            number = int(found["left"] or found["right"])
            by_words.setdefault(words, []).append((index, number))
            # The left page has the even number, on its left; the two pages bear different heads.
            if number % 2 == (0 if found["left"] else 1):
                facing.append((index, number))
    chains = [chain for places in by_words.values() for chain in _chains(places)]
    chains += [chain for chain in _chains(facing) if all(b[1] == a[1] + 1 for a, b in pairwise(chain))]
    return {index: number for chain in chains if len(chain) >= 2 for index, number in chain}


def _head(line: Line) -> re.Match[str] | None:
    """Return the match of a line that may be a running head with its page number on one side."""
    if len(line.words) > _LONGEST_HEAD or not (line.words[0].isdigit() or line.words[-1].isdigit()):
        return None
    found = _HEAD.fullmatch(line.words)
    return found if found is not None and bool(found["left"]) != bool(found["right"]) else None


def _first_head(lines: Sequence[Line], heads: dict[int, int]) -> set[int]:
    """Return the number of the first line, where it is the head of the left pages and the right ones bear another."""
    found = [match for index in heads if (match := _head(lines[index])) is not None]
    left = {match["words"].casefold() for match in found if match["left"]}
    right = {match["words"].casefold() for match in found if match["right"]}
    return {lines[0].number} if right - left and lines[0].words.casefold() in left - right else set()


def _bare_heads(lines: Sequence[Line], folios: set[int], alone: set[int]) -> set[int]:
    """Return the numbers of the lines without a number that come again beside page numbers or where pages begin."""
    beside: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    places: list[tuple[str, int]] = []
    for index, line in enumerate(lines):
        if index in folios or len(line.words) > _LONGEST_HEAD:
            continue
        everywhere[line.words] += 1
        if line.page or (line.number in alone and (index - 1 in folios or index + 1 in folios)):
            beside[line.words] += 1
            places.append((line.words, line.number))
    return {number for words, number in places if beside[words] >= 2 and beside[words] == everywhere[words]}


def _roman(number: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[sign] for sign in number.lower()]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
