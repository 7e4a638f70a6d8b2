"""Joining annotations carried to a text with those it has already: by id, and nobody's work is overwritten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotate.attach.carry import TARGETED
from annotate.model.annotation import SECTIONS

if TYPE_CHECKING:
    from annotate.model.annotation import Annotations, Target

_SIGNED = {"modified": None, "modified_by": None}


def joined(held: Annotations, brought: Annotations) -> tuple[Annotations, tuple[str, ...]]:
    """Return the annotations a text has with those brought to it, and the ids of which both say different things.

    Of a record that stands in both, the one the text has stays. But where that waits for a place and the one brought
    has one, it takes the place. Both must be of the same text.
    """
    differing = []
    for section in SECTIONS:
        there = {record.id: record for record in getattr(held, section)}
        added = []
        for record in getattr(brought, section):
            if record.id not in there:
                added.append(record)
            elif _apart_from_place(section, there[record.id]) != _apart_from_place(section, record):
                differing.append(record.id)
        by_id = {record.id: record for record in getattr(brought, section)} if section in TARGETED else {}
        kept = tuple(_with_place(record, by_id.get(record.id)) for record in there.values())
        held = held.with_section(section, (*kept, *added))
    return held, tuple(differing)


def waits(target: Target) -> bool:
    """Whether a target waits for a person to say where it belongs, as no place of it in a revised text was certain."""
    return any(piece.reading_sha256 is not None for piece in target.pieces)


def _apart_from_place(section: str, record: Any) -> Any:
    return replace(record, target=None, **_SIGNED) if section in TARGETED else record


def _with_place(record: Any, brought: Any) -> Any:
    """Return a record at the place of the one brought, if it waits for one and that has it."""
    if brought is None or not waits(record.target) or waits(brought.target):
        return record
    return replace(
        record,
        target=brought.target,
        modified=brought.modified or record.modified,
        modified_by=brought.modified_by or record.modified_by,
    )
