"""Opening the annotation file of a text, and changing it so that nothing anybody wrote is lost."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from annotate.api.files import ANNOTATIONS_SUFFIX, STANDARD_INPUT, annotations_path, read_bytes
from annotate.api.journal import change_between, journal_path, keep
from annotate.api.library import library_for, library_path, load_library
from annotate.api.load import load_annotations, load_text
from annotate.api.settings import vocabulary_for
from annotate.attach import edit_rules, rules
from annotate.attach.anchor import made_on, resolve_all
from annotate.attach.carry import carried, untrusted
from annotate.attach.changes import changes
from annotate.attach.clock import now
from annotate.attach.ids import slug
from annotate.attach.library import parted_from
from annotate.attach.where import Where
from annotate.attach.who import writer
from annotate.check.schema import library_findings, schema_findings
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations, TextReference
from annotate.model.library import Library
from annotate.read.annotations.reader import read_json
from annotate.read.rules import NOT_FOUND
from annotate.store import locked, replace_file
from annotate.write.annotations import in_form_of, write_annotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotate.api.load import LoadedText
    from annotate.diagnostics import Finding

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """An annotation file, there or yet to be made, and the text it belongs to; or the library that the text sees."""

    path: Path
    text: Path
    is_library: bool = False

    def held_in(self, data: bytes) -> Annotations:
        """Return what a state of the file that the schema has accepted holds."""
        value = read_json(data, str(self.path)).value
        return Library.from_json(value).as_annotations() if self.is_library else Annotations.from_json(value)

    def written(self, annotations: Annotations) -> bytes:
        """Return annotations as the bytes of this file."""
        return write_annotations(Library.of(annotations) if self.is_library else annotations)


def annotation_file(text: Path, given: Path | None) -> AnnotationFile:
    """Return the annotation file to work on: the one given, else the text's own.

    Raises InputRefused (A108) where the text comes from standard input and no file is given.
    """
    if given is None and text == STANDARD_INPUT:
        raise InputRefused(rules.NO_FILE_OF_ITS_OWN.at(text))
    return AnnotationFile(given or annotations_path(text), text)


def library_file(text: Path) -> AnnotationFile:
    """Return the library of a text's project, there or yet to be made beside the text.

    Raises InputRefused (F101) where there is no such text, since its library would then be anywhere.
    """
    if text != STANDARD_INPUT and not text.exists():
        raise InputRefused(NOT_FOUND.at(text))
    return AnnotationFile(library_path(text.parent), text, is_library=True)


def own_file(text: Path, who: str | None) -> Path:
    """Return the annotation file of one annotator of a text: `review.e-marsh.annotations.json` for E. Marsh.

    `who` is the name given; without it, who writes is found as for a signature. Raises InputRefused (N117) where nobody
    is known, or the name holds no Latin letter or digit.
    """
    name = slug(writer(who, os.environ) or "")
    if not name:
        raise InputRefused(edit_rules.NOBODYS_FILE.at(text))
    return text.with_name(f"{text.stem}.{name}{ANNOTATIONS_SUFFIX}")


def opened(file: AnnotationFile, text: LoadedText | None = None) -> tuple[Annotations, Where]:
    """Return the annotations of a file and where findings about them point.

    Where there is no file yet, none of the text's: then the text is opened, if it is not given, and must be there. Of a
    library, its entries. Raises InputRefused for what is wrong with either.
    """
    if file.is_library:
        library = load_library(file.path)
        return library.library.as_annotations(), Where(str(file.path), library.json)
    if not os.path.lexists(file.path):
        found = text or load_text(file.text)
        return _none_yet(file, found), Where(str(file.path))
    loaded = load_annotations(file.path)
    return loaded.annotations, Where(str(file.path), loaded.json)


def seen(file: AnnotationFile) -> tuple[Annotations, Where]:
    """Return the annotations of a file with what they see of the project's library, and where findings point.

    Raises InputRefused as `opened`, and for what is wrong with the library.
    """
    annotations, where = opened(file)
    return annotations if file.is_library else library_for(file.path).joined_to(annotations), where


def change(
    file: AnnotationFile,
    edit: Callable[[Annotations, Where], tuple[Annotations, _Result]],
    text: LoadedText | None = None,
    *,
    who: str | None = None,
) -> _Result:
    """Apply `edit` to a file's annotations, write them and return what else `edit` returned.

    `edit` is tried before the file is locked, so that a refused one leaves nothing behind, and once more under the
    lock if another process has written in between. The change is kept in the file's journal, as made by `who`. An edit
    that changes nothing writes nothing. Raises InputRefused for what the edit, the file or the schema refuses,
    WorkFailed where the file cannot be locked or written; the file is then as it was.
    """
    tried = _edited(file, edit, text)
    if tried.data == tried.before:
        return tried.result
    with locked(file.path, companion=journal_path(file.path)):
        if _bytes(file) != tried.before:
            tried = _edited(file, edit, text)
        if tried.data != tried.before:
            keep(file.path, change_between(tried.before, tried.data, who, now(os.environ), tried.told))
            replace_file(file.path, tried.data)
    return tried.result


def preview(
    file: AnnotationFile,
    edit: Callable[[Annotations, Where], tuple[Annotations, _Result]],
    text: LoadedText | None = None,
) -> tuple[_Result, str]:
    """Return what else `edit` returns, and what `change` would do to the file, as a unified diff; nothing is written.

    Raises InputRefused as `change` does.
    """
    tried = _edited(file, edit, text)
    return tried.result, diff(tried.before or b"", tried.data, file.path)


def diff(before: bytes, after: bytes, path: Path) -> str:
    """Return what tells two states of a file apart, as a unified diff."""
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    return "".join(unified_diff(old, new, str(path), str(path), n=2))


def held_by(
    annotations: Annotations, text: LoadedText, where: Where, file: AnnotationFile, *, mending: bool = False
) -> tuple[Annotations, tuple[str, ...]]:
    """Return the annotations made ready to take a target of `text`, and what a person should be told.

    Where the text has changed since they were made, all their anchors must still be certain; they are then carried to
    the new text. For an edit that is `mending` an anchor, others may be uncertain, and stay so. Raises InputRefused
    where some are not certain (A106), or another text is annotated here (A107).
    """
    if made_on(annotations, text.reading):
        return annotations, ()
    named = file.path.parent / annotations.text.file
    if text.path != STANDARD_INPUT and os.path.realpath(named) != os.path.realpath(text.path):
        raise where.refuse(rules.OTHER_TEXT, file=annotations.text.file, text=text.path.name)
    resolutions = resolve_all(annotations, text.reading)
    doubtful = untrusted(resolutions)
    if doubtful and not mending:
        which = ", ".join(f"{name} {resolution.outcome}" for name, resolution in list(doubtful.items())[:8])
        more = f" and {len(doubtful) - 8} more" if len(doubtful) > 8 else ""
        raise where.refuse(rules.TEXT_CHANGED, count=len(doubtful), total=len(resolutions), which=which + more)
    certain = f"{len(resolutions) - len(doubtful)} of {len(resolutions)}" if doubtful else f"all {len(resolutions)}"
    told = f"the text has changed; {certain} anchors were certain and have been carried to it"
    return carried(annotations, text.reading, resolutions), (told,) if resolutions else ()


def _none_yet(file: AnnotationFile, text: LoadedText) -> Annotations:
    if text.path == STANDARD_INPUT:
        raise InputRefused(rules.NO_FILE_OF_ITS_OWN.at(text.path))
    beside = os.path.relpath(text.path, file.path.parent)
    return Annotations(TextReference(Path(beside).as_posix(), text.reading.sha256))


@dataclass(frozen=True, slots=True)
class _Edited(Generic[_Result]):
    """What an edit makes of a file: its bytes before (None: no file) and after, what changed, and what it returned."""

    before: bytes | None
    data: bytes
    told: tuple[str, ...]
    result: _Result


def _edited(
    file: AnnotationFile,
    edit: Callable[[Annotations, Where], tuple[Annotations, _Result]],
    text: LoadedText | None,
) -> _Edited[_Result]:
    before = _bytes(file)
    annotations, where = opened(file, text)
    library = Library() if file.is_library else library_for(file.path)
    edited, result = edit(library.joined_to(annotations), where)
    changed = parted_from(library, annotations, edited, where)
    if before is not None and changed == annotations:
        return _Edited(before, before, (), result)
    try:
        data = in_form_of(before or b"", file.written(changed))
    except UnicodeEncodeError:
        raise where.refuse(rules.UNWRITABLE_VALUE) from None
    # What is written must be readable again: a control character or a URL of 3,000 characters is refused now, not when
    # the file is next opened.
    written = read_json(data, str(file.path))
    findings = library_findings(written) if file.is_library else schema_findings(written, vocabulary_for(file.path))
    if findings:
        raise InputRefused(*(_without_place(finding) for finding in findings))
    return _Edited(before, data, tuple(changes(annotations, changed)), result)


def _without_place(finding: Finding) -> Finding:
    return replace(finding, line=1, column=1)  # its place is in the file that was not written


def _bytes(file: AnnotationFile) -> bytes | None:
    return read_bytes(file.path) if os.path.lexists(file.path) else None
