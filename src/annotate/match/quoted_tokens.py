"""Where a text has the tokens of a quotation: in a row, in parts, and with the liberties that quoting allows.

The case of the first letter, a "[sic]", a letter in brackets and the sign that closes a quotation are such liberties;
`match.verdict` says what they mean.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.match.negation import negations
from annotate.match.tokens import ELISION, QUOTE_MARK, TokenRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.match.tokens import TokenText

MOST_LEFT_OUT = 500
"""Tokens that an elision may leave out; parts further apart are not one quotation."""
CLOSING = frozenset(",.;:–")
_BETWEEN_PARTS = CLOSING | {QUOTE_MARK}
_MOST_ADDED = 12  # tokens of the source that words in square brackets may stand for


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quotation in a row; `added` if square brackets with words of another stand between it and the last."""

    tokens: list[str]
    added: bool


def as_read(quoted: TokenText) -> list[str]:
    """Return the tokens as they are meant to be read: "[W]e" is "We", and "[sic]" is nothing."""
    tokens, read, at = quoted.tokens, list[str](), 0
    while at < len(tokens):
        inside = tokens[at + 1] if tokens[at] == "[" and tokens[at + 2 : at + 3] == ["]"] else ""
        if inside == "sic":
            at += 3
        elif len(inside) == 1 and inside.isalpha() and at + 3 < len(tokens) and quoted.together(at + 3):
            read.append(inside + tokens[at + 3])
            at += 4
        else:
            read.append(tokens[at])
            at += 1
    return read


def pieces_of(read: list[str]) -> list[Piece]:
    """Return the pieces of a quotation between its elisions and its words in square brackets."""
    pieces: list[Piece] = []
    tokens: list[str] = []
    added, at = False, 0
    last = max((number for number, word in enumerate(read) if word == "]"), default=-1)
    while at < len(read):
        end = at + 1
        if read[at] == "[" and at < last:
            end = read.index("]", at) + 1
        elif read[at] != ELISION:
            tokens.append(read[at])
            at += 1
            continue
        if tokens:
            pieces.append(Piece(tokens, added and bool(pieces)))
            tokens, added = [], False
        added |= read[at:end] not in ([ELISION], ["[", ELISION, "]"])
        at = end
    return [*pieces, Piece(tokens, added and bool(pieces))] if tokens else pieces


def places_said(tokens: list[str], source: TokenText) -> list[TokenRange]:
    """Return where the source has these tokens, the case of the first letter and the closing sign aside."""
    found = either_case(tokens, source)
    if found or len(tokens) < 2 or tokens[-1] not in CLOSING:
        return found
    full_stop = tokens[-1] != ","
    return [place for place in either_case(tokens[:-1], source) if _may_close(source, place.last, full_stop=full_stop)]


def in_a_row(parts: Sequence[list[str]], source: TokenText) -> list[TokenRange]:
    """Return where the parts follow each other with at most two signs between them.

    A comma or stroke that closes a part but the last may be the interruption's own.
    """
    begun = [(place.first, place.last) for part in _unclosed(parts[0]) for place in either_case(part, source)]
    for number, part in enumerate(parts[1:], start=2):
        forms = _unclosed(part) if number < len(parts) else [part]
        places = {place for form in forms for place in source.places(form)}
        if number == len(parts) and part and part[-1] in CLOSING:
            full_stop = part[-1] != ","
            closed = source.places(part[:-1])
            places.update(place for place in closed if _may_close(source, place.last, full_stop=full_stop))
        by_first: dict[int, list[int]] = {}
        for place in sorted(places):
            by_first.setdefault(place.first, []).append(place.last)
        begun = [
            (first, end)
            for first, last in begun
            for at in range(last, last + 3)
            if all(token in _BETWEEN_PARTS for token in source.tokens[last:at])
            for end in by_first.get(at, ())
        ]
    return sorted({TokenRange(first, last) for first, last in begun})


def _unclosed(tokens: list[str]) -> list[list[str]]:
    """Return a part as it is, and without the sign that closes it."""
    return [tokens, tokens[:-1]] if len(tokens) > 1 and tokens[-1] in {",", "–"} else [tokens]


def either_case(tokens: list[str], source: TokenText) -> list[TokenRange]:
    """Return where the source has these tokens, the first letter large or small."""
    # A sign may stand before the first word, such as the mark of a quotation within.
    at = next((number for number, token in enumerate(tokens) if token[0].isalnum()), 0)
    first = tokens[at] if tokens else ""
    forms = {first, first[:1].upper() + first[1:], first[:1].lower() + first[1:]}
    return sorted({place for form in forms for place in source.places([*tokens[:at], form, *tokens[at + 1 :]])})


def _may_close(source: TokenText, at: int, *, full_stop: bool) -> bool:
    """Whether a quotation may close before token `at` of its source with a sign that is not there.

    A full stop says that the sentence ends, so the source must have a sign there too. A comma says nothing, as many
    set one before the closing mark; but it may not hide a "not".
    """
    if at >= len(source.tokens):
        return True
    following = source.tokens[at]
    if full_stop:
        return not following[0].isalnum()
    return not negations(following)


def in_order(pieces: Sequence[Piece], source: TokenText) -> list[TokenRange] | None:
    """Return where the pieces stand in order with the least between them, or None where they do not."""
    places = [places_said(piece.tokens, source) for piece in pieces]
    ends = [[place.last for place in found] for found in places]
    best: list[TokenRange] | None = None
    for last in places[-1]:
        chain = [last]
        for number in range(len(pieces) - 1, 0, -1):
            at = bisect_right(ends[number - 1], chain[0].first) - 1
            most = _MOST_ADDED if pieces[number].added else MOST_LEFT_OUT
            if at < 0 or chain[0].first - ends[number - 1][at] > most:
                break
            chain.insert(0, places[number - 1][at])
        if len(chain) == len(pieces) and (best is None or _length(chain) < _length(best)):
            best = chain
    return best


def _length(chain: Sequence[TokenRange]) -> int:
    return chain[-1].last - chain[0].first
