"""The edition: all that both editions show of a text and its annotations, in order and numbered once.

`render.view` builds it; the screen page and the print page only set it. Strings are plain text unless their type is
`SafeHtml`. An anchor is the id an element bears in both editions, unique within the edition.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NewType, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotate.model.anchor import Outcome
    from annotate.model.document import Metadata

SafeHtml = NewType("SafeHtml", str)
"""HTML with no element, attribute or link that the sanitiser does not allow (`render.safe_html`)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the text over which the same annotations lie.

    Attributes:
        text: its characters.
        over: ids of the annotations that cover it, the one that begins first first.
        begins: those of them that begin here.
    """

    text: str
    over: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """The place where claims and notes are called by their marks; `entries` are their ids in the order of marks."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign by which the author calls a note of the text's own; `anchor` is the note's, "" if unknown."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """Inline markup around pieces: `name` and `attributes` are TEI's, `anchor` is "" where nothing can link to it."""

    name: str
    content: tuple[Piece, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    anchor: str = ""


Piece: TypeAlias = "Stretch | Call | Sign | Markup"


@dataclass(frozen=True, slots=True)
class EditionBlock:
    """A block of the reading text.

    Attributes:
        anchor: what links to the block.
        name: TEI element name.
        pieces: its whole text in order; the strings of all stretches, joined, are its part of the reading text.
        number: its number in the one series of paragraphs, None for titles, headings, captions and table cells.
        level: 1 to 6 for a heading (1 is the title), 0 for everything else.
        attributes: TEI attributes other than `xml:id`.
        also: anchors of the later parts of a paragraph that an advert cut.
        sign: the sign by which the text calls this block, a note of its author's; "" for everything else.
    """

    anchor: str
    name: str
    pieces: tuple[Piece, ...]
    number: int | None = None
    level: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a turn: the label as the source printed it or, where it printed none, the `supplied` name."""

    label: str
    supplied: bool = False


@dataclass(frozen=True, slots=True)
class EditionPicture:
    """A picture in the text: the address the text has for it, and what it shows, in words ("" where nobody says)."""

    address: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class PictureAtHand:
    """A picture the editions can show: its name among their files, its media type, its pixels and its bytes."""

    name: str
    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EditionGroup:
    """An element that holds blocks, by its TEI name; `anchor` is "" where nothing can link to it.

    `time` is when a turn begins in its recording (`00:01:12`), "" where nothing tells it or its label says it;
    `pictures` are those of a figure; `printed` are the paragraphs of boilerplate, no part of the reading text.
    """

    name: str
    children: tuple[EditionGroup | EditionBlock, ...]
    anchor: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    speaker: Speaker | None = None
    time: str = ""
    pictures: tuple[EditionPicture, ...] = ()
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text something stands: what to link to, and the paragraph (None in a title or heading)."""

    anchor: str
    paragraph: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One annotation's relation to another, in words (`contradicts`); `anchor` is "" for one in another file."""

    words: str
    label: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A source called for or against a claim; `citation` is short, with its locator.

    `verdict` is what the kept copy of the source says of the quote (`match.verdict`), "" where there is none.
    """

    id: str
    source: str
    anchor: str
    relation: str
    citation: SafeHtml
    strength: str | None = None
    quote: str | None = None
    note: str | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim as a reader meets it.

    Attributes:
        id: its id, and `anchor` the anchor of its entry.
        mark: the number both editions print.
        lemma: the words of the text it rests on, the middle left out where they are many.
        place: where it is called; None for a claim without a certain place.
        lane: which of the underlines it takes where claims overlap, from 0.
    """

    id: str
    anchor: str
    mark: str
    lemma: str
    place: Place | None
    kind: str
    status: str
    statement: str | None = None
    claimant: str | None = None
    attitude: str | None = None
    certainty: str | None = None
    evidence: tuple[EvidenceEntry, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    references: tuple[Reference, ...] = ()
    lane: int = 0


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """An editor's note as a reader meets it; fields as in `ClaimEntry`, `mark` is a letter."""

    id: str
    anchor: str
    mark: str
    lemma: str
    place: Place | None
    kind: str
    body: SafeHtml
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An annotation that has no certain place in the text: what it quotes, the outcome of the search and why.

    `entry` is its claim or note; None for a mention or a passage, which `kind` names. `near` are the places that
    came into question, and `nearest` the text of the best of them.
    """

    id: str
    kind: str
    quote: str
    outcome: Outcome
    reason: str
    entry: ClaimEntry | NoteEntry | None = None
    near: tuple[Place, ...] = ()
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its bibliography entry, and by relation the ids of the claims it is called for."""

    id: str
    anchor: str
    citation: SafeHtml
    uses: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entity, the places that name it in order, and the ids of the claims it makes."""

    id: str
    anchor: str
    type: str
    name: str
    places: tuple[Place, ...] = ()
    claims: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One text with its annotations, as both editions show it.

    Attributes:
        metadata: what the text's header says.
        reading_sha256: SHA-256 (hex) of the reading text.
        front, body, back: the text; what is empty is left out, and boilerplate unless it was wished for.
        titled: whether a block of the text is the title (level 1); else the pages print the metadata's.
        claims, notes: in the order of their marks, those without a certain place last.
        passages: anchors of mentions and linked passages by id: the ids that pages write into the text.
        unplaced: the annotations that have no certain place.
        sources: in the order of the bibliography.
        index: by type, then by name.
        annotators: who made the annotations, by name; `changed` is the day of the last change (ISO 8601), if known.
        language: BCP 47 tag of the text, "" if unknown.
        anchors: anchors of the text's blocks, turns and marked passages by their `xml:id`.
        pictures: the pictures that are at hand, by the address the text has for them.
        record: the annotation file as JSON values; empty without one.
    """

    metadata: Metadata
    reading_sha256: str
    front: tuple[EditionGroup | EditionBlock, ...]
    body: tuple[EditionGroup | EditionBlock, ...]
    back: tuple[EditionGroup | EditionBlock, ...] = ()
    titled: bool = False
    claims: tuple[ClaimEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    passages: Mapping[str, str] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    index: tuple[IndexEntry, ...] = ()
    annotators: tuple[str, ...] = ()
    changed: str | None = None
    language: str = ""
    anchors: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, PictureAtHand] = field(default_factory=dict)
    record: Mapping[str, Any] = field(default_factory=dict)
    _entries: Mapping[str, ClaimEntry | NoteEntry] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        entries: dict[str, ClaimEntry | NoteEntry] = {claim.id: claim for claim in self.claims}
        entries.update((note.id, note) for note in self.notes)
        object.__setattr__(self, "_entries", entries)

    @property
    def parts(self) -> tuple[EditionGroup | EditionBlock, ...]:
        """`front`, `body` and `back` in document order."""
        return self.front + self.body + self.back

    def entry(self, annotation_id: str) -> ClaimEntry | NoteEntry | None:
        """Return the claim or note with this id, or None."""
        return self._entries.get(annotation_id)


def edition_blocks(nodes: Iterable[EditionGroup | EditionBlock]) -> Iterator[EditionBlock]:
    """Yield the blocks among nodes and within them, in document order."""
    for node in nodes:
        if isinstance(node, EditionBlock):
            yield node
        else:
            yield from edition_blocks(node.children)


def stretches(pieces: tuple[Piece, ...]) -> str:
    """Return the text of a block's pieces: its part of the reading text."""
    return "".join(
        piece.text if isinstance(piece, Stretch) else stretches(piece.content) if isinstance(piece, Markup) else ""
        for piece in pieces
    )


def called(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the ids of the claims and notes that are called in pieces, in order."""
    for piece in pieces:
        if isinstance(piece, Call):
            yield from piece.entries
        elif isinstance(piece, Markup):
            yield from called(piece.content)
