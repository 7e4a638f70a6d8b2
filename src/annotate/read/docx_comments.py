"""The comments of a Word file (ECMA-376, part 1, 17.13.4), each on its passage of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.model.source import Comment
from annotate.read import docx_rules as rules
from annotate.read.docx_names import name
from annotate.read.docx_story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from annotate.model.source import RawBlock
    from annotate.read.docx_parts import Part
    from annotate.read.docx_reading import Reading

_AUTHOR, _DATE = name("w:author"), name("w:date")
_RFC_3339 = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?")


def comments_of(
    part: Part | None,
    by_id: Mapping[str, etree._Element],
    blocks: list[RawBlock],
    places: Mapping[str, tuple[int, int]],
    reading: Reading,
) -> Iterator[Comment]:
    """Yield the comments in the order of the file; one that reaches over several blocks is on the first of them.

    A comment without a place is set at the end of the text and reported. Word writes the local time as if it were UTC.
    """
    for identifier, element in by_id.items():
        body = _body(part, element, reading)
        author = " ".join((element.get(_AUTHOR) or "").split()) or None
        place = _place(identifier, blocks, places)
        if place is None:
            by = f" by {author}" if author else ""
            reading.report(rules.COMMENT_NOT_PLACED, author=by, words=body[:250])
            at = len(blocks[-1].text) if blocks else 0
            place = max(len(blocks) - 1, 0), at, at
        if blocks:
            yield Comment(*place, body, author, _time(element.get(_DATE, "")))


def _place(
    identifier: str, blocks: list[RawBlock], places: Mapping[str, tuple[int, int]]
) -> tuple[int, int, int] | None:
    start, end = places.get(f"start {identifier}"), places.get(f"end {identifier}")
    call = places.get(f"call {identifier}") or end
    if start is None:
        return None if call is None else (call[0], call[1], call[1])
    if end is None:
        end = call or start
    if start[0] < end[0] and start[1] == len(blocks[start[0]].text) and end[1] > 0:
        return end[0], 0, end[1]
    if start[0] != end[0]:
        return start[0], start[1], len(blocks[start[0]].text)
    return start[0], start[1], max(start[1], end[1])


def _body(part: Part | None, element: etree._Element, reading: Reading) -> str:
    """Return the words of a comment, paragraphs parted by a blank line, addresses of links after their words."""
    story = Story(reading, {} if part is None else part.relations)
    story.read(element)
    story.finish()
    return "\n\n".join(filter(None, map(_with_addresses, story.blocks)))


def _with_addresses(block: RawBlock) -> str:
    text = block.text
    for mark in sorted(block.marks, key=lambda mark: -mark.end):
        target = mark.attributes.get("target", "")
        if mark.name == "ref" and target not in text:
            text = f"{text[: mark.end]} <{target}>{text[mark.end :]}"
    return text


def _time(written: str) -> str | None:
    match = _RFC_3339.fullmatch(written)
    return None if match is None else f"{match[1]}{match[2] or 'Z'}"
