"""Editing annotations: each function takes the annotations and returns them changed, or refuses with a finding.

Refusals are InputRefused, placed by a `Where`. Ids and times are made by the caller (`attach.ids`, `attach.clock`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from annotate.attach import rules
from annotate.attach.ids import free_id, is_readable_id, slug
from annotate.match.normalise import normalised
from annotate.model.annotation import ENTITY_TYPES, Annotations, Claim, Entity, Evidence, Mention, Note, Source

if TYPE_CHECKING:
    from annotate.attach.where import Where
    from annotate.diagnostics import Rule

_UNKNOWN: dict[str, Rule] = {
    "sources": rules.UNKNOWN_SOURCE,
    "claims": rules.UNKNOWN_CLAIM,
    "notes": rules.UNKNOWN_NOTE,
    "mentions": rules.UNKNOWN_MENTION,
}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes, None if nobody is known, and when (RFC 3339, UTC)."""

    who: str | None
    when: str


def find(annotations: Annotations, section: str, record_id: str, where: Where) -> Any:
    """Return the record with this id of `sources`, `claims`, `notes` or `mentions`.

    Raises InputRefused (S101, C102, N101, N102) where there is none, naming the nearest id there is.
    """
    records = getattr(annotations, section)
    for record in records:
        if record.id == record_id:
            return record
    raise where.unknown(_UNKNOWN[section], record_id, (record.id for record in records))


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
    if len(chosen) > 1:
        which = ", ".join(entity.id for entity in chosen)
        raise where.refuse(rules.NAMESAKES, section="entities", record=chosen[0].id, name=name, which=which)
    if chosen:
        return annotations, chosen[0].id
    new_type = entity_type or usually
    if new_type is None:
        near = get_close_matches(name, [entity.name for entity in annotations.entities], 1)
        hint = f'; the nearest is "{near[0]}"' if near else ""
        raise where.refuse(rules.UNTYPED_ENTITY, name=name, nearest=hint, types=", ".join(ENTITY_TYPES))
    entity = Entity(free_id(slug(name) or new_type, annotations.ids()), new_type, " ".join(name.split()))
    return replace(annotations, entities=(*annotations.entities, entity)), entity.id


def add_source(annotations: Annotations, source: Source, where: Where) -> Annotations:
    """Return the annotations with one source more. Refuses an ill-formed id (S104) and one in use (S102)."""
    if not is_readable_id(source.id):
        raise where.refuse(rules.ILL_FORMED_ID, id=source.id)
    if source.id in annotations.ids():
        raise where.refuse(rules.ID_TAKEN, section="sources", record=source.id, id=source.id)
    return replace(annotations, sources=(*annotations.sources, source))


def add_claim(annotations: Annotations, claim: Claim, where: Where) -> Annotations:
    """Return the annotations with one claim more. Refuses evidence from an unknown source (S101)."""
    for item in claim.evidence:
        find(annotations, "sources", item.source, where)
    return replace(annotations, claims=(*annotations.claims, claim))


def add_evidence(
    annotations: Annotations, claim_id: str, evidence: Evidence, signature: Signature, where: Where
) -> Annotations:
    """Return the annotations with one evidence more for a claim, which is marked as modified.

    Refuses an unknown claim (C102) or source (S101).
    """
    claim = find(annotations, "claims", claim_id, where)
    find(annotations, "sources", evidence.source, where)
    return _with_evidence(annotations, claim, (*claim.evidence, evidence), signature)


def add_note(annotations: Annotations, note: Note, where: Where) -> Annotations:
    """Return the annotations with one note more. Refuses an empty body (N105)."""
    if not note.body.strip():
        raise where.refuse(rules.EMPTY_BODY)
    return replace(annotations, notes=(*annotations.notes, note))


def add_mention(annotations: Annotations, mention: Mention) -> Annotations:
    """Return the annotations with one mention more; its entity is there already (`ensure_entity`)."""
    return replace(annotations, mentions=(*annotations.mentions, mention))


def remove_source(annotations: Annotations, source_id: str, where: Where) -> Annotations:
    """Return the annotations without a source. Refuses an unknown one (S101) and one still cited (S103)."""
    find(annotations, "sources", source_id, where)
    citing = [
        f"{claim.id} ({item.id})" for claim in annotations.claims for item in claim.evidence if item.source == source_id
    ]
    if citing:
        raise where.refuse(rules.SOURCE_CITED, section="sources", record=source_id, id=source_id, which=_listed(citing))
    return _without(annotations, "sources", source_id)


def remove_claim(annotations: Annotations, claim_id: str, where: Where) -> Annotations:
    """Return the annotations without a claim and its evidence. Refuses an unknown (C102) or linked one (N103)."""
    find(annotations, "claims", claim_id, where)
    _refuse_linked(annotations, "claims", claim_id, where)
    return _without(annotations, "claims", claim_id)


def remove_evidence(annotations: Annotations, evidence_id: str, signature: Signature, where: Where) -> Annotations:
    """Return the annotations without one evidence; its claim is marked as modified. Refuses an unknown one (C104)."""
    for claim in annotations.claims:
        left = tuple(item for item in claim.evidence if item.id != evidence_id)
        if len(left) < len(claim.evidence):
            return _with_evidence(annotations, claim, left, signature)
    known = (item.id for claim in annotations.claims for item in claim.evidence)
    raise where.unknown(rules.UNKNOWN_EVIDENCE, evidence_id, known)


def remove_note(annotations: Annotations, note_id: str, where: Where) -> Annotations:
    """Return the annotations without a note. Refuses an unknown (N101) or linked one (N103)."""
    find(annotations, "notes", note_id, where)
    _refuse_linked(annotations, "notes", note_id, where)
    return _without(annotations, "notes", note_id)


def remove_mention(annotations: Annotations, mention_id: str, where: Where) -> Annotations:
    """Return the annotations without a mention; its entity stays. Refuses an unknown one (N102)."""
    find(annotations, "mentions", mention_id, where)
    return _without(annotations, "mentions", mention_id)


def _with_evidence(
    annotations: Annotations, claim: Claim, evidence: tuple[Evidence, ...], signature: Signature
) -> Annotations:
    changed = replace(claim, evidence=evidence, modified=signature.when, modified_by=signature.who)
    claims = tuple(changed if other is claim else other for other in annotations.claims)
    return replace(annotations, claims=claims)


def _without(annotations: Annotations, section: str, record_id: str) -> Annotations:
    kept = tuple(record for record in getattr(annotations, section) if record.id != record_id)
    return annotations.with_section(section, kept)


def _refuse_linked(annotations: Annotations, section: str, record_id: str, where: Where) -> None:
    links = [link.id for link in annotations.links if record_id in {link.start, link.end}]
    if links:
        raise where.refuse(rules.LINKED, section=section, record=record_id, id=record_id, which=_listed(links))


def _listed(names: list[str], limit: int = 8) -> str:
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more


def _bears(entity: Entity, name: str) -> bool:
    """Whether an entity goes by a name: its own, or the sort name `Family, Given` put straight."""
    family, _, given = (entity.sort_name or "").partition(", ")
    names = {entity.name, f"{given} {family}" if given else entity.name}
    return normalised(name).casefold() in {normalised(one).casefold() for one in names}
