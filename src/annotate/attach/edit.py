"""Adding and changing records: each function takes the annotations and returns them changed, or refuses with a finding.

Refusals are InputRefused, placed by a `Where`. Ids and times are made by the caller (`attach.ids`, `attach.clock`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from annotate.attach import edit_rules, rules
from annotate.attach.find import LINKABLE, find, find_evidence
from annotate.attach.ids import is_readable_id
from annotate.model.annotation import Annotations, Claim, Evidence, Note, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from annotate.attach.where import Where
    from annotate.model.annotation import Entity, Link, Mention, Passage


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes, None if nobody is known, and when (RFC 3339, UTC)."""

    who: str | None
    when: str

    def on(self, record: Any) -> Any:
        """Return a record marked as changed by this person now; sources and entities bear no signature."""
        if not hasattr(record, "modified"):
            return record
        return replace(record, modified=self.when, modified_by=self.who)


def add_entity(annotations: Annotations, entity: Entity, where: Where) -> Annotations:
    """Return the annotations with one entity more. Refuses an ill-formed id (S104) and one in use (S102)."""
    refuse_id(annotations, entity.id, "entities", where)
    return replace(annotations, entities=(*annotations.entities, entity))


def add_source(annotations: Annotations, source: Source, where: Where) -> Annotations:
    """Return the annotations with one source more. Refuses an ill-formed id (S104) and one in use (S102)."""
    refuse_id(annotations, source.id, "sources", where)
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
    _refuse_empty(note, where)
    return replace(annotations, notes=(*annotations.notes, note))


def add_mention(annotations: Annotations, mention: Mention) -> Annotations:
    """Return the annotations with one mention more; its entity is there already (`ensure_entity`)."""
    return replace(annotations, mentions=(*annotations.mentions, mention))


def add_passage(annotations: Annotations, passage: Passage) -> Annotations:
    """Return the annotations with one passage more."""
    return replace(annotations, passages=(*annotations.passages, passage))


def add_link(
    annotations: Annotations, link: Link, where: Where, elsewhere: Mapping[str, Collection[str] | None]
) -> Annotations:
    """Return the annotations with one link more.

    `elsewhere` has the ids of what a link can lead to in other files, by the file as the link names it; None for one
    that cannot be read. Refuses an end that is not there (N114), a link to itself (N115) and one there already (N116).
    """
    _refuse_link(annotations, link, where, elsewhere)
    return replace(annotations, links=(*annotations.links, link))


def edited(
    annotations: Annotations,
    section: str,
    record_id: str,
    changes: Mapping[str, Any],
    signature: Signature,
    where: Where,
) -> Annotations:
    """Return the annotations with fields of one record changed, and signed if anything differs.

    Not for sources and evidence, which have functions of their own. Refuses an unknown record as `find` does, and a
    note that would say nothing (N105).
    """
    record = find(annotations, section, record_id, where)
    changed = replace(record, **changes)
    if changed == record:
        return annotations
    if isinstance(changed, Note):
        _refuse_empty(changed, where)
    return _replaced(annotations, section, record, signature.on(changed))


def edited_link(
    annotations: Annotations,
    link_id: str,
    changes: Mapping[str, str],
    signature: Signature,
    where: Where,
    elsewhere: Mapping[str, Collection[str] | None],
) -> Annotations:
    """Return the annotations with a link changed. Refuses what `add_link` refuses, and an unknown link (N112)."""
    link = find(annotations, "links", link_id, where)
    changed = replace(link, **changes)
    _refuse_link(annotations, changed, where, elsewhere)
    return annotations if changed == link else _replaced(annotations, "links", link, signature.on(changed))


