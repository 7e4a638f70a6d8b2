"""Putting right in annotation files and libraries what needs nobody's judgement."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotate.api import validate_files as files
from annotate.api.files import STANDARD_INPUT, read_bytes
from annotate.api.journal import change_between, journal_path, keep
from annotate.api.library import is_library
from annotate.api.load import load_text
from annotate.api.settings import vocabulary_for
from annotate.attach.anchor import made_on, resolve_all
from annotate.attach.carry import TARGETED, carried, placed, untrusted
from annotate.attach.clock import now
from annotate.attach.edit import Signature
from annotate.attach.who import writer
from annotate.check.schema import library_findings, schema_findings
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations
from annotate.model.library import Library
from annotate.read.annotations.reader import read_json
from annotate.store import locked, replace_file
from annotate.write.annotations import in_form_of, write_annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Target
    from annotate.model.text import ReadingText


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file that was put right, and what was done to it, in words."""

    path: Path
    told: tuple[str, ...]


def fix(paths: Iterable[Path]) -> Iterator[Fixed]:
    """Put right what is safe in the annotation files and libraries that paths mean (`validate`), and yield each done.

    Records are sorted, fields put in their order, white space between them made the usual. Positions of quotes that
    moved with certainty are brought up to date, those that a person left out are filled in, and annotations of an
    earlier state of the text become those of its present one if all of them are certain there. What the commands'
    `undo` takes back. A file with anything that the JSON reader or the schema refuses, an id given twice, or a merge's
    conflict, is left alone. What was put right once stays as it is.

    Raises WorkFailed where a file cannot be locked or written.
    """
    meant = dict.fromkeys(file for path in paths for file in files.named_files(path))
    who = None
    for path in meant:
        data = _bytes(path)
        found = _put_right(path, data)
        if found is None or found[0] == data:
            continue
        with locked(path, companion=journal_path(path)):
            data = read_bytes(path)  # another process may have written it since
            found = _put_right(path, data)
            if found is None or found[0] == data:
                continue
            who = who or writer(None, os.environ)
            keep(path, change_between(data, found[0], who, now(os.environ), found[1]))
            replace_file(path, found[0])
        yield Fixed(path, found[1])


def _bytes(path: Path) -> bytes:
    try:
        return b"" if path == STANDARD_INPUT else read_bytes(path)
    except InputRefused:
        return b""  # validate says so


def _put_right(path: Path, data: bytes) -> tuple[bytes, tuple[str, ...]] | None:
    """Return a file put right, and what was done; None for one that is to be left alone."""
    library = is_library(path)
    if not library and not files.is_json(path, data):
        return None
    try:
        json_text = read_json(data, str(path))
        shape = library_findings(json_text) if library else schema_findings(json_text, vocabulary_for(path))
    except InputRefused:
        return None
    value = json_text.value
    if shape or value.get("conflicts") or _repeats_an_id(value):
        return None
    if library:
        usual = in_form_of(data, write_annotations(Library.from_json(value)))
        return usual, tuple(_rearranged(value, usual, data))
    annotations = Annotations.from_json(value)
    usual = in_form_of(data, write_annotations(annotations))
    told = list(_rearranged(value, usual, data))
    brought, moved = _up_to_date(annotations, path)
    return in_form_of(data, write_annotations(brought)), (*told, *moved)


def _repeats_an_id(value: dict[str, Any]) -> bool:
    sections = [records for records in value.values() if isinstance(records, list)]
    records = [record for section in sections for record in section]
    ids = Counter(item["id"] for record in records for item in (record, *record.get("evidence", ())))
    return any(count > 1 for count in ids.values())


def _rearranged(value: dict[str, Any], usual: bytes, data: bytes) -> Iterator[str]:
    """Yield what the usual form of a file changes in it, in words."""
    sections = {name: records for name, records in value.items() if isinstance(records, list)}
    in_order = {name: sorted(records, key=lambda record: str(record["id"])) for name, records in sections.items()}
    unsorted = [name for name, records in sections.items() if records != in_order[name]]
    if unsorted:
        yield f"sorted by id: {', '.join(unsorted)}"
    only_sorted = json.dumps({**value, **in_order}, ensure_ascii=False, indent=2) + "\n"
    if in_form_of(data, only_sorted.encode()) != usual:
        yield "fields put in their order"
    written_so = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if in_form_of(data, written_so.encode()) != data:
        yield "white space and line ends made the usual"


def _up_to_date(annotations: Annotations, path: Path) -> tuple[Annotations, tuple[str, ...]]:
    """Return the annotations with the positions that are certain in their text, and what that changed, in words."""
    try:
        reading = load_text(files.folder_of(path) / annotations.text.file).reading
    except InputRefused:
        return annotations, ()
    resolutions = resolve_all(annotations, reading)
    if not made_on(annotations, reading):
        if untrusted(resolutions):
            return annotations, ()  # annotate rebase asks about those that are not certain
        return carried(annotations, reading, resolutions), (f"{len(resolutions)} annotations carried to the text",)
    moved = 0
    for section in TARGETED:
        records = [_moved(record, reading, resolutions[record.id]) for record in getattr(annotations, section)]
        moved += sum(new is not old for new, old in zip(records, getattr(annotations, section), strict=True))
        annotations = annotations.with_section(section, tuple(records))
    return annotations, (f"{moved} positions brought up to date",) if moved else ()


def _moved(record: Any, reading: ReadingText, resolution: Resolution) -> Any:
    """Return a record with its quote's position, the very record where that is so already or not certain."""
    target: Target = record.target
    positions = [(piece.start, piece.end) for piece in target.pieces]
    if not resolution.outcome.trusted or positions == [(span.start, span.end) for span in resolution.spans]:
        return record
    if any(piece.reading_sha256 for piece in target.pieces):
        return record  # a revision left it to a person
    found: Sequence[Any] = resolution.spans
    return replace(record, target=placed(record, reading, tuple(found), Signature("", "")).target)
