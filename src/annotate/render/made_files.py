"""Files that are costly to make, kept in the user's cache: made once, checked at each use, whole or not there."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
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
            _keep(folder, make)
            if most is not None:
                _drop_oldest(folder.parent, Room(most))
        if _whole(folder):
            return folder
    return None


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a kind is kept in the user's cache: folders, and bytes in all of them (None: as many as there are).

    What was not used for longest gives way.
    """

    folders: int
    bytes: int | None = None


def read_kept(kind: str, digest: str) -> Mapping[str, bytes] | None:
    """Return the files kept in the user's cache under this kind and digest, by name; None where they are not whole."""
    folder = _in_cache(kind, digest)
    if folder is None:
        return None
    try:
        digests: dict[str, str] = json.loads((folder / _MANIFEST).read_bytes())
        files = {name: (folder / name).read_bytes() for name in digests}
        os.utime(folder)  # used last
    except (OSError, ValueError, TypeError):
        return None
    return files if all(sha256(data).hexdigest() == digests[name] for name, data in files.items()) else None


def keep_files(kind: str, digest: str, files: Mapping[str, bytes], room: Room) -> None:
    """Keep files in the user's cache under this kind and digest, in the place of those before, as far as it can be."""
    folder = _in_cache(kind, digest)
    if folder is not None:
        with suppress(OSError):
            shutil.rmtree(folder, ignore_errors=True)
            _keep(folder, lambda _: files)
            _drop_oldest(folder.parent, room)


def _drop_oldest(kind: Path, room: Room) -> None:
    """Remove the folders of a kind that were not used for longest, as far as there is no room for them."""
    held: list[tuple[float, int, Path]] = []
    for folder in kind.iterdir():
        with suppress(OSError):  # another process was faster
            used = folder.stat().st_mtime
            size = 0 if room.bytes is None else sum(file.stat().st_size for file in folder.iterdir())
            held.append((used, size, folder))
    total = 0
    for number, (_, size, folder) in enumerate(sorted(held, reverse=True)):
        total += size
        if number and (number >= room.folders or (room.bytes is not None and total > room.bytes)):
            shutil.rmtree(folder, ignore_errors=True)


def _in_cache(kind: str, digest: str) -> Path | None:
    """Return where the user's cache keeps files; None for a user without a home.

    The place is that of the XDG Base Directory Specification, by which a relative XDG_CACHE_HOME is ignored. Symbolic
    links are followed, since files may hold the name of the folder they stand in.
    """
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        cache = named if named.is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # no home
        return None
    return (cache / "annotate" / kind).resolve() / digest


def _folders(kind: str, digest: str) -> Iterator[Path]:
    """Yield where files may be kept."""
    cache = _in_cache(kind, digest)
    if cache is not None:
        yield cache
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


def _keep(folder: Path, make: Callable[[Path], Mapping[str, bytes]]) -> None:
    """Put what is made and its digests in `folder`, which appears whole or not at all. Raises OSError.

    Where nothing can be written, nothing is made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        files = make(folder)
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
