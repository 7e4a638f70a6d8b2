"""Listing and settling the conflicts that merging left in the annotations of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.annotation_file import opened
from annotate.api.editing import Done, apply, file_of
from annotate.attach.settle import TEXT, settled

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.edit import Signature
    from annotate.attach.settle import Choice
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations
    from annotate.model.conflict import Conflict


def list_conflicts(text: Path, **how: Unpack[How]) -> tuple[Conflict, ...]:
    """Return the conflicts of a text's annotations, or its library, in the file's order. Raises InputRefused."""
    return opened(file_of(text, how))[0].conflicts


def settle(text: Path, record_id: str | None, field: str | None, choice: Choice, **how: Unpack[How]) -> Done:
    """Settle the conflicts about one record, or one field of it; with None about all records.

    Raises InputRefused as `attach.settle.settled`, InputRefused and WorkFailed as `editing.apply`.
    """

    def edit(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        records = [record_id] if record_id else list(dict.fromkeys(one.record or TEXT for one in held.conflicts))
        remarks = []
        for record in records:
            held, done = settled(held, record, field, choice, signature, where)
            remarks += [f"settled: {record} {one.field}" if one.field else f"settled: {record}" for one in done]
        return held, Done(record_id or "every conflict", tuple(remarks))

    return apply(text, edit, how)
