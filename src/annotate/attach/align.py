"""Aligning two reading texts word by word, so that each passage of the older one is known in the newer.

How: runs of SHINGLE words that stand once in each text are landmarks. The heaviest chain of them that keeps the order
is what stayed; the others that agree are what was moved. What lies between two landmarks is aligned in the same way
with shorter runs, and at last word by word. So the work grows with the length of the texts (times its logarithm), and
no step compares everything with everything (patience diff, Bram Cohen).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from annotate.match.normalise import LIKE_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHINGLE = 6
"""Words (a sign of punctuation is one) in a landmark. Of runs of six words about 1 % occur twice in a text."""
_SHORTER = (3, 1)
_WORD_BY_WORD = 20_000
"""How many pairs of words two stretches may have to be compared word by word."""
_MOVED_TOGETHER = 200
"""Words between two landmarks that were moved together at most."""

# Chinese and Japanese are written without spaces: there each character is a word.
_WORD = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|\w+|[^\w\s]"

_Box: TypeAlias = "tuple[int, int, int, int]"  # words [start, end) of the old text, then of the new


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that are the same in both texts: index of the first in the old and in the new, and how many."""

    old: int
    new: int
    length: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, as numbers that are the same for the same word, and where they start and end in it."""

    numbers: list[int]
    starts: array[int]
    ends: array[int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts, word by word.

    Attributes:
        old: the words of the older text.
        new: the words of the newer one.
        onward: of each old word the index of the same word in the newer text, -1 where it has none.
        back: of each new word the index of the same word in the older text, -1 where it has none.
        landmarks: the runs of landmarks in the order of the old text; `length` counts landmarks, so that the words of
            one reach SHINGLE - 1 further.
    """

    old: Words
    new: Words
    onward: array[int]
    back: array[int]
    landmarks: tuple[Run, ...]


def align(old: str, new: str) -> Alignment:
    """Return the alignment of two texts; quote style and the kind of dash do not count."""
    known: dict[str, int] = {}
    return _Aligner(_words(old, known), _words(new, known)).alignment()


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(_WORD)


def _words(text: str, known: dict[str, int]) -> Words:
    starts, ends = array("l"), array("l")
    numbers: list[int] = []
    for match in _word_pattern().finditer(text.translate(LIKE_SIGNS)):
        numbers.append(known.setdefault(match.group(), len(known)))
        starts.append(match.start())
        ends.append(match.end())
    return Words(numbers, starts, ends)


