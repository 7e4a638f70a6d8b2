"""The blocks of a word processor's file as they are read: which belong together, and where comments lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import Form, RawBlock
from annotate.read.block_size import MAX_BLOCK_BYTES
from annotate.read.block_text import BlockBuilder
from annotate.read.office import rules
from annotate.read.rules import LINE_TOO_LONG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.read.block_text import BlockText
    from annotate.read.office.report import Report


@dataclass(frozen=True, slots=True)
class Kind:
    """What a block is, as `model.source.RawBlock` says it; `series` is the list or table it is of."""

    form: Form = Form.PARAGRAPH
    level: int = 0
    row: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)
    boilerplate: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: where its file is, or its address, and what stands in its place for who cannot see it."""

    url: str
    alternative: str


class BlockList:
    """Takes the blocks of a text, a note or a header in order.

    Attributes:
        blocks: the blocks so far.
        places: for each name that was remembered, the index of the block it is in and the offset there.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._waiting: list[str] = []
        self._page_break = False
        self._series = ("", "")
        self.blocks: list[RawBlock] = []
        self.places: dict[str, tuple[int, int]] = {}

    def new_line(self) -> BlockBuilder:
        """Return a block to read into; a page break that stood alone is at its beginning."""
        line = BlockBuilder()
        if self._page_break:
            line.point("pb")
            self._page_break = False
        return line

    def remember(self, place: str) -> None:
        """Remember the beginning of the next block under a name."""
        self._waiting.append(place)

    def add(self, line: BlockBuilder, kind: Kind) -> None:
        """Add a block; one without words and notes is left out, unless it is a cell or a break."""
        if line.untouched and kind.form not in {Form.CELL, Form.BREAK}:
            return
        found = line.finish(verse=kind.form is Form.VERSE)
        for target in found.lost_links:
            self._report.add(rules.LINK_DROPPED, target=target, reason="it covers no words of its own")
        if line.empty and kind.form not in {Form.CELL, Form.BREAK}:
            self._waiting += [place for place, _ in found.places]
            self._page_break = self._page_break or any(mark.name == "pb" for mark in found.marks)
            return
        self._append(found, kind)

    def add_picture(self, picture: Picture, boilerplate: str) -> None:
        """Add a picture as a block."""
        attributes = {"url": picture.url, "alt": picture.alternative}
        self._append(BlockBuilder().finish(), Kind(Form.PICTURE, attributes=attributes, boilerplate=boilerplate))

    def finish(self) -> None:
        """End the text: what still waits for a block is at the end of the last one."""
        at = (max(len(self.blocks) - 1, 0), len(self.blocks[-1].text) if self.blocks else 0)
        for place in self._waiting:
            self.places.setdefault(place, at)

    def _append(self, found: BlockText, kind: Kind) -> None:
        report, index = self._report, len(self.blocks)
        if len(found.text) > MAX_BLOCK_BYTES // 4 and (length := len(found.text.encode())) > MAX_BLOCK_BYTES:
            raise InputRefused(LINE_TOO_LONG.at(report.path, report.paragraph, length=length, limit=MAX_BLOCK_BYTES))
        waiting, self._waiting = self._waiting, []
        for place, at in [*((place, 0) for place in waiting), *found.places]:
            self.places.setdefault(place, (index, at))
        self.blocks.append(
            RawBlock(
                found.text,
                max(report.paragraph, 1),
                kind.form,
                kind.level,
                self._group(kind),
                kind.row,
                kind.attributes,
                found.marks,
                found.notes,
                kind.boilerplate,
            )
        )

    def _group(self, kind: Kind) -> str:
        """Return the group of the next block: what belongs together follows each other."""
        sort, group = self._series
        if kind.form is Form.ITEM:
            goes_on = sort.startswith("list") and (kind.level > 1 or sort == f"list {kind.series}")
            if not goes_on:
                sort, group = f"list {kind.series}", self._report.new_group("list")
        elif kind.form is Form.QUOTATION:
            if sort != "quotation":
                sort, group = "quotation", self._report.new_group("quotation")
        elif kind.form is Form.PICTURE:
            sort, group = "picture", self._report.new_group("figure")
        elif kind.form is Form.CELL:
            sort, group = "table", kind.series
        elif not (kind.form is Form.CAPTION and sort == "picture"):
            sort = group = ""
        self._series = (sort, group)
        return group
