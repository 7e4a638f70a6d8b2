"""Adding, changing and removing notes, and passages that links refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.api.editing import Done, apply, apply_on_passage, apply_to_record, retagged
from annotate.api.linked_files import links_to
from annotate.attach import edit
from annotate.attach.find import find
from annotate.attach.remove import removed
from annotate.model.annotation import Note
from annotate.model.annotation import Passage as PassageRecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How, OnPassage
    from annotate.attach.edit import Signature
    from annotate.attach.passage import Passage
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Target


def add_note(
    text: Path,
    passage: Passage,
    *,
    body: str,
    kind: str = "commentary",
    tags: Sequence[str] = (),
    **how: Unpack[How],
) -> Done:
    """Add a note on a passage; `body` is Markdown. Raises InputRefused: A101 to A135, N105."""

    def added(held: Annotations, where: Where, on: OnPassage) -> tuple[Annotations, Done]:
        given = tuple(dict.fromkeys(tags))
        note = Note(on.new_id("n", held), on.target, kind, body, given, on.signature.who, on.signature.when)
        return edit.add_note(held, note, where), Done(note.id)

    return apply_on_passage(text, passage, how, added)


def edit_note(
    text: Path,
    note_id: str,
    fields: Mapping[str, Any],
    *,
    tagged: Sequence[str] = (),
    untagged: Sequence[str] = (),
    untag_all: bool = False,
    on: Passage | None = None,
    **how: Unpack[How],
) -> Done:
    """Change a note: its `fields`, its tags, the passage it is `on`. Raises InputRefused: N101, N105, A101 to A135."""

    def changed(
        held: Annotations, where: Where, signature: Signature, target: Mapping[str, Target]
    ) -> tuple[Annotations, Done]:
        note = find(held, "notes", note_id, where)
        new = {**fields, **target, "tags": retagged(() if untag_all else note.tags, tagged, untagged)}
        return edit.edited(held, "notes", note_id, new, signature, where), Done(note_id)

    return apply_to_record(text, on, how, changed)


def remove_note(text: Path, note_id: str, *, cascade: bool = False, **how: Unpack[How]) -> Done:
    """Remove a note, with `cascade` the links that have it as an end. Raises InputRefused: N101, N103."""
    return _remove(text, "notes", note_id, how, cascade=cascade)


def add_passage(text: Path, passage: Passage, **how: Unpack[How]) -> Done:
    """Add a passage that links can refer to. Raises InputRefused: A101 to A135."""

    def added(held: Annotations, _: Where, on: OnPassage) -> tuple[Annotations, Done]:
        record = PassageRecord(on.new_id("p", held), on.target, on.signature.who, on.signature.when)
        return edit.add_passage(held, record), Done(record.id)

    return apply_on_passage(text, passage, how, added)


def edit_passage(text: Path, passage_id: str, on: Passage, **how: Unpack[How]) -> Done:
    """Give a passage other words of the text. Raises InputRefused: N111, A101 to A135."""
    return apply_to_record(
        text,
        on,
        how,
        lambda held, where, signature, target: (
            edit.edited(held, "passages", passage_id, target, signature, where),
            Done(passage_id),
        ),
    )


def remove_passage(text: Path, passage_id: str, *, cascade: bool = False, **how: Unpack[How]) -> Done:
    """Remove a passage, with `cascade` the links that have it as an end. Raises InputRefused: N111, N103."""
    return _remove(text, "passages", passage_id, how, cascade=cascade)


def _remove(text: Path, section: str, record_id: str, how: How, *, cascade: bool) -> Done:
    return apply(
        text,
        lambda held, where, signature: (
            removed(
                held,
                section,
                record_id,
                signature,
                where,
                cascade=cascade,
                elsewhere=links_to(record_id, where),
            ),
            Done(record_id),
        ),
        how,
    )
