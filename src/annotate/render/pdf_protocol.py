"""What the process that lays out a PDF is asked, and what it answers: one line of JSON each, then the PDF."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

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
class Request:
    """What is to be laid out, and within what.

    `files` maps addresses to base 64; `cpu_seconds` is processor time, `memory_bytes` address space. `line_numbers`
    says where numbering begins anew ("" prints none), and `digits` is the TrueType font of the numbers as base 64.
    `pdf_a` asks for PDF/A-3a, and `comments` are laid on the words whose `data-over` names them.
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
    comments: tuple[Comment, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the request as it is passed to the process."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the request that was passed."""
        read = json.loads(data)
        attached = tuple(Attached(**item) for item in read["attached"])
        comments = tuple(Comment(**item) for item in read["comments"])
        return cls(**{**read, "styles": tuple(read["styles"]), "attached": attached, "comments": comments})


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
    """

    status: str
    reason: str = ""
    pages: int = 0
    refused: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """Return the reply as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the reply of one line. Raises ValueError or TypeError if it is none."""
        return cls(**json.loads(data))
