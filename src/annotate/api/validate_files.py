"""Which files belong to a validation: what stands in a folder, what belongs to a text, what a file is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api.files import ANNOTATIONS_SUFFIX, KEPT_SOURCES, STANDARD_INPUT
from annotate.api.library import is_library

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEI_NAMESPACE = b"http://www.tei-c.org/ns/1.0"
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_READ_AHEAD = 65536  # bytes in which a TEI file has named its namespace


def named_files(path: Path) -> list[Path]:
    """Return the files that a path means: those of a folder, those a pattern fits, or the file with its annotations.

    The pattern is as pathlib has it (`*`, `?`, `[...]`, `**` for folders at any depth); a file that is called so goes
    before it. A folder or pattern without any file of ours gives [].
    """
    if path == STANDARD_INPUT:
        return [path]
    if path.is_dir():
        return list(files_below(path))
    if _is_pattern(path) and not path.exists():
        named = _fitting(path)
        files = [path for path in named if not path.is_dir() and _is_ours(path)]
        below = (path for path in named if path.is_dir() and not path.is_symlink())
        return list(dict.fromkeys((*files, *(file for folder in below for file in files_below(folder)))))
    return [path, *([] if path.suffix == ".json" else annotations_beside(path))]


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the texts, annotation files and libraries in a folder and below, in the order of names.

    Left out are hidden ones, and the copies of sources (`sources/`), which are others' texts as they are.
    """
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != KEPT_SOURCES)
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and _is_ours(path):
                yield path


def annotations_beside(text: Path) -> list[Path]:
    """Return `NAME.annotations.json` and every `NAME.WHO.annotations.json` beside `NAME.xml`, in the order of names."""
    if text == STANDARD_INPUT:
        return []
    names = sorted(path.name for path in text.parent.glob(f"*{ANNOTATIONS_SUFFIX}"))
    own = [text.with_name(name) for name in names if name.startswith(f"{text.stem}.")]
    return [path for path in own if text_beside(path) == text]


def text_beside(annotations: Path) -> Path | None:
    """Return the text that an annotation file is named after, None if there is none."""
    if annotations == STANDARD_INPUT or not annotations.name.endswith(ANNOTATIONS_SUFFIX):
        return None
    name = annotations.name.removesuffix(ANNOTATIONS_SUFFIX)
    candidates = (annotations.with_name(f"{stem}.xml") for stem in (name, name.rpartition(".")[0]) if stem)
    return next((path for path in candidates if path.exists()), None)


def folder_of(path: Path) -> Path:
    """Return the folder that names in a file are relative to; of standard input it is the current one."""
    return Path() if path == STANDARD_INPUT else path.parent


def same_file_key(path: Path) -> str:
    """Return what is the same for two names of one file."""
    return str(path) if path == STANDARD_INPUT else os.path.realpath(path)


def is_json(path: Path, data: bytes) -> bool:
    """Whether a file is meant to be JSON: it begins like it, or is called so and does not begin like XML."""
    beginning = _beginning(data)
    return beginning in {b"{", b"["} or (path.suffix == ".json" and beginning != b"<")


def is_xml(path: Path, data: bytes) -> bool:
    """Whether a file is meant to be XML: it begins like it, or is called so."""
    return _beginning(data) == b"<" or path.suffix == ".xml"


def _is_pattern(path: Path) -> bool:
    return any(sign in str(path) for sign in "*?[")


def _fitting(pattern: Path) -> list[Path]:
    """Return what a pattern fits, in the order of names; links to folders are not followed, since they may go round."""
    parts = pattern.parts
    plain = next(number for number, part in enumerate(parts) if _is_pattern(Path(part)))
    try:
        found = sorted(Path(*parts[:plain]).glob(str(Path(*parts[plain:]))))
    except (ValueError, OSError):  # ** beside other signs, or a folder that cannot be read
        return []
    return [path for path in found if not any(part.startswith(".") for part in path.parts[plain:])]


def _is_ours(path: Path) -> bool:
    """Whether a file of a folder is for us by its name, and a library or XML file by its content too.

    Pipes and devices are not; a link that leads nowhere is, so that it is named.
    """
    if path.exists() and not path.is_file():
        return False
    if path.name.endswith(ANNOTATIONS_SUFFIX) or is_library(path):
        return True
    return path.suffix == ".xml" and _may_be_tei(path)


def _beginning(data: bytes) -> bytes:
    """Return the first character that is not white space, in UTF-8 or UTF-16."""
    beginning = data[:1024]
    for mark in _BYTE_ORDER_MARKS:
        beginning = beginning.removeprefix(mark)
    return beginning.replace(b"\x00", b"").lstrip()[:1]


def _may_be_tei(path: Path) -> bool:
    """Whether an XML file in a folder is for us: XML of other kinds is left alone, what cannot be read is not."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_READ_AHEAD)
    except OSError:
        return True
    wide = beginning.replace(b"\x00", b"")
    return _TEI_NAMESPACE in wide or not wide.strip() or path.with_name(path.stem + ANNOTATIONS_SUFFIX).exists()
