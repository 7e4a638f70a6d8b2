r"""Running text under construction: pieces joined, white space collapsed, markup and notes at their offsets.

In a flow "\n" is a line break the page asks for (`br`, a line of `pre`); every other white space is one space.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import RawMark, RawNote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What is white space between words; the no-break space and its kin are characters.
# Single spaces, which most are, are passed over.
_BLANKS = lazy_pattern(r" *[\t\n\r\v\f\x85][ \t\n\r\v\f\x85]*| {2,}")
_BLANKS_IN_LINE = lazy_pattern(r"[ \t\r\v\f\x85]+")
_ENDS = " \n"
# Pages that say something put markup five deep at most; each level costs a mark in every paragraph it goes over.
_DEEPEST = 24


@dataclass(frozen=True, slots=True)
class Flow:
    r"""Text with "\n" where the page breaks a line, its markup in document order, its notes, its line."""

    text: str
    line: int
    marks: tuple[RawMark, ...] = ()
    notes: tuple[RawNote, ...] = ()

    def cut(self, places: Sequence[int]) -> list[Flow]:
        """Return the parts that begin at `places` (rising, from 0), each with its share of markup and notes.

        Blanks at the ends of a part are cut off. What covers nothing, a note or a picture, belongs to the part that
        begins where it stands, if there is one.
        """
        ends = [*places[1:], len(self.text)]
        spans = [_trimmed(self.text, start, end) for start, end in zip(places, ends, strict=True)]
        marks: list[list[RawMark]] = [[] for _ in spans]
        notes: list[list[RawNote]] = [[] for _ in spans]
        for mark in self.marks:
            for part in range(bisect_right(places, mark.start) - 1, len(spans)):
                if places[part] >= mark.end > mark.start:
                    break
                first, last = spans[part]
                if mark.start == mark.end:
                    at = min(max(mark.start, first), last) - first
                    marks[part].append(RawMark(at, at, mark.name, mark.attributes))
                    break
                begins, stops = _trimmed(self.text, max(mark.start, first), min(mark.end, last))
                if begins < stops:
                    marks[part].append(RawMark(begins - first, stops - first, mark.name, mark.attributes))
        for note in self.notes:
            part = bisect_right(places, note.at) - 1
            first, last = spans[part]
            notes[part].append(RawNote(min(max(note.at, first), last) - first, note.blocks, note.place, note.sign))
        return [
            Flow(self.text[first:last], self.line, _outer_first(marks[part]), tuple(notes[part]))
            for part, (first, last) in enumerate(spans)
        ]

    def by_lines(self) -> Flow:
        """Return the flow with markup that goes over a line's end cut there, as a line of verse holds its own."""
        marks: list[RawMark] = []
        for mark in self.marks:
            start = mark.start
            while (end := self.text.find("\n", start, mark.end)) >= 0:
                if start < end:
                    marks.append(RawMark(start, end, mark.name, mark.attributes))
                start = end + 1
            if start < mark.end or mark.start == mark.end:
                marks.append(RawMark(start, mark.end, mark.name, mark.attributes))
        return Flow(self.text, self.line, _outer_first(marks), self.notes)

    def joined(self) -> Flow:
        """Return the flow as one line: each line break a space."""
        return Flow(self.text.replace("\n", " "), self.line, self.marks, self.notes)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks at its ends."""
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return start, end


def _outer_first(marks: list[RawMark]) -> tuple[RawMark, ...]:
    """Return marks by place, outer before inner; where two cover the same, the one opened first is outer."""
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


@dataclass(slots=True)
class _Open:
    name: str
    attributes: Mapping[str, str]
    start: int
    order: int


@dataclass(slots=True)
class FlowBuilder:
    """Collects one flow after another; markup that is open where a flow ends goes on in the next."""

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _blank: bool = True  # whether a space would be the second in a row
    _line: int = 0
    _open: list[_Open] = field(default_factory=list)
    _closed: list[tuple[int, RawMark]] = field(default_factory=list)
    _notes: list[RawNote] = field(default_factory=list)
    _order: int = 0

    def add(self, text: str, line: int, *, lines_kept: bool = False) -> None:
        """Append text of the source; `line` is its line there."""
        if lines_kept:
            pieces = _BLANKS_IN_LINE.sub(" ", text).split("\n")
            for number, piece in enumerate(pieces):
                if number:
                    self.break_line()
                self._append(piece, line + number)
        else:
            self._append(_BLANKS.sub(" ", text), line)

    def _append(self, text: str, line: int) -> None:
        if self._blank:
            text = text.removeprefix(" ")
        if not text:
            return
        if not self._line:
            self._line = line
        self._pieces.append(text)
        self._length += len(text)
        self._blank = text[-1] == " "

    def space(self) -> None:
        """Part what comes from what was, as the blocks of a table cell do."""
        self._append(" ", self._line)

    def break_line(self) -> None:
        """Begin a new line."""
        if self._pieces and self._pieces[-1].endswith(" "):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        self._pieces.append("\n")
        self._length += 1
        self._blank = True

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin markup."""
        self._order += 1
        self._open.append(_Open(name, attributes, self._length, self._order))

    def close(self) -> None:
        """End the markup opened last."""
        mark = self._open.pop()
        if mark.start < self._length and len(self._open) < _DEEPEST:
            self._closed.append((mark.order, RawMark(mark.start, self._length, mark.name, mark.attributes)))

    def point(self, name: str, attributes: Mapping[str, str]) -> None:
        """Put markup that covers nothing."""
        self._order += 1
        self._closed.append((self._order, RawMark(self._length, self._length, name, attributes)))

    def note(self, note: RawNote) -> None:
        """Call a note here; its own offset is not used."""
        self._notes.append(RawNote(self._length, note.blocks, note.place, note.sign))

    @property
    def at(self) -> int:
        """How many code points the flow has."""
        return self._length

    def take(self) -> Flow | None:
        """Return the flow and begin a new one; None if it holds no text, markup or note."""
        if not self._pieces and not self._closed and not self._notes:
            for mark in self._open:
                mark.start = 0
            return None
        going_on = [
            (mark.order, RawMark(mark.start, self._length, mark.name, mark.attributes))
            for mark in self._open[:_DEEPEST]
            if mark.start < self._length
        ]
        marks = tuple(mark for _, mark in sorted(self._closed + going_on, key=lambda pair: pair[0]))
        flow = Flow("".join(self._pieces), self._line, marks, tuple(self._notes))
        for mark in self._open:
            mark.start = 0
        self._pieces, self._closed, self._notes = [], [], []
        self._length, self._blank, self._line = 0, True, 0
        return flow
