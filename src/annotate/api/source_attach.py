"""Keeping a copy of a source beside the annotations, putting another in its place, and letting go of it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api import source_copy_rules as rules
from annotate.api.editing import Done, apply, file_of
from annotate.api.files import ANNOTATIONS_SUFFIX, KEPT_SOURCES
from annotate.api.library import LIBRARY
from annotate.api.source_copy import Unreadable, bytes_of, inside, parsed_copy, parsed_path
from annotate.attach.edit import replaced_evidence
from annotate.attach.find import find
from annotate.attach.quotes import carried_target, quote_target
from annotate.diagnostics import Severity
from annotate.errors import InputRefused
from annotate.match.difference import brief_difference
from annotate.model.annotation import Copy, Source
from annotate.model.text import READING_RULE, reading_text
from annotate.read.rules import NOT_FOUND
from annotate.store import locked, make_folder, replace_file

if TYPE_CHECKING:
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Evidence
    from annotate.model.text import ReadingText

_TOLD = 5
_ENDING = re.compile(r"\.[a-z0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A copy to be kept: its record, what is written where, its reading text if it has one, and what is told."""

    record: Copy
    files: tuple[tuple[Path, bytes], ...]
    reading: ReadingText | None
    remarks: tuple[str, ...]


def attach_copy(text: Path, source_id: str, file: Path, *, replacing: bool = False, **how: Unpack[How]) -> Done:
    """Keep a copy of the file that a source is in, with its parsed text, and look up in it what evidence quotes.

    The files are written before the record that names them; with `replacing` they take the place of others. Raises
    InputRefused: F101 where there is no such file, S101, S129, S145, S146, S148; WorkFailed where it cannot be written.
    """
    folder = file_of(text, how).path.parent
    _refuse_own(text, file, how)
    kept = _kept(source_id, file, folder)

    def attached(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        source = find(held, "sources", source_id, where)
        if source.copy not in {None, kept.record} and not replacing:
            what = f"{source_id} has a copy, {source.copy.file}"
            raise where.refuse(rules.COPY_THERE, section="sources", record=source_id, what=what)
        for one in held.sources:
            if one.id != source_id and one.copy and one.copy.file == kept.record.file:
                raise where.refuse(
                    rules.COPY_OF_ANOTHER, section="sources", record=one.id, id=one.id, file=one.copy.file
                )
        remarks = [*kept.remarks, *_others(held, source, kept.record)]
        if source.copy and source.copy.file != kept.record.file:
            remarks.append(f"the file of the old copy stays: {source.copy.file}")
        if source.copy != kept.record:
            held = _with_copy(held, source, kept.record)
        held, told = _looked_up(held, source_id, kept.reading, signature, where)
        return held, Done(source_id, (*remarks, *told))

    tried = apply(text, attached, {**how, "dry_run": True})
    _refuse_loss(kept, replacing=replacing)
    if how.get("dry_run"):
        return tried
    make_folder(folder / KEPT_SOURCES)
    make_folder(kept.files[0][0].parent)
    with locked(parsed_path(kept.files[0][0])):
        _refuse_loss(kept, replacing=replacing)
        for path, data in kept.files:
            if not path.is_file() or path.read_bytes() != data:
                replace_file(path, data)
        done = apply(text, attached, how)
    return replace(done, remarks=(*done.remarks, *_elsewhere(folder, kept.record, file_of(text, how).path)))


def detach_copy(text: Path, source_id: str, **how: Unpack[How]) -> Done:
    """Let go of the copy of a source and of the places of quotations in it; the files stay.

    Raises InputRefused: S101, S147.
    """

    def detached(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        source = find(held, "sources", source_id, where)
        if source.copy is None:
            raise where.refuse(rules.NO_COPY, section="sources", record=source_id, id=source_id, detail="")
        remark = f"the files stay where they are: {Path(source.copy.file).parent.as_posix()}"
        held = _with_copy(held, source, None)
        held = replaced_evidence(
            held, lambda item: replace(item, target=None) if item.source == source_id else item, signature
        )
        return held, Done(source_id, (remark,))

    return apply(text, detached, how)


def _refuse_own(text: Path, file: Path, how: How) -> None:
    """Refuse the text and its annotations as a source of the text."""
    for path, what in ((text, "the text itself"), (file_of(text, how).path, "its annotation file")):
        with suppress(OSError):
            if path.samefile(file):
                raise InputRefused(rules.OWN_TEXT.at(file, file=file.name, what=what))


def _kept(source_id: str, file: Path, folder: Path) -> _Kept:
    """Return what is kept of a file as the copy of a source. Raises InputRefused: F101, S148."""
    try:
        data = bytes_of(file)
    except FileNotFoundError:
        raise InputRefused(NOT_FOUND.at(file)) from None
    except Unreadable as error:
        raise InputRefused(rules.NOT_TAKEN.at(file, reason=error)) from None
    ending = file.suffix.lower() if _ENDING.fullmatch(file.suffix.lower()) else ""
    name = f"{KEPT_SOURCES}/{source_id}/{source_id}{ending}"
    digest = sha256(data).hexdigest()
    try:
        parsed = parsed_copy(data, folder / name)
    except InputRefused as refusal:
        remark = f"kept as {name}; it cannot be searched: {refusal.findings[0].sentence}"
        return _Kept(Copy(name, digest), ((_destination(folder, name), data),), None, (remark,))
    tei = parsed.tei
    if tei is not None and ending == ".xml":
        name = name.removesuffix(ending) + ".txt"  # a web page or the like, whose parsed text takes the name
    path = _destination(folder, name)
    files = ((path, data), *(((_destination(folder, parsed_path(Path(name)).as_posix()), tei),) if tei else ()))
    reading = reading_text(parsed.document)
    words = len(reading.text.split())
    record = Copy(name, digest, reading.sha256, READING_RULE)
    remark = f"kept as {name}; its text has {words:,} word{'' if words == 1 else 's'}"
    grave = [str(finding) for finding in parsed.findings if finding.severity >= Severity.WARNING]
    more = (f"and {len(grave) - _TOLD} findings more",) if len(grave) > _TOLD else ()
    return _Kept(record, files, reading, (remark, *grave[:_TOLD], *more))


def _destination(folder: Path, name: str) -> Path:
    path = inside(folder, name)
    if path is None:
        raise InputRefused(rules.NOT_TAKEN.at(folder / name, reason="its place leads out of the folder"))
    return path


def _refuse_loss(kept: _Kept, *, replacing: bool) -> None:
    """Refuse to write over a file with other bytes unless that is meant."""
    for path, data in () if replacing else kept.files:
        try:
            there = bytes_of(path)
        except FileNotFoundError:
            continue
        except Unreadable as error:
            raise InputRefused(rules.NOT_TAKEN.at(path, reason=error)) from None
        if there != data:
            raise InputRefused(rules.COPY_THERE.at(path, what="a file of this name stands there"))


def _with_copy(held: Annotations, source: Source, copy: Copy | None) -> Annotations:
    changed = Source(source.item, copy)
    return held.with_section("sources", tuple(changed if one is source else one for one in held.sources))


def _others(held: Annotations, source: Source, record: Copy) -> list[str]:
    same = [one.id for one in held.sources if one.id != source.id and one.copy and one.copy.sha256 == record.sha256]
    return [f"the same file is the copy of {', '.join(same)}"] if same else []


def _elsewhere(folder: Path, record: Copy, own: Path) -> list[str]:
    """Return which other files of the folder have another record of this copy, which it no longer fits."""
    told = []
    for path in sorted((*folder.glob(f"*{ANNOTATIONS_SUFFIX}"), folder / LIBRARY)):
        try:
            sources = json.loads(path.read_bytes())["sources"] if path.name != own.name else []
            copies = [one["copy"] for one in sources if "copy" in one]
            if any(copy["file"] == record.file and copy["sha256"] != record.sha256 for copy in copies):
                told.append(f"{path.name} names this copy as it was before; keep the new one there too, with --replace")
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            continue  # what cannot be read is for `validate` to tell
    return told


def _looked_up(
    held: Annotations, source_id: str, reading: ReadingText | None, signature: Signature, where: Where
) -> tuple[Annotations, list[str]]:
    """Return the annotations with what evidence quotes placed in a copy, and what is to be told of each."""
    told: list[str] = []
    if reading is None:
        return held, told

    def placed(item: Evidence) -> Evidence:
        if item.source != source_id:
            return item
        found, words = _placed(item, reading, where.path)
        if words:
            told.append(f"{item.id} {words}")
        return found

    return replaced_evidence(held, placed, signature), told


def _placed(item: Evidence, reading: ReadingText, path: str) -> tuple[Evidence, str]:
    """Return evidence at its place in a copy, if that is certain, and what has become of the place."""
    if item.target is not None:
        if all(piece.reading_sha256 == reading.sha256 for piece in item.target.pieces):
            return item, ""
        target, resolution = carried_target(item.target, reading)
        quoted = [piece.exact or "" for piece in item.target.pieces]
        there = [reading.slice(span) for span in resolution.spans]
        differing = ""
        if there and not resolution.outcome.trusted:
            around = "the words stand there, but not among the same others"
            differing = f": {brief_difference(quoted, there) if there != quoted else around}"
        return replace(item, target=target), f"is {resolution.outcome} in this copy{differing}"
    if item.quote is None or not item.quote.strip():
        return item, ""
    try:
        found = quote_target(item.quote, reading, path=path)
    except InputRefused as refusal:
        return item, f"has no place: {refusal.findings[0].sentence}"
    return (replace(item, target=found), "found") if found else (item, "is not in this copy as it is quoted")
