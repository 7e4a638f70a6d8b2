"""Notes at the foot of a PDF's pages: small type that begins with a sign which is called once on the same page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import RawBlock, RawNote
from annotate.read.pdf.words import Writer, raised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.read.pdf.columns import Column
    from annotate.read.pdf.lines import Line
    from annotate.read.pdf.words import Hyphens

_SMALL = 0.93  # times the size of the text: the type of notes, at most
_HANGING = 0.5  # of its size: a note's text is further from its sign than words are from each other
_SIGN = r"\d{1,3}|[*†‡§¶‖]{1,3}|[a-z]"
_CALL = lazy_pattern(rf"[(\[]?({_SIGN})[)\]]?")
_NOTE = lazy_pattern(r"[(\[]?(\d{1,3}|[*†‡§¶‖]{1,3})[)\].]*(?=\s|$)\s*")
_SENTENCE_END = lazy_pattern(r"[.?!…:。？！]['\"”’»›)\]]*$")


@dataclass(slots=True)
class _Note:
    """A note that is being gathered: its sign, the fragment that calls it and its lines, the sign taken off."""

    sign: str
    call: int
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Notes:
    """What was found at the foot of the pages.

    Attributes:
        lines: ids of the lines that are notes, which are no text.
        small: ids of the lines of small type at the foot of a page with notes that are left as text.
        doubtful: by page, the first line of small type that looks like a note without a call that surely is its own.
    """

    lines: frozenset[int] = frozenset()
    small: frozenset[int] = frozenset()
    doubtful: dict[int, str] = field(default_factory=dict)
    _notes: tuple[_Note, ...] = ()

    def written(self, hyphens: Hyphens) -> dict[int, RawNote]:
        """Return the notes by the id of the fragment that calls each."""
        made: dict[int, RawNote] = {}
        for note in self._notes:
            words = Writer(hyphens, {}).write(note.lines)
            made[note.call] = RawNote(0, (RawBlock(words.text, 1, marks=words.marks),), "foot", note.sign)
        return made


def notes_of(columns: Sequence[Column], size: float) -> Notes:
    """Return the notes of a text whose running text is of a size, from the columns of its pages in order."""
    pages: dict[int, list[Column]] = defaultdict(list)
    for column in columns:
        if column.lines:
            pages[column.lines[0].page].append(column)
    taken: set[int] = set()
    small: set[int] = set()
    doubtful: dict[int, str] = {}
    notes: list[_Note] = []
    waiting: dict[str, int | None] = {}
    for page, own in pages.items():
        zones = [zone for column in own if (zone := _zone(column, size))]
        zone_ids = {id(line) for zone in zones for line in zone}
        calls = _calls(line for column in own for line in column.lines if id(line) not in zone_ids)
        last = notes[-1] if notes and notes[-1].lines[-1].page == page - 1 else None
        found = _page_notes([line for zone in zones for line in zone], {**waiting, **calls}, last, taken)
        notes += found
        answered = {note.call for note in found}
        # A note that finds no room at the foot of its page stands at the foot of the next.
        waiting = {sign: call for sign, call in calls.items() if call not in answered}
        left = [line for zone in zones for line in zone if id(line) not in taken]
        sign = next((line for line in left if _sign_of(line)), None)
        if sign is not None:
            doubtful[page] = sign.text
            small.update(id(line) for line in left)
    return Notes(frozenset(taken), frozenset(small), doubtful, tuple(notes))


def _zone(column: Column, size: float) -> list[Line]:
    """Return the lines of small type below the text of a column."""
    start = len(column.lines)
    while start and column.lines[start - 1].size <= _SMALL * size:
        start -= 1
    # Below a heading alone small type is a list, a register: notes stand below text.
    below_text = any(_SMALL * size < line.size < size / _SMALL for line in column.lines[:start])
    return list(column.lines[start:]) if below_text else []


def _calls(lines: Iterator[Line]) -> dict[str, int | None]:
    """Return the raised signs of lines with the id of the fragment; None for a sign that is there twice."""
    calls: dict[str, int | None] = {}
    for line in lines:
        for fragment, after in zip(line.fragments, (*line.fragments[1:], None), strict=True):
            if not raised(fragment, line):
                continue
            # Of two calls side by side the first has a comma: ¹⁴, ᵈ
            followed = after is not None and raised(after, line)
            match = _CALL.fullmatch(fragment.text.removesuffix(",") if followed else fragment.text)
            if match:
                calls[match.group(1)] = None if match.group(1) in calls else id(fragment)
    return calls


def _page_notes(zone: list[Line], calls: dict[str, int | None], last: _Note | None, taken: set[int]) -> list[_Note]:
    signs = [_sign_of(line) for line in zone]
    found: list[_Note] = []
    # What comes before the page's first sign goes on with the note the page before ended with, if that was not done.
    current = last if last and not _SENTENCE_END.search(last.lines[-1].text) else None
    for line, sign in zip(zone, signs, strict=True):
        call = calls.get(sign)
        if sign and call is not None and signs.count(sign) == 1:
            current = _Note(sign, call, [_without_sign(line)])
            found.append(current)
            taken.add(id(line))
        elif current is not None:
            current.lines.append(line)
            taken.add(id(line))
    return found


def _sign_of(line: Line) -> str:
    """Return the sign a line of small type begins with, raised or with a space or full stop after it; else ""."""
    first = line.fragments[0]
    call = _CALL.fullmatch(first.text)
    if call and len(line.fragments) > 1:
        hangs = line.fragments[1].left - first.right > _HANGING * line.size
        if hangs or raised(first, line) or call.group(1).isdecimal():
            return call.group(1)
    match = _NOTE.match(line.text)
    return match.group(1) if match and match.end() < len(line.text) else ""


def _without_sign(line: Line) -> Line:
    first = line.fragments[0]
    if _CALL.fullmatch(first.text) or _NOTE.fullmatch(first.text):
        return replace(line, fragments=line.fragments[1:])
    match = _NOTE.match(first.text)
    text = first.text[match.end() :] if match else first.text
    return replace(line, fragments=(replace(first, text=text), *line.fragments[1:]))
