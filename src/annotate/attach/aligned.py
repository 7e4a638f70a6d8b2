"""Where a passage of an older text went in a newer one, by the alignment of the two, and how sure that is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.attach.align import SHINGLE, align
from annotate.model.text import Span

if TYPE_CHECKING:
    from array import array

    from annotate.model.text import ReadingText

_NEIGHBOURS = 4
_LIKE_NEIGHBOURS = 2
_WIDE = 200
"""Words between two landmarks at most, for what lies between them to be known by its words."""
_SPREAD = 3
"""How many times longer than the passage was the place of its words may be, in code points."""


@dataclass(frozen=True, slots=True)
class Went:
    """Where a passage went.

    Attributes:
        span: the place in the newer text.
        certain: its words are unchanged, most of the words next to them on both sides are, and between the nearest
            landmarks the words stand at no other place, in neither text.
    """

    span: Span
    certain: bool


class AlignedTexts:
    """An older and a newer reading text, aligned."""

    def __init__(self, old: ReadingText, new: ReadingText) -> None:
        """Align two texts: about two seconds of work for 300,000 words."""
        self.old, self.new = old, new
        self._words = align(old.text, new.text)
        self._landmark_starts = [run.old for run in self._words.landmarks]

    def went(self, passage: Span) -> Went | None:
        """Return where a passage of the older text went; None where it was dropped, or nothing of its words is left."""
        first, last = _touched(self._words.old.starts, self._words.old.ends, passage)
        if first > last:
            return None
        onward = self._words.onward
        matched = [index for index in range(first, last + 1) if onward[index] >= 0]
        if not matched:
            return None
        start, end = self._new_start(passage, first, matched[0]), self._new_end(passage, last, matched[-1])
        if not start < end <= start + _SPREAD * len(passage) + _WIDE:
            return None  # its words went to several places
        span = Span(start, end)
        unchanged = self.new.slice(span) == self.old.slice(passage)
        return Went(span, unchanged and self._among_neighbours(first, last) and self._alone(passage, span, first, last))

    def origin(self, place: Span) -> Span | None:
        """Return where the words of a place in the newer text stood in the older; None where most of them are new."""
        first, last = _touched(self._words.new.starts, self._words.new.ends, place)
        came = [index for index in self._words.back[first : last + 1] if index >= 0]
        if not came or 2 * len(came) < last + 1 - first:
            return None
        starts, ends = self._words.old.starts, self._words.old.ends
        return Span(starts[min(came)], ends[max(came)])

    def _new_start(self, passage: Span, first: int, matched: int) -> int:
        """Return where the place begins: with the word the passage begins with, or what stands instead of it."""
        old, new, onward = self._words.old, self._words.new, self._words.onward
        if matched == first:
            inside = max(0, passage.start - old.starts[first])
            return new.starts[onward[first]] + inside
        gap = self._gap_start(onward[matched])
        if first == 0 or onward[first - 1] == gap - 1:
            return new.starts[gap]
        # What stands in the gap belongs to the words before the passage too: as many words as the passage had there.
        return new.starts[max(gap, onward[matched] - (matched - first))]

    def _new_end(self, passage: Span, last: int, matched: int) -> int:
        old, new, onward = self._words.old, self._words.new, self._words.onward
        if matched == last:
            beyond = max(0, old.ends[last] - passage.end)
            return new.ends[onward[last]] - beyond
        gap = self._gap_end(onward[matched])
        if last + 1 == len(onward) or onward[last + 1] == gap + 1:
            return new.ends[gap]
        return new.ends[min(gap, onward[matched] + (last - matched))]

    def _gap_start(self, index: int) -> int:
        """Return the first of the new words before `index` that come from nowhere."""
        while index and self._words.back[index - 1] < 0:
            index -= 1
        return index

    def _gap_end(self, index: int) -> int:
        while index + 1 < len(self._words.back) and self._words.back[index + 1] < 0:
            index += 1
        return index

    def _among_neighbours(self, first: int, last: int) -> bool:
        """Whether most of the words next to the passage, or the end of the text, are next to it still."""
        onward, words = self._words.onward, len(self._words.onward)
        start, end = onward[first], onward[last]
        before = range(max(0, first - _NEIGHBOURS), first)
        after = range(last + 1, min(words, last + 1 + _NEIGHBOURS))
        like_before = sum(start - 2 * _NEIGHBOURS <= onward[index] < start for index in before)
        like_after = sum(end < onward[index] <= end + 2 * _NEIGHBOURS for index in after)
        return like_before >= min(_LIKE_NEIGHBOURS, len(before)) and like_after >= min(_LIKE_NEIGHBOURS, len(after))

    def _alone(self, passage: Span, place: Span, first: int, last: int) -> bool:
        """Whether the words stand once between the nearest landmarks on either side, in both texts."""
        before, after = self._landmark_before(first), self._landmark_after(last)
        old_first, new_first = before
        old_last, new_last = after
        if not 0 <= old_last - old_first <= _WIDE or not 0 <= new_last - new_first <= _WIDE:
            return False
        old, new = self._words.old, self._words.new
        old_start, old_end = old.starts[old_first], old.ends[old_last]
        new_start, new_end = new.starts[new_first], new.ends[new_last]
        if not (new_start <= place.start and place.end <= new_end):
            return False
        quote = self.old.slice(passage)
        return _once_in(self.old.text, quote, old_start, old_end) and _once_in(self.new.text, quote, new_start, new_end)

    def _landmark_before(self, first: int) -> tuple[int, int]:
        """Return the first word, in the old and the new text, after the nearest landmark that ends before `first`."""
        at = bisect_right(self._landmark_starts, first - SHINGLE) - 1
        if at < 0:
            return 0, 0
        run = self._words.landmarks[at]
        shift = min(run.length - 1, first - SHINGLE - run.old) + SHINGLE
        return run.old + shift, run.new + shift

    def _landmark_after(self, last: int) -> tuple[int, int]:
        """Return the last word, in the old and the new text, before the nearest landmark that starts after `last`."""
        marks = self._words.landmarks
        at = max(0, bisect_right(self._landmark_starts, last + 1) - 1)
        while at < len(marks) and marks[at].old + marks[at].length <= last + 1:
            at += 1
        if at == len(marks):
            return len(self._words.old.starts) - 1, len(self._words.new.starts) - 1
        shift = max(0, last + 1 - marks[at].old)
        return marks[at].old + shift - 1, marks[at].new + shift - 1


def _touched(starts: array[int], ends: array[int], span: Span) -> tuple[int, int]:
    """Return the indices of the first and the last word that a span touches; the last below the first where none."""
    return bisect_right(ends, span.start), bisect_left(starts, span.end) - 1


def _once_in(text: str, quote: str, start: int, end: int) -> bool:
    found = text.find(quote, start, end)
    return found >= 0 and text.find(quote, found + 1, end) < 0
