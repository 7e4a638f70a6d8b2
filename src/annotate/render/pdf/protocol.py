"""What the process that lays out a PDF is asked, and what it answers: one line of JSON each, then the PDF."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from annotate.render.book.part import PartFont, read_font

if TYPE_CHECKING:
    from typing import Self

    from annotate.model.edition_choices import Restart


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a PDF carries: its name, what it is, how the pages relate to it, its bytes as base 64.

    `relationship` is a word of ISO 32000-2, 7.11.3: `Source` for what the pages were made from, `Data` for what they
    show.
    """

    name: str
    description: str
    relationship: str
    data: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A claim or note as a comment on the words it is about.

    Attributes:
        name: its id.
        subject: what kind of remark it is, in words.
        title: what a screen reader calls it where it stands in the text.
        text: what it says, in lines.
        author: who made it, "" if nobody knows.
        created, modified: dates as PDF writes them, "" if unknown.
        claim: whether it is a claim, else a note.
    """

    name: str
    subject: str
    title: str
    text: str
    author: str
    created: str
    modified: str
    claim: bool


@dataclass(frozen=True, slots=True)
class CommentedBlock:
    """A block of the text that comments lie on.

    Attributes:
        anchor: the id of its element.
        ink: its text as `ink` leaves it, in which all offsets count (code points, half open).
        runs: the runs of it that comments are about: the comment's name, where the run begins, and where it ends.
    """

    anchor: str
    ink: str
    runs: tuple[tuple[str, int, int], ...]


def ink(words: str) -> str:
    """Return words without white space and soft hyphens, which a line may lose or gain when it is laid out."""
    return "".join(words.split()).replace("\xad", "")


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of an edition in the order of its marks, and where in its text they belong."""

    items: tuple[Comment, ...] = ()
    blocks: tuple[CommentedBlock, ...] = ()

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Return the comments whose fields are JSON values."""
        blocks = (
            CommentedBlock(
                block["anchor"], block["ink"], tuple((name, start, end) for name, start, end in block["runs"])
            )
            for block in value["blocks"]
        )
        return cls(tuple(Comment(**item) for item in value["items"]), tuple(blocks))


NO_COMMENTS = Comments()
"""What there is where nobody wants comments."""


@dataclass(frozen=True, slots=True)
class InBook:
    """That a document is a part of a book, which names its places with `prefix`, or the frame of one.

    A frame brings the fonts of the whole book: `fonts` are those of the other parts. Those bring none (None).
    """

    prefix: str = ""
    fonts: tuple[PartFont, ...] | None = None

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Return what was said as JSON values."""
        fonts = value["fonts"]
        return cls(value["prefix"], None if fonts is None else tuple(map(read_font, fonts)))


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be laid out, and within what.

    `files` maps addresses to base 64; `cpu_seconds` is processor time, `memory_bytes` address space. `line_numbers`
    says where numbering begins anew ("" prints none), and `digits` is the TrueType font of the numbers as base 64.
    `pdf_a` asks for PDF/A-3a, and `comments` are to lie on their words. `book` asks for a part
    of a book.
    """

    html: str
    styles: tuple[str, ...]
    files: dict[str, str]
    identifier: str
    cpu_seconds: int
    memory_bytes: int
    attached: tuple[Attached, ...] = ()
    line_numbers: Restart | Literal[""] = ""
    digits: str = ""
    pdf_a: bool = False
    comments: Comments = NO_COMMENTS
    book: InBook | None = None

    def to_bytes(self) -> bytes:
        """Return the request as it is passed to the process."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the request that was passed."""
        read = json.loads(data)
        attached = tuple(Attached(**item) for item in read["attached"])
        comments = Comments.from_json(read["comments"])
        book = InBook.from_json(read["book"]) if read["book"] else None
        own = {"styles": tuple(read["styles"]), "attached": attached, "comments": comments, "book": book}
        return cls(**{**read, **own})


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of it.

    Attributes:
        status: `done`, or why not: `memory`, `library`, `fonts`, `nesting`, `layout`.
        reason: what the library said, one line.
        pages: how many pages there are.
        refused: addresses of resources that were asked for and not given.
        links: addresses of links that were left out.
        remarks: what WeasyPrint complained of, each once.
        homeless: the names of comments whose words are nowhere.
    """

    status: str
    reason: str = ""
    pages: int = 0
    refused: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """Return the reply as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the reply of one line. Raises ValueError or TypeError if it is none."""
        return cls(**json.loads(data))
