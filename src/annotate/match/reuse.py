"""Runs of words that two texts share: what one took over from the other, quoted or not.

Words are compared in lower case and without the signs between them, since who takes a sentence over often changes its
commas. The runs are found through all runs of `least` words of the source, so that work grows with the length of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotate.match.tokens import TokenRange

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from annotate.match.tokens import TokenText
    from annotate.model.text import Span

LEAST_WORDS = 8
"""From how many words in a row on two passages hardly agree by chance: stock phrases of English are shorter."""
_COMMON = 50  # a run that the source has at more places is no sign of taking over
_LONGEST_TRIED = 20  # places of the source that one run of the text is held against


class Shared(NamedTuple):
    """Words that stand in a row in both texts: where (code points), and how many."""

    text: Span
    source: Span
    words: int


def shared_runs(text: TokenText, source: TokenText, least: int = LEAST_WORDS) -> list[Shared]:
    """Return the runs of at least `least` words (1 or more) that `text` shares with `source`, in the text's order.

    Each is as long as it can be, and no word of the text is in two; of several places in the source the one that agrees
    longest is taken, and of equals the first.
    """
    if least < 1:
        raise ValueError("a run has at least one word")
    ours, theirs = _Words(text), _Words(source)
    # Few runs of a source stand in the text, so that the source's own need not all be kept.
    runs = theirs.runs(least, set(ours.rows(least)))
    found: list[Shared] = []
    at = 0
    while at + least <= len(ours.folded):
        places = runs.get(tuple(ours.folded[at : at + least]), ())
        if not places or len(places) > _COMMON:
            at += 1
            continue
        length, place = max(
            (_common_length(ours.folded, at, theirs.folded, place), -place) for place in places[:_LONGEST_TRIED]
        )
        found.append(Shared(ours.span(at, length), theirs.span(-place, length), length))
        at += length
    return found


class _Words:
    """The words of a text in lower case, and which token each is."""

    def __init__(self, tokens: TokenText) -> None:
        self._tokens = tokens
        self._numbers = [number for number, token in enumerate(tokens.tokens) if token[0].isalnum()]
        self.folded = [tokens.tokens[number].casefold() for number in self._numbers]

    def rows(self, length: int) -> Iterator[tuple[str, ...]]:
        """Yield each run of so many words, in order."""
        return zip(*(self.folded[start:] for start in range(length)), strict=False)

    def runs(self, length: int, wanted: Container[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
        """Return where each of the wanted runs of so many words begins, as numbers of words."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at, run in enumerate(self.rows(length)):
            if run in wanted:
                found.setdefault(run, []).append(at)
        return found

    def span(self, first: int, length: int) -> Span:
        return self._tokens.span(TokenRange(self._numbers[first], self._numbers[first + length - 1] + 1))


def _common_length(one: Sequence[str], at: int, other: Sequence[str], place: int) -> int:
    length = 0
    while at + length < len(one) and place + length < len(other) and one[at + length] == other[place + length]:
        length += 1
    return length
