"""Adding, changing and removing what ties claims to sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotate.api.editing import Done, apply, seed
from annotate.attach import edit, ids
from annotate.attach.remove import removed_evidence
from annotate.model.annotation import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Locator


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """Evidence as a person gives it; `source` is an id."""

    source: str
    relation: str
    strength: str | None = None
    locator: Locator | None = None
    quote: str | None = None
    note: str | None = None

    def with_id(self, evidence_id: str) -> Evidence:
        """Return the evidence under an id."""
        return Evidence(
            evidence_id,
            self.source,
            self.relation,
            self.strength,
            self.locator,
            self.quote or None,
            None,
            self.note or None,
        )


def add_evidence(text: Path, claim: str, evidence: EvidenceDraft, **how: Unpack[How]) -> Done:
    """Add evidence to a claim. Raises InputRefused: C102, S101."""

    def added(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        (item,) = numbered((evidence,), held)
        return edit.add_evidence(held, claim, item, signature, where), Done(item.id)

    return apply(text, added, how)


def edit_evidence(
    text: Path, evidence_id: str, fields: Mapping[str, Any], *, claim: str | None = None, **how: Unpack[How]
) -> Done:
    """Change fields of evidence (None takes one away); where its `claim` is said it must be that one's.

    A changed quote stands elsewhere in the source's copy, so that the place found for the old one goes. Raises
    InputRefused: C102, C104, C105, S101.
    """
    new = {**fields, "target": None} if fields.keys() & {"quote", "source"} else fields
    return apply(
        text,
        lambda held, where, signature: (
            edit.edited_evidence(held, evidence_id, new, signature, where, of=claim),
            Done(evidence_id),
        ),
        how,
    )


def remove_evidence(text: Path, evidence_id: str, *, claim: str | None = None, **how: Unpack[How]) -> Done:
    """Remove one evidence from its claim. Raises InputRefused: C102, C104, C105."""
    return apply(
        text,
        lambda held, where, signature: (
            removed_evidence(held, evidence_id, signature, where, of=claim),
            Done(evidence_id),
        ),
        how,
    )


def numbered(drafts: Sequence[EvidenceDraft], held: Annotations) -> tuple[Evidence, ...]:
    """Return drafts as evidence under ids that are not in use in `held`."""
    used = held.ids()
    evidence = []
    for draft in drafts:
        evidence.append(draft.with_id(ids.new_id("e", used, seed())))
        used.add(evidence[-1].id)
    return tuple(evidence)
