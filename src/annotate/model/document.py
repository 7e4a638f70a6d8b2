"""The document: a text as a tree of groups, blocks and inlines, in the vocabulary of TEI.

A tree mirrors what a careful reader sees, not the bytes of a file: white space inside a block is already collapsed, so
that the strings of a block, joined, are its part of the reading text (`model.text`). Names are TEI's element names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.model.timeline import Moment

Genre: TypeAlias = str
GENRES: tuple[Genre, ...] = ("review", "interview", "essay", "mixed")


@dataclass(frozen=True, slots=True)
class Inline:
    """Markup inside a block: `said`, `q`, `title`, `emph`, `hi`, `ref`, `date`, `l` ..., or an author's `note`.

    Attributes:
        name: TEI element name.
        content: strings, inlines and, in a `note`, groups and blocks.
        attributes: TEI attributes; `xml:id` is written so, others without prefix.
        silent: the content stands outside the reading text (a note-call sign, a note, which has blocks of its own).
    """

    name: str
    content: tuple[Node, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    r"""A leaf block: a paragraph, heading, list item, table cell, stanza, note, boilerplate line ...

    Attributes:
        id: its `xml:id` (`b1`, `b2`, ... in our own TEI), or `b` and its number for a foreign block without one.
        name: TEI element name (`p`, `head`, `titlePart`, `item`, `lg`, ...); `ab` for text that stood outside any.
        content: strings and inlines. In an `lg` each line is an `l`, with "\n" between lines.
        attributes: TEI attributes other than `xml:id`.
        line: 1-based line of the file it was read from; 0 when made in memory. Not part of its identity.
    """

    id: str
    name: str
    content: tuple[Node, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = field(default=0, compare=False)

    @property
    def boilerplate(self) -> str | None:
        """The subtype of boilerplate this block is (`advert`, `navigation`, ...), None if it is text."""
        if self.attributes.get("type") == "boilerplate":
            return self.attributes.get("subtype", "other")
        return None


@dataclass(frozen=True, slots=True)
class Group:
    """An element that holds blocks: `div`, `sp`, `quote`, `cit`, `list`, `figure`, `table`, `row`, `docTitle` ...

    Attributes:
        name: TEI element name.
        children: groups and blocks in document order.
        id: `xml:id`, `t1`, `t2`, ... for a turn of an interview (`sp`, `u`); "" where there is none.
        attributes: TEI attributes other than `xml:id`.
        label: the speaker label as the source printed it; empty if it printed none. Outside the reading text.
        line: 1-based line of the file it was read from; 0 when made in memory. Not part of its identity.
    """

    name: str
    children: tuple[Group | Block, ...] = ()
    id: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    label: tuple[Node, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def boilerplate(self) -> bool:
        """Whether all below is boilerplate."""
        return self.attributes.get("type") == "boilerplate"

    @property
    def who(self) -> tuple[str, ...]:
        """The ids of the persons who speak here (`sp` and `u`)."""
        return tuple(reference.removeprefix("#") for reference in self.attributes.get("who", "").split())


Node: TypeAlias = "str | Inline | Block | Group"


@dataclass(frozen=True, slots=True)
class Person:
    """A person who speaks in the text; `role` is `interviewer`, `interviewee` or None."""

    id: str
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Film:
    """The film reviewed; `runtime` in seconds, `date` a year or ISO 8601 date."""

    title: str
    directors: tuple[str, ...] = ()
    date: str | None = None
    runtime: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the TEI came to be: the program's version, SHA-256 of the source's bytes and of the TEI's `text` (hex)."""

    version: str
    source_sha256: str
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the header says about the text. Dates are ISO 8601 or EDTF; `language` is a BCP 47 tag.

    `rating` is a reviewer's, as it is printed ("4/5").
    """

    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    genre: Genre | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
    rating: str | None = None
    persons: tuple[Person, ...] = ()
    films: tuple[Film, ...] = ()
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text: what the header says, and the blocks of `front`, `body` and `back`.

    `timeline` are the moments of a transcript's recording, to which the `start` and `end` of its turns (`u`) point.
    """

    metadata: Metadata
    front: tuple[Group | Block, ...] = ()
    body: tuple[Group | Block, ...] = ()
    back: tuple[Group | Block, ...] = ()
    timeline: tuple[Moment, ...] = ()

    @property
    def parts(self) -> tuple[Group | Block, ...]:
        """`front`, `body` and `back` in document order."""
        return self.front + self.body + self.back

    def person(self, person_id: str) -> Person | None:
        """Return the person with this id, or None."""
        return next((person for person in self.metadata.persons if person.id == person_id), None)


def leaves(
    parts: tuple[Group | Block, ...], within: tuple[Group, ...] = ()
) -> Iterator[tuple[Block, tuple[Group, ...]]]:
    """Yield every leaf block below `parts` in document order, boilerplate too, with the groups that hold it.

    An author's note called inside a block follows the block that calls it.
    """
    for part in parts:
        if isinstance(part, Group):
            yield from leaves(part.children, (*within, part))
        else:
            yield part, within
            for note in notes_called(part.content):
                yield from leaves((note,), within)


def notes_called(content: tuple[Node, ...]) -> Iterator[Group | Block]:
    """Yield what the notes called inside `content` hold, in order; of a note called in a note, what calls it."""
    for node in content:
        if isinstance(node, Inline):
            yield from notes_called(node.content)
        elif not isinstance(node, str):
            yield node


def plain_text(content: tuple[Node, ...]) -> str:
    """Return the reading text of a block's content: its strings without notes and note-call signs."""
    pieces: list[str] = []
    _collect(content, pieces)
    return "".join(pieces)


def _collect(content: tuple[Node, ...], pieces: list[str]) -> None:
    for node in content:
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Inline) and not node.silent:
            _collect(node.content, pieces)


def whole_text(content: tuple[Node, ...]) -> str:
    """Return all strings of a block's content in order, notes and note-call signs too."""
    return "".join(node if isinstance(node, str) else whole_text(_inside(node)) for node in content)


def _inside(node: Inline | Block | Group) -> tuple[Node, ...]:
    return (*node.label, *node.children) if isinstance(node, Group) else node.content
