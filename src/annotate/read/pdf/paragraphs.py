"""Lines of a PDF to paragraphs: by indentation, leading, size and last lines, across columns and pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from annotate.lazy_pattern import lazy_pattern
from annotate.read.pdf.measure import INDENT, Edges, at_edge, same_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.read.pdf.lines import Line
    from annotate.read.pdf.measure import Measure
    from annotate.read.pdf.page import Box

# In parts of the size of the type.
_ALIGNED = 0.4
_SPACE = 0.25
_FIT = 0.3
_FIT_IN_SENTENCE = 2.5
_WIDEST_GAP = 2.2
_CENTRED = 0.5
# In parts of the usual pitch.
_APART = 1.25
_DISPLAY = 1.15  # times the size of the text: set by sense, not by the width of the column
_BULLET = lazy_pattern("[•▪◦‣■●○∙\uf0b7]")
_SENTENCE_END = lazy_pattern(r"[.?!…:。？！]['\"”’»›)\]]*$")
LEADERS = lazy_pattern(r"(?:[.·_]\s?){5}")  # from a title to its page in a table of contents
_BROAD, _NARROW = lazy_pattern("[mwMWQ@—]"), lazy_pattern("[ijlt.,;:'’|!fr()I ]")
_HYPHENS = "-\u2010"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and the edges of the column it stands in (of the passage, where that is set further in).

    `foot`: it is small type at the foot of a page, beside the running text.
    """

    line: Line
    edges: Edges
    foot: bool = False


