"""Hyphens at line ends: which of them part a word, by what the text itself shows."""

from __future__ import annotations

import re
from functools import cached_property

from annotate.lazy_pattern import lazy_pattern

HYPHENS = "-‐"
SOFT_HYPHENS = "\u00ad¬"  # scanners write ¬ for the soft hyphen
_WORD = lazy_pattern(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_BROKEN = lazy_pattern(r"[^\W\d_]+[-‐\u00ad¬][ \t]*\n\s*[^\W\d_]+")
_LAST = lazy_pattern(r"[^\W\d_]+$")
_FIRST = lazy_pattern(r"[^\W\d_]+")
# Prefixes and numbers that stand before a hyphen in whole words.
_BEFORE_HYPHEN = frozenset(
    """all anti arch audio bi co counter cross demi double eight eighty ex extra far fifty first five forty four full
    good half hard high ill infra inter left long low macro meta micro mid mini multi near neo nine ninety non off old
    one out over post pre pro pseudo quasi re right second self semi seven seventy short single six sixty so socio still
    sub super ten third thirty three trans tri twenty twin two ultra un under up vice well wide world
    après arrière avant demi grand petit peut quelque sous celui celle est c dit ein zwei""".split()
)
# What follows the break of a word, and begins none.
_ENDING = lazy_pattern(
    r"""(?:[bcdfglmnprstvxz]{0,2}(?:tion|sion|cion|ción|sión|ção|ment|mente|mento|miento|ness|ity|ism|ist|ing|able|ible
    |ance|ence|ture|sche[nrs]?|lich|lung|keit|heit|ung|ique|isme|iste|eur|ated|ates|ling|tive|sive|ical|ious|eous)
    (?:s|es|en|al|ally|ed|ly|er|ers|e)?|[bcdfglmnprst]{0,2}(?:ed|er|ers|es|ly|ble|tle|tor|tors|ter|ters))$""",
    re.VERBOSE,
)
_VOWEL = lazy_pattern(r"[aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûüÿ]", re.IGNORECASE)


class Hyphens:
    """Decides on the hyphens at the line ends of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def parts_word(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of `line` only parts a word whose rest begins the `following` line.

        It does where the joined word stands elsewhere in the text, or the rest is an ending and no word. It does not
        where the text writes the word with a hyphen, and where nothing tells.
        """
        first, rest = _LAST.search(line[:-1]), _FIRST.match(following)
        if first is None or rest is None:
            return False
        if line[-1] in SOFT_HYPHENS:
            return True
        before, after = first.group().lower(), rest.group()
        if after[0].isupper() and not first.group().isupper():
            return False
        after = after.lower()
        if f"{before}-{after}" in self._words or before in _BEFORE_HYPHEN:
            return before + after in self._words and f"{before}-{after}" not in self._words
        if before + after in self._words:
            return True
        if after in self._words and before in self._words:
            return False
        return after not in self._words and (_ENDING.match(after) is not None or _VOWEL.search(before) is None)

    @cached_property
    def _words(self) -> frozenset[str]:
        whole = _BROKEN.sub(" ", self._text)  # the halves of a broken word are no words
        return frozenset(_WORD.findall(whole.lower().replace("‐", "-")))
