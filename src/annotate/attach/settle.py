"""Settling conflicts: one side's value goes into its field, and the conflict away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from annotate.attach import merge_rules as rules
from annotate.attach.remove import removed, removed_evidence
from annotate.model.annotation import SECTIONS, Annotations, TextReference

if TYPE_CHECKING:
    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.model.conflict import Conflict

Choice = Literal["mine", "theirs", "keep"]
TEXT = "text"
"""What a conflict about the file's own reference to its text goes by."""


def settled(
    annotations: Annotations, record_id: str, field: str | None, choice: Choice, signature: Signature, where: Where
) -> tuple[Annotations, tuple[Conflict, ...]]:
    """Return the annotations with the conflicts about one record settled, and these conflicts.

    `record_id` is the id of a record or evidence, or TEXT; with `field`, only the conflicts about that field are meant.
    `mine` and `theirs` put that side's value into the field, or remove a record that it removed; `keep` leaves what
    stands there. Raises InputRefused where there is no such conflict (C142), its value fits no such field (C143), or
    what is to be removed is still referred to (S103, N103, N113).
    """
    named = [one for one in annotations.conflicts if (one.record or TEXT) == record_id]
    chosen = tuple(one for one in named if field is None or one.field == field)
    if not chosen:
        known = {one.record or TEXT for one in annotations.conflicts}
        raise where.unknown(rules.NO_SUCH_CONFLICT, f"{record_id} {field}" if named else record_id, known)
    left = tuple(one for one in annotations.conflicts if one not in chosen)
    annotations = annotations.with_section("conflicts", left)
    for conflict in chosen:
        if choice == "keep":
            continue
        if conflict.field is not None:
            value = getattr(conflict, choice)
            try:
                annotations = _with_value(annotations, conflict.record, conflict.field, value, signature)
            except (TypeError, AttributeError):
                raise where.refuse(rules.VALUE_UNFIT, id=record_id, field=conflict.field, side=choice) from None
        elif conflict.removed == choice:
            annotations = _without(annotations, record_id, signature, where)
    return annotations, chosen


def _with_value(
    annotations: Annotations, record_id: str | None, field: str, value: Any, signature: Signature
) -> Annotations:
    if record_id is None:
        whole = annotations.text.to_json()
        _put(whole, field, value)
        return replace(annotations, text=TextReference.from_json(whole))
    for section in SECTIONS:
        records = tuple(
            _changed(record, record_id, field, value, signature) for record in getattr(annotations, section)
        )
        annotations = annotations.with_section(section, records)
    return annotations


def _changed(record: Any, record_id: str, field: str, value: Any, signature: Signature) -> Any:
    """Return a record with a value put into its field, or that of its evidence, where either has this id."""
    if record_id != record.id and all(record_id != item.id for item in getattr(record, "evidence", ())):
        return record
    whole = record.to_json()
    for place in (whole, *whole.get("evidence", ())):
        if place["id"] == record_id:
            _put(place, field, value)
    return signature.on(type(record).from_json(whole))


def _put(place: dict[str, Any], field: str, value: Any) -> None:
    if value is None:
        place.pop(field, None)
    else:
        place[field] = value


def _without(annotations: Annotations, record_id: str, signature: Signature, where: Where) -> Annotations:
    for section in SECTIONS:
        if any(record.id == record_id for record in getattr(annotations, section)):
            return removed(annotations, section, record_id, signature, where)
    return removed_evidence(annotations, record_id, signature, where)
