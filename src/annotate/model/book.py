"""A book of several texts: what a project says of it, and what of a chapter the book's own pages tell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from annotate.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class BookPlan:
    """A book as `annotate.toml` has it.

    Attributes:
        name: its name there, and that of its files.
        title, subtitle: of the title page; the subtitle can be "".
        texts: the texts that are its chapters, in order, as paths from the folder of the settings.
        authors, editors: names as they are printed.
        imprint: lines for the back of the title page.
        language: BCP 47 tag of the title and the apparatus.
        places: where the settings name each text: line and column, 1-based.
    """

    name: str
    title: str
    texts: tuple[str, ...]
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    language: str = "en"
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterHeading(Record):
    """A heading within a chapter: the anchor and the words."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class ChapterClaim(Record):
    """A claim as the lists of a book have it; `claimant` is the id of an entity or a name, `placed` if it is called."""

    id: str
    anchor: str
    mark: str
    lemma: str
    kind: str
    status: str
    placed: bool
    statement: str | None = None
    claimant: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterSource(Record):
    """A source of a chapter: its CSL item, its entry in the bibliography (HTML), by relation the claims that use it."""

    id: str
    anchor: str
    citation: str
    item: Mapping[str, Any]
    uses: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterEntity(Record):
    """A person, film, work or place of a chapter: anchors of where it is named, ids of the claims it makes."""

    id: str
    anchor: str
    type: str
    name: str
    anchors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter(Record):
    """What a book's own pages tell of a chapter; `about` are terms and their HTML, `changed` is a day (ISO 8601)."""

    title: str
    authors: str
    headings: tuple[ChapterHeading, ...] = ()
    claims: tuple[ChapterClaim, ...] = ()
    notes: int = 0
    sources: tuple[ChapterSource, ...] = ()
    entities: tuple[ChapterEntity, ...] = ()
    annotators: tuple[str, ...] = ()
    changed: str = ""
    about: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class BoundChapter:
    """A chapter in its book; `key` is what the names of its places begin with, before a stroke."""

    key: str
    chapter: Chapter

    def named(self, anchor: str) -> str:
        """Return the name of a place of the chapter in the book."""
        return f"{self.key}/{anchor}"

    def by(self, plan: BookPlan) -> str:
        """Return the authors of the chapter, "" where they are those of the book."""
        return (
            ""
            if {self.chapter.authors} <= {" and ".join(plan.authors), ", ".join(plan.authors)}
            else self.chapter.authors
        )


@dataclass(frozen=True, slots=True)
class ListedChapter:
    """A chapter as the contents of a book on screen have it; `address` is that of its page."""

    address: str
    title: str
    authors: tuple[str, ...] = ()
    claims: int = 0
    notes: int = 0
    language: str = ""


def chapter_keys(plan: BookPlan) -> list[str]:
    """Return what the names of places in each chapter begin with: the name of its file, numbered where it recurs."""
    keys: dict[str, None] = {}
    for text in plan.texts:
        stem = key = PurePath(text).stem
        number = 1
        while key in keys:
            number += 1
            key = f"{stem}-{number}"
        keys[key] = None
    return list(keys)
