"""The copy of a source as it was found on disk: in order or not, and its reading text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.model.copy_place import CopyCount
    from annotate.model.document import Document
    from annotate.model.text import ReadingText


class CopyState(StrEnum):
    """What has become of a copy since its record was made."""

    SOUND = "sound"  # the bytes of the record and, where it has a reading text, the words of the record
    MISSING = "missing"  # no file of this name
    CHANGED = "changed"  # other bytes than those of the record
    OUTSIDE = "outside"  # the record leads out of the folder of its file
    UNREADABLE = "unreadable"  # a folder, a device, too large, or not ours to read
    REWORDED = "reworded"  # the same bytes, but their parsed text has other words than the record says


@dataclass(frozen=True, slots=True)
class SourceCopy:
    """A copy as it was found.

    Attributes:
        state: what has become of it.
        reason: why it is `unreadable`, or why it has no reading text; "" otherwise.
        sha256: of the bytes that were found (hex), "" where none were read.
        reading: the reading text; only of a `sound` copy, None where it cannot be parsed (a picture, a film).
        count: how that counts its pages and times.
        document: the parsed text, which tells who speaks.
    """

    state: CopyState
    reason: str = ""
    sha256: str = ""
    reading: ReadingText | None = None
    count: CopyCount | None = None
    document: Document | None = None

    @property
    def sound(self) -> bool:
        """Whether it is what its record says."""
        return self.state is CopyState.SOUND
