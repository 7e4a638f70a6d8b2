"""Words of any script: where they begin and end in a text."""

from __future__ import annotations

from annotate.lazy_pattern import lazy_pattern
from annotate.model.text import Span

# Chinese and Japanese are written without spaces: there a character is what a cut may not go through.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Punctuation is named and not words, because `\w` leaves out the vowel signs of Indian scripts and combining accents.
_PUNCTUATION = (
    r"\x00-\x26\x28-\x2f:-@\[-^`{-\x7f\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u200b"
    r"\u200e-\u2018\u201a-\u206f\u3000-\u303f\uff00-\uff0f"
)
_WORD = lazy_pattern(rf"[{_UNSPACED}]|[^\s'’{_PUNCTUATION}{_UNSPACED}]+(?:['’\-.,][^\s'’{_PUNCTUATION}{_UNSPACED}]+)*")


def words(text: str) -> list[Span]:
    """Return the spans (code points) of the words of `text`, in order.

    An apostrophe, hyphen, full stop or comma between two letters or digits belongs to the word ("don't", "5,000",
    "U.S"); in Chinese and Japanese each character is a word.
    """
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def cuts_word(text: str, offset: int) -> bool:
    """Whether `offset` lies inside a word of `text`, so that a passage may not begin or end there."""
    if not 0 < offset < len(text):
        return False
    around = text[max(0, offset - 64) : offset + 64]
    at = offset - max(0, offset - 64)
    return any(match.start() < at < match.end() for match in _WORD.finditer(around))
