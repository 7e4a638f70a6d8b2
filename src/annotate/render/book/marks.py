"""Filling in what a part of a book leaves open, once it is known where it stands (`part` lists the marks)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.render.pdf.syntax import reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.render.book.part import Body, PartHead

_MARK = re.compile(rb"\0([RTKXGW]\d+)\0")
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


class Marks:
    """Fills in the marks of one part."""

    def __init__(
        self, head: PartHead, tree: tuple[int, int, int], first: int, key: int, printed: Sequence[str]
    ) -> None:
        self._head = head
        self._tree = tree
        self._first = first
        self._key = key
        self._printed = printed
        self._streams: dict[int, int] = {}
        self._written: dict[bytes, bytes] = {}

    def number_stream(self, own: int, number: int) -> None:
        """Note the number that a stream of the part has in the book."""
        self._streams[own] = number

    def referred_ahead(self, streams: Sequence[Body]) -> list[int]:
        """Return the streams that one before them refers to."""
        plain = self._head.plain
        found = (
            int(mark[1:]) - plain
            for own, stream in enumerate(streams)
            for mark in _MARK.findall(stream.head)
            if mark.startswith(b"R") and int(mark[1:]) - plain > own
        )
        return list(dict.fromkeys(found))

    def numbers(self, own: int) -> int:
        """Return the number that an object of the part has in the book."""
        return self._first + own if own < self._head.plain else self._streams[own - self._head.plain]

    def filled(self, data: bytes) -> bytes:
        """Return bytes with what the binding puts in."""
        pieces = _MARK.split(data)
        pieces[1::2] = [self._written.get(mark) or self._mark(mark) for mark in pieces[1::2]]
        return b"".join(pieces)

    def _mark(self, mark: bytes) -> bytes:
        """Return what stands in the place of a mark, and keep it: most references stand in several places."""
        written = self._written[mark] = self._worked_out(mark[:1], int(mark[1:]))
        return written

    def _worked_out(self, kind: bytes, index: int) -> bytes:
        if kind == b"R":
            return reference(self.numbers(index))
        if kind == b"T":
            return reference(self._tree[index])
        if kind == b"K":
            return b"%d" % (self._key + index)
        words = self._printed[index]
        if kind == b"W":
            return words.encode("utf-16-be").hex().encode()
        number = self._head.numbers[index]
        digits = self._head.digits[number.digits]
        if kind == b"G":
            return digits.shown(words)
        return b"%.2f" % (number.x - digits.width(words) * _SHARES[number.align])
