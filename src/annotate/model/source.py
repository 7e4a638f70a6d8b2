"""A source text as it was read: its blocks of lines, before anyone has said what they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A run of text that stands alone in the source.

    Attributes:
        text: its lines, re-joined; no white space at the ends, no line breaks inside.
        line: the 1-based line of the source it starts on.
    """

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A plain text: its name as findings print it, the SHA-256 (hex) of its bytes, its blocks in order."""

    path: str
    sha256: str
    blocks: tuple[RawBlock, ...]
