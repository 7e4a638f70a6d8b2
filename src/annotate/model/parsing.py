"""How a text is parsed: what a person says beforehand, and what a person corrects afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a person may say a block is: the words of `--kind`, and the kinds the parser knows.
KINDS = (
    "title",
    "subtitle",
    "byline",
    "date",
    "credits",
    "rating",
    "head",
    "p",
    "quote",
    "list",
    "verse",
    "stage",
    "caption",
    "boilerplate",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one block. It is found again by its words, as numbers change.

    Attributes:
        words: the block's first words, the speaker label before them, as many as tell it from the others.
        occurrence: which of the blocks that begin with these words, from 1.
        block: the number it had when it was corrected, for the reader of the file.
        kind: what it is (`KINDS`).
        subtype: of boilerplate, its subtype.
        speaker: whose turn it is.
        join_next: the next block goes on with it.
        split_at: the words at which a new block begins.
    """

    words: str
    block: str = ""
    kind: str | None = None
    subtype: str | None = None
    speaker: str | None = None
    join_next: bool = False
    split_at: str | None = None
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class Parsing:
    """How a text is parsed. None and empty leave it to the parser.

    Attributes:
        format: the format of the source (`read.sniff`).
        genre, title, authors, date, language: overrule what is found; `date` is ISO 8601, `language` BCP 47.
        speakers: full names by label ("BT" -> "Bijan Tehrani").
        interviewer: the full name of who asks.
        encoding: of a text or a web page, as Python and the IANA name it ("windows-1252").
        main_only: of a web page, leave out what stands outside the text.
        corrections: what a person put right, in order.
        path: the file this was read from, as findings print it.
    """

    format: str | None = None
    genre: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    speakers: Mapping[str, str] = field(default_factory=dict)
    interviewer: str | None = None
    encoding: str | None = None
    main_only: bool = False
    corrections: tuple[Correction, ...] = ()
    path: str = ""
