"""The sections of a text, and which of their blocks nobody has annotated."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from annotate.model.coverage import SectionSeen, UnseenBlock
from annotate.model.document import Block, leaves, plain_text
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.document import Document, Group
    from annotate.model.text import ReadingBlock, ReadingText

_ABOUT_THE_TEXT = frozenset({"titlePart", "head", "byline", "docAuthor", "docDate", "docImprint"})
_FIRST_WORDS = 80  # code points


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch as one, empty ones left out."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def sections_of(document: Document, reading: ReadingText, reach: Sequence[Span]) -> tuple[SectionSeen, ...]:
    """Return the sections of a text in the order in which they begin, and what is annotated of each.

    A section is the innermost division with a heading; what stands in none is one of its own. `reach` is where
    annotations stand, as `merged` gives it. A section without a block that counts is left out.
    """
    starts = [span.start for span in reach]
    counted: dict[int, list[ReadingBlock]] = {}
    titles: dict[int, str] = {}
    for block, groups in leaves(document.parts):
        read = reading.block(block.id)
        if read is None or read.id != block.id or block.name in _ABOUT_THE_TEXT:
            continue
        division = next((group for group in reversed(groups) if _heading(group) is not None), None)
        key = id(division) if division is not None else 0
        if key not in counted:
            counted[key] = []
            titles[key] = _title(division)
        counted[key].append(read)
    return tuple(_section(titles[key], blocks, reading, reach, starts) for key, blocks in counted.items())


def id_ranges(ids: Iterable[str]) -> list[str]:
    """Return ids in order, those that count on as a range: b3, b4 and b5 are `b3–b5`, b3 and b4 stay as they are."""
    runs: list[list[str]] = []
    for name in ids:
        if runs and _next_id(runs[-1][-1]) == name:
            runs[-1].append(name)
        else:
            runs.append([name])
    return [told for run in runs for told in (run if len(run) < 3 else [f"{run[0]}–{run[-1]}"])]


def _next_id(name: str) -> str:
    letters = name.rstrip("0123456789")
    return f"{letters}{int(name[len(letters) :]) + 1}" if letters != name else ""


def _section(
    title: str, blocks: Sequence[ReadingBlock], reading: ReadingText, reach: Sequence[Span], starts: Sequence[int]
) -> SectionSeen:
    unseen = [block for block in blocks if not _is_reached(block.span, reach, starts)]
    return SectionSeen(
        title,
        blocks[0].span.start,
        len(blocks),
        sum(len(block.span) for block in blocks),
        tuple(UnseenBlock(block.id, _first_words(reading.slice(block.span))) for block in unseen),
        sum(len(block.span) for block in unseen),
    )


def _is_reached(span: Span, reach: Sequence[Span], starts: Sequence[int]) -> bool:
    last = bisect_right(starts, span.end - 1) - 1  # the last that begins before the block ends
    return last >= 0 and reach[last].overlaps(span)


def _heading(group: Group) -> Block | None:
    if group.name != "div":
        return None
    return next((part for part in group.children if isinstance(part, Block) and part.name == "head"), None)


def _title(division: Group | None) -> str:
    heading = _heading(division) if division is not None else None
    return " ".join(plain_text(heading.content).split()) if heading is not None else ""


def _first_words(text: str) -> str:
    line = " ".join(text[: 2 * _FIRST_WORDS].split())
    return line if len(line) <= _FIRST_WORDS and len(text) <= 2 * _FIRST_WORDS else f"{line[:_FIRST_WORDS].rstrip()} …"
