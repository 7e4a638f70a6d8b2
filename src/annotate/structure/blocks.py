"""From a recognised block of the source to a block of the document, with its number and its inline markup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import Block, Group, Inline
from annotate.model.source import RawMark
from annotate.structure import rules
from annotate.structure.bylines import authors_of, is_handle
from annotate.structure.dates import dates_of_line
from annotate.structure.decisions import decision_of
from annotate.structure.draft import Draft, Kind
from annotate.structure.grouping import part_of, units
from annotate.structure.inlines import (
    NOTE_CALL,
    Mark,
    content_of,
    nested,
    verse_of,
    with_source_marks,
)
from annotate.structure.notes import notes_of
from annotate.structure.timeline import is_timed, timeline_of, times_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.model.decision import Decision
    from annotate.model.document import Node
    from annotate.structure.draft import Sketch
    from annotate.structure.notes import CalledNote

_NAMES = {
    Kind.TITLE: ("titlePart", {"type": "main"}),
    Kind.SUBTITLE: ("titlePart", {"type": "sub"}),
    Kind.BYLINE: ("byline", {}),
    Kind.DATE: ("docDate", {}),
    Kind.CREDITS: ("ab", {"type": "credits"}),
    Kind.RATING: ("ab", {"type": "rating"}),
    Kind.KEYWORDS: ("ab", {"type": "keywords"}),
    Kind.HEADING: ("head", {}),
    Kind.PARAGRAPH: ("p", {}),
    Kind.TURN: ("p", {}),
    Kind.CAPTION: ("head", {}),
    Kind.ITEM: ("item", {}),
    Kind.BIOGRAPHY: ("p", {}),
    Kind.SIGNATURE: ("byline", {}),
    Kind.QUOTATION: ("p", {}),
    Kind.VERSE: ("lg", {}),
    Kind.CELL: ("cell", {}),
    Kind.NOTE: ("note", {}),
    Kind.STAGE: ("stage", {}),
}
_STARS = lazy_pattern(r"[★⭐]")
_OF = lazy_pattern(r"(?P<given>\d(?:[.,]\d)?)\s*(?:/|out of)\s*(?:4|5|10)")


class BlockBuilder:
    """Numbers blocks in the order they are asked for: b1, b2, ..."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._person_ids = {person.name: person.id for person in sketch.persons}
        self._numbered: list[Draft] = []
        self._numbers: dict[int, str] = {}  # of drafts, by identity; what the notes of a block hold comes after it
        self._in_notes: set[int] = set()
        self._called: dict[int, tuple[CalledNote, ...]] = {}
        for draft in sketch.drafts:
            self._number(draft)
        self._halves = _halves(sketch)
        self.timeline = timeline_of(sketch.drafts)
        self._moments = {moment.seconds: moment.id for moment in self.timeline}

    def _number(self, draft: Draft) -> None:
        self._numbers[id(draft)] = f"b{len(self._numbers) + 1}"
        self._numbered.append(draft)
        if draft.notes:
            self._called[id(draft)] = notes_of(draft)
            for note in self._called[id(draft)]:
                for inner in note.drafts:
                    self._in_notes.add(id(inner))
                    self._number(inner)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what was decided of each block, in the order of the numbers."""
        return tuple(
            decision_of(draft, self._numbers[id(draft)], in_note=id(draft) in self._in_notes)
            for draft in self._numbered
        )

    def figure_parts(self, draft: Draft) -> tuple[Block, ...]:
        """Return the blocks of a picture (its address and what it shows) or of a caption."""
        if draft.kind is Kind.CAPTION:
            return (self.block(draft),)
        url, alternative = draft.attributes.get("url", ""), draft.attributes.get("alt", "")
        graphic = (Block("", "graphic", (), {"url": url}, draft.line),) if url else ()
        if not alternative:
            return graphic
        return (*graphic, Block(self._numbers[id(draft)], "figDesc", (alternative,), line=draft.line))

    def turn(self, draft: Draft, turn_id: str, children: tuple[Group | Block, ...]) -> Group:
        """Return a turn of an interview with the label its first block printed, and its times if it has any."""
        label: tuple[Node, ...] = (draft.label,) if draft.label else ()
        who = self._person_ids.get(draft.speaker)
        attributes = {"who": f"#{who}"} if who else {}
        if not is_timed(draft):
            return Group("sp", children, turn_id, attributes, label)
        attributes |= times_of(draft, self._moments)
        return Group("u", tuple(_in_utterance(child) for child in children), turn_id, attributes, label)

    def block(self, draft: Draft) -> Block:
        """Return the block of a draft."""
        number = self._numbers[id(draft)]
        # Only verse keeps its lines.
        text = draft.text if draft.kind is Kind.VERSE else draft.text.replace("\n", " ")
        if draft.kind is Kind.BOILERPLATE:
            attributes = {"type": "boilerplate", "subtype": draft.subtype}
            return Block(number, "ab", content_of(text, [], self._notes(draft)), attributes, draft.line)
        name, attributes = _NAMES[draft.kind or Kind.PARAGRAPH]
        if draft.kind is Kind.BIOGRAPHY and draft.subtype == "head":
            name = "head"
        attributes = {**attributes, **self._joints(draft)}
        if draft.kind is Kind.CELL:
            attributes = dict(draft.attributes)
        if draft.kind is Kind.NOTE:
            attributes = {"place": "end", "n": draft.sign}
        own = (*draft.marks, *self._calls(draft))
        content = content_of(text, with_source_marks(self._marks(draft), own), self._notes(draft))
        if draft.kind is Kind.VERSE:
            content = verse_of(content)
        if draft.kind is Kind.NOTE:
            content = (Inline("label", (draft.label,), silent=True), *content)
        return Block(number, name, content, attributes, draft.line)

    def _calls(self, draft: Draft) -> Iterator[RawMark]:
        """Yield the signs that call notes which are blocks of their own, as markup."""
        for call in draft.calls:
            if call.start > 0 and call.note.kind is Kind.NOTE:
                target = f"#{self._numbers[id(call.note)]}"
                yield RawMark(call.start, call.end, "ref", {"type": NOTE_CALL, "target": target})

    def _notes(self, draft: Draft) -> list[tuple[int, Inline]]:
        """Return the notes a block calls with the offsets of their calls."""
        return [(note.at, self._note(note)) for note in self._called.get(id(draft), ())]

    def _note(self, note: CalledNote) -> Inline:
        parts = tuple(part_of(unit, self) for unit in units(note.drafts))
        if len(parts) == 1 and isinstance(parts[0], Block) and parts[0].name == "p":
            parts = (replace(parts[0], name="note"),)  # a note of one paragraph is that paragraph
        attributes = {"place": note.place, **({"n": note.sign} if note.sign else {})}
        return Inline("note", parts, attributes, silent=True)

    def _joints(self, draft: Draft) -> dict[str, str]:
        if id(draft) not in self._halves:
            return {}
        other = f"#{self._numbers[id(self._halves[id(draft)])]}"
        return {"part": draft.part, "next" if draft.part == "I" else "prev": other}

    def _marks(self, draft: Draft) -> list[Mark]:
        if id(draft) in self._in_notes:
            return []
        if draft.kind in {Kind.DATE, Kind.BYLINE, Kind.SIGNATURE}:
            marks = [
                Mark(found.start, found.end, "date", {"when": found.when} if found.when else {})
                for found in dates_of_line(draft.text)
            ]
            if draft.kind is not Kind.DATE and not is_handle(draft.text):
                marks.extend(Mark(start, end, "docAuthor") for start, end, _ in authors_of(draft.text))
            return nested(marks)
        if draft.kind is Kind.RATING:
            return [Mark(0, len(draft.text), "measure", {"type": "rating", **_rating(draft.text)})]
        return list(draft.quoted)


def _in_utterance(part: Group | Block) -> Group | Block:
    """Return a part of a turn as a `u` may hold it: its paragraphs are no `p` there."""
    if isinstance(part, Block) and part.name == "p":
        return Block(part.id, "seg", part.content, {"type": "paragraph", **part.attributes}, part.line)
    return part


def _halves(sketch: Sketch) -> dict[int, Draft]:
    """Return, for each half of a cut paragraph, the other; keyed by identity."""
    halves: dict[int, Draft] = {}
    first: Draft | None = None
    for draft in sketch.drafts:
        if draft.part == "I":
            first = draft
        elif draft.part == "F" and first is not None:
            halves[id(first)], halves[id(draft)] = draft, first
            sketch.findings.append(rules.JOINED_PARAGRAPH.at(sketch.path, first.line, onward=draft.line))
            first = None
    return halves


def _rating(text: str) -> dict[str, str]:
    given = _OF.search(text)
    if given:
        return {"quantity": given["given"].replace(",", "."), "unit": "points"}
    stars = len(_STARS.findall(text))
    return {"quantity": str(stars) + (".5" if "½" in text or "⯪" in text else ""), "unit": "stars"} if stars else {}
