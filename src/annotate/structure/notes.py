"""The author's notes a block calls, on their way to the document: what each holds, as drafts of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.structure.draft import Draft, Kind

if TYPE_CHECKING:
    from annotate.model.source import RawNote

# TEI takes no heading and no caption without a picture in a note.
_AS_PARAGRAPH = frozenset({None, Kind.TITLE, Kind.HEADING, Kind.CAPTION, Kind.TURN})


@dataclass(frozen=True, slots=True)
class CalledNote:
    """A note called at an offset of a block's text; `place` and `sign` as in `RawNote`, `drafts` what it holds."""

    at: int
    place: str
    sign: str
    drafts: tuple[Draft, ...]


def notes_of(draft: Draft) -> tuple[CalledNote, ...]:
    """Return the notes a block calls, in order."""
    return tuple(
        CalledNote(note.at, note.place, note.sign, _drafts_of(note)) for note in sorted(draft.notes, key=_place)
    )


def _place(note: RawNote) -> int:
    return note.at


def _drafts_of(note: RawNote) -> tuple[Draft, ...]:
    drafts = tuple(Draft.of(block) for block in note.blocks)
    for draft in drafts:
        if draft.kind in _AS_PARAGRAPH:
            draft.becomes(Kind.PARAGRAPH, "stands in a note")
    return drafts
