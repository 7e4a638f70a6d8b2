"""Lines of a PDF to running text with its marks: spaces, hyphens at line ends, bold and italic, links, raised signs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import RawMark
from annotate.read.pdf.lines import parted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotate.model.source import RawNote
    from annotate.read.pdf.lines import Line
    from annotate.read.pdf.page import Fragment

_HYPHENS = "-\u2010"
_DASHES = "—―"
_CLOSING = ".,;:!?)]}"  # begins a line only where a note's call parts it from its word
_LAST_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*$")
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_COMPOUND = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = lazy_pattern(r"[^\W\d_]+")
# Scripts that are written without spaces between words, and their punctuation.
_UNSPACED = lazy_pattern(
    "[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
)
_RAISED = 0.15  # of the line's size
_SMALLER = 0.86


@dataclass(slots=True)
class Hyphens:
    """Which hyphens at line ends part a word and which belong to one, by the other words of the text.

    `joined` collects each word that was joined, as it stood: `docu-mentary`.
    """

    compounds: frozenset[str]
    words: frozenset[str]
    joined: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Hyphens:
        """Return the hyphens of a text, of which these are all the lines."""
        compounds: set[str] = set()
        words: set[str] = set()
        for line in lines:
            text = line.text.lower().replace("\u2010", "-")
            compounds.update(_COMPOUND.findall(text))
            words.update(_WORD.findall(text))
        return cls(frozenset(compounds), frozenset(words))

    def parts_word(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of `before` only parts a word that goes on in `after`; if so, note it."""
        stem, rest = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
        if not stem or not rest or not rest.group()[0].islower():
            return False
        first, second = stem.group().lower(), rest.group().lower()
        if f"{first}-{second}" in self.compounds:
            return False
        last = first.rpartition("-")[2]
        if last != first and last + second not in self.words and {last, second} <= self.words:  # state-of-the-art
            return False
        self.joined[f"{stem.group()}-{rest.group()}"] += 1
        return True


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is set, and where it leads."""

    bold: bool = False
    italic: bool = False
    position: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch [start, end) of a block's text, and the fragment it was, on which page."""

    start: int
    end: int
    fragment: Fragment
    page: int


@dataclass(frozen=True, slots=True)
class Words:
    """A block's text with its marks and notes.

    `pages` are the numbers of the pages it stands on with the offset at which each begins; `places` tell where each
    stretch of it stands.
    """

    text: str
    marks: tuple[RawMark, ...]
    notes: tuple[RawNote, ...]
    pages: tuple[tuple[int, int], ...]
    places: tuple[Place, ...]


class Writer:
    """Writes lines one after another into one text."""

    def __init__(self, hyphens: Hyphens, notes: Mapping[int, RawNote]) -> None:
        """Prepare to write; `notes` are the notes by the id of the fragment that calls them."""
        self._hyphens = hyphens
        self._notes = notes
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, Style]] = []
        self._places: list[Place] = []
        self._called: list[RawNote] = []
        self._pages: list[tuple[int, int]] = []

    def write(self, lines: Sequence[Line]) -> Words:
        """Return the text of lines."""
        page = 0
        for line in lines:
            self._join(line.text)
            if line.page != page:
                page = line.page
                self._pages.append((page, self._length))
            self._line(line)
        return Words("".join(self._pieces), self._marks(), tuple(self._called), tuple(self._pages), tuple(self._places))

    def _line(self, line: Line) -> None:
        before: Fragment | None = None
        for fragment in line.fragments:
            note = self._notes.get(id(fragment))
            if note is not None:
                self._called.append(replace(note, at=self._length))
            else:
                after_call = before is not None and id(before) in self._notes
                closes = after_call and fragment.text[0] in _CLOSING
                if before is not None and self._length and not closes and parted(before, fragment):
                    self._add(" ")
                start = self._length
                self._add(fragment.text)
                style = _style(fragment, line)
                if self._runs and not any(map(str.isalnum, fragment.text)):
                    # Of a sign that is no letter (a dot, a dash) nobody sees whether it is bold or slanted.
                    neighbour = self._runs[-1][2]
                    style = replace(style, bold=neighbour.bold, italic=neighbour.italic)
                self._runs.append((start, self._length, style))
                self._places.append(Place(start, self._length, fragment, line.page))
            before = fragment

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _join(self, following: str) -> None:
        """Put what belongs between two lines: a space, nothing, or less than nothing (the hyphen goes)."""
        if not self._pieces or following[0] in _CLOSING:
            return
        last = self._pieces[-1]
        if last[-1] in _HYPHENS and len(last) > 1 and not last[-2].isspace():
            if self._hyphens.parts_word(last, following):
                self._pieces[-1] = last[:-1]
                self._length -= 1
                start, _, style = self._runs[-1]
                self._runs[-1] = (start, self._length, style)
        elif not (last[-1] in _DASHES or (_UNSPACED.match(last[-1]) and _UNSPACED.match(following))):
            self._add(" ")

    def _marks(self) -> tuple[RawMark, ...]:
        """Return the marks, outer before inner: links, bold, italic, raised and lowered."""
        made: list[RawMark] = []
        for name, attribute, value_of in _MARKS:
            for start, end, value in _stretches(self._runs, value_of):
                crossed = sorted({edge for mark in made for edge in (mark.start, mark.end) if start < edge < end})
                edges = [start, *crossed, end]
                made += [RawMark(a, b, name, {attribute: value}) for a, b in pairwise(edges)]
        return tuple(sorted(made, key=lambda mark: (mark.start, -mark.end)))


_MARKS: tuple[tuple[str, str, Callable[[Style], str]], ...] = (
    ("ref", "target", lambda style: style.link),
    ("hi", "rend", lambda style: "bold" if style.bold else ""),
    ("hi", "rend", lambda style: "italic" if style.italic else ""),
    ("hi", "rend", lambda style: style.position),
)


def _stretches(
    runs: Sequence[tuple[int, int, Style]], value_of: Callable[[Style], str]
) -> Iterator[tuple[int, int, str]]:
    """Yield where runs that follow each other share a value, and the value."""
    start = end = 0
    value = ""
    for run_start, run_end, style in runs:
        own = value_of(style)
        if own != value:
            if value and start < end:
                yield start, end, value
            start, value = run_start, own
        end = run_end
    if value and start < end:
        yield start, end, value


def _style(fragment: Fragment, line: Line) -> Style:
    position = ""
    if raised(fragment, line):
        position = "superscript"
    elif fragment.size < _SMALLER * line.size and fragment.baseline - line.baseline >= _RAISED * line.size:
        position = "subscript"
    return Style(fragment.bold, fragment.italic, position, fragment.link)


def raised(fragment: Fragment, line: Line) -> bool:
    """Whether a fragment is a small sign above the baseline of its line."""
    return fragment.size < _SMALLER * line.size and line.baseline - fragment.baseline >= _RAISED * line.size
