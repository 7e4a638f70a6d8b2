"""Files that are costly to make, kept in the user's cache: made once, checked at each use, whole or not there."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MANIFEST = "manifest.json"


def kept_files(
    kind: str, digest: str, make: Callable[[Path], Mapping[str, bytes]], *, most: int | None = None
) -> Path | None:
    """Return the folder that holds what `make` makes, made now if it is not there or was damaged.

    `kind` and `digest` name the folder; `digest` must differ whenever `make` would make other bytes. `make` is given
    the folder the files will stand in and returns their bytes by name. Where the user's cache cannot be written, the
    folder is this process's own and goes with it. Returns None where no folder can be written at all.

    At most `most` folders of a kind are kept, and the oldest give way: then another process may remove the one returned
    before it is read.
    """
    for folder in _folders(kind, digest):
        if _whole(folder):
            return folder
        with suppress(OSError):
            _keep(folder, make(folder))
            if most is not None:
                _drop_oldest(folder.parent, most)
        if _whole(folder):
            return folder
    return None


def _drop_oldest(kind: Path, most: int) -> None:
    """Remove the oldest folders of a kind beyond the `most` youngest."""
    ages: dict[Path, float] = {}
    for folder in kind.iterdir():
        with suppress(OSError):  # another process was faster
            ages[folder] = folder.stat().st_mtime
    for folder in sorted(ages, key=ages.__getitem__, reverse=True)[most:]:
        shutil.rmtree(folder, ignore_errors=True)


def _folders(kind: str, digest: str) -> Iterator[Path]:
    """Yield where files may be kept (XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored)."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    with suppress(RuntimeError):  # no home
        cache = named if named.is_absolute() else Path.home() / ".cache"
        yield cache / "annotate" / kind / digest
    with suppress(OSError):
        private = Path(tempfile.mkdtemp(prefix=f"annotate-{kind}-"))
        atexit.register(shutil.rmtree, private, ignore_errors=True)
        yield private / digest


def _whole(folder: Path) -> bool:
    """Whether every file in `folder` is as it was written."""
    try:
        digests: dict[str, str] = json.loads((folder / _MANIFEST).read_bytes())
        return all(sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in digests.items())
    except (OSError, ValueError, AttributeError):
        return False


def _keep(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files and their digests in `folder`, which appears whole or not at all. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, data in files.items():
            (beside / name).write_bytes(data)
        digests = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
        (beside / _MANIFEST).write_text(json.dumps(digests), encoding="utf-8")
        if _whole(folder):
            return  # another process was faster
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