def edited_evidence(
    annotations: Annotations,
    evidence_id: str,
    changes: Mapping[str, Any],
    signature: Signature,
    where: Where,
    *,
    of: str | None = None,
) -> Annotations:
    """Return the annotations with evidence changed and its claim signed.

    Refuses unknown evidence (C104) or source (S101), and a claim `of` that is not its own (C105).
    """
    claim, item = find_evidence(annotations, evidence_id, where, of=of)
    changed = replace(item, **changes)
    if changed == item:
        return annotations
    find(annotations, "sources", changed.source, where)
    evidence = tuple(changed if other is item else other for other in claim.evidence)
    return _with_evidence(annotations, claim, evidence, signature)


def edited_source(
    annotations: Annotations, source_id: str, fields: Mapping[str, Any], cleared: Collection[str], where: Where
) -> Annotations:
    """Return the annotations with CSL fields of a source set and others taken away; its id and copy stay.

    What `custom` holds is set and taken away field by field, `runtime` among them. Refuses an unknown source (S101).
    """
    source = find(annotations, "sources", source_id, where)
    item = {name: value for name, value in source.item.items() if name not in cleared}
    custom = {**item.pop("custom", {}), **fields.get("custom", {})}
    custom = {name: value for name, value in custom.items() if name not in cleared}
    item |= {name: value for name, value in fields.items() if name != "custom"}
    changed = Source(item | ({"custom": custom} if custom else {}), source.copy)
    return annotations if changed == source else _replaced(annotations, "sources", source, changed)


def replaced_evidence(
    annotations: Annotations, change: Callable[[Evidence], Evidence], signature: Signature
) -> Annotations:
    """Return the annotations with each evidence as `change` has it; claims of which any differs are signed."""
    claims = []
    for claim in annotations.claims:
        evidence = tuple(change(item) for item in claim.evidence)
        claims.append(claim if evidence == claim.evidence else signature.on(replace(claim, evidence=evidence)))
    return replace(annotations, claims=tuple(claims))


def _with_evidence(
    annotations: Annotations, claim: Claim, evidence: tuple[Evidence, ...], signature: Signature
) -> Annotations:
    return _replaced(annotations, "claims", claim, signature.on(replace(claim, evidence=evidence)))


def _replaced(annotations: Annotations, section: str, old: Any, new: Any) -> Annotations:
    return annotations.with_section(
        section, tuple(new if record is old else record for record in getattr(annotations, section))
    )


def refuse_id(annotations: Annotations, record_id: str, section: str, where: Where) -> None:
    """Refuse an id that is ill-formed (S104), or in use (S102)."""
    if not is_readable_id(record_id):
        raise where.refuse(rules.ILL_FORMED_ID, id=record_id)
    if record_id in annotations.ids():
        raise where.refuse(rules.ID_TAKEN, section=section, record=record_id, id=record_id)


def _refuse_empty(note: Note, where: Where) -> None:
    if not note.body.strip():
        raise where.refuse(rules.EMPTY_BODY)


def _refuse_link(
    annotations: Annotations, link: Link, where: Where, elsewhere: Mapping[str, Collection[str] | None]
) -> None:
    here = {record.id for section in LINKABLE for record in getattr(annotations, section)}
    for end in (link.start, link.end):
        file, separator, record_id = end.rpartition("#")
        known = elsewhere.get(file) if separator else here
        if known is None:
            raise where.refuse(edit_rules.UNKNOWN_END, end=end, reason=f"{file} is not there or cannot be read")
        if record_id not in known:
            there = f"in {file} " if file else ""
            nearest = _nearest(record_id, known)
            reason = f"there is no claim, note or passage {there}of this id{nearest}"
            raise where.refuse(edit_rules.UNKNOWN_END, end=end, reason=reason)
    if link.start == link.end:
        raise where.refuse(edit_rules.LINK_TO_ITSELF, end=link.end)
    for other in annotations.links:
        if other.id != link.id and (other.start, other.relation, other.end) == (link.start, link.relation, link.end):
            raise where.refuse(edit_rules.LINKED_ALREADY, section="links", record=other.id, id=other.id)


def _nearest(wanted: str, known: Iterable[str]) -> str:
    near = get_close_matches(wanted, list(known), 1)
    return f"; the nearest is {near[0]}" if near else ""
