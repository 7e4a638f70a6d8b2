"""Which annotations have a certain place, where they are called, and in what order they are numbered."""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.model.anchor import Resolution
    from annotate.model.text import ReadingText

_CLOSING = re.compile(r"""[.,;:!?…)\]”’"'»›]+(?!\w)""")
# In French a call stands before the punctuation, nearly everywhere else after it.
_CALL_BEFORE_PUNCTUATION = frozenset({"fr"})
_LEMMA_WORDS = 8
_LEMMA_SIGNS = 240  # code points: of a script that has no spaces, or of what is no word at all, too much
_PIECE_SIGNS = 2_000  # code points; of a longer piece only its two ends can be among the words that are shown


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation with a certain place.

    Attributes:
        id: its id.
        spans: where its parts stand, in document order; none empty.
        call: the code point of the reading text before which its mark stands.
    """

    id: str
    spans: tuple[Span, ...]
    call: int

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return max(span.end for span in self.spans)


def place(annotation_id: str, resolution: Resolution | None, reading: ReadingText, language: str) -> Placed | None:
    """Return the annotation with its place, or None unless the outcome is trusted and covers some of the text."""
    if resolution is None or not resolution.outcome.trusted:
        return None
    inside = (Span(min(span.start, len(reading.text)), min(span.end, len(reading.text))) for span in resolution.spans)
    spans = tuple(sorted(span for span in inside if not _blank(span, reading)))
    if not spans:
        return None
    return Placed(annotation_id, spans, _call(max(span.end for span in spans), reading, language))


def in_order_of_start(placed: Iterable[Placed]) -> list[Placed]:
    """Return annotations by where they begin, of two that begin together the one that ends later first."""
    return sorted(placed, key=lambda item: (item.start, -item.end, item.id))


def lanes(placed: Iterable[Placed]) -> dict[str, int]:
    """Return for each annotation a lane, from 0, such that no two that overlap share one, with as few as possible."""
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    used = 0
    by_id: dict[str, int] = {}
    for item in in_order_of_start(placed):
        while busy and busy[0][0] <= item.start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, used = used, used + 1
        by_id[item.id] = lane
        heapq.heappush(busy, (item.end, lane))
    return by_id


def lemma(spans: Sequence[Span], reading: ReadingText) -> str:
    """Return the words of the text that `spans` cover, on one line; of more than eight the first and last three."""
    return shortened(" … ".join(_words(span, reading) for span in spans))


def shortened(quote: str) -> str:
    """Return a quote of more than eight words as its first and its last three, and none longer than 240 code points."""
    words = quote.split()
    if len(words) <= _LEMMA_WORDS:
        shown = " ".join(words)
    else:
        shown = f"{' '.join(words[:3]).rstrip('.,;:')} … {' '.join(words[-3:])}"
    if len(shown) <= _LEMMA_SIGNS:
        return shown
    return f"{shown[: _LEMMA_SIGNS // 2].rstrip()} … {shown[-_LEMMA_SIGNS // 2 :].lstrip()}"


def _words(span: Span, reading: ReadingText) -> str:
    """Return the words a span covers, with a space between; of a long one no more than its two ends."""
    if span.end - span.start <= _PIECE_SIGNS:
        return " ".join(reading.slice(span).split())
    half = _PIECE_SIGNS // 2
    ends = (Span(span.start, span.start + half), Span(span.end - half, span.end))
    return " ".join(" ".join(reading.slice(end).split()) for end in ends)


def _blank(span: Span, reading: ReadingText) -> bool:
    """Whether a span covers no text, or nothing but white space."""
    return not reading.text[span.start : span.start + 1].strip() and not reading.slice(span).strip()


def marks_by_block(placed: Iterable[Placed], reading: ReadingText) -> Mapping[str, list[tuple[Span, str]]]:
    """Return by block id the parts of annotations that lie in it, in order of start; a block without has no entry."""
    by_block: dict[str, list[tuple[Span, str]]] = {}
    starts = {block.id: index for index, block in enumerate(reading.blocks)}
    pieces = [(span, item) for item in placed for span in item.spans]
    for span, item in sorted(pieces, key=lambda piece: (piece[0].start, -piece[1].end, piece[1].id)):
        first = reading.block_at(span.start)
        if first is None:
            continue
        for index in range(starts[first.id], len(reading.blocks)):
            block = reading.blocks[index]
            if block.span.start >= span.end:
                break
            start, end = max(span.start, block.span.start), min(span.end, block.span.end)
            if start < end:
                by_block.setdefault(block.id, []).append((Span(start, end), item.id))
    return by_block


def _call(end: int, reading: ReadingText, language: str) -> int:
    """Return where the mark of a passage that ends at `end` stands: behind its last word and what closes it."""
    block = reading.block_at(end - 1)
    if block is None:
        return end
    call = min(end, block.span.end)
    while call > block.span.start and reading.text[call - 1].isspace():
        call -= 1
    if language.split("-", maxsplit=1)[0].lower() in _CALL_BEFORE_PUNCTUATION:
        return call
    closing = _CLOSING.match(reading.text, call, block.span.end)
    return closing.end() if closing else call
