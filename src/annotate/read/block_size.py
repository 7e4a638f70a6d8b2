"""How long a block may be, so that what is written can be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.read import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.model.source import RawBlock

# libxml2 refuses a text node above 10,000,000 bytes.
MAX_BLOCK_BYTES = 10_000_000


def refuse_long(blocks: Iterable[RawBlock], path: str) -> None:
    """Raise InputRefused (F110) where a block is too long, naming each that is."""
    sizes = ((block.line, len(block.text.encode())) for block in blocks if len(block.text) > MAX_BLOCK_BYTES // 4)
    long = [(line, size) for line, size in sizes if size > MAX_BLOCK_BYTES]
    if long:
        raise InputRefused(
            *(rules.LINE_TOO_LONG.at(path, line, length=size, limit=MAX_BLOCK_BYTES) for line, size in long)
        )
