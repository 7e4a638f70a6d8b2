"""Text with its accidents taken away (normal form, quote style, dashes, white space), and the way back to the original.

What is ignored: the difference between Unicode's composed and decomposed characters (NFC and NFD, Unicode Standard
Annex 15); curly, straight, low and angle quotation marks, primes and accents used as quotes; the length of a dash;
white space, so that a quote may run over the end of a block; an ellipsis written as one character; characters
without width. What is never ignored: letters, case, digits and every other sign, so that `normalised` equality of two
passages means that they say the same. Compatibility forms (NFKC) are left alone, because they turn "10²" into "102".
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from annotate.lazy_pattern import lazy_pattern
from annotate.model.text import Span

_QUOTES = dict.fromkeys("‘’‚‛‹›`´′ʼ", "'") | dict.fromkeys("“”„‟«»″〝〞", '"')
# Soft hyphen, zero-width space, word joiner, byte order mark. The zero-width joiners stay: they change what a word is
# in Persian, in the scripts of India and in emoji.
_WITHOUT_WIDTH = lazy_pattern("[\u00ad\u200b\u2060\ufeff]+")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
LIKE_SIGNS = str.maketrans(_QUOTES | dict.fromkeys(_DASHES, "-"))
"""For `str.translate`: quotation marks and dashes made straight, one code point for one."""
_FOLDED = lazy_pattern(rf"(?P<space>\s{{2,}}|[^\S ])|(?P<dash>[{_DASHES}]{{2,}}|[{_DASHES[1:]}])|…")
_NOT_ASCII = lazy_pattern(r"[\x00-\x7f]?[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class _Way:
    """The way from changed text back to the text before: what is not in a change is shifted, a change is one piece.

    `changes` holds, of each change in order, its start and end after and before it.
    """

    changes: tuple[tuple[int, int, int, int], ...]
    starts: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the range before the changes; one that begins or ends inside a change takes in the whole of it."""
        return self._start(start), max(self._start(start), self._end(end))

    def _start(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        _, after_end, before_start, before_end = self.changes[index]
        return before_start if offset < after_end else offset - after_end + before_end

    def _end(self, offset: int) -> int:
        index = bisect_right(self.starts, offset - 1) - 1
        if index < 0:
            return offset
        _, after_end, _, before_end = self.changes[index]
        return before_end if offset <= after_end else offset - after_end + before_end


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and the ways back to the original, the last taken first."""

    text: str
    _ways: tuple[_Way, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """Return the span of the original (code points) that gave [start, end) of the normalised text.

        What became one piece (a run of white space, a base with its accents) is taken in whole.
        """
        for way in reversed(self._ways):
            start, end = way.back(start, end)
        return Span(start, end)


def normalise(text: str) -> Normalised:
    """Return `text` in composed form, quotes and dashes straight, white space runs one space; case is kept."""
    if text.isascii() and "`" not in text and not _FOLDED.search(text):
        return Normalised(text)
    ways = []
    # The order matters: what has no width may stand between a letter and its accent, or between two dashes.
    for changes in (_without_width, _compositions, _foldings):
        replacements = changes(text)
        if replacements:
            text, way = _replace(text, replacements)
            ways.append(way)
    for sign, plain in _QUOTES.items():
        text = text.replace(sign, plain)  # many times quicker than `str.translate` in a long text
    return Normalised(text, tuple(ways))


def normalised(text: str) -> str:
    """Return the normalised form of `text`, without white space at its ends, to compare it with another."""
    return normalise(text).text.strip()


def _without_width(text: str) -> list[tuple[int, int, str]]:
    return [(match.start(), match.end(), "") for match in _WITHOUT_WIDTH.finditer(text)]


def _foldings(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, plain form) of every white space run, dash and ellipsis that is not plain."""
    return [
        (match.start(), match.end(), " " if match["space"] else "-" if match["dash"] else "...")
        for match in _FOLDED.finditer(text)
    ]


def _compositions(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, composed form) of every cluster of `text` that is not in normal form C."""
    found: list[tuple[int, int, str]] = []
    if unicodedata.is_normalized("NFC", text):
        return found
    for run in _NOT_ASCII.finditer(text):
        if unicodedata.is_normalized("NFC", run.group()):
            continue
        start = run.start()
        for end in range(start + 1, run.end() + 1):
            if end < run.end() and _continues(text[end]):
                continue
            cluster = text[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                found.append((start, end, composed))
            start = end
    return found


def _continues(character: str) -> bool:
    """Whether a character can combine with the one before: a mark, or a Korean vowel or final consonant."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _replace(text: str, replacements: list[tuple[int, int, str]]) -> tuple[str, _Way]:
    """Return `text` with (start, end, new) replaced, in order, and the way back."""
    pieces = []
    changes = []
    taken = length = 0
    for start, end, new in replacements:
        pieces.append(text[taken:start])
        pieces.append(new)
        length += start - taken
        # A replacement as long as what it replaces needs no place on the way, unless it is made of several characters
        # that belong together.
        if len(new) != end - start or len(new) > 1:
            changes.append((length, length + len(new), start, end))
        length += len(new)
        taken = end
    pieces.append(text[taken:])
    return "".join(pieces), _Way(tuple(changes), tuple(change[0] for change in changes))
