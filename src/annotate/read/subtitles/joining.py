"""Sentences that subtitles cut over several cues, put together again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.source import RawBlock

_ENDED = lazy_pattern(r"[.!?…♪。！？\])][\"'”’»)\]]*\Z")
# What begins with a dash, a label, a remark in brackets or a note of music begins something new.
_BEGINS = lazy_pattern(r"[-‐–—>\[(♪♫]|[^\W\d_][^:.!?]{0,38}[:：](?:\s|\Z)")
_LONGEST_PAUSE = 1.5  # seconds from one cue to the next within a sentence
_LONGEST_SENTENCE = 30.0  # seconds
_PUNCTUATED = 0.3  # of the cues end a sentence, in subtitles that mark where sentences end


def joined_sentences(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return blocks in which cues that are parts of one sentence are one, from the first's start to the last's end.

    Two cues belong together where the first ends in mid-sentence and the second follows at once and is nobody else's.
    Where few cues end as sentences do, as in subtitles without punctuation, all stay as they are.
    """
    cues = [block for block in blocks if not block.boilerplate]
    if sum(_ENDED.search(cue.text) is not None for cue in cues) < _PUNCTUATED * len(cues):
        return list(blocks)
    joined: list[RawBlock] = []
    parts: list[RawBlock] = []
    for block in blocks:
        if parts and not _goes_on(parts, block):
            joined.append(_one(parts))
            parts = []
        parts.append(block)
    return [*joined, _one(parts)] if parts else joined


def _goes_on(parts: Sequence[RawBlock], block: RawBlock) -> bool:
    first, last = parts[0], parts[-1]
    if block.boilerplate or last.boilerplate or block.speaker != last.speaker:
        return False
    if _ENDED.search(last.text) or _BEGINS.match(block.text) or block.attributes == last.attributes:
        return False
    pause = float(block.attributes["start"]) - float(last.attributes["end"])
    whole = float(block.attributes["end"]) - float(first.attributes["start"])
    return -_LONGEST_PAUSE < pause <= _LONGEST_PAUSE and 0 <= whole <= _LONGEST_SENTENCE


def _one(parts: Sequence[RawBlock]) -> RawBlock:
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    marks = list(first.marks)
    length = len(first.text)
    for part in parts[1:]:
        moved = length + 1
        marks += [replace(mark, start=mark.start + moved, end=mark.end + moved) for mark in part.marks]
        length = moved + len(part.text)
    return replace(
        first,
        text=" ".join(part.text for part in parts),
        form=Form.PARAGRAPH,
        attributes={**first.attributes, "end": parts[-1].attributes["end"]},
        marks=tuple(marks),
    )
