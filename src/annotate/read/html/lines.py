"""What line breaks mean: nothing, the end of a paragraph, or a line of verse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form

if TYPE_CHECKING:
    from annotate.read.html.flow import Flow

_PARAGRAPH_ENDS = lazy_pattern(r"\n{2,}")
_BREAKS = lazy_pattern(r"\n+")
# A label at the start of a line: "Q:", "Director:", "ALISON KLAYMAN —"; what bears one is no line of verse.
_LABEL = lazy_pattern(r"(?:[^\W\d_][\w.’'\-]*[ \u00a0]?){1,4}[:—]")
# Bylines, credits and addresses have figures in them, verse has hardly any.
_DIGIT = lazy_pattern(r"\d")
_LONGEST_VERSE = 70  # code points; longer lines of verse are rare, shorter lines of prose too
_SHORTEST_PROSE = 55  # on average: lines of `pre` this long were wrapped by hand
_LONG_PARAGRAPH = 160  # code points; a line this long is a paragraph ended by one break


def parted(flow: Flow, *, wrapped: bool = False) -> list[tuple[Flow, Form | None]]:
    r"""Return the blocks of a flow, each with the form its line breaks give it, None if they give none.

    Two breaks in a row end a paragraph; lines that begin with labels, are as long as paragraphs, or short and with
    figures in them stand alone; three or more other short lines are verse. `wrapped`: the lines are those of `pre`,
    which were wrapped by hand if they are long.
    """
    text = flow.text
    if "\n" not in text:
        return [(part, None) for part in flow.cut([0])]
    places = [0, *(match.end() for match in _PARAGRAPH_ENDS.finditer(text) if match.end() < len(text))]
    stretches = (stretch for stretch in flow.cut(places) if stretch.text or stretch.marks or stretch.notes)
    return [block for stretch in stretches for block in _stretch(stretch, wrapped=wrapped)]


def _stretch(flow: Flow, *, wrapped: bool) -> list[tuple[Flow, Form | None]]:
    lines = flow.text.split("\n")
    if len(lines) == 1:
        return [(flow, None)]
    if wrapped:
        prose = sum(map(len, lines[:-1])) / (len(lines) - 1) >= _SHORTEST_PROSE
        return [(flow.joined(), None)] if prose else [(flow.by_lines(), Form.VERSE)]
    starts = [0, *(match.end() for match in _BREAKS.finditer(flow.text))]
    bold = {mark.start for mark in flow.marks if mark.attributes.get("rend") == "bold"}
    labelled = [start for start in starts if start in bold or _LABEL.match(flow.text, start)]
    if len(labelled) >= 2:
        return _split(flow, labelled)
    if all(len(line) > _LONG_PARAGRAPH for line in lines[:-1]):
        return _split(flow, starts)
    if all(len(line) <= _LONGEST_VERSE for line in lines):
        if _DIGIT.search(flow.text):
            return _split(flow, starts)
        if len(lines) >= 3:
            return [(flow.by_lines(), Form.VERSE)]
    return [(flow.joined(), None)]


def _split(flow: Flow, starts: list[int]) -> list[tuple[Flow, Form | None]]:
    places = [0, *(start for start in starts if start)]
    return [(part.joined(), None) for part in flow.cut(places)]