class _Aligner:
    def __init__(self, old: Words, new: Words) -> None:
        self._old, self._new = old, new
        self._a, self._b = list(old.numbers), list(new.numbers)  # taken words are made unlike all others
        self._onward = array("l", [-1]) * len(old.numbers)
        self._back = array("l", [-1]) * len(new.numbers)

    def alignment(self) -> Alignment:
        whole = (0, len(self._a), 0, len(self._b))
        landmarks = _landmarks(self._a, self._b, whole, SHINGLE)
        stayed = _heaviest_chain(landmarks)
        kept = set(stayed)
        pieces = _moved_pieces(run for run in landmarks if run not in kept)
        # What was moved is settled first: else the words around it would be matched with chance likenesses in it.
        gaps = [gap for piece in pieces for gap in self._take(piece, SHINGLE, within=None)]
        stayed_gaps = self._take(stayed, SHINGLE, within=whole)
        for gap in (*gaps, *stayed_gaps):
            self._fill(gap)
        used = sorted((*stayed, *(run for piece in pieces for run in piece)), key=lambda run: run.old)
        return Alignment(self._old, self._new, self._onward, self._back, tuple(used))

    def _fill(self, box: _Box) -> None:
        """Align the words of a box by ever shorter runs."""
        waiting: list[tuple[_Box, tuple[int, ...]]] = [(box, _SHORTER)]
        while waiting:
            gap, sizes = waiting.pop()
            a, a_end, b, b_end = self._without_like_ends(gap)
            if a == a_end or b == b_end:
                continue
            if (a_end - a) * (b_end - b) <= _WORD_BY_WORD:
                self._compare((a, a_end, b, b_end))
            elif sizes:
                chain = _heaviest_chain(_landmarks(self._a, self._b, (a, a_end, b, b_end), sizes[0]))
                waiting += [(part, sizes[1:]) for part in self._take(chain, sizes[0], within=(a, a_end, b, b_end))]

    def _take(self, chain: Sequence[Run], size: int, within: _Box | None) -> list[_Box]:
        """Match the words of a chain of landmarks, and return what is left between (and, in a box, around) them."""
        gaps = []
        a, b = (within[0], within[2]) if within else (-1, -1)
        for run in chain:
            # Landmarks overlap where words were dropped from between repeated ones.
            skipped = max(0, a - run.old, b - run.new) if a >= 0 else 0
            start_a, start_b, length = run.old + skipped, run.new + skipped, run.length + size - 1 - skipped
            if length <= 0:
                continue
            if a >= 0:
                gaps.append((a, start_a, b, start_b))
            matched = [step for step in range(length) if self._match(start_a + step, start_b + step)]
            # Words at the end of a landmark may belong to what was moved: then the next landmark may have them.
            reached = matched[-1] + 1 if matched else 0
            a, b = start_a + reached, start_b + reached
        if within:
            gaps.append((a, within[1], b, within[3]))
        return gaps

    def _match(self, a: int, b: int) -> bool:
        """Match two words if they are the same and neither is taken, and return whether they were."""
        if self._a[a] != self._b[b]:
            return False
        self._onward[a], self._back[b] = b, a
        self._a[a], self._b[b] = -2 * a - 1, -2 * b - 2
        return True

    def _without_like_ends(self, box: _Box) -> _Box:
        """Match what is alike at the start and the end of a box, and return the rest."""
        a, a_end, b, b_end = box
        while a < a_end and b < b_end and self._a[a] == self._b[b]:
            self._match(a, b)
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and self._a[a_end - 1] == self._b[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            self._match(a_end, b_end)
        return a, a_end, b, b_end

    def _compare(self, box: _Box) -> None:
        a, a_end, b, b_end = box
        matcher = SequenceMatcher(None, self._a[a:a_end], self._b[b:b_end], autojunk=False)
        for block in matcher.get_matching_blocks():
            for step in range(block.size):
                self._match(a + block.a + step, b + block.b + step)


def _landmarks(a: Sequence[int], b: Sequence[int], box: _Box, size: int) -> list[Run]:
    """Return the runs of landmarks of `size` words in a box, in the order of the old text."""
    start_a, end_a, start_b, end_b = box
    first, second = _once(a[start_a:end_a], size), _once(b[start_b:end_b], size)
    runs: list[list[int]] = []
    for shingle, at in first.items():
        there = second.get(shingle)
        if there is None:
            continue
        if runs and (at, there) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1][2] += 1
        else:
            runs.append([at, there, 1])
    return [Run(start_a + at, start_b + there, length) for at, there, length in runs]


def _once(numbers: Sequence[int], size: int) -> dict[tuple[int, ...], int]:
    """Return the runs of `size` words that occur once and where, in order; words that are taken stand in none."""
    places: dict[tuple[int, ...], int] = {}
    again = set()
    for at, shingle in enumerate(zip(*(numbers[shift:] for shift in range(size)), strict=False)):
        if shingle in places:
            again.add(shingle)
        else:
            places[shingle] = at
    for shingle in again:
        del places[shingle]
    return places


def _heaviest_chain(runs: Sequence[Run]) -> list[Run]:
    """Return the runs, given in the order of the old text, that keep the order in the new one too and are longest.

    Longest increasing subsequence by weight, with a Fenwick tree of maxima: n log n.
    """
    ranks = sorted(run.new for run in runs)
    best: list[tuple[int, int]] = [(0, -1)] * (len(runs) + 1)  # weight so far, and the run that reaches it
    before: list[int] = []
    for index, run in enumerate(runs):
        rank = bisect_left(ranks, run.new)
        found = (0, -1)
        at = rank
        while at > 0:
            found = max(found, best[at])
            at -= at & -at
        before.append(found[1])
        reached = (found[0] + run.length, index)
        at = rank + 1
        while at <= len(runs):
            best[at] = max(best[at], reached)
            at += at & -at
    last = (0, -1)
    at = len(runs)
    while at > 0:
        last = max(last, best[at])
        at -= at & -at
    chain = []
    index = last[1]
    while index >= 0:
        chain.append(runs[index])
        index = before[index]
    return chain[::-1]


def _moved_pieces(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs joined to pieces that were moved together, each in the order of both texts."""
    pieces: list[list[Run]] = []
    for run in runs:
        if pieces and _together(pieces[-1][-1], run):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return pieces


def _together(earlier: Run, later: Run) -> bool:
    between_old = later.old - earlier.old - earlier.length
    between_new = later.new - earlier.new - earlier.length
    return 0 <= between_old <= _MOVED_TOGETHER and 0 <= between_new <= _MOVED_TOGETHER
