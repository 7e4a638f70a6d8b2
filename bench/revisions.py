"""A text under revision, whose every character knows where it stood before.

So what became of a passage is known, and not computed by what is measured. A copy is no original: its characters come
from nowhere. All ranges are code points of the text as it stands at that moment.
"""

from __future__ import annotations

from annotate.model.text import Span

_NEW = -1


class Draft:
    """A text under revision."""

    def __init__(self, text: str) -> None:
        """Take the text before the revision."""
        self.text = text
        self._origins = list(range(len(text)))

    def insert(self, at: int, words: str) -> None:
        """Put new words in."""
        self._splice(at, at, words, [_NEW] * len(words))

    def delete(self, start: int, end: int) -> None:
        """Take [start, end) out, and a space that no longer stands between words."""
        before, after = self.text[:start][-1:], self.text[end : end + 1]
        if before == " " and after in {"", " ", "\n"}:
            start -= 1
        elif after == " " and before in {"", "\n"}:
            end += 1
        self._splice(start, end, "", [])

    def replace(self, start: int, end: int, words: str) -> None:
        """Put other words in the place of [start, end); they count as what these became."""
        self._splice(start, end, words, [self._origins[start]] * len(words))

    def move(self, start: int, end: int, to: int) -> None:
        """Take [start, end) out and put it in before what stands at `to`, which lies outside."""
        text, origins = self.text[start:end], self._origins[start:end]
        self._splice(start, end, "", [])
        at = to if to <= start else to - (end - start)
        self._splice(at, at, text, origins)

    def fate(self, passage: Span) -> Span | None:
        """Return where what stood at `passage` before the revision stands now; None if nothing of it is left."""
        places = [at for at, origin in enumerate(self._origins) if passage.start <= origin < passage.end]
        return Span(places[0], places[-1] + 1) if places else None

    def _splice(self, start: int, end: int, text: str, origins: list[int]) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self._origins[start:end] = origins
