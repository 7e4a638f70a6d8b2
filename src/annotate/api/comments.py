"""A reader's comments in a source become notes of its text."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.api.annotation_file import annotation_file, change, held_by
from annotate.api.load import load_text
from annotate.attach import edit, ids
from annotate.attach.select import target_at
from annotate.model.annotation import Note
from annotate.model.text import ReadingText, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations
    from annotate.model.source import SourceText


@dataclass(frozen=True, slots=True)
class PlacedComment:
    """A comment and the span of the reading text it is on; `date` is RFC 3339."""

    span: Span
    body: str
    author: str | None
    date: str | None


def placed_comments(source: SourceText, reading: ReadingText) -> tuple[PlacedComment, ...]:
    """Return the comments of a source with their places; one on no words of the text stands on its whole block.

    Blocks are looked for in order, so that a comment on the second of two like paragraphs stays there.
    """
    starts: dict[int, int] = {}
    at = 0
    for index, block in enumerate(source.blocks):
        words = " ".join(block.text.split(" "))
        found = reading.text.find(words, at) if words else -1
        if found >= 0:
            starts[index] = found
            at = found + len(words)
    placed = []
    for comment in source.comments:
        start = starts.get(comment.block)
        if start is not None:
            whole = comment.start >= comment.end
            end = len(source.blocks[comment.block].text) if whole else comment.end
            span = Span(start + (0 if whole else comment.start), start + end)
            placed.append(PlacedComment(span, comment.body, comment.author, comment.date))
    return tuple(placed)


def add_comments(text: Path, comments: Sequence[PlacedComment]) -> int:
    """Add comments to the annotations of a text as notes by their authors, and return how many were new.

    A comment that is there already (same passage, same words) is not added again.
    """
    loaded, file = load_text(text), annotation_file(text, None)

    def added(held: Annotations, where: Where) -> tuple[Annotations, int]:
        held, _ = held_by(held, loaded, where, file)
        known = {(note.target.exact, note.body) for note in held.notes}
        new = 0
        for comment in comments:
            target = target_at(loaded.reading, comment.span)
            if (target.exact, comment.body) in known:
                continue
            note_id = ids.new_id("n", held.ids(), os.environ.get("ANNOTATE_SEED") or None)
            note = Note(note_id, target, "commentary", comment.body, creator=comment.author, created=comment.date)
            held = edit.add_note(held, replace(note, tags=("comment",)), where)
            new += 1
        return held, new

    return change(file, added, loaded)
