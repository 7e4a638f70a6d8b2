"""Phrases that betray what a line is, by language, compiled for the languages of a text when they are first needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "fr", "de", "es", "pt", "zh")
_ALWAYS = frozenset({"en", "any"})  # pages in any language bear English lines, too
_PLACE = "PHRASES"
_NEVER = "(?!)"


class Phrases:
    """Phrases that bear one meaning: regular expressions, one a line, keyed by language.

    `pattern` says where in a line they stand, with PHRASES in their place. Upper and lower case are the same unless
    `flags` says otherwise. Keys are ISO 639-1 codes, and `any` for signs of no language.
    """

    __slots__ = ("_by_language", "_compiled", "_flags", "_pattern")

    def __init__(
        self, by_language: Mapping[str, str], pattern: str = _PLACE, flags: re.RegexFlag = re.IGNORECASE
    ) -> None:
        self._by_language = by_language
        self._pattern = pattern
        self._flags = flags
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}

    def of(self, languages: tuple[str, ...]) -> re.Pattern[str]:
        """Return the pattern for a text in `languages`; English is always among them."""
        if languages not in self._compiled:
            phrases = [text for key, text in self._by_language.items() if key in _ALWAYS or key in languages]
            pattern = self._pattern.replace(_PLACE, any_of(*phrases)) if phrases else _NEVER
            self._compiled[languages] = lazy_pattern(pattern, self._flags)
        return self._compiled[languages]


def languages_of(language: str | None) -> tuple[str, ...]:
    """Return the languages whose phrases are looked for in a text in `language` (BCP 47): all where it is not known."""
    primary = language.partition("-")[0].lower() if language else ""
    return (primary,) if primary in LANGUAGES else LANGUAGES


def any_of(*phrases: str) -> str:
    """Return the pattern that matches any of `phrases`: regular expressions, one a line, blank lines ignored."""
    lines = (line.strip() for text in phrases for line in text.splitlines())
    return "(?:" + "|".join(line for line in lines if line) + ")"


def starts_with(*phrases: str) -> re.Pattern[str]:
    """Return a pattern to `match` lines with that begin with any of `phrases`, upper or lower case."""
    return lazy_pattern(any_of(*phrases), re.IGNORECASE)


def words_of(*texts: str) -> frozenset[str]:
    """Return the words of `texts`, parted by white space."""
    return frozenset(word for text in texts for word in text.split())
