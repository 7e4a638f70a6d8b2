"""Adding, changing and removing what ties claims to sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotate.api.editing import Done, apply, seed
from annotate.api.quoting import ANYWHERE, Copies, QuotePlace, locator_remarks, placed
from annotate.attach import edit, ids
from annotate.attach.find import find_evidence
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
    """Evidence as a person gives it; `source` is an id, `place` where the source's copy has the quotation."""

    source: str
    relation: str
    strength: str | None = None
    locator: Locator | None = None
    quote: str | None = None
    note: str | None = None
    place: QuotePlace = ANYWHERE

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
    """Add evidence to a claim, and look up what it quotes in the copy of its source.

    Raises InputRefused: C102, S101, and as `quoting.placed`.
    """

    def added(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        (item,), told = drafted((evidence,), held, where)
        return edit.add_evidence(held, claim, item, signature, where), Done(item.id, told)

    return apply(text, added, how)


def edit_evidence(
    text: Path,
    evidence_id: str,
    fields: Mapping[str, Any],
    *,
    claim: str | None = None,
    place: QuotePlace = ANYWHERE,
    **how: Unpack[How],
) -> Done:
    """Change fields of evidence (None takes one away); where its `claim` is said it must be that one's.

    A changed quote, and one whose `place` is said, is looked up anew in the source's copy. Raises InputRefused: C102,
    C104, C105, S101, and as `quoting.placed`.
    """
    anew = bool(fields.keys() & {"quote", "source"}) or place.chosen
    new = {**fields, "target": None} if anew else fields

    def changed(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        edited = edit.edited_evidence(held, evidence_id, new, signature, where, of=claim)
        _, item = find_evidence(edited, evidence_id, where)
        remarks = locator_remarks(item, held) if fields.keys() & {"locator", "source"} else []
        if not anew:
            return edited, Done(evidence_id, tuple(remarks))
        found, told = placed(item, edited, where, Copies(where), place)
        again = {**new, "target": found.target, "locator": found.locator}
        return edit.edited_evidence(held, evidence_id, again, signature, where, of=claim), Done(
            evidence_id, tuple(told)
        )

    return apply(text, changed, how)


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


def drafted(
    drafts: Sequence[EvidenceDraft], held: Annotations, where: Where
) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """Return drafts as evidence under ids that are not in use, what they quote looked up, and what is to be told."""
    used, copies = held.ids(), Copies(where)
    evidence, told = list[Evidence](), list[str]()
    for draft in drafts:
        item, remarks = placed(draft.with_id(ids.new_id("e", used, seed())), held, where, copies, draft.place)
        evidence.append(item)
        told += [*remarks, *locator_remarks(item, held)]
        used.add(item.id)
    return tuple(evidence), tuple(told)