@dataclass(slots=True)
class Paragraph:
    """Lines that make a paragraph; they may stand in several columns and pages."""

    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside the running text: furniture of a page, a picture with its caption, lines set sideways."""

    page: int
    furniture: str = ""
    picture: Box | None = None
    lines: tuple[Line, ...] = ()


Item: TypeAlias = "Paragraph | Aside"
Stream: TypeAlias = "Iterable[Placed | Aside]"


def placed(lines: tuple[Line, ...], edges: Edges) -> list[Placed]:
    """Return the lines of a column with their edges: a passage of three lines set further in has edges of its own."""
    found: list[Placed] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and _in_step(lines[start], lines[end]):
            continue
        run = lines[start:end]
        inward = run[0].left - edges.left > INDENT * run[0].size
        widest = max(line.right for line in run)
        filled = sum(line.right > widest - 0.12 * (widest - run[0].left) for line in run)
        own = len(run) >= 3 and filled >= len(run) / 2 and (inward or not same_size(run[0].size, lines[0].size))
        found += [Placed(line, Edges(run[0].left, widest) if own else edges) for line in run]
        start = end
    return found


def _in_step(first: Line, line: Line) -> bool:
    return abs(first.left - line.left) < 1 and same_size(first.size, line.size)


def paragraphs_of(stream: Stream, measure: Measure) -> Iterator[Item]:
    """Yield the paragraphs of a text in order, and what stands between them.

    What stands in the middle of a paragraph (a page's furniture, a picture, small type at its foot) follows it.
    """
    current: list[Placed] = []
    held: list[Item] = []
    small: list[Placed | Aside] = []
    for item in stream:
        if isinstance(item, Placed) and item.foot:
            small.append(replace(item, foot=False))
            continue
        held += paragraphs_of(small, measure) if small else ()
        small = []
        if isinstance(item, Aside):
            held.append(item)
            continue
        if current and not _goes_on(current, item, measure):
            yield Paragraph([each.line for each in current])
            current = []
        if not current:
            yield from held
            held = []
        current.append(item)
    if current:
        yield Paragraph([each.line for each in current])
    yield from held
    yield from paragraphs_of(small, measure) if small else ()


def _goes_on(before: list[Placed], after: Placed, measure: Measure) -> bool:
    last, line = before[-1].line, after.line
    if not same_size(last.size, line.size) or _changes_weight(before, line) or _BULLET.match(line.text):
        return False
    if LEADERS.search(last.text):
        return False
    pitch = line.baseline - last.baseline
    near = 0.3 * line.size <= pitch <= _APART * measure.pitch(line.size) + 0.1 * line.size
    if last.page == line.page and pitch > 0 and last.left < after.edges.right and line.left < before[-1].edges.right:
        return near and _same_column(before, after, measure)
    return _next_column(before, after, measure)


def _changes_weight(before: list[Placed], line: Line) -> bool:
    """Whether a bold or italic paragraph is over, or one begins after a sentence's end."""
    first = line.fragments[0]
    if not first.bold and all(each.line.bold for each in before):
        return True
    if not first.italic and all(each.line.italic for each in before):
        return True
    last = before[-1].line
    starts = (line.bold and not last.fragments[-1].bold) or (line.italic and not last.fragments[-1].italic)
    return starts and _SENTENCE_END.search(last.text) is not None


def _same_column(before: list[Placed], after: Placed, measure: Measure) -> bool:
    last, line, size = before[-1].line, after.line, after.line.size
    if _centred(before[-1]) and _centred(after):
        return True
    if size >= _DISPLAY * measure.size:
        middles = abs(line.left + line.right - last.left - last.right) / 2
        return min(abs(line.left - last.left), middles) <= _ALIGNED * size
    gaps = _wide_gaps(last)
    if gaps or _wide_gaps(line):
        return len(gaps) == 1 and not _wide_gaps(line) and abs(line.left - gaps[0]) <= _ALIGNED * size
    further = line.left - last.left
    if len(before) > 1 and abs(further) > INDENT * size:
        return False
    if further > INDENT * size and _SENTENCE_END.search(last.text):  # an indented line begins a paragraph
        return False
    return not _short(before[-1], line)


def _next_column(before: list[Placed], after: Placed, measure: Measure) -> bool:
    """Whether the first line of a column or page goes on with the paragraph at the foot of the one before."""
    last, line = before[-1].line, after.line
    if _wide_gaps(last) or _wide_gaps(line) or line.size >= _DISPLAY * measure.size:
        return False
    first = line.text.lstrip("“‘«„\"'(")[:1]
    if last.text[-1:] in _HYPHENS and first.islower():
        return True
    full = not _short(before[-1], line) and line.left - after.edges.left <= INDENT * line.size
    if not _SENTENCE_END.search(last.text):
        running = len(before) > 1 or last.left - before[-1].edges.left > INDENT * last.size
        return first.islower() or (running and full)
    # A sentence ends with the last line. A new paragraph would be indented, or the line be shorter by chance.
    return full and (measure.indents or (measure.justified and at_edge(last, before[-1].edges)))


def _short(before: Placed, line: Line) -> bool:
    """Whether a line ends though the next one's first word would have fitted on it."""
    last = before.line.text
    if last[-1:] in _HYPHENS:
        return False
    first = line.fragments[0]
    word = first.text.split(" ", 1)[0]
    width = (first.right - first.left) * _breadth(word) / _breadth(first.text)
    # In the middle of a sentence only a line that is far too short ends a paragraph (a line of verse, an address).
    slack = _FIT if _SENTENCE_END.search(last) or not first.text[:1].islower() else _FIT_IN_SENTENCE
    return before.line.right + (_SPACE + slack) * line.size + width < before.edges.right


def _breadth(text: str) -> float:
    """Return how broad a text is, measured in average letters."""
    return len(text) + 0.6 * len(_BROAD.findall(text)) - 0.45 * len(_NARROW.findall(text))


def _centred(each: Placed) -> bool:
    line, edges = each.line, each.edges
    left, right = line.left - edges.left, edges.right - line.right
    return left > line.size and abs(left - right) <= _CENTRED * line.size


def _wide_gaps(line: Line) -> list[float]:
    """Return where fragments begin that stand far from the one before: cells of a table, a label and its text."""
    return [
        after.left for before, after in pairwise(line.fragments) if after.left - before.right > _WIDEST_GAP * line.size
    ]
