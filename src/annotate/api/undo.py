"""Taking back the last changes of the annotations of a text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotate.api.annotation_file import diff
from annotate.api.editing import Done, file_of
from annotate.api.files import read_bytes
from annotate.api.journal import change_between, changes_of, journal_path, keep, states_before
from annotate.attach import edit_rules
from annotate.attach.changes import changes
from annotate.attach.clock import now
from annotate.attach.who import writer
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations
from annotate.store import locked, replace_file

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.annotation_file import AnnotationFile
    from annotate.api.editing import How
    from annotate.api.journal import Change


def undo(text: Path, *, steps: int = 1, **how: Unpack[How]) -> Done:
    """Take back the last changes that commands made of the annotations of a text.

    The file is again as it was before them, byte for byte; a file that they made is left without annotations. What was
    taken back counts as one change, so that taking it back in turn does all of it again. Raises InputRefused where
    there is no file (F101), the journal knows no such change (N118), or something else has changed the file since
    (N119); WorkFailed where it cannot be written.
    """
    file = file_of(text, how)
    if how.get("dry_run"):
        before = read_bytes(file.path)
        after = _state_before(file, before, steps)
        return Done(file.path.name, changes=_told(before, after, file), diff=diff(before, after, file.path))
    _state_before(file, read_bytes(file.path), steps)  # a refusal leaves no lock behind
    with locked(file.path, companion=journal_path(file.path)):
        before = read_bytes(file.path)
        after = _state_before(file, before, steps)
        told = _told(before, after, file)
        who = writer(how.get("who"), os.environ)
        keep(file.path, change_between(before, after, who, now(os.environ), tuple(f"undone: {line}" for line in told)))
        replace_file(file.path, after)
    return Done(file.path.name, changes=told)


def changes_kept(text: Path, **how: Unpack[How]) -> tuple[Change, ...]:
    """Return the changes that the journal of a text's annotations holds, the last first."""
    return changes_of(file_of(text, how).path)[::-1]


def _state_before(file: AnnotationFile, now_there: bytes, steps: int) -> bytes:
    states = states_before(file.path, now_there)
    if states is None:
        raise InputRefused(edit_rules.CHANGED_SINCE.at(file.path))
    if len(states) < steps:
        raise InputRefused(edit_rules.NOTHING_TO_UNDO.at(file.path, wanted=steps, kept=len(states)))
    return states[steps - 1] or file.written(Annotations(file.held_in(now_there).text))


def _told(before: bytes, after: bytes, file: AnnotationFile) -> tuple[str, ...]:
    return tuple(changes(file.held_in(before), file.held_in(after)))
