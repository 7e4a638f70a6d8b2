"""Lines to paragraphs: those of a text wrapped by hand are joined, those of any other stand alone."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form, RawBlock, RawMark
from annotate.read.plain.hyphens import HYPHENS, SOFT_HYPHENS, Hyphens
from annotate.read.plain.verse import is_stanza

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.read.plain.lines import Line

# Texts wrapped by hand or by mail programs are this wide at most; a longer line is a paragraph.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_FULL = 0.75  # of the width, what the lines of a wrapped text at least are, most of them
_MOST_FULL = 0.6
_FEW_LONGER = 20  # one line in so many may be longer than the width: an address, a line that was not wrapped
_MOST_INDENTED = 0.4  # of the lines, where an indent begins a paragraph
_UNSPACED = lazy_pattern(r"[\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")
_ENDS = '.!?…:;。！？”’"»)]'


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: the width in code points it is wrapped at (0: it is not), and its indents in columns."""

    width: int
    base: int
    indents_begin: bool


@dataclass(frozen=True, slots=True)
class ResolvedHyphen:
    """A hyphen at the end of a line that was taken out: the line's number, and the word it parted."""

    line: int
    word: str


def layout_of(runs: Sequence[Sequence[Line]]) -> Layout:
    """Return how a text is laid out."""
    lines = [line for run in runs for line in run]
    base = min((line.indent for line in lines), default=0)
    indented = sum(line.indent >= base + 2 for line in lines)
    prose = [run for before, run in pairwise([[], *runs]) if len(run) > 1 and not is_stanza(run, 0, before, base)]
    inside = sorted(len(line.words) for run in prose for line in run[:-1])
    if not inside:
        return Layout(0, base, indents_begin=False)
    longest = inside[-1 - len(inside) // _FEW_LONGER]
    longer = sum(len(line.words) > max(longest * 1.15, _WIDEST_WRAP) for line in lines)
    full = sum(length >= _FULL * longest for length in inside)
    wrapped = _NARROWEST_WRAP <= longest <= _WIDEST_WRAP and longer * _FEW_LONGER <= len(lines)
    width = longest if wrapped and full >= _MOST_FULL * len(inside) else 0
    return Layout(width, base, 0 < indented <= _MOST_INDENTED * len(lines))


class Paragraphs:
    """Makes blocks of runs of lines, and keeps what was resolved on the way."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._layout = layout
        self._hyphens = Hyphens(text)
        self.resolved: list[ResolvedHyphen] = []

    def blocks(self, run: Sequence[Line], before: Sequence[Line]) -> Iterator[RawBlock]:
        """Yield the blocks of a run of lines; `before` is the run before it."""
        if is_stanza(run, self._layout.width, before, self._layout.base):
            yield _block([line.words for line in run], run, "\n", Form.VERSE)
            return
        start = 0
        for index in range(1, len(run) + 1):
            if index == len(run) or not self._goes_on(run[index - 1], run[index]):
                yield self._paragraph(run[start:index])
                start = index

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether a line is full, so that the next one goes on with its paragraph."""
        layout = self._layout
        if not layout.width:
            return False
        if layout.indents_begin and following.indent >= layout.base + 2 and following.indent > line.indent:
            return False
        if self._is_broken(line.words) and following.words[0].islower():
            return True
        first_word = following.words.split(" ", 1)[0]
        return len(line.words) + 1 + len(first_word) > 0.9 * layout.width

    @staticmethod
    def _is_broken(words: str) -> bool:
        return len(words) > 1 and words[-1] in HYPHENS + SOFT_HYPHENS and words[-2].isalpha()

    def _paragraph(self, lines: Sequence[Line]) -> RawBlock:
        if len(lines) == 1 and not lines[0].page:
            return RawBlock(lines[0].words, lines[0].number)
        pieces: list[str] = []
        for line, following in itertools.pairwise(lines):
            pieces.append(self._joined(line, following))
        return _block([*pieces, lines[-1].words], lines, "", Form.UNSAID)

    def _joined(self, line: Line, following: Line) -> str:
        """Return a line with what parts it from the next: a space, nothing, or nothing in place of its hyphen."""
        words = line.words
        if self._is_broken(words):
            if not self._hyphens.parts_word(words, following.words):
                return words
            word = words.rpartition(" ")[2][:-1] + following.words.split(" ", 1)[0]
            self.resolved.append(ResolvedHyphen(line.number, word.strip("“”\"'‘’.,;:!?()")))
            return words[:-1]
        unspaced = _UNSPACED.match(words[-1]) and _UNSPACED.match(following.words[0])
        return words if unspaced else f"{words} "


def joined_over_pages(runs: Sequence[list[Line]], layout: Layout) -> list[list[Line]]:
    """Return the runs, those made one between which a page ends in mid sentence."""
    joined: list[list[Line]] = []
    for run in runs:
        if joined and run[0].page and layout.width and _in_mid_sentence(joined[-1][-1], run[0]):
            joined[-1] = [*joined[-1], *run]
        else:
            joined.append(run)
    return joined


def _in_mid_sentence(line: Line, following: Line) -> bool:
    return line.words[-1] not in _ENDS and (following.words[0].islower() or line.words[-1] in ",-‐")


def _block(pieces: Sequence[str], lines: Sequence[Line], between: str, form: Form) -> RawBlock:
    """Return a block of the texts of its lines, with a page break where a page begins."""
    marks: list[RawMark] = []
    at = 0
    for piece, line in zip(pieces, lines, strict=True):
        if line.page:
            marks.append(RawMark(at, at, "pb"))
        at += len(piece) + len(between)
    return RawBlock(between.join(pieces), lines[0].number, form, marks=tuple(marks))
