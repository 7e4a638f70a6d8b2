"""The apparatus of several chapters as one: sources and entities that are the same are joined, others kept apart.

Sources of one id are the same if their records are, entities of one id if they are of one type and name. Two that only
share an id get anchors of their own, the second one that of its chapter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from annotate.model.annotation import ENTITY_TYPES
from annotate.model.document import Metadata
from annotate.model.edition import ClaimEntry, Edition, IndexEntry, Place, SafeHtml, SourceEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.book import BookPlan, BoundChapter, ChapterClaim, ChapterEntity, ChapterSource

_TAG = re.compile(r"<[^>]*>")
_NOT_SORTED_BY = re.compile(r"^\W+")


@dataclass(slots=True)
class Joint:
    """The apparatus of a book.

    Attributes:
        edition: its claims, sources and entities under the names they have in the book.
        also: further names of sources and entities: those by which the chapters know them.
    """

    edition: Edition
    also: dict[str, str] = field(default_factory=dict)


def joined(plan: BookPlan, chapters: Sequence[BoundChapter]) -> Joint:
    """Return the apparatus of the chapters of a book."""
    claims = ((chapter, claim) for chapter in chapters for claim in chapter.chapter.claims)
    also: dict[str, str] = {}
    changed = max((chapter.chapter.changed for chapter in chapters), default="")
    edition = Edition(
        metadata=Metadata(title=plan.title),
        reading_sha256="",
        front=(),
        body=(),
        claims=tuple(_claim(chapter, claim, str(number)) for number, (chapter, claim) in enumerate(claims, 1)),
        sources=tuple(_sources(chapters, also)),
        index=tuple(_entities(chapters, also)),
        annotators=tuple(dict.fromkeys(name for chapter in chapters for name in chapter.chapter.annotators)),
        changed=changed or None,
        language=plan.language,
    )
    return Joint(edition, also)


def claims_listed(plan: BookPlan, chapter: BoundChapter) -> Edition:
    """Return the claims of one chapter, with their own numbers, under the names they have in the book."""
    return Edition(
        metadata=Metadata(title=plan.title),
        reading_sha256="",
        front=(),
        body=(),
        claims=tuple(_claim(chapter, claim, claim.mark) for claim in chapter.chapter.claims),
    )


def _claim(chapter: BoundChapter, claim: ChapterClaim, mark: str) -> ClaimEntry:
    anchor = chapter.named(claim.anchor)
    return ClaimEntry(
        id=chapter.named(claim.id),
        anchor=anchor,
        mark=mark,
        lemma=claim.lemma,
        place=Place(anchor, None, "") if claim.placed else None,
        kind=claim.kind,
        status=claim.status,
        statement=claim.statement,
        claimant=claim.claimant,
        tags=claim.tags,
    )


@dataclass(slots=True)
class _Source:
    """What chapters have of one source: its anchor in the book, its record, the claims it is called for."""

    anchor: str
    record: ChapterSource
    uses: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Entity:
    """What chapters have of one entity: its anchor in the book, its record, where it is named, what it claims."""

    anchor: str
    record: ChapterEntity
    places: list[Place] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)


def _sources(chapters: Iterable[BoundChapter], also: dict[str, str]) -> list[SourceEntry]:
    found: dict[str, list[_Source]] = {}
    for chapter in chapters:
        for record in chapter.chapter.sources:
            namesakes = found.setdefault(record.id, [])
            held = next((one for one in namesakes if one.record.item == record.item), None)
            if held is None:
                held = _Source(chapter.named(record.anchor) if namesakes else record.anchor, record)
                namesakes.append(held)
            _name_also(also, chapter.named(record.anchor), held.anchor)
            for relation, ids in record.uses:
                held.uses.setdefault(relation, []).extend(map(chapter.named, ids))
    entries = (
        SourceEntry(
            held.record.id,
            held.anchor,
            SafeHtml(held.record.citation),
            tuple((relation, tuple(ids)) for relation, ids in held.uses.items()),
        )
        for namesakes in found.values()
        for held in namesakes
    )
    return sorted(entries, key=lambda entry: (_sorted_by(entry.citation), entry.anchor))


def _entities(chapters: Iterable[BoundChapter], also: dict[str, str]) -> list[IndexEntry]:
    found: dict[str, list[_Entity]] = {}
    for chapter in chapters:
        for record in chapter.chapter.entities:
            namesakes = found.setdefault(record.id, [])
            same = (one for one in namesakes if (one.record.type, one.record.name) == (record.type, record.name))
            held = next(same, None)
            if held is None:
                held = _Entity(chapter.named(record.anchor) if namesakes else record.anchor, record)
                namesakes.append(held)
            _name_also(also, chapter.named(record.anchor), held.anchor)
            held.places += (Place(chapter.named(anchor), None, "") for anchor in record.anchors)
            held.claims += map(chapter.named, record.claims)
    entries = (
        IndexEntry(
            held.record.id,
            held.anchor,
            held.record.type,
            held.record.name,
            tuple(held.places),
            tuple(held.claims),
            held.record.same_as,
        )
        for namesakes in found.values()
        for held in namesakes
    )
    return sorted(entries, key=_index_order)


def _name_also(also: dict[str, str], name: str, anchor: str) -> None:
    if name != anchor:
        also[name] = anchor


def _index_order(entry: IndexEntry) -> tuple[int, str, str, str]:
    rank = ENTITY_TYPES.index(entry.type) if entry.type in ENTITY_TYPES else len(ENTITY_TYPES)
    return (rank, entry.type, entry.name.casefold(), entry.anchor)


def _sorted_by(citation: str) -> str:
    """Return what an entry of the bibliography is sorted by: its words, as they begin."""
    return _NOT_SORTED_BY.sub("", unescape(_TAG.sub("", citation))).casefold()
