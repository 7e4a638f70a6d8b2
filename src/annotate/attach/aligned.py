"""Where a passage of an older text went in a newer one, by the alignment of the two, and how sure that is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.attach.align import SHINGLE, align
from annotate.attach.context import LONG_ENOUGH
from annotate.match.near import similarity
from annotate.match.words import cuts_word
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
_BESIDE = 24
"""Code points next to a passage that show, where they stand more often than before, that it was copied."""
LIKE = 0.5
"""How alike (0 to 1) what stands instead of a passage must be to count as its changed words."""


@dataclass(frozen=True, slots=True)
class Went:
    """Where a passage went.

    Attributes:
        span: the place in the newer text.
        certain: its words are unchanged, and either they are at least LONG_ENOUGH and stand once in each text; or most
            of the words next to them on both sides are unchanged too, between the nearest landmarks the words stand at
            no other place, in neither text, and nowhere have they come in anew with what stood next to them.
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
        matched = [index for index in range(first, last + 1) if self._words.onward[index] >= 0]
        bounds = self._bounds(passage, first, last, matched) if matched else self._instead(first, last)
        if bounds is None:
            return None
        start, end = self._with_blanks(passage, *bounds)
        if not start < end <= start + _SPREAD * len(passage) + _WIDE:
            return None  # its words went to several places
        span = Span(start, end)
        unchanged = self.new.slice(span) == self.old.slice(passage) and self._cut_alike(passage, span)
        certain = (
            unchanged
            and (
                self._stands_once(passage)
                or (self._among_neighbours(first, last) and self._alone(passage, span, first, last))
            )
            and not self._copied(passage)
            and not self._rewritten(passage, span, first, last)
        )
        return Went(span, certain)

    def origin(self, place: Span) -> Span | None:
        """Return where the words of a place in the newer text stood in the older; None where most of them are new."""
        first, last = _touched(self._words.new.starts, self._words.new.ends, place)
        came = [index for index in self._words.back[first : last + 1] if index >= 0]
        if not came or 2 * len(came) < last + 1 - first:
            return None
        starts, ends = self._words.old.starts, self._words.old.ends
        return Span(starts[min(came)], ends[max(came)])

    def _bounds(self, passage: Span, first: int, last: int, matched: list[int]) -> tuple[int, int]:
        """Return where what is left of a passage stands now, or the whole of it, if it is all there."""
        quote = self.old.slice(passage)
        # A word or sign at either end may have been matched with its like elsewhere.
        for index in (matched[0], matched[len(matched) // 2], matched[-1]):
            start = self._words.new.starts[self._words.onward[index]] - self._words.old.starts[index] + passage.start
            if start >= 0 and self.new.text.startswith(quote, start):
                return start, start + len(quote)
        return self._new_start(passage, first, matched[0]), self._new_end(passage, last, matched[-1])

    def _with_blanks(self, passage: Span, start: int, end: int) -> tuple[int, int]:
        """Return a place with the white space that the passage begins and ends with, where it stands there too."""
        quote, text = self.old.slice(passage), self.new.text
        if text.startswith(quote, start) and len(quote) == end - start:
            return start, end
        leading, trailing = len(quote) - len(quote.lstrip()), len(quote) - len(quote.rstrip())
        if leading and text.endswith(quote[:leading], 0, start):
            start -= leading
        if trailing and text.startswith(quote[-trailing:], end):
            end += trailing
        return start, end

    def _instead(self, first: int, last: int) -> tuple[int, int] | None:
        """Return where what stands instead of words [first, last], none of which is left, starts and ends."""
        onward, back = self._words.onward, self._words.back
        before, after = first - 1, last + 1
        while before >= 0 and first - before <= _NEIGHBOURS and onward[before] < 0:
            before -= 1
        while after < len(onward) and after - last <= _NEIGHBOURS and onward[after] < 0:
            after += 1
        if (before >= 0 and onward[before] < 0) or (after < len(onward) and onward[after] < 0):
            return None
        gap = onward[before] + 1 if before >= 0 else 0
        gap_end = onward[after] if after < len(onward) else len(back)
        if not 0 < gap_end - gap <= _WIDE:
            return None
        # Words of the gap that are as far from its ends as they were belong to what stands before and after.
        start, end = min(gap + first - before - 1, gap_end - 1), max(gap_end - (after - last - 1), gap + 1)
        return (self._words.new.starts[start], self._words.new.ends[end - 1]) if start < end else None

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

    def _cut_alike(self, passage: Span, place: Span) -> bool:
        """Whether the place begins and ends inside a word only where the passage does."""
        return all(
            cuts_word(self.old.text, was) or not cuts_word(self.new.text, now)
            for was, now in ((passage.start, place.start), (passage.end, place.end))
        )

    def _stands_once(self, passage: Span) -> bool:
        quote = self.old.slice(passage)
        return len(quote) >= LONG_ENOUGH and all(
            _once_in(reading.text, quote, 0, len(reading.text)) for reading in (self.old, self.new)
        )

    def _copied(self, passage: Span) -> bool:
        """Whether the passage may have been copied: what stands next to it, or it and that, stand more often now."""
        block = self.old.block_at(passage.start)
        last = self.old.block_at(passage.end - 1)
        within = Span(block.span.start, last.span.end) if block and last else Span(0, len(self.old.text))
        sides = (
            Span(max(within.start, passage.start - _BESIDE), passage.start),
            Span(passage.end, max(passage.end, min(within.end, passage.end + _BESIDE))),
            Span(max(0, passage.start - _BESIDE // 2), passage.end),
            Span(passage.start, min(len(self.old.text), passage.end + _BESIDE // 2)),
        )
        return any(self._more_often(side) for side in sides)

    def _more_often(self, side: Span) -> bool:
        words = self.old.slice(side).strip()
        return len(words) >= _BESIDE // 2 and self.new.text.count(words) > self.old.text.count(words)

    def _rewritten(self, passage: Span, place: Span, first: int, last: int) -> bool:
        """Whether something like the passage still stands where it stood, while its words stand elsewhere."""
        # The words right next to it may have been matched with their copies: what is a little further off stayed.
        before, after = first - _NEIGHBOURS, last + _NEIGHBOURS
        old, new, onward = self._words.old, self._words.new, self._words.onward
        start = onward[before] if before >= 0 else 0
        end = onward[after] if after < len(onward) else len(new.starts) - 1
        if not 0 <= start < end <= start + _SPREAD * (last - first) + _WIDE:
            return False
        if end - start - 2 * _NEIGHBOURS < (last - first) // 3:
            return False  # what stood next to it has come together
        home = Span(new.starts[start], new.ends[end])
        stood = Span(old.starts[max(0, before)], old.ends[min(after, len(onward) - 1)])
        return not home.overlaps(place) and similarity(self.old.slice(stood), self.new.slice(home)) >= LIKE

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
