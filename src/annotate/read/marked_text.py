"""A text that grows piece by piece: white space collapses, marks nest, notes stand where they are called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import RawMark, RawNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.model.source import RawBlock

# What is white space between words; the no-break space and its kin are characters.
BLANKS = lazy_pattern(r"[ \t\n\v\f\r\x1c-\x1f\x85]+")
_UNEVEN = lazy_pattern(r"[\t\n\v\f\r\x1c-\x1f\x85]|  ")
# libxml2 reads 256 levels; markup nested deeper than this says nothing more to a reader.
MAX_MARKS = 20
_POINTS = frozenset({"pb", "graphic"})


@dataclass(frozen=True, slots=True)
class Words:
    """A finished text (white space collapsed, ends trimmed) with its marks and notes.

    `empty` are the marks that cover none of it, which a block cannot hold.
    """

    text: str
    marks: tuple[RawMark, ...] = ()
    notes: tuple[RawNote, ...] = ()
    empty: tuple[RawMark, ...] = ()

    def wrapped(self, name: str, attributes: Mapping[str, str]) -> Words:
        """Return the same words with one more mark over all of them."""
        return replace(self, marks=(RawMark(0, len(self.text), name, attributes), *self.marks)) if self.text else self


@dataclass(slots=True)
class _Mark:
    name: str
    attributes: Mapping[str, str]
    start: int
    end: int = -1


class MarkedText:
    """A text under construction."""

    __slots__ = ("_after_space", "_length", "_marks", "_notes", "_open", "_parts", "too_deep")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._after_space = True  # at the start of a block, as after a space, white space is dropped
        self._marks: list[_Mark] = []
        self._open: list[tuple[str, _Mark | None]] = []
        self._notes: list[RawNote] = []
        self.too_deep = 0

    def add(self, text: str) -> None:
        """Add words; their white space collapses with what stands before them."""
        words = BLANKS.sub(" ", text) if _UNEVEN.search(text) else text
        if self._after_space:
            words = words.removeprefix(" ")
        if words:
            self._parts.append(words)
            self._length += len(words)
            self._after_space = words[-1] == " "

    def open(self, key: str, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Begin a mark of a TEI name here; `key` is what `close` will call it. Too deep a mark is only counted."""
        if len(self._open) >= MAX_MARKS:
            self.too_deep += 1
            self._open.append((key, None))
            return
        mark = _Mark(name, attributes or {}, self._length)
        self._marks.append(mark)
        self._open.append((key, mark))

    def close(self, key: str) -> bool:
        """End the innermost mark of this key here; whether there was one.

        Marks opened inside it end too and begin again after it, so that none crosses another.
        """
        index = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i][0] == key), -1)
        if index < 0:
            return False
        inner = self._open[index + 1 :]
        for _, mark in self._open[index:]:
            self._end(mark)
        del self._open[index:]
        for inner_key, mark in inner:
            if mark is None:
                self._open.append((inner_key, None))
            else:
                self.open(inner_key, mark.name, mark.attributes)
        return True

    def point(self, name: str, attributes: Mapping[str, str]) -> None:
        """Set a mark that covers nothing (a picture, a page break) here."""
        self._marks.append(_Mark(name, attributes, self._length, self._length))

    def note(self, blocks: Sequence[RawBlock], sign: str, place: str = "foot") -> None:
        """Let a note be called here."""
        self._notes.append(RawNote(self._length, tuple(blocks), place, sign))

    @property
    def open_keys(self) -> tuple[str, ...]:
        """The keys of the marks that are not closed, outermost first."""
        return tuple(key for key, _ in self._open)

    def next_line(self) -> MarkedText:
        """Return a new, empty text in which the marks that are open here are open again."""
        following = MarkedText()
        for key, mark in self._open:
            if mark is None:
                following._open.append((key, None))
            else:
                following.open(key, mark.name, mark.attributes)
        return following

    def finish(self) -> Words:
        """Return the text; marks that are still open end with it."""
        for _, mark in self._open:
            self._end(mark)
        text = "".join(self._parts).rstrip(" ")
        if not self._marks and not self._notes:
            return Words(text)
        size = len(text)
        marks = [_trimmed(mark, text) for mark in self._marks]
        return Words(
            text,
            tuple(mark for mark in marks if mark.start < mark.end or mark.name in _POINTS),
            tuple(note.called_at(min(note.at, size)) for note in self._notes),
            tuple(mark for mark in marks if mark.start == mark.end and mark.name not in _POINTS),
        )

    def _end(self, mark: _Mark | None) -> None:
        if mark is not None:
            mark.end = self._length


def _trimmed(mark: _Mark, text: str) -> RawMark:
    """Return a mark without the white space at its ends; one that covers nothing else is empty."""
    start, end = min(mark.start, len(text)), min(mark.end, len(text))
    if start < end and text[start] == " ":
        start += 1
    if start < end and text[end - 1] == " ":
        end -= 1
    return RawMark(start, end, mark.name, mark.attributes)


def joined(lines: Iterable[Words], separator: str) -> Words:
    """Return lines as one text, `separator` between them; marks and notes keep their places."""
    texts: list[str] = []
    marks: list[RawMark] = []
    notes: list[RawNote] = []
    at = 0
    for line in lines:
        texts.append(line.text)
        marks += (mark.over(mark.start + at, mark.end + at) for mark in line.marks)
        notes += (note.called_at(note.at + at) for note in line.notes)
        at += len(line.text) + len(separator)
    return Words(separator.join(texts), tuple(marks), tuple(notes))
