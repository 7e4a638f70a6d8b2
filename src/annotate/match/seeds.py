"""An index of the runs of a text, by which the places of many quotes are found without going over the text for each.

The run of RUN code points that begins at every STEP-th is kept with its places. A passage that shares SURE code points
with the text shares a kept run with it, wherever it begins; so a quote of that length or more has no verbatim place
that the index does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

RUN = 18
"""Code points of a run."""
STEP = 14
"""Code points from the beginning of a kept run to that of the next."""
SURE = RUN + STEP - 1
"""From this length on (code points) the index knows every place of a quote."""
_RARE = 8
_COMMON = 200
"""A run that stands at more places tells nothing, and going through them would cost more than it finds."""

Seed: TypeAlias = tuple[int, int]
"""A run that a quote and the text share: where in the text the quote would begin by it, and where it is in the quote
(code points)."""


class SeedIndex:
    """Where the kept runs of a text stand."""

    def __init__(self, text: str) -> None:
        """Take the text; going over it once costs about 20 ms for a million code points."""
        first: dict[str, int] = {}
        more: dict[str, list[int]] = {}
        for at in range(0, len(text) - RUN + 1, STEP):
            run = text[at : at + RUN]
            if first.setdefault(run, at) != at:
                more.setdefault(run, []).append(at)
        self._text = text
        self._first: Mapping[str, int] = first
        self._more: Mapping[str, list[int]] = more

    def verbatim(self, quote: str, *, rare: bool = False) -> list[int] | None:
        """Return where `quote`, of at least SURE code points, stands code point for code point, in order.

        None where it has runs so common that going over the text costs less; with `rare`, where they are not rare.
        """
        found = []
        text, first, more = self._text, self._first.get, self._more
        most = _RARE if rare else _COMMON
        for offset in range(STEP):
            run = quote[offset : offset + RUN]
            at = first(run)
            if at is None:
                continue
            if at >= offset and text.startswith(quote, at - offset):
                found.append(at - offset)
            if run in more:
                others = more[run]
                if len(others) >= most:
                    return None
                found += [at - offset for at in others if at >= offset and text.startswith(quote, at - offset)]
        return sorted(found)

    def seeds(self, quote: str, *, rare: bool) -> list[Seed]:
        """Return the runs `quote` shares with the text, in the order of the places they lead to.

        Common ones are left out; with `rare`, all that stand at more than a few places.
        """
        found: list[Seed] = []
        first, more = self._first.get, self._more
        most = _RARE if rare else _COMMON
        for offset in range(len(quote) - RUN + 1):
            run = quote[offset : offset + RUN]
            at = first(run)
            if at is None:
                continue
            if run in more:
                others = more[run]
                if len(others) >= most:
                    continue
                found += [(other - offset, offset) for other in others]
            found.append((at - offset, offset))
        found.sort()
        return found
