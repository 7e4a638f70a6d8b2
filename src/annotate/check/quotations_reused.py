"""Passages of a text that stand in a source too and are in no quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.match.reuse import shared_runs
from annotate.match.tokens import TokenText
from annotate.match.verdict import Verdict, copy_of
from annotate.match.words import words
from annotate.model.quotation import quotations
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.check.quotations_copy import CopyText
    from annotate.model.document import Document
    from annotate.model.text import ReadingText


@dataclass(frozen=True, slots=True)
class Reused:
    """Words in a row that a text and a source have.

    Attributes:
        span: where they stand in the text's reading text (code points), without what is quoted.
        words: how many words.
        source: the id of the source.
        place: where they stand in its copy: "b4, page 12".
    """

    span: Span
    words: int
    source: str
    place: str


def reused(document: Document, reading: ReadingText, copies: Mapping[str, CopyText], least: int) -> tuple[Reused, ...]:
    """Return what a text has from copies, at least `least` words (1 or more) in a row, in the text's order.

    Quotations are left out: of words in a row that begin or end in one, what stands outside it counts.
    """
    quoted = sorted(span for one in quotations(document, reading) for span in one.marked)
    text = TokenText(reading.text)
    found = []
    for name, copy in copies.items():
        for run in shared_runs(text, copy_of(copy.reading.text).tokens, least):
            place = copy.place(Verdict("verbatim", (run.source,)))
            for span in _outside(reading.text, run.text, quoted):
                many = len(words(reading.slice(span)))
                if many >= least:
                    found.append(Reused(span, many, name, place))
    return tuple(sorted(found, key=lambda one: (one.span, one.source)))


def _outside(text: str, span: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a passage that lie in no quotation, without the signs and spaces at their ends."""
    at = span.start
    for start, end in [*((one.start, one.end) for one in quoted if one.overlaps(span)), (span.end, span.end)]:
        inside = words(text[at : max(at, min(start, span.end))])
        if inside:
            yield Span(at + inside[0].start, at + inside[-1].end)
        at = max(at, end)
