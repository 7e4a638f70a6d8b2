"""Telling which copies of sources are in order, and which have changed, are missing or have other words than before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotate.api import source_copy_rules as rules
from annotate.api.annotation_file import annotation_file, library_file, opened
from annotate.api.library import library_for
from annotate.api.source_copy import copy_folder, open_copy
from annotate.attach.find import find
from annotate.check.copies import copy_findings
from annotate.check.subject import Subject

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.diagnostics import Finding
    from annotate.model.annotation import Source
    from annotate.model.source_copy import SourceCopy


@dataclass(frozen=True, slots=True)
class CheckedCopy:
    """A source with a copy, and what has become of it."""

    source: Source
    copy: SourceCopy


@dataclass(frozen=True, slots=True)
class CheckedCopies:
    """The copies that were looked at, by the ids of their sources, and what is wrong with them."""

    copies: tuple[CheckedCopy, ...]
    findings: tuple[Finding, ...]


def check_copies(
    text: Path, source_id: str | None = None, *, annotations: Path | None = None, library: bool = False
) -> CheckedCopies:
    """Return what has become of the copy of one source, or of all of a file that have one.

    Sources of the project's library are looked at with `library`, or where one is named. Raises InputRefused: S101,
    S147 for a source without copy, and for what is wrong with the file.
    """
    file = library_file(text) if library else annotation_file(text, annotations)
    held, where = opened(file)
    if source_id is None:
        sources = sorted((one for one in held.sources if one.copy), key=lambda one: one.id)
    else:
        seen = held if file.is_library else library_for(file.path).joined_to(held)
        one = find(seen, "sources", source_id, where)
        if one.copy is None:
            raise where.refuse(rules.NO_COPY, section="sources", record=source_id, id=source_id, detail="")
        sources = [one]
        if one not in held.sources:
            file = library_file(text)
            held, where = opened(file)
    found = {one.id: copy for one in sources if (copy := open_copy(one, copy_folder(one.id, where)))}
    if where.json is None:
        return CheckedCopies((), ())
    subject = Subject(where.json, held, datetime.now(UTC).date(), copies=found)
    checked = tuple(CheckedCopy(one, found[one.id]) for one in sources)
    return CheckedCopies(checked, tuple(copy_findings(subject)))
