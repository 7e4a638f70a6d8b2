"""Whether notes say something, mentions and links lead to what is there, and entities are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import note_rules as rules
from annotate.check.nearest import suggestion
from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised
from annotate.match.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Entity, Link, Target

RULES = rules.RULES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with notes, mentions, entities, passages and links (N150 to N160)."""
    for index, note in enumerate(subject.annotations.notes):
        if not note.body.strip():
            yield subject.finding(rules.EMPTY_NOTE, "notes", index, "body", id=note.id)
    yield from _mentions(subject)
    yield from _entities(subject)
    yield from _links(subject)


def _mentions(subject: Subject) -> Iterator[Finding]:
    entities = subject.entities()
    seen: dict[object, str] = {}
    for index, mention in enumerate(subject.annotations.mentions):
        resolution = subject.resolutions.get(mention.id)
        where = resolution.spans if resolution is not None and resolution.spans else mention.target
        other = seen.setdefault((mention.entity, where), mention.id)
        if other != mention.id:
            yield subject.finding(rules.SAME_MENTION, "mentions", index, id=mention.id, other=other)
        entity = entities.get(mention.entity)
        if entity is None:
            remedy = suggestion(mention.entity, entities, "add the entity, or name one that is there")
            yield subject.finding(
                rules.UNKNOWN_ENTITY, "mentions", index, "entity", id=mention.id, entity=mention.entity, remedy=remedy
            )
        elif not _names(entity, quote := _quote(mention.target)):
            yield subject.finding(
                rules.NAME_NOT_THERE,
                "mentions",
                index,
                "target",
                id=mention.id,
                name=entity.name,
                quote=shortened(quote),
            )


def _names(entity: Entity, quote: str) -> bool:
    """Whether any word of an entity's names stands in a quote, or begins a word of it (`Prague's`, `Berliner`)."""
    name = normalised(f"{entity.name} {entity.sort_name or ''}").casefold()
    quoted = normalised(quote).casefold()
    return any(name[word.start : word.end] in quoted for word in words(name))


def _quote(target: Target) -> str:
    return " ".join(piece.exact or "" for piece in target.pieces)


def _entities(subject: Subject) -> Iterator[Finding]:
    used = {mention.entity for mention in subject.annotations.mentions}
    used |= {claim.claimant for claim in subject.annotations.claims if claim.claimant is not None}
    seen: dict[tuple[str, str], str] = {}
    for index, entity in enumerate(subject.annotations.entities):
        if entity.id not in used:
            yield subject.finding(rules.UNUSED_ENTITY, "entities", index, id=entity.id)
        other = seen.setdefault((entity.type, normalised(entity.name).casefold()), entity.id)
        if other != entity.id:
            yield subject.finding(
                rules.SAME_ENTITY, "entities", index, id=entity.id, other=other, type=entity.type, name=entity.name
            )


def _links(subject: Subject) -> Iterator[Finding]:
    annotations = subject.annotations
    known = frozenset(
        record.id for records in (annotations.claims, annotations.notes, annotations.passages) for record in records
    )
    seen: dict[tuple[str, str, str], str] = {}
    linked: set[str] = set()
    for index, link in enumerate(annotations.links):
        linked |= {link.start, link.end}
        other = seen.setdefault((link.start, link.relation, link.end), link.id)
        if other != link.id:
            yield subject.finding(rules.SAME_LINK, "links", index, id=link.id, other=other)
        if link.start == link.end:
            yield subject.finding(rules.LINK_TO_ITSELF, "links", index, "to", id=link.id, end=link.end)
        for key, end in (("from", link.start), ("to", link.end)):
            yield from _end(subject, ("links", index, key), link, end, known)
    for index, passage in enumerate(annotations.passages):
        if passage.id not in linked:
            yield subject.finding(rules.UNUSED_PASSAGE, "passages", index, id=passage.id)


def _end(
    subject: Subject, place: tuple[str | int, ...], link: Link, end: str, known: frozenset[str]
) -> Iterator[Finding]:
    file, separator, record_id = end.rpartition("#")
    there = subject.neighbours.get(file) if separator else known
    if there is None:
        yield subject.finding(rules.FILE_NOT_THERE, *place, id=link.id, file=file)
    elif record_id not in there:
        remedy = suggestion(record_id, there, "add it, or name one that is there")
        where = f" in {file}" if file else ""
        yield subject.finding(rules.UNKNOWN_END, *place, id=link.id, end=record_id, where=where, remedy=remedy)
