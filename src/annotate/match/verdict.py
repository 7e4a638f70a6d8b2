"""Whether a quotation says what its source says: a verdict, not a score.

The verdicts and what each allows:

- `verbatim`: it stands in the source code point for code point, from the start of a word to the end of one.
- `normalised`: it stands there but for accidents of writing (`match.tokens`), the case of its first letter ("[W]e"
  too), a "[sic]", and the comma or full stop that closes it: a full stop only where the source has a sign there as
  well, so that a sentence cut short before a "not" is no quotation of it.
- `elided`: each part between "…" or "[…]" is verbatim or normalised, the parts stand in order, and no two are further
  apart than MOST_LEFT_OUT tokens; what was left out is told, for it may hold a "not". Where a "not" is hardly less
  than all that was left out (up to three words), the quotation is `altered`.
- `altered`: only something like it stands there; the difference is told word by word. `marked` is true where nothing
  differs but words that stand in square brackets, and no "not" came or went with them.
- `absent`: searched everywhere, and nothing in the source is like it.
- `not-searched`: no place says it exactly, and the work limit did not allow to look for a place like it; or it has more
  than MOST_PARTS parts.

A quotation that other words interrupt (“It was cold,” she said, “and dark”) is `verbatim` or `normalised` only where
its parts follow each other in the source with nothing but a sign between them: what is left out without “…” is altered.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from annotate.match.candidates import Quoted, candidates
from annotate.match.difference import Run, word_difference
from annotate.match.near import nearest, similarity
from annotate.match.negation import negations
from annotate.match.search import SearchText
from annotate.match.tokens import ELISION, QUOTE_MARK, TokenRange, TokenText
from annotate.match.words import words
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.match.near import WorkLimit

VerdictKind: TypeAlias = Literal["verbatim", "normalised", "elided", "altered", "absent", "not-searched"]
MOST_LEFT_OUT = 500
"""Tokens that an elision may leave out; parts further apart are not one quotation."""
MOST_PARTS = 50
"""Parts of a quotation that are looked for in order; nobody quotes in more, and the work grows with them."""
_MOST_ADDED = 12  # tokens of the source that words in square brackets may stand for
_SHORT = 12  # tokens
_FEWEST_KEPT = 2  # words, where the change is a "not"
_TELLING = 3  # words, where it is another
_MOST_CHANGED = 2
_MOST_HIDING = 3  # words
_CLOSING = frozenset(",.;:–")
_BETWEEN_PARTS = _CLOSING | {QUOTE_MARK}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a source says of a quotation.

    Attributes:
        kind: the verdict.
        parts: where the quotation's parts stand in the source (code points); one but for `elided`; of `altered` the
            passage most like it; none of `absent`.
        left_out: what the source has between the parts, of `elided`.
        difference: how the source differs from the quotation, of `altered`.
        marked: whether each word that differs stands in square brackets and none is a "not", of `altered`.
        others: the other places where the source says the same, of `verbatim` and `normalised`.
        score: how alike quotation and source are, 0 to 1; it tells nothing of what they mean.
    """

    kind: VerdictKind
    parts: tuple[Span, ...] = ()
    left_out: tuple[str, ...] = ()
    difference: tuple[Run, ...] = ()
    marked: bool = False
    others: tuple[Span, ...] = ()
    score: float = 1.0

    @property
    def span(self) -> Span | None:
        """From the first part to the last."""
        return Span(self.parts[0].start, self.parts[-1].end) if self.parts else None


class Copy:
    """The reading text of a source's copy, made ready to hold many quotations against it."""

    def __init__(self, text: str) -> None:
        """Take the reading text."""
        self.text = text

    @cached_property
    def tokens(self) -> TokenText:
        """Its words and signs."""
        return TokenText(self.text)

    @cached_property
    def search(self) -> SearchText:
        """The text made ready for approximate search."""
        return SearchText(self.text)


@lru_cache(maxsize=4)
def copy_of(text: str) -> Copy:
    """Return a reading text made ready; that of the last few is kept, as many quotations are held against each."""
    return Copy(text)


def verdict_of_parts(parts: Sequence[str], copy: Copy, limit: WorkLimit | None) -> Verdict:
    """Return what the copy says of a quotation whose parts other words stand between; see `verdict`."""
    whole = " ".join(part.strip() for part in parts)
    if 1 < len(parts) <= MOST_PARTS and (row := _in_a_row([_read(TokenText(part)) for part in parts], copy.tokens)):
        return _found(whole, row, copy)
    return verdict(whole, copy, limit)


