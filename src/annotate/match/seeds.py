"""An index of the runs of a text, by which the places of many quotes are found without going over the text for each.

Every RUN-th run of RUN code points is kept with its places. A passage that shares 2 * RUN - 1 = 31 code points with
the text shares a kept run with it, wherever it begins; so a quote of that length or more has no verbatim place that the
index does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

RUN = 16
"""Code points of a run."""
SURE = 2 * RUN - 1
"""From this length on (code points) the index knows every place of a quote."""
_COMMON = 200
"""A run that stands at more places tells nothing, and going through them would cost more than it finds."""


class Seed(NamedTuple):
    """A run that a quote and the text share: where it begins in each (code points)."""

    quoted: int
    found: int


class SeedIndex:
    """Where every RUN-th run of a text stands."""

    def __init__(self, text: str) -> None:
        """Take the text; going over it once costs about 20 ms for a million code points."""
        first: dict[str, int] = {}
        more: dict[str, list[int]] = {}
        for at in range(0, len(text) - RUN + 1, RUN):
            run = text[at : at + RUN]
            if first.setdefault(run, at) != at:
                more.setdefault(run, []).append(at)
        self._text = text
        self._first: Mapping[str, int] = first
        self._more: Mapping[str, list[int]] = more

    def verbatim(self, quote: str) -> list[int] | None:
        """Return where `quote`, of at least SURE code points, stands code point for code point, in order.

        None where it has runs so common that going over the text costs less.
        """
        found = []
        for offset in range(RUN):
            run = quote[offset : offset + RUN]
            at = self._first.get(run)
            if at is None:
                continue
            if self._text.startswith(quote, at - offset) and at >= offset:
                found.append(at - offset)
            others = self._more.get(run)
            if others is None:
                continue
            if len(others) > _COMMON:
                return None
            found.extend(at - offset for at in others if at >= offset and self._text.startswith(quote, at - offset))
        return sorted(found)

    def seeds(self, quote: str) -> list[Seed]:
        """Return the runs `quote` shares with the text, but for common ones."""
        found = []
        first, more = self._first, self._more
        for offset in range(len(quote) - RUN + 1):
            run = quote[offset : offset + RUN]
            at = first.get(run)
            if at is None:
                continue
            others = more.get(run, ())
            if len(others) > _COMMON:
                continue
            found.append(Seed(offset, at))
            found.extend(Seed(offset, other) for other in others)
        return found
