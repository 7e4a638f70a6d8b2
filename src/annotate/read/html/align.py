"""Finds blocks of a page again in the words that a library took from it, in the same order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Place = tuple[int, int]

_LONG = 28  # characters of a block that does not recur by chance
_WINDOW = 60_000  # characters beyond the last place found in which a block is looked for that begins amid a piece


def key_of(text: str) -> str:
    """Return a text without white space and without what cannot be printed, which libraries drop."""
    key = "".join(text.split())
    return key if key.isprintable() else "".join(filter(str.isprintable, key))


@dataclass(frozen=True, slots=True)
class Words:
    """The library's text as one key, where its pieces begin and end, and its pieces by their first words."""

    text: str
    borders: frozenset[int]
    starts: dict[str, list[int]]

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Words:
        """Return the words of a text that comes in pieces (its text nodes)."""
        keys = [key for key in map(key_of, pieces) if key]
        text = "".join(keys)
        borders = [0]
        for key in keys:
            borders.append(borders[-1] + len(key))
        starts: dict[str, list[int]] = {}
        for at in borders:
            starts.setdefault(text[at : at + _LONG], []).append(at)
        return cls(text, frozenset(borders), starts)

    def place(self, key: str, hint: int) -> Place | None:
        """Return where a block stands, first looking at `hint`; of a block in part, the part; None if nowhere."""
        whole = self._start(key, hint)
        if whole is not None:
            return whole, whole + len(key)
        if len(key) < 3 * _LONG:
            return None
        first, last = self._start(key[:_LONG], hint), self._start(key[-_LONG:], hint)
        if first is not None and last is not None and first < last <= first + 2 * len(key):
            return first, last + _LONG
        if first is not None and self.text.startswith(key[: 2 * _LONG], first):
            return first, first + 2 * _LONG
        if last is not None and self.text.endswith(key[-2 * _LONG :], 0, last + _LONG):
            return last - _LONG, last + _LONG
        return None

    def _start(self, key: str, hint: int) -> int | None:
        if self.text.startswith(key, hint):
            return hint
        at = next((at for at in self.starts.get(key[:_LONG], ()) if self.text.startswith(key, at)), -1)
        if at < 0:
            at = self.text.find(key, hint, hint + len(key) + _WINDOW)
        return at if at >= 0 else None


def aligned(keys: Sequence[str], words: Words) -> list[Place | None]:
    """Return for each block, given by its key, its place among `words`; None for those that are not there."""
    candidates: list[tuple[int, int, int]] = []  # block, start, end
    hint = 0
    for index, key in enumerate(keys):
        place = words.place(key, hint) if len(key) >= _LONG else None
        if place:
            hint = place[1]
            candidates.append((index, *place))
    places: list[Place | None] = [None] * len(keys)
    for number in _heaviest_chain(candidates):
        index, start, end = candidates[number]
        places[index] = (start, end)
    _between(keys, words, places)
    return places


def _heaviest_chain(candidates: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return which candidates keep the order without overlap and cover most, as their numbers.

    A page repeats a paragraph as a teaser, or part of one as a pull quote: of two claims to the same words one holds.
    """
    # Ends of chains so far, rising, with rising weights; where two weigh the same the later block wins.
    ends: list[int] = []
    weights: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, start, end) in enumerate(candidates):
        best = bisect_right(ends, start) - 1
        weight = (weights[best] if best >= 0 else 0) + end - start
        before.append(last[best] if best >= 0 else -1)
        at = bisect_right(ends, end)
        if at and weights[at - 1] > weight:
            continue
        first = at - 1 if at and (ends[at - 1] == end or weights[at - 1] == weight) else at
        while at < len(ends) and weights[at] <= weight:
            at += 1
        ends[first:at], weights[first:at], last[first:at] = [end], [weight], [number]
    chain: list[int] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(number)
        number = before[number]
    return chain


def _between(keys: Sequence[str], words: Words, places: list[Place | None]) -> None:
    """Find short blocks between the long ones: whole pieces of what the library has there."""
    known = [(-1, 0, 0), *((index, *place) for index, place in enumerate(places) if place)]
    known.append((len(keys), len(words.text), len(words.text)))
    for (before, _, reached), (after, end, _) in pairwise(known):
        at = reached
        for index in range(before + 1, after):
            key = keys[index]
            if not key or at >= end:
                continue
            found = words.text.find(key, at, end)
            while found >= 0 and not (found in words.borders and found + len(key) in words.borders):
                found = words.text.find(key, found + 1, end)
            if found >= 0:
                at = found + len(key)
                places[index] = (found, at)
