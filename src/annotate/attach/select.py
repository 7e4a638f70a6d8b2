"""Selecting: from the words a person types to a full target, or a refusal that says how to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.attach import rules
from annotate.attach.context import context_length
from annotate.errors import InputRefused
from annotate.match.difference import shown, word_difference
from annotate.match.excerpt import shortened
from annotate.match.near import WorkLimit, nearest
from annotate.match.search import SearchText, search_text
from annotate.match.words import cuts_word
from annotate.model.annotation import Target
from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.text import ReadingText

_LISTED = 5
_HINT_CUTOFF = 0.55


def select(
    reading: ReadingText, quote: str, *, within: str | None = None, occurrence: int | None = None, path: str
) -> Target:
    """Return the full target of the passage a person quotes.

    Normal form, quote style, dashes and white space need not be those of the text; `exact` is the text's own words.
    Places that begin and end with whole words are preferred to places inside words, where there are any. `within` is
    the id of a block or turn the passage begins in, `occurrence` counts from 1 the places that are left.

    Raises InputRefused, placed at `path`: the quote is empty (A105), `within` unknown (A103), the quote stands nowhere
    (A102, with the nearest passage), at several places (A101, with the places), or not so often (A104).
    """
    if not quote.strip():
        raise InputRefused(rules.EMPTY_QUOTE.at(path))
    search = SearchText(reading.text)
    places = _whole_words_first(reading, search.normalised_places(quote))
    if within is not None:
        region = region_of(reading, within, path)
        places = _whole_words_first(
            reading,
            tuple(place for place in search.normalised_places(quote) if region.start <= place.start < region.end),
        )
    if not places:
        raise InputRefused(_absent(reading, search, quote, within, path))
    return target_at(reading, chosen(reading, quote, places, occurrence, path=path))


def chosen(
    reading: ReadingText,
    quote: str,
    places: tuple[Span, ...],
    occurrence: int | None,
    *,
    path: str,
    options: tuple[str, str] = ("--in", "--occurrence"),
) -> Span:
    """Return the one of the places of a quote that is meant, `occurrence` counting from 1.

    `options` are what a person says a block and an occurrence with. Raises InputRefused where there are several and
    none is named (A101), or not so many (A104).
    """
    if occurrence is not None and not 1 <= occurrence <= len(places):
        raise InputRefused(
            rules.NO_SUCH_OCCURRENCE.at(
                path, quote=shortened(quote), times=times(len(places)), occurrence=occurrence, last=len(places)
            )
        )
    if occurrence is None and len(places) > 1:
        raise InputRefused(_several(reading, quote, places, path, options))
    return places[(occurrence or 1) - 1]


def target_at(reading: ReadingText, span: Span) -> Target:
    """Return the full target of a span: its words, position and context (`attach.context.context_length`)."""
    length = context_length(search_text(reading.text), span)
    return Target(
        exact=reading.slice(span),
        prefix=reading.text[max(0, span.start - length) : span.start] or None,
        suffix=reading.text[span.end : span.end + length] or None,
        start=span.start,
        end=span.end,
    )


def times(number: int) -> str:
    """Return "once", "twice" or "7 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def region_of(reading: ReadingText, within: str, path: str) -> Span:
    """Return where the block or turn of this id stands. Raises InputRefused (A103) where there is none."""
    block = reading.block(within)
    if block:
        return block.span
    blocks = reading.turn_blocks(within)
    if not blocks:
        last = reading.blocks[-1].id if reading.blocks else "none"
        raise InputRefused(rules.UNKNOWN_BLOCK.at(path, within=within, last=last))
    return Span(blocks[0].span.start, blocks[-1].span.end)


def _whole_words_first(reading: ReadingText, places: tuple[Span, ...]) -> tuple[Span, ...]:
    whole = tuple(
        place for place in places if not cuts_word(reading.text, place.start) and not cuts_word(reading.text, place.end)
    )
    return whole or places


def _absent(reading: ReadingText, search: SearchText, quote: str, within: str | None, path: str) -> Finding:
    where = f" in {within}" if within else ""
    if within and (elsewhere := search.normalised_places(quote)):
        block = reading.block_at(elsewhere[0].start)
        return rules.ABSENT_QUOTE.at(
            path, quote=shortened(quote), where=where, nearest=f"it stands in {block.id if block else '?'}"
        )
    like = nearest(search, quote, cutoff=_HINT_CUTOFF) if WorkLimit().allows(search, quote) else ()
    if not like:
        return rules.ABSENT_QUOTE.at(
            path, quote=shortened(quote), where=where, nearest="nothing in the text is like it"
        )
    passage = reading.slice(like[0].span)
    block = reading.block_at(like[0].span.start)
    changes = [shown((run,)) for run in word_difference(quote, passage) if run.operation != "same"]
    return rules.ABSENT_QUOTE.at(
        path,
        quote=shortened(quote),
        where=where,
        nearest=f'the nearest passage, in {block.id if block else "?"}, is "{shortened(passage, 120)}"'
        f" ({shortened(', '.join(changes), 100)})",
    )


def _several(
    reading: ReadingText, quote: str, places: tuple[Span, ...], path: str, options: tuple[str, str]
) -> Finding:
    shown_places = [f"({number}) {_around(reading, place)}" for number, place in enumerate(places[:_LISTED], 1)]
    more = f" and {len(places) - _LISTED} more" if len(places) > _LISTED else ""
    blocks = [block.id for block in (reading.block_at(place.start) for place in places) if block]
    alone = next((block for block in blocks if blocks.count(block) == 1), None)
    return rules.REPEATED_QUOTE.at(
        path,
        quote=shortened(quote, 40),
        times=times(len(places)),
        places=", ".join(shown_places) + more,
        choice=f"{options[0]} {alone} or {options[1]} 2" if alone else f"{options[1]} 2",
    )


def _around(reading: ReadingText, place: Span) -> str:
    """Return the block of a place and a few words on either side of it."""
    block = reading.block_at(place.start)
    start, end = (block.span.start, block.span.end) if block else (0, len(reading.text))
    before = reading.text[max(start, place.start - 20) : place.start]
    after = reading.text[place.end : max(place.end, min(end, place.end + 20))]
    cut_before, cut_after = "…" if place.start - 20 > start else "", "…" if place.end + 20 < end else ""
    return f'{block.id if block else "?"} "{cut_before}{before}[…]{after}{cut_after}"'
