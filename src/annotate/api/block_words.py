"""The words by which a correction finds its block again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.document import Block, Group, leaves, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.model.document import Document

_WORDS = 12  # of a block that a correction keeps; more where others begin alike


def block_texts(document: Document) -> dict[str, str]:
    """Return the text of each block that can be corrected by its number, in order; a turn's first with its label.

    What stands in an author's note is not among them.
    """
    return dict(_texts(document.parts, ""))


def _texts(parts: Sequence[Group | Block], label: str) -> Iterator[tuple[str, str]]:
    for part in parts:
        if isinstance(part, Group):
            yield from _texts(part.children, f"{plain_text(part.label)} " if part.label else label)
            label = ""
        elif part.id:
            yield part.id, label + plain_text(part.content)
            label = ""


def words_of(block: str, texts: Mapping[str, str]) -> tuple[str, int]:
    """Return the first words of a block, as many as tell it from the others, and which of several alike it is, from 1.

    `texts` are the blocks' texts by number, in order.
    """
    words = texts[block].split()
    others = ["".join(text.split()) for name, text in texts.items() if name != block]
    count = min(_WORDS, len(words))
    while count < len(words) and any(text.startswith("".join(words[:count])) for text in others):
        count += 1
    wanted = "".join(words[:count])
    before = 0
    for name, text in texts.items():
        if name == block:
            break
        before += "".join(text.split()).startswith(wanted)
    return " ".join(words[:count]), before + 1


def block_named(name: str, document: Document) -> str | None:
    """Return the number of a block, or of the first block of a turn, of this name; None if there is none."""
    for block, groups in leaves(document.parts):
        if block.id == name or any(group.id == name for group in groups):
            return block.id
    return None
