"""From recognised blocks to a document: front, body with its divisions and turns, back; numbered in order."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from annotate.model.document import Block, Document, Group, Metadata
from annotate.structure.blocks import BlockBuilder
from annotate.structure.draft import PULL_QUOTE, Draft, Kind
from annotate.structure.footnotes import NOTES
from annotate.structure.grouping import part_of, units
from annotate.structure.timeline import is_timed

if TYPE_CHECKING:
    from annotate.model.decision import Decision
    from annotate.structure.draft import Sketch

# What stands beside a turn until the turn goes on, and what is part of a turn as its paragraphs are.
_BESIDE = {Kind.BOILERPLATE, Kind.CAPTION, Kind.PICTURE, Kind.NOTE, Kind.STAGE}
_INSIDE = {Kind.ITEM, Kind.QUOTATION, Kind.VERSE, Kind.CELL}
_BETWEEN = {Kind.BOILERPLATE, Kind.PICTURE, Kind.CAPTION, Kind.PARAGRAPH}
_FRONT = {Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE, Kind.DATE, Kind.CREDITS, Kind.RATING}
_BACK = {Kind.SIGNATURE, Kind.BIOGRAPHY}
_DIVISION: dict[Kind | None, str] = {Kind.BOILERPLATE: "boilerplate", Kind.SIGNATURE: "signature"}
_ANYWHERE = {Kind.CREDITS, Kind.RATING}  # in the front or in the body


def assemble(sketch: Sketch, metadata: Metadata) -> tuple[Document, tuple[Decision, ...]]:
    """Return the document of a sketch in which every block has been claimed, and what was decided of each, in order."""
    drafts = sketch.drafts
    front_end = _end_of_front(drafts)
    back_start = _start_of_back(drafts)
    if front_end >= back_start:
        # TEI wants a body: where front and back would leave nothing for it, the last line of the front is the text.
        front_end = max(front_end - 1, 0)
        back_start = len(drafts)
        for draft in drafts[front_end:]:
            if draft.kind is not Kind.BOILERPLATE:
                draft.give_label_back()
                draft.becomes(Kind.PARAGRAPH, "there is no other text")
    builder = BlockBuilder(sketch)
    front = _front(drafts[:front_end], builder)
    body = _Body(builder).build(drafts[front_end:back_start])
    back = _back(drafts[back_start:], builder)
    return Document(metadata, front, body, back, builder.timeline), builder.decisions()


def _start_of_back(drafts: list[Draft]) -> int:
    """Return the index of the author's signature or biography, or of the notes right before it or at the end."""
    end = next((i for i, draft in enumerate(drafts) if draft.kind in _BACK), len(drafts))
    start = end
    while start > 0 and (drafts[start - 1].subtype == NOTES or drafts[start - 1].kind is Kind.BOILERPLATE):
        start -= 1
    return next((i for i in range(start, end) if drafts[i].subtype == NOTES), end)


def _end_of_front(drafts: list[Draft]) -> int:
    """Return the index after the last line of the front; what looks like such a line farther on is text.

    Title, byline and date are only looked for before the text. Credits and a rating belong to the front where they
    stand right below these; elsewhere they stay where they are, in the body.
    """
    front = list(takewhile(lambda draft: draft.kind in _FRONT | _BETWEEN, drafts))
    end = max((i + 1 for i, draft in enumerate(front) if draft.kind in _FRONT - _ANYWHERE), default=0)
    below = takewhile(lambda draft: draft.kind in _ANYWHERE | _BETWEEN - {Kind.PARAGRAPH}, drafts[end:])
    end += max((i + 1 for i, draft in enumerate(below) if draft.kind in _ANYWHERE), default=0)
    for draft in drafts[end:]:
        if draft.kind in _FRONT - _ANYWHERE:
            title = draft.kind in {Kind.TITLE, Kind.SUBTITLE}
            draft.becomes(Kind.HEADING if title else Kind.PARAGRAPH, "stands in the text")
    return end


def _front(drafts: list[Draft], builder: BlockBuilder) -> tuple[Group | Block, ...]:
    parts: list[Group | Block] = []
    for unit in units(drafts):
        part = part_of(unit, builder)
        if unit[0].kind in {Kind.TITLE, Kind.SUBTITLE}:
            before = parts[-1] if parts else None
            if isinstance(before, Group) and before.name == "docTitle":
                parts[-1] = replace(before, children=(*before.children, part))
            else:
                parts.append(Group("docTitle", (part,)))
        else:
            parts.append(part)
    return tuple(parts)


