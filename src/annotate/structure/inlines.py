"""Markup inside a block: what was found and what the source marks as one, and the content of a block made of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotate.model.document import Inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.model.document import Node
    from annotate.model.source import RawMark

NOTE_CALL = "noteAnchor"  # the type of a `ref` that is the sign of a note
_JOINTS = frozenset({"xml:id", "next", "prev"})
_POINTS = frozenset({"pb", "graphic"})  # markup that covers nothing


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup at [start, end) of a text: a TEI element name and its attributes."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def nested(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks without those that cross an earlier one or repeat it, outer before inner."""
    kept: list[Mark] = []
    open_marks: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        while open_marks and open_marks[-1].end <= mark.start:
            open_marks.pop()
        outer = open_marks[-1] if open_marks else None
        if (mark.start == mark.end and mark.name not in _POINTS) or (outer is not None and mark.end > outer.end):
            continue
        if any(other.name == mark.name == "title" for other in open_marks):
            continue
        kept.append(mark)
        open_marks.append(mark)
    return kept


def with_source_marks(marks: list[Mark], source: Iterable[RawMark]) -> list[Mark]:
    """Return the markup found and the source's own as one; what was found gives way where the two would cross."""
    own = [Mark(mark.start, mark.end, mark.name, mark.attributes) for mark in source]
    if not own:
        return marks
    found = [mark for mark in marks if not any(_cross(mark, other) or _hides(other, mark) for other in own)]
    return nested([*found, *own])


def _hides(outer: Mark, mark: Mark) -> bool:
    """Whether a mark stands inside another, and TEI wants it outside (`docAuthor` in a `byline`)."""
    inside = outer.start <= mark.start and mark.end <= outer.end
    return mark.name == "docAuthor" and inside and (outer.start, outer.end) != (mark.start, mark.end)


def _cross(mark: Mark, other: Mark) -> bool:
    if mark.end <= other.start or other.end <= mark.start:
        return False
    inside = mark.start <= other.start and other.end <= mark.end
    around = other.start <= mark.start and mark.end <= other.end
    return not (inside or around)


def content_of(text: str, marks: list[Mark], notes: Iterable[tuple[int, Inline]] = ()) -> tuple[Node, ...]:
    """Return a text with its markup and the notes called in it as the content of a block.

    `marks` are as `nested` gives them; a note stands in the innermost markup around the offset of its call, after what
    ends there.
    """
    filler = _Filler(text, marks, sorted(notes, key=lambda note: note[0]))
    return filler.fill(0, len(text), outermost=True)


def verse_of(content: tuple[Node, ...]) -> tuple[Node, ...]:
    r"""Return the content of a stanza, its lines in `l`; markup that goes over a line's end is cut there."""
    kept = [Inline("l", line) for line in _lines(content) if line]
    return tuple(node for number, line in enumerate(kept) for node in (("\n", line) if number else (line,)))


def _lines(content: tuple[Node, ...]) -> list[tuple[Node, ...]]:
    lines: list[list[Node]] = [[]]
    for node in content:
        pieces: list[Node]
        if isinstance(node, str):
            pieces = list(node.split("\n"))
        elif isinstance(node, Inline) and node.content and not node.silent:
            pieces = _cut_by_lines(node)
        else:
            pieces = [node]
        for number, piece in enumerate(pieces):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(piece)
    return [tuple(line) for line in lines]


def _cut_by_lines(inline: Inline) -> list[Node]:
    """Return an inline's parts, one a line; what names it and joins it to others stays with the first."""
    pieces: list[Node] = []
    attributes = inline.attributes
    for line in _lines(inline.content):
        pieces.append(replace(inline, content=line, attributes=attributes) if line else "")
        if line:
            attributes = {name: value for name, value in attributes.items() if name not in _JOINTS}
    return pieces


class _Filler:
    """Walks a text once, opening and closing markup and setting notes as it goes."""

    def __init__(self, text: str, marks: list[Mark], notes: list[tuple[int, Inline]]) -> None:
        self._text = text
        self._marks = marks
        self._notes = notes
        self._mark = self._note = 0

    def fill(self, start: int, end: int, *, outermost: bool = False) -> tuple[Node, ...]:
        content: list[Node] = []
        at = start
        while self._mark < len(self._marks) and self._starts_inside(self._marks[self._mark], end):
            mark = self._marks[self._mark]
            self._mark += 1
            at = self._add_text(content, at, mark.start)
            inside = self.fill(mark.start, mark.end) if mark.start < mark.end else ()
            calls_note = mark.name == "ref" and mark.attributes.get("type") == NOTE_CALL
            content.append(Inline(mark.name, inside, mark.attributes, silent=calls_note))
            at = mark.end
        self._add_text(content, at, end, inside=not outermost)
        while outermost and self._note < len(self._notes):
            content.append(self._notes[self._note][1])
            self._note += 1
        return tuple(content)

    def _starts_inside(self, mark: Mark, end: int) -> bool:
        return mark.start < end or (mark.start == mark.end == end)

    def _add_text(self, content: list[Node], at: int, end: int, *, inside: bool = False) -> int:
        """Add the text up to `end`, and the notes called in it; `inside` markup, not those called where it ends."""
        while self._note < len(self._notes) and self._notes[self._note][0] <= end - inside:
            called = max(self._notes[self._note][0], at)
            if called > at:
                content.append(self._text[at:called])
            content.append(self._notes[self._note][1])
            self._note += 1
            at = called
        if end > at:
            content.append(self._text[at:end])
        return end
