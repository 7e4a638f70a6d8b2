"""Taking records away: refused while others refer to them, or taking these along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotate.attach import edit_rules, rules
from annotate.attach.find import LINKABLE, find, find_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.diagnostics import Rule
    from annotate.model.annotation import Annotations

_LISTED = 8


def removed(
    annotations: Annotations,
    section: str,
    record_id: str,
    signature: Signature,
    where: Where,
    *,
    cascade: bool = False,
    elsewhere: Sequence[str] = (),
) -> Annotations:
    """Return the annotations without one record.

    Refused, with the places, while others refer to it: evidence to a source (S103), mentions and claims to an entity
    (N113), links to a claim, note or passage (N103). With `cascade` these go along: evidence, mentions and links are
    removed, and a claim loses its claimant. `elsewhere` are the places in other files that refer to it; those are never
    changed from here, so that they always refuse. An unknown record is refused as by `find`.
    """
    find(annotations, section, record_id, where)
    places = _places(annotations, section, record_id)
    if elsewhere or (places and not cascade):
        raise where.refuse(
            _rule(section), section=section, record=record_id, id=record_id, which=_listed([*elsewhere, *places])
        )
    if places:
        annotations = _without_references(annotations, section, record_id, signature)
    kept = tuple(record for record in getattr(annotations, section) if record.id != record_id)
    return annotations.with_section(section, kept)


def removed_evidence(
    annotations: Annotations, evidence_id: str, signature: Signature, where: Where, *, of: str | None = None
) -> Annotations:
    """Return the annotations without one evidence; its claim is marked as modified.

    Refuses unknown evidence (C104), and a claim `of` that is not its own (C105).
    """
    claim, item = find_evidence(annotations, evidence_id, where, of=of)
    left = signature.on(replace(claim, evidence=tuple(other for other in claim.evidence if other is not item)))
    return replace(annotations, claims=tuple(left if other is claim else other for other in annotations.claims))


def _rule(section: str) -> Rule:
    return {"sources": rules.SOURCE_CITED, "entities": edit_rules.ENTITY_USED}.get(section, rules.LINKED)


def _places(annotations: Annotations, section: str, record_id: str) -> list[str]:
    """Return where a file refers to a record of its own."""
    if section == "sources":
        cited = [(claim, item) for claim in annotations.claims for item in claim.evidence if item.source == record_id]
        return [f"{claim.id} ({item.id})" for claim, item in cited]
    if section == "entities":
        claims = [f"{claim.id} (claimant)" for claim in annotations.claims if claim.claimant == record_id]
        return claims + [mention.id for mention in annotations.mentions if mention.entity == record_id]
    if section in LINKABLE:
        return [link.id for link in annotations.links if record_id in {link.start, link.end}]
    return []


def _without_references(annotations: Annotations, section: str, record_id: str, signature: Signature) -> Annotations:
    if section == "sources":
        claims = tuple(_uncited(claim, record_id, signature) for claim in annotations.claims)
        return replace(annotations, claims=claims)
    if section == "entities":
        claims = tuple(
            signature.on(replace(claim, claimant=None)) if claim.claimant == record_id else claim
            for claim in annotations.claims
        )
        mentions = tuple(mention for mention in annotations.mentions if mention.entity != record_id)
        return replace(annotations, claims=claims, mentions=mentions)
    links = tuple(link for link in annotations.links if record_id not in {link.start, link.end})
    return replace(annotations, links=links)


def _uncited(claim: Any, source_id: str, signature: Signature) -> Any:
    left = tuple(item for item in claim.evidence if item.source != source_id)
    return claim if len(left) == len(claim.evidence) else signature.on(replace(claim, evidence=left))


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
