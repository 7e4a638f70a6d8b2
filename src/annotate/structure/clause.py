"""What a clause beside a quotation tells: how the words are somebody's, and who is its subject."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Manner(StrEnum):
    """How quoted words are somebody's."""

    SAID = "said"
    THOUGHT = "thought"
    WRITTEN = "written"
    NAMED = "named"


class Sort(StrEnum):
    """What stands as the subject of a verb of speech."""

    NAME = "name"
    HE = "he"
    SHE = "she"
    IT = "it"
    FIRST = "first"
    DIRECTOR = "director"
    SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks as a clause says it: `words` as printed, `at` the offset where they stand in the text searched."""

    sort: Sort
    words: str = ""
    at: int = 0


NOBODY = Subject(Sort.SOMEBODY)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that says whose the quoted words are.

    `end` is how many code points of the text after a quotation it takes; `follows` says that it leans on a subject
    named farther back ("..., adding that").
    """

    manner: Manner
    subject: Subject
    end: int = 0
    follows: bool = False


class ClauseFinder(Protocol):
    """What finds the clauses of one language; the text given never reaches past another quotation."""

    def after(self, text: str, last: str) -> Clause | None:
        """Return the clause at the start of the text after a quotation; `last` stands before its closing mark."""

    def before(self, text: str) -> Clause | None:
        """Return the clause at the end of the text before a quotation, which begins with its sentence."""

    def embeds(self, text: str) -> bool:
        """Whether the text before a quotation ends so that a noun phrase of its own goes on in the quotation."""
