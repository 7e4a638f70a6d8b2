"""Finding records by id, and entities by name too; a new name can become an entity."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from annotate.attach import edit_rules, rules
from annotate.attach.ids import free_id, slug
from annotate.match.normalise import normalised
from annotate.model.annotation import ENTITY_TYPES, Annotations, Entity

if TYPE_CHECKING:
    from annotate.attach.where import Where
    from annotate.diagnostics import Rule
    from annotate.model.annotation import Claim, Evidence

_UNKNOWN: dict[str, Rule] = {
    "sources": rules.UNKNOWN_SOURCE,
    "claims": rules.UNKNOWN_CLAIM,
    "notes": rules.UNKNOWN_NOTE,
    "mentions": rules.UNKNOWN_MENTION,
    "entities": edit_rules.UNKNOWN_ENTITY,
    "passages": edit_rules.UNKNOWN_PASSAGE,
    "links": edit_rules.UNKNOWN_LINK,
}
LINKABLE = ("claims", "notes", "passages")
"""The sections whose records a link can have as its ends."""


def find(annotations: Annotations, section: str, record_id: str, where: Where) -> Any:
    """Return the record of a section that has this id.

    Raises InputRefused (S101, C102, N101, N102, N110 to N112) where there is none, naming the nearest id there is.
    """
    records = getattr(annotations, section)
    for record in records:
        if record.id == record_id:
            return record
    raise where.unknown(_UNKNOWN[section], record_id, (record.id for record in records))


def find_evidence(
    annotations: Annotations, evidence_id: str, where: Where, *, of: str | None = None
) -> tuple[Claim, Evidence]:
    """Return evidence and its claim. Refuses an unknown id (C104), and a claim `of` that is not its own (C105)."""
    if of is not None:
        find(annotations, "claims", of, where)
    for claim in annotations.claims:
        for item in claim.evidence:
            if item.id != evidence_id:
                continue
            if of not in {None, claim.id}:
                raise where.refuse(
                    edit_rules.EVIDENCE_OF_ANOTHER,
                    section="claims",
                    record=claim.id,
                    id=evidence_id,
                    actual=claim.id,
                    claim=of,
                )
            return claim, item
    known = (item.id for claim in annotations.claims for item in claim.evidence)
    raise where.unknown(rules.UNKNOWN_EVIDENCE, evidence_id, known)


def find_entity(annotations: Annotations, name: str, where: Where) -> Entity:
    """Return the entity of this id, else of this name. Refuses an unknown (N110) and an ambiguous one (N104)."""
    entity = annotations.entity(name)
    if entity is not None:
        return entity
    namesakes = [entity for entity in annotations.entities if _bears(entity, name)]
    if not namesakes:
        raise where.unknown(edit_rules.UNKNOWN_ENTITY, name, (entity.id for entity in annotations.entities))
    return _only(namesakes, name, where)


def ensure_entity(
    annotations: Annotations, name: str, where: Where, *, entity_type: str | None = None, usually: str | None = None
) -> tuple[Annotations, str]:
    """Return the annotations with an entity of this id or name, and its id.

    An id comes first. Names, and sort names put straight, are compared without regard to case and accidents of writing.
    Where `entity_type` is given, only entities of that type are meant; where several are left, those of the type
    `usually` are. An unknown name becomes a new entity of `entity_type`, else of the type `usually`. Raises
    InputRefused where several are left (N104), or a new one has no type (N106).
    """
    if annotations.entity(name):
        return annotations, name
    namesakes = [
        entity
        for entity in annotations.entities
        if _bears(entity, name) and (entity_type is None or entity.type == entity_type)
    ]
    chosen = [entity for entity in namesakes if entity.type == usually] or namesakes
    if chosen:
        return annotations, _only(chosen, name, where).id
    new_type = entity_type or usually
    if new_type is None:
        near = get_close_matches(name, [entity.name for entity in annotations.entities], 1)
        hint = f'; the nearest is "{near[0]}"' if near else ""
        raise where.refuse(rules.UNTYPED_ENTITY, name=name, nearest=hint, types=", ".join(ENTITY_TYPES))
    entity = Entity(free_id(slug(name) or new_type, annotations.ids()), new_type, " ".join(name.split()))
    return replace(annotations, entities=(*annotations.entities, entity)), entity.id


def _only(entities: list[Entity], name: str, where: Where) -> Entity:
    """Return the one entity of a name; refuse several (N104)."""
    if len(entities) > 1:
        which = ", ".join(entity.id for entity in entities)
        raise where.refuse(rules.NAMESAKES, section="entities", record=entities[0].id, name=name, which=which)
    return entities[0]


def _bears(entity: Entity, name: str) -> bool:
    """Whether an entity goes by a name: its own, or the sort name `Family, Given` put straight."""
    family, _, given = (entity.sort_name or "").partition(", ")
    names = {entity.name, f"{given} {family}" if given else entity.name}
    return normalised(name).casefold() in {normalised(one).casefold() for one in names}
