"""Taking back the last changes of the annotations of a text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotate.api.annotation_file import annotation_file, diff
from annotate.api.editing import Done
from annotate.api.files import read_bytes
from annotate.api.journal import change_between, changes_of, keep, states_before
from annotate.attach import edit_rules
from annotate.attach.changes import changes
from annotate.attach.clock import now
from annotate.attach.who import writer
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations
from annotate.read.annotations.reader import read_json
from annotate.store import locked, replace_file
from annotate.write.annotations import write_annotations

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.api.journal import Change


def undo(text: Path, *, steps: int = 1, **how: Unpack[How]) -> Done:
    """Take back the last changes that commands made of the annotations of a text.

    The file is again as it was before them, byte for byte; a file that they made is left without annotations. What was
    taken back counts as one change, so that taking it back in turn does all of it again. Raises InputRefused where
    there is no file (F101), the journal knows no such change (N118), or something else has changed the file since
    (N119); WorkFailed where it cannot be written.
    """
    file = annotation_file(text, how.get("annotations"))
    if how.get("dry_run"):
        before = read_bytes(file.path)
        after = _state_before(file.path, before, steps)
        return Done(file.path.name, changes=_told(before, after, file.path), diff=diff(before, after, file.path))
    _state_before(file.path, read_bytes(file.path), steps)  # a refusal leaves no lock behind
    with locked(file.path):
        before = read_bytes(file.path)
        after = _state_before(file.path, before, steps)
        told = _told(before, after, file.path)
        who = writer(how.get("who"), os.environ)
        keep(file.path, change_between(before, after, who, now(os.environ), ("taken back:", *told)))
        replace_file(file.path, after)
    return Done(file.path.name, changes=told)


def changes_kept(text: Path, *, annotations: Path | None = None) -> tuple[Change, ...]:
    """Return the changes that the journal of a text's annotations holds, the last first."""
    return changes_of(annotation_file(text, annotations).path)[::-1]


def _state_before(path: Path, now_there: bytes, steps: int) -> bytes:
    states = states_before(path, now_there)
    if states is None:
        raise InputRefused(edit_rules.CHANGED_SINCE.at(path))
    if len(states) < steps:
        raise InputRefused(edit_rules.NOTHING_TO_UNDO.at(path, kept=len(states)))
    found = states[steps - 1]
    return write_annotations(Annotations(_held(now_there, path).text)) if found == b"" else found


def _told(before: bytes, after: bytes, path: Path) -> tuple[str, ...]:
    return tuple(changes(_held(before, path), _held(after, path)))


def _held(data: bytes, path: Path) -> Annotations:
    return Annotations.from_json(read_json(data, str(path)).value)
