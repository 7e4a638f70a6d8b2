"""Replacing a person's file: locked, whole or not at all, and safely on disk before anybody is told.

The recipe: write beside the file, flush to disk, rename over it, flush the folder. A crash at any moment leaves the old
file or the new one. The lock is a file of its own (`.NAME.lock` beside NAME), since a lock on the file itself would be
lost with the rename. It is left in place, empty: removing it would let two processes hold locks on two files of the
same name.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.diagnostics import Rule, Severity
from annotate.errors import WorkFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_WRITTEN = Rule(
    "F301",
    Severity.ERROR,
    "file cannot be written",
    "the file cannot be written: {reason}; what stood there is unchanged",
    "check the folder, its permissions and the space on the disk",
    bad="annotate parse review.txt -o /no-such-folder/review.xml",
    good="annotate parse review.txt -o review.xml",
)
IN_USE = Rule(
    "F302",
    Severity.ERROR,
    "file in use",
    "another process has been changing this file for more than {seconds:g} seconds; nothing was changed",
    "wait for the other command to end, or end it, and try again",
    bad="a command that was stopped in the middle and still holds the file",
    good="commands that end",
)
NOT_CONFIRMED = Rule(
    "F303",
    Severity.ERROR,
    "writing not confirmed",
    "the new file stands in its place, but the system did not confirm that it is safely on disk: {reason}",
    "look at the file and at the health of the disk before you rely on it",
    bad="a disk that fails in the moment of saving",
    good="a sound disk",
)
RULES = (NOT_WRITTEN, IN_USE, NOT_CONFIRMED)

LOCK_SECONDS = 10.0
_TEMPORARY = ".{name}.{random}.tmp"


def make_folder(path: Path) -> None:
    """Make a folder where there is none. Raises WorkFailed (F301) where it cannot be made or a file has its name."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise WorkFailed(NOT_WRITTEN.at(path, reason=_reason(error))) from error


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at `path`, or make the file; a symbolic link stays one.

    The file keeps its mode; a new one gets what the umask leaves. Raises WorkFailed: F301 where it cannot be written
    (what stood there is unchanged), F303 where it was replaced but the folder could not be flushed.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _mode_to_keep(target)
        temporary = _write_beside(target, data, mode)
        try:
            os.replace(temporary, target)  # noqa: PTH105  # named as the recipe and its tests name it
        except BaseException:
            _discard(temporary)
            raise
    except OSError as error:
        raise WorkFailed(NOT_WRITTEN.at(path, reason=_reason(error))) from error
    try:
        _flush_folder(target.parent)
    except OSError as error:
        raise WorkFailed(NOT_CONFIRMED.at(path, reason=_reason(error))) from error


@contextmanager
def locked(path: Path, timeout_seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Keep other processes that use this function from the file at `path` while the block runs.

    What a killed process left half written beside it is swept away. Raises WorkFailed: F302 where another process
    keeps the lock for longer than `timeout_seconds`, F301 where the folder takes no lock file.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  # 50 ms that commands which only read need not pay

    target = Path(os.path.realpath(path))
    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=timeout_seconds)
    try:
        os.stat(target.parent)  # noqa: PTH116  # filelock would make the folder that a typing error names
        lock.acquire()
    except Timeout:
        raise WorkFailed(IN_USE.at(path, seconds=timeout_seconds)) from None
    except OSError as error:
        raise WorkFailed(NOT_WRITTEN.at(path, reason=_reason(error))) from error
    try:
        _sweep(target)
        yield
    finally:
        lock.release()


def _mode_to_keep(target: Path) -> int | None:
    """Return the permission bits of an existing file, None where there is none. Raises OSError if it is none."""
    try:
        found = os.stat(target)  # noqa: PTH116  # as above
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is not a plain file", str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected", str(target))
    return stat.S_IMODE(found.st_mode)


def _write_beside(target: Path, data: bytes, mode: int | None) -> Path:
    """Write `data` to a new file in the folder of `target`, flush it to disk and return its path."""
    temporary = target.with_name(_TEMPORARY.format(name=target.name, random=os.urandom(6).hex()))
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot flush a folder
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems know no flushing of folders; that is no failure.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)


def _sweep(target: Path) -> None:
    """Remove what killed processes left of writing `target`. Only under its lock: nobody else is writing it now."""
    left = re.compile(re.escape(f".{target.name}.") + r"[0-9a-f]{12}\.tmp")
    with os.scandir(target.parent) as entries:
        stale = [Path(entry.path) for entry in entries if left.fullmatch(entry.name)]
    for temporary in stale:
        _discard(temporary)


def _discard(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
