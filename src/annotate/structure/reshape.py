"""Joining and splitting blocks of the source, their markup and notes with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.model.source import RawBlock


def joined(first: RawBlock, second: RawBlock) -> RawBlock:
    """Return two blocks as one, a space between them; what the format says of the first holds for the whole.

    Of two blocks with time codes it lasts from the first's start to the second's end.
    """
    moved = len(first.text) + 1
    marks = tuple(replace(mark, start=mark.start + moved, end=mark.end + moved) for mark in second.marks)
    notes = tuple(replace(note, at=note.at + moved) for note in second.notes)
    end = {"end": second.attributes["end"]} if "end" in first.attributes and "end" in second.attributes else {}
    return replace(
        first,
        text=f"{first.text} {second.text}",
        attributes={**first.attributes, **end},
        marks=(*first.marks, *marks),
        notes=(*first.notes, *notes),
    )


def split(block: RawBlock, at: int) -> tuple[RawBlock, RawBlock]:
    """Return a block as two, the second beginning at offset `at`; markup across the cut stands in both."""
    text = block.text
    end = len(text[:at].rstrip(" "))
    before = tuple(replace(mark, end=min(mark.end, end)) for mark in block.marks if mark.start < end)
    after = tuple(
        replace(mark, start=max(mark.start - at, 0), end=mark.end - at) for mark in block.marks if mark.end > at
    )
    first = replace(block, text=text[:end], marks=before, notes=tuple(n for n in block.notes if n.at <= end))
    rest = tuple(replace(note, at=note.at - at) for note in block.notes if note.at > end)
    return first, replace(block, text=text[at:], marks=after, notes=rest)
