"""A source text as it was read: its blocks, what its format says of them, and what it declares about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Form(StrEnum):
    """What a format itself says of a block. Plain text says nothing; what a block then is, is for `structure`."""

    UNSAID = ""
    PARAGRAPH = "paragraph"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    CAPTION = "caption"
    CELL = "cell"
    PICTURE = "picture"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class RawMark:
    """Inline markup at [start, end) of a block's text, in code points.

    `name` and `attributes` are TEI's: `emph`, `hi` (with `rend`), `ref` (with `target`), `foreign` (with `xml:lang`),
    `title`; `pb` and `graphic` cover nothing (start equals end).
    """

    start: int
    end: int
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    def over(self, start: int, end: int) -> RawMark:
        """Return the same markup at [start, end); a fourth of what `dataclasses.replace` costs a text full of it."""
        return RawMark(start, end, self.name, self.attributes)


@dataclass(frozen=True, slots=True)
class RawNote:
    """An author's note, called at an offset of a block's text.

    `place` is TEI's (`foot`, `end`); `sign` is the note's number or sign, "" where the format has none.
    """

    at: int
    blocks: tuple[RawBlock, ...]
    place: str = "foot"
    sign: str = ""

    def called_at(self, at: int) -> RawNote:
        """Return the same note, called at another offset."""
        return RawNote(at, self.blocks, self.place, self.sign)


@dataclass(frozen=True, slots=True)
class RawBlock:
    r"""A run of text that stands alone in the source.

    Attributes:
        text: its words; no line breaks inside but in verse, whose lines are parted by "\n"; no white space at the ends.
        line: the 1-based line of the source it starts on; of a format without lines, its 1-based number.
        form: what the format says it is.
        level: of a heading 1 to 6; of an item or a quotation how deep it is nested, from 1.
        group: items, cells, quotations and captions with the same group belong to one list, table, quotation or figure.
        row: of a cell, its row, from 0.
        attributes: TEI attributes the format gives: of an item's list `rend` (numbered, bulleted), of a cell `role`
            (label) or `cols`, of a turn `start` and `end` in seconds, of a picture `url`, `alt` and, where it may lie
            at hand although `url` is on the web or empty, `near`.
        marks: inline markup, outer before inner, none crossing another.
        notes: the author's notes it calls, in order.
        boilerplate: the subtype of boilerplate, where the reader knows that it stands outside the text.
        speaker: who speaks, where the format says so (a voice of a subtitle).
    """

    text: str
    line: int
    form: Form = Form.UNSAID
    level: int = 0
    group: str = ""
    row: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[RawMark, ...] = ()
    notes: tuple[RawNote, ...] = ()
    boilerplate: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a format declares about its text (front matter, document properties, JSON-LD, meta elements).

    `date` is ISO 8601, `language` a BCP 47 tag, `runtime` in seconds, `rating` as printed. None or empty: not declared.
    """

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    genre: str | None = None
    tags: tuple[str, ...] = ()
    rating: str | None = None
    film: str | None = None
    directors: tuple[str, ...] = ()
    film_date: str | None = None
    runtime: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment in the source: on a passage of a block, by whom and when (RFC 3339); becomes a note.

    `block` is the index of the block in `SourceText.blocks`; `start` and `end` are code points of its text.
    """

    block: int
    start: int
    end: int
    body: str
    author: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture a source brings along: the address by which its blocks name it, and its bytes."""

    address: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source: its name as findings print it, the SHA-256 (hex) of its bytes, its blocks, what it declares.

    `pictures` are those of its blocks (`url` of a picture, `graphic` in the words) that lie within it.
    """

    path: str
    sha256: str
    blocks: tuple[RawBlock, ...]
    declared: Declared = Declared()
    comments: tuple[Comment, ...] = ()
    pictures: tuple[Picture, ...] = ()


def picture_addresses(blocks: Iterable[RawBlock]) -> Iterator[tuple[str, str, int]]:
    """Yield `url`, `near` ("" for none) and line of each picture in blocks and in the notes they call, in order."""
    for block in blocks:
        if block.form is Form.PICTURE:
            yield block.attributes.get("url", ""), block.attributes.get("near", ""), block.line
        for mark in block.marks:
            if mark.name == "graphic":
                yield mark.attributes.get("url", ""), mark.attributes.get("near", ""), block.line
        for note in block.notes:
            yield from picture_addresses(note.blocks)
