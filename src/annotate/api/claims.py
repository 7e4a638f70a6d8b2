"""Adding, changing and removing claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.api.editing import Done, apply, apply_on_passage, apply_to_record, retagged, with_entity
from annotate.api.evidence import drafted
from annotate.api.linked_files import links_to
from annotate.attach import edit
from annotate.attach.claimant import claimant_name
from annotate.attach.find import find
from annotate.attach.remove import removed
from annotate.model.annotation import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How, OnPassage
    from annotate.api.evidence import EvidenceDraft
    from annotate.attach.edit import Signature
    from annotate.attach.passage import Passage
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Target


def add_claim(
    text: Path,
    passage: Passage,
    *,
    kind: str = "factual",
    statement: str | None = None,
    by: str | None = None,
    attitude: str | None = "asserts",
    certainty: str | None = "certain",
    status: str = "unreviewed",
    tags: Sequence[str] = (),
    note: str | None = None,
    evidence: Sequence[EvidenceDraft] = (),
    **how: Unpack[How],
) -> Done:
    """Add a claim on a passage.

    The claimant is `by`, an entity's id or name; without it the speaker of the turn the passage is in, or the text's
    author. Raises InputRefused: A101 to A135 for the passage, C101, N104, S101.
    """

    def added(held: Annotations, where: Where, on: OnPassage) -> tuple[Annotations, Done]:
        claimant = by or claimant_name(on.text.document, on.text.reading, on.target, str(text))
        held, entity, made = with_entity(held, claimant, where, usually="person")
        items, told = drafted(evidence, held, where)
        claim = Claim(
            on.new_id("c", held),
            on.target,
            kind,
            statement or None,
            entity,
            attitude,
            certainty,
            status,
            items,
            tuple(dict.fromkeys(tags)),
            note or None,
            on.signature.who,
            on.signature.when,
        )
        return edit.add_claim(held, claim, where), Done(claim.id, (*made, *told))

    return apply_on_passage(text, passage, how, added)


def edit_claim(
    text: Path,
    claim_id: str,
    fields: Mapping[str, Any],
    *,
    by: str | None = None,
    tagged: Sequence[str] = (),
    untagged: Sequence[str] = (),
    untag_all: bool = False,
    on: Passage | None = None,
    **how: Unpack[How],
) -> Done:
    """Change a claim: its `fields` (None takes one away), its claimant `by`, its tags, the passage it is `on`.

    Raises InputRefused: C102, N104, A101 to A135 for the passage, findings of the schema for a value no field takes.
    """

    def changed(
        held: Annotations, where: Where, signature: Signature, target: Mapping[str, Target]
    ) -> tuple[Annotations, Done]:
        claim = find(held, "claims", claim_id, where)
        held, entity, made = with_entity(held, by, where, usually="person")
        claimant = {"claimant": entity} if by else {}
        new = {**fields, **claimant, **target, "tags": retagged(() if untag_all else claim.tags, tagged, untagged)}
        return edit.edited(held, "claims", claim_id, new, signature, where), Done(claim_id, made)

    return apply_to_record(text, on, how, changed)


def set_status(text: Path, claim_ids: Sequence[str], status: str, **how: Unpack[How]) -> Done:
    """Set the status of claims, of all or of none. Raises InputRefused: C102."""

    def changed(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        for claim_id in claim_ids:
            held = edit.edited(held, "claims", claim_id, {"status": status}, signature, where)
        return held, Done(", ".join(claim_ids))

    return apply(text, changed, how)


def remove_claim(text: Path, claim_id: str, *, cascade: bool = False, **how: Unpack[How]) -> Done:
    """Remove a claim and its evidence, with `cascade` the links that have it as an end.

    Raises InputRefused: C102, and N103 where links would lead to nothing.
    """
    return apply(
        text,
        lambda held, where, signature: (
            removed(
                held,
                "claims",
                claim_id,
                signature,
                where,
                cascade=cascade,
                elsewhere=links_to(claim_id, where),
            ),
            Done(claim_id),
        ),
        how,
    )
