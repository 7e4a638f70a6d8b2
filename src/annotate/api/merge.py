"""Merging annotation files, for a person or for git."""

from __future__ import annotations

import os
import subprocess
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api.annotation_file import AnnotationFile, diff
from annotate.api.files import read_bytes
from annotate.api.journal import change_between, journal_path, keep
from annotate.api.library import LIBRARY, load_library
from annotate.api.load import load_annotations, load_text
from annotate.api.settings import vocabulary_for
from annotate.attach import merge_rules as rules
from annotate.attach.anchor import resolve_all
from annotate.attach.carry import carried, untrusted
from annotate.attach.changes import changes
from annotate.attach.clock import now
from annotate.attach.merge import merge
from annotate.attach.who import writer
from annotate.check import conflicts
from annotate.check.schema import library_findings, schema_findings
from annotate.check.subject import Subject
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations
from annotate.read.annotations.reader import read_json
from annotate.store import locked, replace_file
from annotate.write.annotations import in_form_of

STANDARD_OUTPUT = Path("-")

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.text import ReadingText


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging has made.

    Attributes:
        data: the merged file.
        findings: its conflicts, and where its anchors need a look.
        changes: what it has that mine had not, a line each.
        diff: what it changes in mine, as a unified diff.
    """

    data: bytes
    findings: tuple[Finding, ...]
    changes: tuple[str, ...]
    diff: str


def merge_files(
    base: Path,
    mine: Path,
    theirs: Path,
    *,
    output: Path | None = None,
    named: Path | None = None,
    dry_run: bool = False,
) -> Merged:
    """Merge the annotations (or libraries) `mine` and `theirs`, made of `base`, by the rule of `attach.merge`.

    The merged file goes to `output`, without it to `mine`; `-` and `dry_run` write nothing. An empty `base` is none:
    both sides have made the file. `named` is what the file is called where the three are copies of it, as git's are;
    the text is looked for beside it. Where that is the text of one side, the others' anchors are carried to it.

    A change of `mine` itself can be undone. Raises InputRefused for what is wrong with one of the files, or what the
    schema refuses of the merged one, and WorkFailed where it cannot be locked or written. Nothing is written then.
    """
    place = output or mine
    writes = not dry_run and place != STANDARD_OUTPUT
    name = named or (mine if place == STANDARD_OUTPUT else place)
    # A copy that git has made for us is nobody else's, and its folder is no place for a lock.
    with locked(place, companion=journal_path(place)) if writes and named is None else nullcontext():
        merged = _merged(base, mine, theirs, name)
        if writes and place == mine and named is None:
            who, when = writer(None, os.environ), now(os.environ)
            keep(mine, change_between(read_bytes(mine), merged.data, who, when, merged.changes))
        if writes:
            replace_file(place, merged.data)
    return merged


def _merged(base: Path, mine: Path, theirs: Path, name: Path) -> Merged:
    file = AnnotationFile(name, name, is_library=name.name == LIBRARY)
    sides = [_side(path, mine, file) for path in (base, mine, theirs)]
    fitted, told = _of_one_text(sides, name)
    merged, _ = merge(*fitted)
    standing = read_bytes(mine)
    data = in_form_of(standing, file.written(merged))
    findings = (*told, *_findings(data, file))
    return Merged(data, findings, tuple(changes(sides[1], merged)), diff(standing, data, name))


def merge_lines(base: Path, mine: Path, theirs: Path, named: Path) -> Finding:
    """Merge the three files as git merges lines, into `mine`, and return what was done, as a finding.

    For files that cannot be read as annotations: git takes a driver that gives up for one that chose `mine`, and what
    the other branch has changed would be gone without a trace.
    """
    made = subprocess.run(
        ["git", "merge-file", "-L", "mine", "-L", "base", "-L", "theirs", str(mine), str(base), str(theirs)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if made.returncode == 0:
        outcome = "every line has found its place"
    elif made.returncode < 128:  # the number of conflicts, 127 at most (git-merge-file, "EXIT STATUS")
        outcome = "where both have changed a line, both stand between <<<<<<< and >>>>>>>"
    else:
        outcome = f"it failed too, and mine stands: {made.stderr.decode('utf-8', 'replace')}"
    return rules.MERGED_AS_TEXT.at(named, outcome=outcome)


def _side(path: Path, mine: Path, file: AnnotationFile) -> Annotations:
    """Return the annotations of a side; of an empty file, none at all of the text that mine is about."""
    if path != mine and not read_bytes(path).strip():
        return Annotations(_side(mine, mine, file).text)
    return load_library(path).library.as_annotations() if file.is_library else load_annotations(path).annotations


def _of_one_text(sides: list[Annotations], name: Path) -> tuple[list[Annotations], list[Finding]]:
    """Return the sides with their anchors in one version of the text, where that is at hand, and what was found."""
    base, mine, theirs = sides
    if mine.text.reading_sha256 == theirs.text.reading_sha256:
        return sides, []
    chosen = theirs if base.text.reading_sha256 == mine.text.reading_sha256 else mine
    digest = chosen.text.reading_sha256
    side = "theirs" if chosen is theirs else "mine"
    told = [rules.TWO_TEXTS.at(name, file=chosen.text.file, side=side, digest=digest[:12])]
    reading = _reading(name.parent / chosen.text.file)
    if reading is None or reading.sha256 != digest:
        return sides, told
    fitted = []
    for one in sides:
        resolutions = resolve_all(one, reading)
        fitted.append(carried(one, reading, resolutions))
        if one is not base and one is not chosen:
            unsure = untrusted(resolutions)
            told += [rules.PLACE_UNSURE.at(name, id=which, outcome=found.outcome) for which, found in unsure.items()]
    return fitted, told


def _reading(path: Path) -> ReadingText | None:
    try:
        return load_text(path).reading
    except InputRefused:
        return None


def _findings(data: bytes, file: AnnotationFile) -> list[Finding]:
    """Return the conflicts of the merged file. Raises InputRefused where the schema refuses it."""
    json = read_json(data, str(file.path))
    refused = library_findings(json) if file.is_library else schema_findings(json, vocabulary_for(file.path))
    if refused:
        raise InputRefused(*refused)
    subject = Subject(json, file.held_in(data), datetime.now(UTC).date())
    return list(conflicts.check(subject))
