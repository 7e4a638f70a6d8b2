"""A text as the words and signs that a quotation must keep, whatever it was typed on, and where they stand.

Two passages with the same tokens differ in accidents of writing alone: white space (also before French signs and about
dashes), the style and level of quotation marks, the length of dashes, composed and decomposed characters, the
ligatures of old type, full-width letters, characters without width. Letters, their case, digits, every other sign, and
whether a stroke is a hyphen ("man-eating") or a dash ("man — eating") are kept.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from annotate.lazy_pattern import lazy_pattern
from annotate.match.normalise import normalise
from annotate.match.words import words

if TYPE_CHECKING:
    from annotate.model.text import Span

ELISION = "..."
"""The token of an ellipsis, however it is written: …, three full stops, or four with spaces between them."""
QUOTE_MARK = '"'
DASH = "–"
HYPHEN = "-"
_MOST_COMPARED = 20_000_000  # tokens
_SEPARATOR = "\x1f"
PLACES_LIMIT = 5_000
"""How many places of one run of tokens are listed; a novel has less of all words but a few."""

_SIGN = lazy_pattern(r"\.(?: ?\.){2}(?: ?\.(?! ?\.))?|''|--+|[^\s\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PARTS_OF_WORD = lazy_pattern(r"[^-]+|-")
_HYPHENS = "-\u2010\u2011"
# Ligatures and full-width forms say the same as the letters they stand for; other compatibility forms may not ("10²").
_LIKE_LETTERS = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)) | {
    code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)
}


class TokenRange(NamedTuple):
    """A run of tokens [first, last) of a text."""

    first: int
    last: int


class TokenText:
    """A text and its tokens."""

    def __init__(self, text: str) -> None:
        """Take the text; going over it costs about a second for three million code points."""
        self.text = text
        self._normalised = normalise(text)
        found = self._found()
        self.tokens = [token if token.isascii() else token.translate(_LIKE_LETTERS) for token, _, _ in found]
        self._starts = array("Q", [start for _, start, _ in found])
        self._ends = array("Q", [end for _, _, end in found])

    @cached_property
    def _numbers(self) -> dict[str, array[int]]:
        """Where each token stands."""
        found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        for number, token in enumerate(self.tokens):
            found[token].append(number)
        return dict(found)

    def span(self, tokens: TokenRange) -> Span:
        """Return where a run of one token or more stands in the text (code points)."""
        return self._normalised.original(self._starts[tokens.first], self._ends[tokens.last - 1])

    def together(self, number: int) -> bool:
        """Whether no white space stands between a token and the one before it."""
        return number > 0 and self._starts[number] == self._ends[number - 1]

    def places(self, wanted: list[str]) -> list[TokenRange]:
        """Return where the tokens `wanted` stand in a row, in order, at most PLACES_LIMIT; none for no tokens."""
        found: list[TokenRange] = []
        numbers = [self._numbers.get(token) for token in wanted]
        known = [(len(places), at, places) for at, places in enumerate(numbers) if places is not None]
        if not wanted or len(known) < len(wanted):
            return found
        # The rarest token leads to the fewest places.
        many, rarest, places = min(known, key=itemgetter(0, 1))
        if many * len(wanted) > _MOST_COMPARED:
            return self._places_in_string(wanted)
        for number in places:
            first = number - rarest
            if first >= 0 and self.tokens[first : first + len(wanted)] == wanted:
                found.append(TokenRange(first, first + len(wanted)))
                if len(found) == PLACES_LIMIT:
                    break
        return found

    def _places_in_string(self, wanted: list[str]) -> list[TokenRange]:
        """Return the same as `places` by a search that long runs of few words, over and over, cannot make slow."""
        joined, offsets = self._joined
        sought = _SEPARATOR + _SEPARATOR.join(wanted) + _SEPARATOR
        found: list[TokenRange] = []
        at = joined.find(sought)
        while at >= 0 and len(found) < PLACES_LIMIT:
            first = bisect_left(offsets, at)
            found.append(TokenRange(first, first + len(wanted)))
            at = joined.find(sought, at + 1)
        return found

    @cached_property
    def _joined(self) -> tuple[str, array[int]]:
        """The tokens in one string, and where each begins in it, with the separator before it."""
        offsets = array("Q", [0])
        offsets.extend(accumulate(len(token) + 1 for token in self.tokens))
        return _SEPARATOR + _SEPARATOR.join(self.tokens) + _SEPARATOR, offsets

    def _found(self) -> list[tuple[str, int, int]]:
        """Return each token with where it stands in the normalised text."""
        text = self._normalised.text
        found: list[tuple[str, int, int]] = []
        at = 0
        for word in words(text):
            start, end = word.start, word.end
            if start - at != 1 or text[at] != " ":
                found += self._signs(at, start)
            if "-" in (written := text[start:end]):
                for part in _PARTS_OF_WORD.finditer(text, start, end):
                    token = self._stroke(part.start()) if part.group() == "-" else part.group()
                    found.append((token, part.start(), part.end()))
            else:
                found.append((written, start, end))
            at = end
        return found + self._signs(at, len(text))

    def _signs(self, start: int, end: int) -> list[tuple[str, int, int]]:
        found = []
        for sign in _SIGN.finditer(self._normalised.text, start, end):
            token = sign.group()
            if token[0] == "." and len(token) > 1:
                token = ELISION
            elif token[0] in "'\"":
                token = QUOTE_MARK
            elif token[0] == "-":
                token = self._stroke(sign.start()) if len(token) == 1 else DASH
            found.append((token, sign.start(), sign.end()))
        return found

    def _stroke(self, at: int) -> str:
        """Return whether the stroke at `at` in the normalised text is a hyphen: one short stroke between letters."""
        text = self._normalised.text
        written = self._normalised.original(at, at + 1)
        if self.text[written.start : written.end] not in _HYPHENS:
            return DASH
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        return HYPHEN if before.isalpha() and (after.isalpha() or not after.strip()) else DASH
