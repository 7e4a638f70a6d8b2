"""The library of a project, `library.json`: where it is, what it holds, and which texts use it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.api.files import ANNOTATIONS_SUFFIX, read_bytes
from annotate.errors import InputRefused
from annotate.model.library import Library
from annotate.read.annotations.reader import read_json

if TYPE_CHECKING:
    from annotate.model.json_text import JsonText

LIBRARY = "library.json"
_ROOT_MARKS = ("annotate.toml", ".git")
_OURS = frozenset({"format", "entities", "sources"})


@dataclass(frozen=True, slots=True)
class LoadedLibrary:
    """A library as it was opened: where from, its JSON with places (None where there is no file), and its entries."""

    path: Path
    json: JsonText | None
    library: Library


def library_path(folder: Path) -> Path:
    """Return the library of the texts in a folder: the nearest `library.json` in it or above, else one to be made.

    The search ends at the top of the project, the folder with `annotate.toml` or `.git`. Programs of other kinds have
    files of this name too: one that has none of `format`, `entities` and `sources` is passed over.
    """
    here = Path(os.path.realpath(folder))
    for above in (here, *here.parents):
        path = above / LIBRARY
        if path.is_file() and _is_ours(path):
            return folder / LIBRARY if above == here else Path(os.path.relpath(path))
        if any((above / mark).exists() for mark in _ROOT_MARKS):
            break
    return folder / LIBRARY


def load_library(path: Path) -> LoadedLibrary:
    """Return the library at `path`, an empty one where there is no file.

    Raises InputRefused with every finding of the JSON reader or the schema.
    """
    from annotate.check.schema import library_findings  # noqa: PLC0415  # only a project with a library needs it

    if not os.path.lexists(path):
        return LoadedLibrary(path, None, Library())
    json_text = read_json(read_bytes(path), str(path))
    findings = library_findings(json_text)
    if findings:
        raise InputRefused(*findings)
    return LoadedLibrary(path, json_text, Library.from_json(json_text.value))


def library_for(annotations: Path) -> Library:
    """Return what an annotation file sees of its project's library. Raises InputRefused as `load_library`."""
    return load_library(library_path(annotations.parent)).library


def uses_of(record_id: str, library: Path) -> list[str]:
    """Return where the annotation files in a library's folder and below refer to one of its entries.

    A file with an entry of its own under this id does not use the library's. One that cannot be read uses nothing.
    """
    found = []
    for here, folders, names in os.walk(library.parent):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(ANNOTATIONS_SUFFIX) and not name.startswith("."):
                found += [f"{Path(here, name)} ({place})" for place in _places(record_id, Path(here, name))]
    return found


def is_library(path: Path) -> bool:
    """Whether a file is a library by its name and what it holds."""
    return path.name == LIBRARY and path.is_file() and _is_ours(path)


def _is_ours(path: Path) -> bool:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return True  # to be reported, not passed over
    return not isinstance(value, dict) or bool(_OURS & value.keys())


def _places(record_id: str, path: Path) -> list[str]:
    try:
        data = path.read_bytes()
        held: Any = json.loads(data) if f'"{record_id}"'.encode() in data else {}
        own = {record["id"] for section in ("entities", "sources") for record in held.get(section, ())}
        if record_id in own:
            return []
        claims = [claim["id"] for claim in held.get("claims", ()) if claim.get("claimant") == record_id]
        mentions = [mention["id"] for mention in held.get("mentions", ()) if mention["entity"] == record_id]
        evidence = [
            item["id"]
            for claim in held.get("claims", ())
            for item in claim.get("evidence", ())
            if item["source"] == record_id
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    return [*claims, *mentions, *evidence]
