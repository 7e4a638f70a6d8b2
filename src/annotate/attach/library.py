"""Editing annotations that see a library: its entries are there to refer to, and are never written into the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.attach import edit_rules
from annotate.model.library import LIBRARY_SECTIONS

if TYPE_CHECKING:
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations
    from annotate.model.library import Library


def parted_from(library: Library, annotations: Annotations, edited: Annotations, where: Where) -> Annotations:
    """Return annotations that were edited with the entries of a library in sight, without these.

    `annotations` are those before the edit, as the file has them. Refuses an edit that changed or removed an entry of
    the library (N120).
    """
    lent = library.beyond(annotations)
    for section in LIBRARY_SECTIONS:
        there = {record.id: record for record in getattr(edited, section)}
        borrowed = {record.id: record for record in getattr(lent, section)}
        for record_id, record in borrowed.items():
            if there.get(record_id) != record:
                raise where.refuse(edit_rules.IN_LIBRARY, id=record_id)
        kept = tuple(record for record in getattr(edited, section) if record.id not in borrowed)
        edited = edited.with_section(section, kept)
    return edited
