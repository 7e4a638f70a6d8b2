"""Selecting: from the words a person types to a full target, or a refusal that says how to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.attach import passage_rules, rules
from annotate.attach.context import context_length
from annotate.attach.places import block_alone, block_of, listed, nearest_passage, times
from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised
from annotate.match.search import search_text
from annotate.match.words import cuts_word
from annotate.model.annotation import Target
from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.text import ReadingText

_BRACKETED = lazy_pattern(r"(?s)([^\[]*)\[(.*\w.*)\]([^\]]*)")


def select(
    reading: ReadingText, quote: str, *, within: str | None = None, occurrence: int | None = None, path: str
) -> Target:
    """Return the full target of the passage a person quotes; found, and refused, as by `quoted_span`."""
    return target_at(reading, quoted_span(reading, quote, within=within, occurrence=occurrence, path=path))


def quoted_span(
    reading: ReadingText,
    quote: str,
    *,
    within: str | None = None,
    occurrence: int | None = None,
    before: str = "",
    after: str = "",
    path: str,
) -> Span:
    """Return where the words stand that a person quotes.

    Normal form, quote style, dashes and white space need not be those of the text. Places that begin and end with whole
    words are preferred to places inside words, where there are any. `within` is the id of a block or turn the passage
    begins in, `before` and `after` are words right beside it, `occurrence` counts from 1 the places that are left.
    Where the text has no such words in brackets, brackets set those that are meant apart from others around them:
    `promised [the film] to Ben`.

    Raises InputRefused, placed at `path`: the quote is empty (A105), `within` unknown (A103), the quote stands nowhere
    (A102, with the nearest passage), nowhere between these words (A130), at several places (A101, with the places), or
    not so often (A104).
    """
    if not quote.strip():
        raise InputRefused(rules.EMPTY_QUOTE.at(path))
    search = search_text(reading.text)
    # All of them: a person may mean the last of thousands, by its block or the words beside it.
    everywhere = search.normalised_places(quote, limit=None)
    if not everywhere and not (before or after):
        before, quote, after = _out_of_brackets(quote)
        everywhere = search.normalised_places(quote, limit=None)
    places = everywhere
    if within is not None:
        region = region_of(reading, within, path)
        places = tuple(place for place in places if region.start <= place.start < region.end)
    if not places:
        raise InputRefused(_absent(reading, quote, within, everywhere, path))
    if before.strip() or after.strip():
        places = _beside(reading, quote, places, (before, after), path)
    places = whole_words_first(reading, places)
    return chosen(reading, quote, places, occurrence, path=path)


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


def whole_words_first(reading: ReadingText, places: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the places that begin and end with whole words, all where there are none."""
    whole = tuple(
        place for place in places if not cuts_word(reading.text, place.start) and not cuts_word(reading.text, place.end)
    )
    return whole or places


def _out_of_brackets(quote: str) -> tuple[str, str, str]:
    """Return what stands before, in and after the brackets of a quote; all of it in the middle where there are none."""
    bracketed = _BRACKETED.fullmatch(quote)
    if bracketed is None:
        return "", quote, ""
    before, middle, after = (words.strip() for words in bracketed.groups())
    return (before, middle, after) if before or after else ("", quote, "")


def _beside(
    reading: ReadingText, quote: str, places: tuple[Span, ...], context: tuple[str, str], path: str
) -> tuple[Span, ...]:
    """Return the places between these words, whole words where there are any. Refuses to find none (A130)."""
    before, after = (normalised(words) for words in context)
    found, whole = [], []
    for place in places:
        # Twice the length and some: a run of white space or decomposed letters are longer than their normal form.
        ahead = normalised(reading.text[max(0, place.start - 2 * len(before) - 8) : place.start])
        behind = normalised(reading.text[place.end : place.end + 2 * len(after) + 8])
        if ahead.endswith(before) and behind.startswith(after):
            found.append(place)
            if not cuts_word(ahead, len(ahead) - len(before)) and not cuts_word(behind, len(after)):
                whole.append(place)
    if not found:
        sides = zip(("after", "before"), context, strict=True)
        raise InputRefused(
            passage_rules.OTHER_CONTEXT.at(
                path,
                quote=shortened(quote, 40),
                times=times(len(places)),
                context=" and ".join(f'{side} "{shortened(words, 40)}"' for side, words in sides if words.strip()),
                places=listed(reading, places),
            )
        )
    return tuple(whole or found)


def _absent(reading: ReadingText, quote: str, within: str | None, elsewhere: tuple[Span, ...], path: str) -> Finding:
    where = f" in {within}" if within else ""
    like = f"it stands in {block_of(reading, elsewhere[0])}" if elsewhere else nearest_passage(reading, quote)
    return rules.ABSENT_QUOTE.at(path, quote=shortened(quote), where=where, nearest=like)


def _several(
    reading: ReadingText, quote: str, places: tuple[Span, ...], path: str, options: tuple[str, str]
) -> Finding:
    alone = block_alone(reading, places)
    return rules.REPEATED_QUOTE.at(
        path,
        quote=shortened(quote, 40),
        times=times(len(places)),
        places=listed(reading, places),
        choice=f"{options[0]} {alone} or {options[1]} 2" if alone else f"{options[1]} 2",
    )
