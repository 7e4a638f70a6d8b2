"""Giving a source or an entity another readable id; what refers to it follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.attach import edit_rules
from annotate.attach.edit import refuse_id
from annotate.attach.find import find
from annotate.model.annotation import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Claim


def renamed(
    annotations: Annotations,
    section: str,
    old: str,
    new: str,
    signature: Signature,
    where: Where,
    *,
    elsewhere: Sequence[str] = (),
) -> Annotations:
    """Return the annotations with another id for a source or an entity, which evidence, claims and mentions then name.

    `elsewhere` are the places in other files that name it; where there are any, it keeps its id (N122). Refuses an
    unknown record as `find` does, an ill-formed id (S104) and one in use (S102).
    """
    record = find(annotations, section, old, where)
    if old == new:
        return annotations
    if elsewhere:
        raise where.refuse(
            edit_rules.ID_USED_ELSEWHERE, section=section, record=old, id=old, which=", ".join(elsewhere)
        )
    refuse_id(annotations, new, section, where)
    record = Source({**record.item, "id": new}, record.copy) if section == "sources" else replace(record, id=new)
    records = tuple(record if one.id == old else one for one in getattr(annotations, section))
    annotations = annotations.with_section(section, records)
    if section == "sources":
        return replace(annotations, claims=tuple(_citing(claim, old, new, signature) for claim in annotations.claims))
    claims = tuple(
        signature.on(replace(claim, claimant=new)) if claim.claimant == old else claim for claim in annotations.claims
    )
    mentions = tuple(
        signature.on(replace(mention, entity=new)) if mention.entity == old else mention
        for mention in annotations.mentions
    )
    return replace(annotations, claims=claims, mentions=mentions)


def _citing(claim: Claim, old: str, new: str, signature: Signature) -> Claim:
    if all(item.source != old for item in claim.evidence):
        return claim
    evidence = tuple(replace(item, source=new) if item.source == old else item for item in claim.evidence)
    changed: Claim = signature.on(replace(claim, evidence=evidence))
    return changed
