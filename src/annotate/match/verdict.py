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

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from annotate.match.candidates import Quoted, candidates
from annotate.match.difference import Run, word_difference
from annotate.match.near import nearest, similarity
from annotate.match.negation import negations
from annotate.match.quoted_tokens import CLOSING, as_read, either_case, in_a_row, in_order, pieces_of, places_said
from annotate.match.search import SearchText
from annotate.match.tokens import ELISION, TokenRange, TokenText
from annotate.match.words import words
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.match.near import WorkLimit

VerdictKind: TypeAlias = Literal["verbatim", "normalised", "elided", "altered", "absent", "not-searched"]
MOST_PARTS = 50
"""Parts of a quotation that are looked for in order; nobody quotes in more, and the work grows with them."""
_SHORT = 12  # tokens
_FEWEST_KEPT = 2  # words, where the change is a "not"
_TELLING = 3  # words, where it is another
_MOST_CHANGED = 2
_MOST_HIDING = 3  # words


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
    if 1 < len(parts) <= MOST_PARTS and (row := in_a_row([as_read(TokenText(part)) for part in parts], copy.tokens)):
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
    read = as_read(tokens)
    if places := copy.tokens.places(tokens.tokens) or places_said(read, copy.tokens):
        return _found(quoted, places, copy)
    pieces = pieces_of(read)
    if len(pieces) > MOST_PARTS:
        return Verdict("not-searched", score=0.0)
    parts = in_order(pieces, copy.tokens) if len(pieces) > 1 or ELISION in read else None
    if parts is None:
        return _like_it(quoted, read, copy, limit) if limit is not None else Verdict("not-searched", score=0.0)
    spans = tuple(copy.tokens.span(part) for part in parts)
    left_out = tuple(_between(copy.text, spans))
    added = any(piece.added for piece in pieces)
    if added or any(_hides_not(left) for left in left_out):
        return _altered(quoted, Span(spans[0].start, spans[-1].end), copy, marked=added)
    return Verdict("elided", spans, left_out=left_out)


def _found(quoted: str, places: list[TokenRange], copy: Copy) -> Verdict:
    spans = [copy.tokens.span(place) for place in places]
    same = [span for span in spans if copy.text[span.start : span.end] == quoted]
    chosen = (same or spans)[0]
    others = tuple(span for span in (same or spans) if span != chosen)
    return Verdict("verbatim" if same else "normalised", (chosen,), others=others)


def _between(text: str, spans: Sequence[Span]) -> Iterator[str]:
    for one, other in pairwise(spans):
        yield text[one.end : other.start].strip()


def _hides_not(left: str) -> bool:
    """Whether an elision leaves out hardly more than a "not"."""
    return bool(negations(left)) and len(words(left)) <= _MOST_HIDING


def _like_it(quoted: str, read: list[str], copy: Copy, limit: WorkLimit) -> Verdict:
    unclosed = read[:-1] if read and read[-1] in CLOSING else read
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
        before = either_case(read[:cut], source)
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
