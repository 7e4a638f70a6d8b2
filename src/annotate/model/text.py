"""The reading text: the one string that all offsets refer to (rule 1, `docs/reading-text.md`)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.model.document import Block, Group, leaves, plain_text
from annotate.model.timeline import seconds_by_id, stretch_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.model.document import Document
    from annotate.model.timeline import Stretch

READING_RULE = 1
BLOCK_SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of Unicode code points in a reading text, from 0."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class ReadingBlock:
    """A block of the reading text.

    Attributes:
        id: the block's id; of a paragraph that an advert cut, its first half's.
        span: where it stands in the reading text.
        turn: the id of the turn it belongs to, "" outside turns.
        who: ids of the persons who speak it.
        halves: where each half starts (id, offset), of a paragraph that an advert cut; empty otherwise.
        time: when it was said, in a transcript with time codes.
    """

    id: str
    span: Span
    turn: str = ""
    who: tuple[str, ...] = ()
    halves: tuple[tuple[str, int], ...] = ()
    time: Stretch | None = None


@dataclass(frozen=True, slots=True)
class ReadingText:
    """The reading text of a document, its blocks in order and the SHA-256 (hex) of its UTF-8."""

    text: str
    blocks: tuple[ReadingBlock, ...]
    sha256: str = field(default="")
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _by_id: Mapping[str, ReadingBlock] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256(self.text.encode("utf-8")).hexdigest())
        object.__setattr__(self, "_starts", tuple(block.span.start for block in self.blocks))
        by_id = {name: block for block in self.blocks for name, _ in block.halves}
        by_id.update((block.id, block) for block in self.blocks)
        object.__setattr__(self, "_by_id", by_id)

    def slice(self, span: Span) -> str:
        """Return the text a span covers."""
        return self.text[span.start : span.end]

    def block(self, block_id: str) -> ReadingBlock | None:
        """Return the block with this id (either half of a cut paragraph gives the whole), or None."""
        return self._by_id.get(block_id)

    def block_at(self, offset: int) -> ReadingBlock | None:
        """Return the block that holds the code point at `offset`; a separator belongs to the block before it."""
        index = bisect_right(self._starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def turn_blocks(self, turn_id: str) -> tuple[ReadingBlock, ...]:
        """Return the blocks of a turn, in order; empty if there is no such turn."""
        return tuple(block for block in self.blocks if block.turn == turn_id)


def reading_text(document: Document) -> ReadingText:
    """Return the reading text of a document by rule 1.

    The leaf blocks in document order joined by a blank line; boilerplate, speaker labels, note-call signs and empty
    blocks left out; the halves of a paragraph cut by an advert joined by a space, at the place of the first.
    """
    reading: list[ReadingBlock] = []
    texts: list[str] = []
    at = 0
    all_leaves = list(leaves(document.parts))
    halves_by_id = {block.id: block for block, _ in all_leaves if "part" in block.attributes}
    taken: set[str] = set()
    seconds = seconds_by_id(document.timeline)
    for block, groups in all_leaves:
        if block.id in taken or block.boilerplate or any(group.boilerplate for group in groups):
            continue
        if block.name == "figDesc" and not _has_caption(groups):
            continue
        halves = _halves(block, halves_by_id)
        taken.update(half.id for half in halves)
        starts: list[tuple[str, int]] = []
        text = ""
        for half in halves:
            own = plain_text(half.content)
            text = f"{text} {own}" if text and own else text + own
            starts.append((half.id, at + len(text) - len(own)))
        if not text:
            continue
        turn = next((group for group in reversed(groups) if group.name in {"sp", "u"}), None)
        reading.append(
            ReadingBlock(
                block.id,
                Span(at, at + len(text)),
                turn.id if turn else "",
                turn.who if turn else (),
                tuple(starts) if len(starts) > 1 else (),
                stretch_of(groups, seconds) if seconds else None,
            )
        )
        texts.append(text)
        at += len(text) + len(BLOCK_SEPARATOR)
    return ReadingText(BLOCK_SEPARATOR.join(texts), tuple(reading))


def _has_caption(groups: tuple[Group, ...]) -> bool:
    """Whether the innermost group, a figure, has a caption beside what describes its picture."""
    return bool(groups) and any(part.name in {"head", "p", "ab"} for part in groups[-1].children)


def _halves(block: Block, by_id: Mapping[str, Block]) -> list[Block]:
    """Return `block` and the parts that continue it through `next` and `prev`; only itself if it is not cut."""
    chain = [block]
    while (following := by_id.get(chain[-1].attributes.get("next", "").removeprefix("#"))) is not None:
        if following in chain or following.attributes.get("prev") != f"#{chain[-1].id}":
            break
        chain.append(following)
    return chain


def turn_groups(document: Document) -> dict[str, Group]:
    """Return the turns (`sp`, `u`) of a document by id."""
    turns: dict[str, Group] = {}

    def walk(parts: tuple[Group | Block, ...]) -> None:
        for part in parts:
            if isinstance(part, Group):
                if part.name in {"sp", "u"} and part.id:
                    turns[part.id] = part
                walk(part.children)

    walk(document.parts)
    return turns
