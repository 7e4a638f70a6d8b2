"""All places of a quote in a text: verbatim, and with the accidents of writing left aside."""

from __future__ import annotations

from functools import cached_property, lru_cache

from annotate.match.normalise import Normalised, normalise
from annotate.match.seeds import SURE, SeedIndex
from annotate.model.text import Span

PLACES_LIMIT = 1_000
"""How many places of one quote are listed; a quote that has more is as good as one that has this many."""


class SearchText:
    """A text made ready for looking up many quotes; what costs is done at the first need of it."""

    def __init__(self, text: str) -> None:
        """Take the text to be searched."""
        self.text = text
        self._places: dict[str, tuple[Span, ...]] = {}

    @cached_property
    def normalised(self) -> Normalised:
        """The text without its accidents, and the way back."""
        return normalise(self.text)

    @cached_property
    def folded(self) -> str:
        """The normalised text in lower case, each code point where it was."""
        lower = self.normalised.text.lower()
        if len(lower) == len(self.normalised.text):
            return lower
        return "".join(low if len(low := sign.lower()) == 1 else sign for sign in self.normalised.text)

    @cached_property
    def index(self) -> SeedIndex:
        """The runs of the text."""
        return SeedIndex(self.text)

    def verbatim_places(self, quote: str) -> tuple[Span, ...]:
        """Return where `quote` stands code point for code point, in order, overlaps too.

        At most PLACES_LIMIT places; none for an empty quote. A long quote is looked up in the index; a short one, such
        as a name that is mentioned again and again, is sought once.
        """
        places = self._places.get(quote)
        if places is None:
            starts = self.index.verbatim(quote) if len(quote) >= SURE else None
            if starts is None:
                starts = _occurrences(self.text, quote)
            places = tuple(Span(start, start + len(quote)) for start in starts[:PLACES_LIMIT])
            self._places[quote] = places
        return places

    def normalised_places(self, quote: str, limit: int | None = PLACES_LIMIT) -> tuple[Span, ...]:
        """Return the spans of the text that differ from `quote` in accidents alone (`match.normalise`), in order.

        White space at the ends of `quote` does not count. At most `limit` places, with None all of them; none for a
        quote of white space.
        """
        wanted = normalise(quote).text.strip()
        found = (
            self.normalised.original(start, start + len(wanted))
            for start in _occurrences(self.normalised.text, wanted, limit)
        )
        return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def search_text(text: str) -> SearchText:
    """Return a text made ready for searching; of the last one what was done is kept."""
    return SearchText(text)


def _occurrences(text: str, quote: str, limit: int | None = PLACES_LIMIT) -> list[int]:
    found: list[int] = []
    if not quote:
        return found
    at = text.find(quote)
    while at >= 0 and (limit is None or len(found) < limit):
        found.append(at)
        at = text.find(quote, at + 1)
    return found
