"""The draft of a document: each block of the source with what it has been recognised as, and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from annotate.model.source import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.diagnostics import Finding
    from annotate.model.document import Film, Person
    from annotate.model.source import RawBlock, RawMark, RawNote


class Kind(StrEnum):
    """What a block of the source can be."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    CREDITS = "credits"
    RATING = "rating"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TURN = "turn"
    CAPTION = "caption"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    CELL = "cell"
    PICTURE = "picture"
    STAGE = "stage"
    BIOGRAPHY = "biography"
    BOILERPLATE = "boilerplate"


_STRESS = frozenset({"emph", "hi"})
_SAID = {
    Form.TITLE: Kind.TITLE,
    Form.HEADING: Kind.HEADING,
    Form.ITEM: Kind.ITEM,
    Form.QUOTATION: Kind.QUOTATION,
    Form.VERSE: Kind.VERSE,
    Form.CAPTION: Kind.CAPTION,
    Form.CELL: Kind.CELL,
    Form.PICTURE: Kind.PICTURE,
}


@dataclass(slots=True)
class Draft:
    """A block on its way to the document.

    Attributes:
        text: its words, the speaker label taken off.
        line: the 1-based line of the source.
        kind: what it has been recognised as; None as long as no recogniser has claimed it.
        subtype: of boilerplate: `advert`, `navigation`, `call-to-action`, `comments`, `citation`, `topics`, `media`.
        label: the speaker label the source prints, with its colon.
        speaker: the speaker's name, of a turn.
        continues: the block belongs to the turn before it.
        part: "I" or "F" of a paragraph that something cut in two.
        reason: why it was recognised as this.
        certainty: how sure that is, from 0 to 1; below `model.decision.UNSURE` a person is asked to look.
        form, level, group, row, attributes: what the format says of it (`model.source.RawBlock`).
        marks: the format's inline markup, in offsets of `text`.
        notes: the author's notes it calls, at offsets of `text`.
    """

    text: str
    line: int
    kind: Kind | None = None
    subtype: str = ""
    label: str = ""
    speaker: str = ""
    continues: bool = False
    part: str = ""
    reason: str = ""
    certainty: float = 1.0
    form: Form = Form.UNSAID
    level: int = 0
    group: str = ""
    row: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[RawMark, ...] = ()
    notes: tuple[RawNote, ...] = ()

    @classmethod
    def of(cls, block: RawBlock) -> Draft:
        """Return the draft of a block of the source; what its format says for certain is claimed at once."""
        draft = cls(
            block.text,
            block.line,
            form=block.form,
            level=block.level,
            group=block.group,
            row=block.row,
            attributes=block.attributes,
            marks=block.marks,
            notes=block.notes,
        )
        if block.boilerplate:
            draft.becomes(Kind.BOILERPLATE, "stands outside the text", block.boilerplate)
        elif block.form in _SAID:
            draft.becomes(_SAID[block.form], f"the format says that it is a {block.form}")
        if block.speaker:
            draft.speaker = block.speaker
            draft.becomes(Kind.TURN, "the format names who speaks")
        return draft

    def cut_label(self, length: int) -> None:
        """Take the speaker label, the first `length` code points, off the text; markup and notes move along."""
        self.label = self.text[:length].rstrip()
        self.text = self.text[length:]
        moved = (replace(mark, start=max(mark.start - length, 0), end=mark.end - length) for mark in self.marks)
        self.marks = tuple(mark for mark in moved if mark.end > 0)
        self.notes = tuple(replace(note, at=max(note.at - length, 0)) for note in self.notes)

    def becomes(self, kind: Kind, reason: str, subtype: str = "", certainty: float = 1.0) -> None:
        """Claim the block for a kind; `certainty` says how sure the reason is, from 0 to 1."""
        self.kind, self.reason, self.subtype, self.certainty = kind, reason, subtype, certainty

    @property
    def words(self) -> int:
        """How many words it has, white space as the border."""
        return self.text.count(" ") + 1

    @property
    def stressed(self) -> bool:
        """Whether it is bold or italic from its first word to its last."""
        return any(mark.start == 0 and mark.end >= len(self.text) and mark.name in _STRESS for mark in self.marks)

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, closing quotes and brackets apart."""
        return self.text.rstrip("”’\"'»)]› ")[-1:] in set(".!?…。！？:;") or self.text.endswith("--")


@dataclass(slots=True)
class Sketch:
    """A whole text on its way to a document: its blocks, and what has been found out about it."""

    path: str
    drafts: list[Draft]
    findings: list[Finding] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    films: list[Film] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    authors: list[str] = field(default_factory=list)
    date: str | None = None
    genre: str = ""
    language: str | None = None
    speakers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, path: str, blocks: tuple[RawBlock, ...]) -> Sketch:
        """Return a sketch in which nothing is recognised yet."""
        return cls(path, [Draft.of(block) for block in blocks if block.form is not Form.BREAK])

    def open(self) -> Iterator[tuple[int, Draft]]:
        """Yield the blocks no recogniser has claimed, with their index."""
        return ((index, draft) for index, draft in enumerate(self.drafts) if draft.kind is None)

    def first(self, kind: Kind) -> Draft | None:
        """Return the first block of a kind, or None."""
        return next((draft for draft in self.drafts if draft.kind is kind), None)
