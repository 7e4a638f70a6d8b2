"""A block's content cut where annotations begin and end: every character once, in order, whatever overlaps."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from annotate.model.document import Inline, leaves, notes_called, whole_text
from annotate.model.edition import Call, Markup, Sign, Stretch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.model.document import Block, Node
    from annotate.model.edition import Piece
    from annotate.model.text import Span

# Of more annotations over one place nobody can tell one from another; without a limit ten thousand that all overlap
# would be named a hundred million times.
MOST_OVER = 32


class BlockCutter:
    """Cuts the content of one block.

    Takes the code point where the block begins in the reading text, the parts of annotations in it (span and id, in
    order of start), the calls in it (code point and ids, in order), the ids of annotations that began in earlier
    blocks, and the anchors by `xml:id`.
    """

    def __init__(
        self,
        start: int,
        marks: Sequence[tuple[Span, str]],
        calls: Sequence[tuple[int, tuple[str, ...]]],
        begun: set[str],
        anchors: Mapping[str, str],
    ) -> None:
        self._at = start
        self._calls = list(reversed(calls))
        self._begun = begun
        self._anchors = anchors
        self._cuts, self._over, self._begins = _sweep(marks)
        self._call_cuts = sorted(at for at, _ in calls)

    def cut(self, content: tuple[Node, ...]) -> list[Piece]:
        """Return the pieces of (a half of) the block's content; calls due at its end come with `rest`."""
        return self._content(content)

    def gap(self, text: str) -> list[Piece]:
        """Return the pieces of text that stands between the halves of a cut block."""
        return [*self._due(), *self._string(text)]

    def rest(self) -> list[Piece]:
        """Return the calls at the end of the block."""
        return self._due()

    def _content(self, content: tuple[Node, ...]) -> list[Piece]:
        pieces: list[Piece] = []
        for node in content:
            # Due calls come before whatever follows, so that they stand outside the markup that has just closed.
            pieces += self._due()
            if isinstance(node, str):
                pieces += self._string(node)
            elif isinstance(node, Inline):
                pieces += self._inline(node)
        return pieces

    def _inline(self, inline: Inline) -> list[Piece]:
        if inline.silent:
            return self._sign(inline)
        if inline.name == "graphic":
            return [Markup("graphic", (), inline.attributes)]
        inside = self._content(inline.content)
        if inline.name == "l":
            inside += self._due()  # behind a verse line a call would stand on a line of its own
        anchor = self._anchors.get(inline.attributes.get("xml:id", ""), "")
        return [Markup(inline.name, tuple(inside), inline.attributes, anchor)] if inside else []

    def _sign(self, inline: Inline) -> list[Piece]:
        if inline.name == "note":
            called = note_called(inline)
            # An editor's note of the source's own edition stands outside the text and is not ours to show.
            return [Sign(note_sign(inline), self._anchors.get(called.id, ""))] if called else []
        if inline.name == "label":  # of a note, set before it (`note_label`)
            return []
        target = inline.attributes.get("target", "").removeprefix("#")
        sign = " ".join(whole_text(inline.content).split())
        return [Sign(sign, self._anchors.get(target, ""))] if sign else []

    def _string(self, text: str) -> list[Piece]:
        start, end = self._at, self._at + len(text)
        if not self._cuts and not self._calls:
            self._at = end
            return [Stretch(text)] if text else []
        pieces: list[Piece] = []
        while self._at < end:
            if self._calls:
                pieces += self._due()
            index = bisect_right(self._cuts, self._at)
            until = min(self._cuts[index] if index < len(self._cuts) else end, end)
            call = bisect_right(self._call_cuts, self._at)
            until = min(self._call_cuts[call] if call < len(self._call_cuts) else until, until)
            over, begins = (self._over[index - 1], self._begins[index - 1]) if index else ((), ())
            begins = tuple(name for name in begins if name not in self._begun)
            self._begun.update(begins)
            pieces.append(Stretch(text[self._at - start : until - start], over, begins))
            self._at = until
        return pieces

    def _due(self) -> list[Piece]:
        pieces: list[Piece] = []
        while self._calls and self._calls[-1][0] <= self._at:
            pieces.append(Call(self._calls.pop()[1]))
        return pieces


def note_called(inline: Inline) -> Block | None:
    """Return the first block of the author's note an inline is, None if it is none."""
    if inline.name != "note":
        return None
    return next((block for block, _ in leaves(tuple(notes_called(inline.content))) if block.id), None)


def note_label(block: Block) -> str:
    """Return the sign that a note which is a block of its own begins with, "" where it has none."""
    first = block.content[0] if block.name == "note" and block.content else None
    if isinstance(first, Inline) and first.name == "label" and first.silent:
        return " ".join(whole_text(first.content).split())
    return ""


def note_sign(note: Inline) -> str:
    """Return the sign of an author's note: the source's own, else an asterisk."""
    return note.attributes.get("n", "*")


def _sweep(marks: Sequence[tuple[Span, str]]) -> tuple[list[int], list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return where annotations in a block begin or end, which lie over the text from each such place on, which begin.

    Of those over one place the first `MOST_OVER` to begin are returned; of those that begin there, all.
    """
    cuts = sorted({edge for span, _ in marks for edge in (span.start, span.end)})
    over: list[tuple[str, ...]] = []
    begins: list[tuple[str, ...]] = []
    # A target's parts may overlap each other; each annotation lies over a stretch once, until its last part there ends.
    last: dict[str, int] = {}
    ends: list[tuple[int, str]] = []
    waiting = 0
    for cut in cuts:
        while ends and ends[0][0] <= cut:
            end, name = heapq.heappop(ends)
            if last.get(name) == end:
                del last[name]
        first = waiting
        while waiting < len(marks) and marks[waiting][0].start == cut:
            span, name = marks[waiting]
            last[name] = max(span.end, last.get(name, 0))
            heapq.heappush(ends, (span.end, name))
            waiting += 1
        over.append(tuple(islice(last, MOST_OVER)))
        begins.append(tuple(dict.fromkeys(name for _, name in marks[first:waiting])) if waiting > first else ())
    return cuts, over, begins
