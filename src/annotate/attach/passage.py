"""The passage a person means, in any of the ways to say it, and its target in a text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.attach import passage_rules, rules
from annotate.attach.places import block_alone, block_of, listed, nearest_passage, times
from annotate.attach.select import quoted_span, region_of, target_at, whole_words_first
from annotate.errors import InputRefused
from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised
from annotate.match.search import search_text
from annotate.model.annotation import Target
from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.text import ReadingText


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage a person means. One of `quote`, `at` and `whole` says it, or several `parts` do.

    Attributes:
        quote: its words, or with `last` its first words.
        within: the block or turn it begins in.
        occurrence: which of several places, from 1.
        before, after: words that stand right beside it.
        last: the words it ends with, where `quote` are those it begins with.
        until: the block or turn in which the last words begin.
        at: its start and end, code points of the reading text; where there is a `quote` too, these must be its words.
        whole: the id of the block or turn that it is.
        parts: the passages it is made of; all else is left out.
    """

    quote: str = ""
    within: str | None = None
    occurrence: int | None = None
    before: str = ""
    after: str = ""
    last: str | None = None
    until: str | None = None
    at: tuple[int, int] | None = None
    whole: str | None = None
    parts: tuple[Passage, ...] = ()


def target_of(reading: ReadingText, passage: Passage, path: str) -> Target:
    """Return the full target of a passage, its parts in the order of the text.

    Raises InputRefused, placed at `path`, with what is wrong with every part (A101 to A105, A130 to A134), or where
    parts have words in common (A135).
    """
    spans: list[Span] = []
    refused: list[Finding] = []
    for part in passage.parts or (passage,):
        try:
            spans.append(_span(reading, part, path))
        except InputRefused as refusal:
            refused += refusal.findings
    if refused:
        raise InputRefused(*refused)
    spans.sort()
    for one, other in pairwise(spans):
        if one.overlaps(other):
            first, second = (shortened(reading.slice(span), 40) for span in (one, other))
            raise InputRefused(passage_rules.PARTS_OVERLAP.at(path, first=first, second=second))
    targets = tuple(target_at(reading, span) for span in spans)
    return targets[0] if len(targets) == 1 else Target(parts=targets)


def _span(reading: ReadingText, passage: Passage, path: str) -> Span:
    if passage.whole is not None:
        return region_of(reading, passage.whole, path)
    if passage.at is not None:
        return _at(reading, passage.at, passage.quote, path)
    first = quoted_span(
        reading,
        passage.quote,
        within=passage.within,
        occurrence=passage.occurrence,
        before=passage.before,
        after=passage.after,
        path=path,
    )
    if passage.last is None:
        return first
    return Span(first.start, _last(reading, passage, passage.last, first, path).end)


def _at(reading: ReadingText, at: tuple[int, int], quote: str, path: str) -> Span:
    start, end = at
    words = reading.text[start:end] if 0 <= start < end <= len(reading.text) else ""
    if not words.strip():
        raise InputRefused(passage_rules.OFFSETS_OUTSIDE.at(path, start=start, end=end, length=len(reading.text)))
    if quote.strip() and normalised(quote) != normalised(words):
        raise InputRefused(
            passage_rules.OFFSETS_OF_OTHERS.at(
                path, start=start, end=end, words=shortened(words, 100), quote=shortened(quote, 100)
            )
        )
    return Span(start, end)


def _last(reading: ReadingText, passage: Passage, last: str, first: Span, path: str) -> Span:
    """Return where the last words of a passage stand, whose first words stand at `first`.

    Where nothing says in which block, the block or turn of the first words comes before all that follows.
    """
    if not last.strip():
        raise InputRefused(rules.EMPTY_QUOTE.at(path))
    found = whole_words_first(
        reading,
        tuple(
            place
            for place in search_text(reading.text).normalised_places(last, limit=None)
            if place.start >= first.start and place.end >= first.end
        ),
    )
    block = reading.block_at(first.start)
    name = passage.until or passage.within or (block.id if block else None)
    region = region_of(reading, name, path) if name else Span(0, len(reading.text))
    here = tuple(place for place in found if region.start <= place.start < region.end)
    places = here if here or passage.until else found
    words, first_words = shortened(last, 60), shortened(reading.slice(first), 40)
    if not places:
        where = f" in {passage.until}" if passage.until else ""
        like = f"they stand in {block_of(reading, found[0])}" if found else nearest_passage(reading, last)
        raise InputRefused(
            passage_rules.NO_LAST_WORDS.at(path, quote=words, first=first_words, where=where, nearest=like)
        )
    if len(places) > 1:
        alone = block_alone(reading, places) if len({block_of(reading, place) for place in places}) > 1 else None
        raise InputRefused(
            passage_rules.SEVERAL_LAST_WORDS.at(
                path,
                quote=words,
                first=first_words,
                times=times(len(places)),
                places=listed(reading, places),
                choice=f"name the block they stand in with --to {alone}, or " if alone else "",
            )
        )
    return places[0]