def verdict(quotation: str, copy: Copy, limit: WorkLimit | None) -> Verdict:
    """Return what the copy of its source says of a quotation, given without its quotation marks.

    A quotation without a letter or digit is `absent`. Without a limit of work no place is looked for that is only like
    it: what is not said exactly is `not-searched`.
    """
    quoted = quotation.strip()
    tokens = TokenText(quoted)
    if not any(token[0].isalnum() for token in tokens.tokens):
        return Verdict("absent", score=0.0)
    read = _read(tokens)
    if places := copy.tokens.places(tokens.tokens) or _said(read, copy.tokens):
        return _found(quoted, places, copy)
    pieces = _pieces(read)
    if len(pieces) > MOST_PARTS:
        return Verdict("not-searched", score=0.0)
    parts = _in_order(pieces, copy.tokens) if len(pieces) > 1 or ELISION in read else None
    if parts is None:
        return _like_it(quoted, read, copy, limit) if limit is not None else Verdict("not-searched", score=0.0)
    spans = tuple(copy.tokens.span(part) for part in parts)
    left_out = tuple(_between(copy.text, spans))
    added = any(piece.added for piece in pieces)
    if added or any(_hides_not(left) for left in left_out):
        return _altered(quoted, Span(spans[0].start, spans[-1].end), copy, marked=added)
    return Verdict("elided", spans, left_out=left_out)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a quotation in a row; `added` if square brackets with words of another stand between it and the last."""

    tokens: list[str]
    added: bool


def _read(quoted: TokenText) -> list[str]:
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


def _pieces(read: list[str]) -> list[_Piece]:
    """Return the pieces of a quotation between its elisions and its words in square brackets."""
    pieces: list[_Piece] = []
    tokens: list[str] = []
    added, at = False, 0
    while at < len(read):
        end = at + 1
        if read[at] == "[" and "]" in read[at:]:
            end = read.index("]", at) + 1
        elif read[at] != ELISION:
            tokens.append(read[at])
            at += 1
            continue
        if tokens:
            pieces.append(_Piece(tokens, added and bool(pieces)))
            tokens, added = [], False
        added |= read[at:end] not in ([ELISION], ["[", ELISION, "]"])
        at = end
    return [*pieces, _Piece(tokens, added and bool(pieces))] if tokens else pieces


def _said(tokens: list[str], source: TokenText) -> list[TokenRange]:
    """Return where the source has these tokens, the case of the first letter and the closing sign aside."""
    found = _either_case(tokens, source)
    if found or len(tokens) < 2 or tokens[-1] not in _CLOSING:
        return found
    full_stop = tokens[-1] != ","
    return [place for place in _either_case(tokens[:-1], source) if _may_close(source, place.last, full_stop=full_stop)]


def _in_a_row(parts: list[list[str]], source: TokenText) -> list[TokenRange]:
    """Return where the parts follow each other with at most two signs between them.

    A comma or stroke that closes a part but the last may be the interruption's own.
    """
    begun = [(place.first, place.last) for part in _unclosed(parts[0]) for place in _either_case(part, source)]
    for number, part in enumerate(parts[1:], start=2):
        forms = _unclosed(part) if number < len(parts) else [part]
        places = {place for form in forms for place in source.places(form)}
        if number == len(parts) and part and part[-1] in _CLOSING:
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


def _either_case(tokens: list[str], source: TokenText) -> list[TokenRange]:
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


def _found(quoted: str, places: list[TokenRange], copy: Copy) -> Verdict:
    spans = [copy.tokens.span(place) for place in places]
    same = [span for span in spans if copy.text[span.start : span.end] == quoted]
    chosen = (same or spans)[0]
    others = tuple(span for span in (same or spans) if span != chosen)
    return Verdict("verbatim" if same else "normalised", (chosen,), others=others)


def _in_order(pieces: Sequence[_Piece], source: TokenText) -> list[TokenRange] | None:
    """Return where the pieces stand in order with the least between them, or None where they do not."""
    places = [_said(piece.tokens, source) for piece in pieces]
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


def _between(text: str, spans: Sequence[Span]) -> Iterator[str]:
    for one, other in pairwise(spans):
        yield text[one.end : other.start].strip()


def _hides_not(left: str) -> bool:
    """Whether an elision leaves out hardly more than a "not"."""
    return bool(negations(left)) and len(words(left)) <= _MOST_HIDING


def _like_it(quoted: str, read: list[str], copy: Copy, limit: WorkLimit) -> Verdict:
    unclosed = read[:-1] if read and read[-1] in _CLOSING else read
    if place := _all_but_one(unclosed, copy.tokens):
        return _altered(quoted, copy.tokens.span(place), copy)
    if through_index := candidates(copy.search, Quoted(quoted)):
        return _altered(quoted, through_index[0].span, copy)
    if not limit.allows(copy.search, quoted):
        return Verdict("not-searched", score=0.0)
    found = nearest(copy.search, quoted)
    return _altered(quoted, found[0].span, copy) if found else Verdict("absent", score=0.0)


def _all_but_one(read: list[str], source: TokenText) -> TokenRange | None:
    """Return where the source has a short quotation with up to _MOST_CHANGED words in a row added or in place of one.

    A likeness of letters does not see that "it is good" comes from "it is not good", since three words are like many.
    """
    if not _FEWEST_KEPT <= len(read) <= _SHORT:
        return None
    for cut in range(1, len(read)):
        before = _either_case(read[:cut], source)
        for after in (read[cut:], read[cut + 1 :]):
            kept = sum(token[0].isalnum() for token in (*read[:cut], *after))
            if kept < _FEWEST_KEPT or not after:
                continue
            last = {place.first: place.last for place in source.places(after)}
            for place in before:
                for at in range(place.last + 1, place.last + 1 + _MOST_CHANGED):
                    if at in last and (kept >= _TELLING or negations(" ".join(source.tokens[place.last : at]))):
                        return TokenRange(place.first, last[at])
    return None


def _altered(quoted: str, span: Span, copy: Copy, *, marked: bool = False) -> Verdict:
    passage = copy.text[span.start : span.end]
    if quoted.endswith(",") and not passage.endswith(","):
        quoted = quoted[:-1]  # the comma before the closing mark is no alteration, so it is not shown as one
    difference = word_difference(quoted, passage)
    return Verdict(
        "altered",
        (span,),
        difference=difference,
        marked=marked and all(negations(run.quoted) == negations(run.found) for run in difference),
        score=similarity(quoted, passage),
    )
