"""Where the comments of a word processor's file lie in its text, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Comment
from annotate.read.office import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotate.model.source import RawBlock
    from annotate.read.office.report import Report

_RFC_3339 = lazy_pattern(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as the file has it; its place is remembered as "start", "end" or "call" and its identifier."""

    identifier: str
    blocks: Sequence[RawBlock]
    author: str
    date: str


def placed(
    remarks: Iterable[Remark], blocks: list[RawBlock], places: Mapping[str, tuple[int, int]], report: Report
) -> Iterator[Comment]:
    """Yield the comments in the order of the file; one that reaches over several blocks is on the first of them.

    A comment without a place is set at the end of the text and reported. Dates without an offset from UTC are taken as
    UTC, as word processors write the local time and say nothing.
    """
    for remark in remarks:
        body = "\n\n".join(filter(None, map(_with_addresses, remark.blocks)))
        author = " ".join(remark.author.split()) or None
        place = _place(remark.identifier, blocks, places)
        if place is None:
            by = f" by {author}" if author else ""
            report.add(rules.COMMENT_NOT_PLACED, author=by, words=body[:250])
            at = len(blocks[-1].text) if blocks else 0
            place = max(len(blocks) - 1, 0), at, at
        if blocks:
            yield Comment(*place, body, author, _time(remark.date))


def _place(
    identifier: str, blocks: list[RawBlock], places: Mapping[str, tuple[int, int]]
) -> tuple[int, int, int] | None:
    start, end = places.get(f"start {identifier}"), places.get(f"end {identifier}")
    call = places.get(f"call {identifier}") or end
    if start is None:
        return None if call is None else (call[0], call[1], call[1])
    end = end or call or start
    if start[0] < end[0] and start[1] == len(blocks[start[0]].text) and end[1] > 0:
        return end[0], 0, end[1]
    if start[0] != end[0]:
        return start[0], start[1], len(blocks[start[0]].text)
    return start[0], start[1], max(start[1], end[1])


def _with_addresses(block: RawBlock) -> str:
    """Return the words of a comment's paragraph, the address of each link after its words."""
    text = block.text
    for mark in sorted(block.marks, key=lambda mark: -mark.end):
        target = mark.attributes.get("target", "")
        if mark.name == "ref" and target not in text:
            text = f"{text[: mark.end]} <{target}>{text[mark.end :]}"
    return text


def _time(written: str) -> str | None:
    match = _RFC_3339.fullmatch(written)
    return None if match is None else f"{match[1]}{match[2] or 'Z'}"
