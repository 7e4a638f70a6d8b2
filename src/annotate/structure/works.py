"""Titles of films and works in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINK = (
    r"(?:of|the|and|a|an|in|on|at|to|for|from|with|de|la|le|les|du|des|à|en|der|die|das|und|el|los|y|e|il|di|vs\.?|&)"
)
_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'.\-]*|\d+)"
# "Title (1926)": capitalised words, with small ones between them, before a year in brackets.
_WITH_YEAR = lazy_pattern(
    rf"(?P<title>{_CAPITAL}(?:[,:]?\s+(?:{_LINK}\s+){{0,3}}{_CAPITAL}){{0,9}}[!?]?)(?P<close>[”’\"'»]?)\s+\((?P<year>(?:18|19|20)\d\d)(?:[,–-][^)]*)?\)"
)
_SENTENCE_STARTS = frozenset(
    """In And But When While After Before Since For From With His Her Their Like Unlike By As Of At On To Both See
    Than""".split()
)
_WORD = lazy_pattern(r"\w+")
_QUOTED_TITLE_WORDS = 9
_SMALL = frozenset(
    """of the and a an in on at to for from with by or nor but as is de la le les du des à en der die das und el los y
    e il di vs""".split()
)


@dataclass(frozen=True, slots=True)
class DatedTitle:
    """A title at [start, end) of a text that is followed by its year."""

    start: int
    end: int
    title: str
    year: str


def titles_with_year(text: str) -> Iterator[DatedTitle]:
    """Yield the titles that stand before their year in brackets: "The General (1926)"."""
    if "(" not in text:
        return
    for match in _WITH_YEAR.finditer(text):
        title, start = match["title"], match.start("title")
        while (first := title.split(" ", 1))[0] in _SENTENCE_STARTS and len(first) == 2:
            start += len(first[0]) + 1
            title = first[1]
        title = re.sub(r"^[^\W\d_]+['’]s ", "", title)
        start = match.end("title") - len(title)
        yield DatedTitle(start, match.end("title"), title, match["year"])


def is_title(words: str) -> bool:
    """Whether quoted words read like the title of a work: capitalised throughout, no sentence of their own."""
    words = words.strip().rstrip(",.;:")
    parts = words.split()
    if not parts or len(parts) > _QUOTED_TITLE_WORDS or words.endswith(("!”", "?”")):
        return False
    if re.search(r"[.;]\s", words):
        return False
    capitals = [part for part in parts if part[:1].isupper() or part[:1].isdigit()]
    small = [part for part in parts if part.strip(",:").lower() in _SMALL and part[:1].islower()]
    first_is_capital = parts[0][:1].isupper() or parts[0][:1].isdigit()
    return first_is_capital and len(capitals) + len(small) == len(parts) and len(parts) >= 2


class TitleIndex:
    """Titles of two words or more, found in running text by their first words, so that many cost little."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for title in sorted({title for title in titles if " " in title}, key=lambda title: (-len(title), title)):
            first = _WORD.match(title)
            if first:
                self._by_first.setdefault(first.group(), []).append(title)
        starts = "|".join(re.escape(word) for word in sorted(self._by_first, reverse=True))
        self._starts = lazy_pattern(rf"(?<!\w)(?:{starts})(?!\w)") if starts else None

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a title stands in a text, in order; the longest where several begin at one place."""
        at = 0
        for match in self._starts.finditer(text) if self._starts else ():
            if match.start() < at:
                continue
            for title in self._by_first[match.group()]:
                end = match.start() + len(title)
                if text.startswith(title, match.start()) and not text[end : end + 1].isalnum():
                    yield match.start(), end
                    at = end
                    break
