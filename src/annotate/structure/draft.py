"""The draft of a document: each block of the source with what it has been recognised as, and why."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.structure.phrases import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.diagnostics import Finding
    from annotate.model.document import Film, Person
    from annotate.model.source import RawBlock, RawMark, RawNote
    from annotate.structure.inlines import Mark


PULL_QUOTE = "pull-quote"  # the subtype of a quotation that repeats words of the text


class Kind(StrEnum):
    """What a block of the source can be."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    CREDITS = "credits"
    RATING = "rating"
    KEYWORDS = "keywords"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TURN = "turn"
    CAPTION = "caption"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    CELL = "cell"
    PICTURE = "picture"
    NOTE = "note"
    STAGE = "stage"
    BIOGRAPHY = "biography"
    SIGNATURE = "signature"
    BOILERPLATE = "boilerplate"


_HAN = lazy_pattern(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_HAN_TO_WORDS = 0.6  # words of English that a Chinese character is worth in prose
_CLOSERS = "”’“‘\"'»«›‹」』）】)] \u00a0\u202f"  # German closes with “ and «
_SENTENCE_ENDS = frozenset(".!?…。！？:;：；")
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


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The sign at [start, end) of a block's text, in code points, that calls a note which is a block of its own."""

    start: int
    end: int
    note: Draft


@dataclass(slots=True)
class Draft:
    """A block on its way to the document.

    Attributes:
        text: its words, the speaker label taken off.
        line: the 1-based line of the source.
        kind: what it has been recognised as; None as long as no recogniser has claimed it.
        subtype: of boilerplate: `advert`, `navigation`, `call-to-action`, `comments`, `citation`, `topics`, `media`.
        label: the speaker label the source prints, with its colon; of a note, the sign it begins with.
        sign: of a note, its number or mark.
        speaker: the speaker's name, of a turn.
        continues: the block belongs to the turn before it.
        part: "I" or "F" of a paragraph that something cut in two.
        reason: why it was recognised as this.
        certainty: how sure that is, from 0 to 1; below `model.decision.UNSURE` a person is asked to look.
        form, level, group, row, attributes: what the format says of it (`model.source.RawBlock`).
        marks: the format's inline markup, in offsets of `text`.
        notes: the author's notes it calls, at offsets of `text`.
        quoted: the markup of its quotations and of the titles of works in it, as `inlines.nested` gives it.
        calls: the signs that call notes which stand elsewhere in the source, in order.
        languages: whose phrases are looked for in it (ISO 639-1).
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
    quoted: tuple[Mark, ...] = ()
    calls: tuple[NoteCall, ...] = ()
    sign: str = ""
    languages: tuple[str, ...] = LANGUAGES

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
        elif not block.text:
            draft.becomes(Kind.PARAGRAPH, "holds nothing but what it calls")
        if block.speaker:
            draft.speaker = block.speaker
            draft.becomes(Kind.TURN, "the format names who speaks")
        return draft

    def cut_label(self, length: int) -> None:
        """Take the speaker label, the first `length` code points, off the text; markup and notes move along."""
        self.label = self.text[:length].rstrip()
        self.text = self.text[length:]
        self.marks = tuple(
            mark.over(max(mark.start - length, 0), max(mark.end - length, 0))
            for mark in self.marks
            if mark.end > length or mark.start == mark.end  # a page break stands before the label, then
        )
        self.notes = tuple(note.called_at(max(note.at - length, 0)) for note in self.notes)
        shifted = (replace(call, start=call.start - length, end=call.end - length) for call in self.calls)
        self.calls = tuple(call for call in shifted if call.start >= 0)

    def cut_spaces(self, places: Sequence[int]) -> None:
        """Take those characters at offsets (in order) that are spaces out of the text; all else moves along."""
        cut = [at for at in places if self.text[at] == " "]
        edges = [-1, *cut, len(self.text)]
        self.text = "".join(self.text[before + 1 : at] for before, at in pairwise(edges))

        def moved(offset: int) -> int:
            return offset - bisect_left(cut, offset)

        self.marks = tuple(mark.over(moved(mark.start), moved(mark.end)) for mark in self.marks)
        self.notes = tuple(note.called_at(moved(note.at)) for note in self.notes)
        self.calls = tuple(replace(call, start=moved(call.start), end=moved(call.end)) for call in self.calls)

    def give_label_back(self) -> None:
        """Put the label before the text again, markup, notes and calls moved along: the block is no turn, no note."""
        if self.label:
            moved = len(self.label) + 1
            self.text, self.label = f"{self.label} {self.text}", ""
            self.marks = tuple(mark.over(mark.start + moved, mark.end + moved) for mark in self.marks)
            self.notes = tuple(note.called_at(note.at + moved) for note in self.notes)
            self.calls = tuple(replace(call, start=call.start + moved, end=call.end + moved) for call in self.calls)

    def becomes(self, kind: Kind, reason: str, subtype: str = "", certainty: float = 1.0) -> None:
        """Claim the block for a kind; `certainty` says how sure the reason is, from 0 to 1."""
        self.kind, self.reason, self.subtype, self.certainty = kind, reason, subtype, certainty

    @property
    def words(self) -> int:
        """How many words it has, white space as the border; of Chinese, about how many words would say the same."""
        spaced = self.text.count(" ") + 1
        if "zh" not in self.languages or self.text.isascii():
            return spaced
        return spaced + int(_HAN_TO_WORDS * len(_HAN.findall(self.text)))

    @property
    def stressed(self) -> bool:
        """Whether it is bold or italic from its first word to its last."""
        return any(mark.start == 0 and mark.end >= len(self.text) and mark.name in _STRESS for mark in self.marks)

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, closing quotes and brackets apart."""
        words = self.text
        for call in reversed(self.calls):  # signs of notes stand behind the full stop
            if words[call.end :].strip(_CLOSERS):
                break
            words = words[: call.start]
        return words.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS or words.endswith("--")


def _is_empty(block: RawBlock) -> bool:
    """Whether a block holds nothing to be written: a rule, or a picture that could not be kept and is not described."""
    if block.form is Form.PICTURE:
        return not any(block.attributes.get(name) for name in ("url", "alt")) and not block.notes
    return block.form is Form.BREAK


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
    publisher: str | None = None
    keywords: list[str] = field(default_factory=list)
    genre: str = ""
    language: str | None = None
    speakers: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = LANGUAGES

    @classmethod
    def of(cls, path: str, blocks: tuple[RawBlock, ...]) -> Sketch:
        """Return a sketch in which nothing is recognised yet."""
        return cls(path, [Draft.of(block) for block in blocks if not _is_empty(block)])

    def look_for(self, languages: tuple[str, ...]) -> None:
        """Look for the phrases of these languages alone, in the text as a whole and in each block."""
        self.languages = languages
        for draft in self.drafts:
            draft.languages = languages

    def open(self) -> Iterator[tuple[int, Draft]]:
        """Yield the blocks no recogniser has claimed, with their index."""
        return ((index, draft) for index, draft in enumerate(self.drafts) if draft.kind is None)

    def first(self, kind: Kind) -> Draft | None:
        """Return the first block of a kind, or None."""
        return next((draft for draft in self.drafts if draft.kind is kind), None)