def _back(drafts: list[Draft], builder: BlockBuilder) -> tuple[Group | Block, ...]:
    """Return notes, the author's signature and biography and what a web page adds after them, each as a division."""
    parts: list[Group | Block] = []
    for unit in units(drafts):
        wanted = NOTES if unit[0].subtype == NOTES else _DIVISION.get(unit[0].kind, "biography")
        part = part_of(unit, builder)
        before = parts[-1] if parts else None
        if isinstance(before, Group) and before.attributes["type"] == wanted:
            parts[-1] = replace(before, children=(*before.children, part))
        else:
            parts.append(Group("div", (part,), attributes={"type": wanted}))
    return tuple(parts)


class _Body:
    """Builds the body from its blocks in order. What stands between two blocks of a turn is inside the turn."""

    def __init__(self, builder: BlockBuilder) -> None:
        self._builder = builder
        self._parts: list[Group | Block] = []  # of the body, before its first division
        self._divisions: list[list[Group | Block]] = []
        self._division_attributes: list[dict[str, str]] = []
        self._turn: list[Group | Block] = []
        self._turn_draft: Draft | None = None
        self._turn_id = ""
        self._turn_joints: dict[str, str] = {}  # what joins it to a part of it before
        self._aside: list[Group | Block] = []  # boilerplate and pictures since the last block of a turn
        self._turns = 0

    def build(self, drafts: list[Draft]) -> tuple[Group | Block, ...]:
        """Return the parts of the body."""
        for unit in units(drafts):
            self._add(unit)
        self._end_turn()
        trailing = self._take_trailing_boilerplate() if self._divisions else []
        divisions = [
            Group("div", tuple(parts), attributes=attributes)
            for parts, attributes in zip(self._divisions, self._division_attributes, strict=True)
        ]
        if trailing:
            divisions.append(Group("div", tuple(trailing), attributes={"type": "boilerplate"}))
        pictures = [part for part in self._parts if isinstance(part, Group) and part.name == "figure"]
        if self._parts and len(pictures) == len(self._parts) and not divisions:
            # TEI wants more in a body than pictures; in a division they may stand alone.
            return (Group("div", tuple(self._parts)),)
        return (*self._parts, *divisions)

    def _add(self, unit: list[Draft]) -> None:
        draft = unit[0]
        if draft.kind is Kind.TURN:
            if draft.continues and self._turn_draft is not None and not self._is_cut():
                self._turn += [*self._aside, self._builder.block(draft)]
                self._aside = []
                return
            self._begin_turn(draft)
            return
        part = part_of(unit, self._builder)
        if (draft.kind in _BESIDE or draft.subtype == PULL_QUOTE) and self._turn_draft is not None:
            self._aside.append(part)
            return
        if draft.kind in _INSIDE and self._turn_draft is not None:
            self._turn += [*self._aside, part]
            self._aside = []
            return
        self._end_turn()
        if draft.kind is Kind.HEADING:
            self._divisions.append([part])
            self._division_attributes.append({"type": NOTES} if draft.subtype == NOTES else {})
        else:
            self._place.append(part)

    @property
    def _place(self) -> list[Group | Block]:
        return self._divisions[-1] if self._divisions else self._parts

    def _is_cut(self) -> bool:
        """Whether a picture or a pull quote, which nobody says, stands since the last block of the turn.

        A turn with times is cut before each of its paragraphs, since TEI allows no `p` in a `u`.
        """
        timed = self._turn_draft is not None and is_timed(self._turn_draft)
        return timed or any(isinstance(part, Group) for part in self._aside)

    def _begin_turn(self, draft: Draft) -> None:
        """Begin a turn, or the part of one after what cut it in two."""
        joined = draft.continues and self._turn_draft is not None
        before = self._turn_id
        self._turns += 1
        self._end_turn(f"t{self._turns}" if joined else "")
        self._turn_draft, self._turn_id = draft, f"t{self._turns}"
        self._turn_joints = {"prev": f"#{before}"} if joined else {}
        self._turn = [self._builder.block(draft)]

    def _end_turn(self, following: str = "") -> None:
        if self._turn_draft is not None:
            joints = {**({"next": f"#{following}"} if following else {}), **self._turn_joints}
            turn = self._builder.turn(self._turn_draft, self._turn_id, tuple(self._turn))
            self._place.append(replace(turn, attributes={**turn.attributes, **joints}) if joints else turn)
        self._place.extend(self._aside)
        self._turn, self._aside, self._turn_draft = [], [], None

    def _take_trailing_boilerplate(self) -> list[Group | Block]:
        """Remove and return the boilerplate that ends the last division: it belongs to none of them."""
        last = self._divisions[-1]
        count = 0
        while count < len(last) - 1 and isinstance(last[-1 - count], Block) and last[-1 - count].boilerplate:
            count += 1
        trailing = last[len(last) - count :]
        del last[len(last) - count :]
        return trailing
