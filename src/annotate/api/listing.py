"""Listing and showing the annotations of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from annotate.api.annotation_file import annotation_file, opened
from annotate.api.times import times_said
from annotate.attach.edit import find
from annotate.model.annotation import Claim, Mention, Note, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotate.model.annotation import Target

_Record = TypeVar("_Record", Claim, Note, Mention, Source)


@dataclass(frozen=True, slots=True)
class Listing(Generic[_Record]):
    """Records in order, by id the names of the entities they speak of and, in a transcript, when they were said."""

    records: tuple[_Record, ...]
    names: Mapping[str, str]
    times: Mapping[str, str] = field(default_factory=dict)

    def name(self, entity: str | None) -> str:
        """Return the name of an entity, its id where it has none, "" for None."""
        return self.names.get(entity, entity) if entity else ""


def list_sources(text: Path, *, annotations: Path | None = None) -> Listing[Source]:
    """Return the sources by id. Raises InputRefused for what is wrong with the files."""
    held, _ = opened(annotation_file(text, annotations))
    return Listing(tuple(sorted(held.sources, key=lambda source: source.id)), {})


def list_claims(
    text: Path,
    *,
    status: str | None = None,
    kind: str | None = None,
    by: str | None = None,
    tag: str | None = None,
    annotations: Path | None = None,
) -> Listing[Claim]:
    """Return the claims in the order of their passages; of several conditions all must hold.

    `by` is the claimant's id, or the name, letter case aside. Raises InputRefused for what is wrong with the files.
    """
    held, _ = opened(annotation_file(text, annotations))
    names = {entity.id: entity.name for entity in held.entities}
    chosen = (
        claim
        for claim in held.claims
        if (status is None or claim.status == status)
        and (kind is None or claim.kind == kind)
        and (tag is None or tag in claim.tags)
        and (by is None or claim.claimant == by or names.get(claim.claimant or "", "").casefold() == by.casefold())
    )
    return Listing(tuple(sorted(chosen, key=_place)), names, times_said(text, held))


def list_notes(text: Path, *, kind: str | None = None, annotations: Path | None = None) -> Listing[Note]:
    """Return the notes in the order of their passages. Raises InputRefused as `list_claims`."""
    held, _ = opened(annotation_file(text, annotations))
    chosen = (note for note in held.notes if kind is None or note.kind == kind)
    return Listing(tuple(sorted(chosen, key=_place)), {})


def list_mentions(text: Path, *, annotations: Path | None = None) -> Listing[Mention]:
    """Return the mentions in the order of their passages. Raises InputRefused as `list_claims`."""
    held, _ = opened(annotation_file(text, annotations))
    names = {entity.id: entity.name for entity in held.entities}
    return Listing(tuple(sorted(held.mentions, key=_place)), names)


def show(text: Path, section: str, record_id: str, *, annotations: Path | None = None) -> Listing[Any]:
    """Return one record of `sources`, `claims`, `notes` or `mentions`, and the names and the time it needs.

    Raises InputRefused (S101, C102, N101, N102) where there is none with this id.
    """
    held, where = opened(annotation_file(text, annotations))
    names = {entity.id: entity.name for entity in held.entities}
    times = times_said(text, held) if section == "claims" else {}
    return Listing((find(held, section, record_id, where),), names, times)


def quoted(target: Target) -> str:
    """Return the words of a target on one line, its parts joined by an ellipsis."""
    return " … ".join(" ".join((piece.exact or "").split()) for piece in target.pieces)


def _place(record: Claim | Note | Mention) -> tuple[int, str]:
    starts = [piece.start for piece in record.target.pieces if piece.start is not None]
    # A target written by hand has no position until it is carried: it stands last.
    return (min(starts) if starts else 10**9, record.id)
