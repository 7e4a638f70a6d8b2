"""What stands around a quote, by which its place is told from look-alikes: how much is stored, and whether it agrees.

All lengths are code points. The accidents of writing (`match.normalise`) do not count.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from annotate.match.negation import negations
from annotate.match.normalise import normalised
from annotate.match.words import cuts_word

if TYPE_CHECKING:
    from annotate.match.search import SearchText
    from annotate.model.annotation import Target
    from annotate.model.text import Span

CONTEXT = 32
"""How much context a target stores on either side; where more is stored, the quote stood at several places."""
LONG_ENOUGH = 48
"""Quote and agreeing context of this length recur by chance in one of two thousand places."""
LONG_BESIDE = 64
"""The same where the context of one side was rewritten."""
LONG_ALONE = 128
"""The same of a quote whose context is not known."""
_SIDE = 16
_MORE = (48, 96, 192, 384)
UNTOLD = 768
"""How much context is stored where less does not tell a quote from all places of its words in its own text."""


def context_length(search: SearchText, span: Span) -> int:
    """Return how much context tells a passage from all other places of its words: CONTEXT, more where there are some.

    Where less than UNTOLD does not, UNTOLD: the passage is then part of a long one that stands there twice.
    """
    text = search.text
    others = [place for place in search.verbatim_places(text[span.start : span.end]) if place != span]
    if not others:
        return CONTEXT
    for length in _MORE:
        # Neither white space nor an end of the text tells places apart: a revision may add to it.
        before = text[max(0, span.start - length) : span.start].lstrip()
        after = text[span.end : span.end + length].rstrip()
        others = [
            place for place in others if text.endswith(before, 0, place.start) and text.startswith(after, place.end)
        ]
        if not others:
            return length
    return UNTOLD


class Context:
    """How the stored context of a quote agrees with what stands around one verbatim place."""

    def __init__(self, piece: Target, text: str, place: Span) -> None:
        """Take one part of a target and a place of the text where its words stand."""
        self._prefix, self._suffix = piece.prefix or "", piece.suffix or ""
        self._start = piece.start
        self._text = text
        self._place = place

    @property
    def stored(self) -> bool:
        """Whether there is any."""
        return bool(self._prefix or self._suffix)

    @cached_property
    def before(self) -> bool:
        """Whether all that was stored of what stood before agrees."""
        prefix, start = self._prefix, self._place.start
        if self._text.startswith(prefix, max(0, start - len(prefix))) and start >= len(prefix):
            return True
        wanted = normalised(prefix)
        # Twice the length and some: a run of white space or decomposed letters are longer than their normal form.
        return normalised(self._text[max(0, start - 2 * len(prefix) - 8) : start]).endswith(wanted)

    @cached_property
    def after(self) -> bool:
        """Whether all that was stored of what stood after agrees."""
        suffix, end = self._suffix, self._place.end
        if self._text.startswith(suffix, end):
            return True
        return normalised(self._text[end : end + 2 * len(suffix) + 8]).startswith(normalised(suffix))

    @property
    def agrees(self) -> bool:
        """Whether context is stored and all of it agrees."""
        return self.stored and self.before and self.after

    @property
    def _recurred(self) -> bool:
        """Whether the quote stood at several places when it was chosen; then its context tells them apart."""
        return max(len(self._prefix), len(self._suffix)) > CONTEXT

    @property
    def twin(self) -> bool:
        """Whether it stood at several in like surroundings, so that a place where these nearly agree says nothing."""
        return max(len(self._prefix), len(self._suffix)) > _MORE[0]

    @property
    def certain(self) -> bool:
        """Whether the only verbatim place cannot be a look-alike (rule 2 of `attach.anchor`)."""
        quote, prefix, suffix = len(self._place), len(self._prefix), len(self._suffix)
        if not self.stored:
            return quote >= LONG_ALONE and not self._cuts_word
        if max(prefix, suffix) >= UNTOLD or not self._at_its_edge:
            return False
        if self.agrees:
            return quote + prefix + suffix >= LONG_ENOUGH
        if self._recurred:
            return False
        side = max(prefix if self.before else 0, suffix if self.after else 0)
        return side >= _SIDE and quote + side >= LONG_BESIDE and not self._negated and not self._cuts_word

    @property
    def _cuts_word(self) -> bool:
        """Whether the place begins or ends within a word, as "a" does where it became "and"."""
        return cuts_word(self._text, self._place.start) or cuts_word(self._text, self._place.end)

    @property
    def _at_its_edge(self) -> bool:
        """Whether a quote that stood so near an end of its text that too little context is on that side still does."""
        prefix, suffix = len(self._prefix), len(self._suffix)
        if self._start is None:
            return True
        begins = self._start == prefix < _SIDE
        ends = suffix < _SIDE and (prefix >= CONTEXT or self._start == prefix)
        at_the_end = len(self._text) - self._place.end == suffix
        return (not begins or self._place.start == prefix) and (not ends or at_the_end)

    @property
    def _negated(self) -> bool:
        """Whether a negation more or less stands beside the quote than stood there."""
        start, end = self._place.start, self._place.end
        around = self._text[max(0, start - len(self._prefix)) : start], self._text[end : end + len(self._suffix)]
        return negations(self._prefix) != negations(around[0]) or negations(self._suffix) != negations(around[1])
