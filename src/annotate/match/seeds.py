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
        # Of a run that stands at one place, the place; of others, where its places are listed, as a negative number.
        where: dict[str, int] = {}
        repeated: list[list[int]] = []
        set_default = where.setdefault
        for at in range(0, len(text) - RUN + 1, STEP):
            run = text[at : at + RUN]
            known = set_default(run, at)
            if known == at:
                continue
            if known < 0:
                repeated[~known].append(at)
            else:
                where[run] = ~len(repeated)
                repeated.append([known, at])
        self._text = text
        self._where: Mapping[str, int] = where
        self._repeated = repeated

    def verbatim(self, quote: str, *, rare: bool = False) -> list[int] | None:
        """Return where `quote`, of at least SURE code points, stands code point for code point, in order.

        None where it has runs so common that going over the text costs less; with `rare`, where they are not rare.
        """
        most = _RARE if rare else _COMMON
        found = []
        for at, offset in self._shared(quote[:SURE]):
            places = [at] if at >= 0 else self._repeated[~at]
            if len(places) > most:
                return None
            found += [place - offset for place in places if self._stands(quote, place - offset)]
        return sorted(found)

    def seeds(self, quote: str, *, rare: bool) -> list[Seed]:
        """Return the runs `quote` shares with the text, in the order of the places they lead to.

        Common ones are left out; with `rare`, all that stand at more than a few places.
        """
        most = _RARE if rare else _COMMON
        found: list[Seed] = []
        for at, offset in self._shared(quote):
            if at >= 0:
                found.append((at - offset, offset))
            elif len(self._repeated[~at]) <= most:
                found += [(place - offset, offset) for place in self._repeated[~at]]
        found.sort()
        return found

    def _shared(self, quote: str) -> list[tuple[int, int]]:
        """Return what is known of each kept run that stands in `quote`, and where in the quote it stands."""
        known = self._where.get
        return [
            (at, offset)
            for offset in range(len(quote) - RUN + 1)
            if (at := known(quote[offset : offset + RUN])) is not None
        ]

    def _stands(self, quote: str, at: int) -> bool:
        return at >= 0 and self._text.startswith(quote, at)
