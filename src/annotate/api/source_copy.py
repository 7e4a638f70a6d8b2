"""Opening the copy of a source that stands beside the annotations, and telling what has become of it.

A copy is `sources/ID/ID.EXT`, with the original's bytes, and `ID.xml`, its parsed text, where the original is not TEI
itself. A record written by hand may name another file below the folder; its parsed text is `NAME.xml` beside it, and
where there is none the original is parsed anew.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from annotate.api.library import library_path
from annotate.api.source_copy_rules import PARSED_UNREADABLE
from annotate.errors import AnnotateError, InputRefused
from annotate.model.copy_place import CopyCount
from annotate.model.source_copy import CopyState, SourceCopy
from annotate.model.text import READING_RULE, reading_text

if TYPE_CHECKING:
    from annotate.attach.where import Where
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Copy, Source
    from annotate.model.document import Document

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is taken as a copy; a film is cited by its time codes, not kept in a project."""

_TOO_LARGE = "it is larger than {} MiB"


class Unreadable(Exception):
    """A file that is not read: what it is, for a sentence."""


def copy_folder(source_id: str, where: Where) -> Path:
    """Return the folder that the copy of a source is named in: of its annotation file, or of the project's library."""
    folder = Path(where.path).parent
    own = where.json.value.get("sources", ()) if where.json is not None else ()
    return folder if any(item.get("id") == source_id for item in own) else library_path(folder).parent


def open_copy(source: Source, folder: Path) -> SourceCopy | None:
    """Return the copy of a source as it stands below `folder`, None where the source has none.

    Nothing is raised: what is wrong with it is its state.
    """
    record = source.copy
    if record is None:
        return None
    path = inside(folder, record.file)
    if path is None:
        return SourceCopy(CopyState.OUTSIDE)
    try:
        data = bytes_of(path)
    except FileNotFoundError:
        return SourceCopy(CopyState.MISSING)
    except Unreadable as error:
        return SourceCopy(CopyState.UNREADABLE, str(error))
    found = sha256(data).hexdigest()
    if found != record.sha256:
        return SourceCopy(CopyState.CHANGED, "", found)
    return _parsed(record, path, data, found, folder)


def inside(folder: Path, name: str) -> Path | None:
    """Return the path of a file named in a record, None where it leads out of the folder, by a symbolic link too."""
    there = PureWindowsPath(name)  # knows both kinds of slash, and drives
    if there.drive or there.root or ".." in there.parts or "\0" in name or not there.parts:
        return None
    path = folder / name
    root = os.path.realpath(folder)
    return path if os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep) else None


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a plain file of at most LARGEST bytes.

    Raises FileNotFoundError, and Unreadable for a folder, a device, a file that is larger or not ours to read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("it is a folder" if stat.S_ISDIR(found.st_mode) else "it is no plain file")
        if found.st_size > LARGEST:
            raise Unreadable(_TOO_LARGE.format(LARGEST // 1024**2))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # it may be growing
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(str(path)) from None
    except (OSError, ValueError) as error:
        raise Unreadable((getattr(error, "strerror", None) or str(error)).lower()) from None
    if len(data) > LARGEST:
        raise Unreadable(_TOO_LARGE.format(LARGEST // 1024**2))
    return data


def parsed_path(original: Path) -> Path:
    """Return where the parsed text of an original stands; of one that is TEI this may be the original itself."""
    return original.with_name(f"{original.stem}.xml")


@dataclass(frozen=True, slots=True)
class ParsedCopy:
    """The document that an original holds, and the TEI it was parsed to, None where it is TEI itself.

    `findings` are what parsing had to tell.
    """

    document: Document
    tei: bytes | None = None
    findings: tuple[Finding, ...] = ()


def parsed_copy(data: bytes, path: Path) -> ParsedCopy:
    """Return the parsed text of an original.

    Raises InputRefused where it cannot be parsed: a picture, a film, a text that is damaged.
    """
    from annotate.read.sniff import format_of  # noqa: PLC0415  # only a source with a copy needs the readers
    from annotate.read.tei.reader import read_tei  # noqa: PLC0415  # as above

    if format_of(data, str(path)) == "tei":
        return ParsedCopy(read_tei(data, str(path)))
    from annotate.api.parse import parse_bytes  # noqa: PLC0415  # not for TEI

    parsed = parse_bytes(data, str(path), name=path.stem)
    return ParsedCopy(read_tei(parsed.tei, str(parsed_path(path))), parsed.tei, parsed.findings)


def _parsed(record: Copy, path: Path, data: bytes, found: str, folder: Path) -> SourceCopy:
    """Return a copy whose bytes are those of the record with its reading text, if it is still that of the record."""
    kept = inside(folder, parsed_path(Path(record.file)).as_posix())
    try:
        document = _kept_text(kept) if kept is not None and kept != path else None
        document = document or parsed_copy(data, path).document
    except AnnotateError as error:
        reason = _reason(error)
        state = CopyState.REWORDED if record.reading_sha256 else CopyState.SOUND
        return SourceCopy(state, reason, found)
    reading = reading_text(document)
    if record.reading_sha256 is not None and (record.reading_sha256, record.reading_rule or READING_RULE) != (
        reading.sha256,
        READING_RULE,
    ):
        return SourceCopy(CopyState.REWORDED, "", found)
    return SourceCopy(CopyState.SOUND, "", found, reading, CopyCount(document, reading), document)


def _kept_text(path: Path) -> Document | None:
    """Return the parsed text that was kept, None where there is none. Raises InputRefused where it is damaged."""
    from annotate.read.tei.reader import read_tei  # noqa: PLC0415  # as in parsed_copy

    try:
        return read_tei(bytes_of(path), str(path))
    except FileNotFoundError:
        return None
    except Unreadable as error:
        raise InputRefused(PARSED_UNREADABLE.at(path, reason=error)) from None


def _reason(error: AnnotateError) -> str:
    findings = getattr(error, "findings", ())
    return findings[0].sentence if findings else str(error)
