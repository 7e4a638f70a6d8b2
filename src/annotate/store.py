"""Replacing a person's file: locked, whole or not at all, and safely on disk before anybody is told.

The recipe: write beside the file, flush to disk, rename over it, flush the folder. A crash at any moment leaves the old
file or the new one. The lock is a file of its own (`.NAME.lock` beside NAME), since a lock on the file itself would be
lost with the rename. It is left in place, empty: removing it would let two processes hold locks on two files of the
same name.

On Windows a folder cannot be flushed and a file that another program has open cannot be replaced (F301, the old one
stays); macOS leaves it to the disk when its own cache is written.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.diagnostics import Rule, Severity
from annotate.errors import WorkFailed
from annotate.file_lock import LocksUnknown, held

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
NO_LOCKS = Rule(
    "F140",
    Severity.ERROR,
    "folder without locks",
    "this file system has no locks, and without them two commands at once could undo each other's work",
    "copy the folder to a disk of this computer, and work there",
    bad="a network folder mounted without locks",
    good="a folder on a disk of this computer",
)
RULES = (NOT_WRITTEN, IN_USE, NOT_CONFIRMED, NO_LOCKS)

LOCK_SECONDS = 10.0
_A_DAY = 24 * 60 * 60
_TEMPORARY = ".{name}.{random}.tmp"
_AS_BYTES = getattr(os, "O_BINARY", 0)  # Windows would write CR LF for LF


def make_folder(path: Path) -> None:
    """Make a folder where there is none. Raises WorkFailed (F301) where it cannot be made or a file has its name."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise WorkFailed(NOT_WRITTEN.at(path, reason=_reason(error))) from error


def replace_file(path: Path, data: bytes, *, companion_of: Path | None = None) -> None:
    """Put `data` in the place of the file at `path`, or make the file; a symbolic link stays one.

    The file keeps its mode, and its owner and group where the system allows; a new one gets what the umask leaves.
    Other hard links to it keep the old bytes. Raises WorkFailed: F301 where it cannot be written (what stood there is
    unchanged), F303 where it was replaced but the folder could not be flushed.

    A companion of a file in the same folder gets that file's mode, owner and group, so that whoever may change the one
    may change the other. The folder is not flushed: right afterwards that file is replaced, which flushes it for both.
    """
    target = Path(os.path.realpath(path))
    try:
        temporary = _write_beside(target, data, _standing(companion_of or target))
        try:
            os.replace(temporary, target)  # noqa: PTH105  # as os.stat below
        except BaseException:
            _discard(temporary)
            raise
    except OSError as error:
        raise WorkFailed(NOT_WRITTEN.at(path, reason=_reason(error))) from error
    if companion_of is not None:
        return
    try:
        _flush_folder(target.parent)
    except OSError as error:
        raise WorkFailed(NOT_CONFIRMED.at(path, reason=_reason(error))) from error


@contextmanager
def locked(path: Path, timeout_seconds: float | None = None, *, companion: Path | None = None) -> Iterator[None]:
    """Keep other processes that use this function from the file at `path` while the block runs.

    What a killed process left half written beside it, or beside a `companion` that is only written under this lock, is
    swept away. Raises WorkFailed: F302 where another process keeps the lock for longer than `timeout_seconds` (None:
    LOCK_SECONDS), F301 where the folder takes no lock file, F140 where the file system has no locks.
    """
    target = Path(os.path.realpath(path))
    patience = LOCK_SECONDS if timeout_seconds is None else timeout_seconds
    with ExitStack() as stack:
        try:
            stack.enter_context(held(target.with_name(f".{target.name}.lock"), patience))
        except TimeoutError:
            raise WorkFailed(IN_USE.at(path, seconds=patience)) from None
        except LocksUnknown as error:
            raise WorkFailed(NO_LOCKS.at(path)) from error
        except OSError as error:
            raise WorkFailed(NOT_WRITTEN.at(path, reason=_reason(error))) from error
        _sweep(target)
        if companion is not None:
            _sweep(companion)
        yield


def _standing(target: Path) -> os.stat_result | None:
    """Return what is known of an existing file, None where there is none. Raises OSError if it cannot be replaced."""
    try:
        found = os.stat(target)  # noqa: PTH116  # named as the recipe and its tests name it
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is not a plain file", str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected", str(target))
    return found


def _write_beside(target: Path, data: bytes, standing: os.stat_result | None) -> Path:
    """Write `data` to a new file in the folder of `target`, flush it to disk and return its path."""
    temporary = target.with_name(_TEMPORARY.format(name=target.name, random=os.urandom(6).hex()))
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_BYTES, 0o600 if standing else 0o666)
    try:
        try:
            if standing is not None:
                _keep_owner_and_mode(descriptor, standing)
            _write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _keep_owner_and_mode(descriptor: int, standing: os.stat_result) -> None:
    """Give a new file the owner, group and mode of the one it will replace, as far as the system lets us."""
    if sys.platform == "win32":
        return  # a new file there has the rights of its folder
    made = os.fstat(descriptor)
    if (made.st_uid, made.st_gid) != (standing.st_uid, standing.st_gid):
        # Who may write a file of a shared folder need not be in its group, nor its owner.
        for owner in (standing.st_uid, -1):
            with suppress(OSError):
                os.fchown(descriptor, owner, standing.st_gid)
                break
    os.fchmod(descriptor, stat.S_IMODE(standing.st_mode))


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
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
    """Remove what killed processes left half written in a folder.

    Of `target`, all: only under its lock, when nobody else is writing it. Of other files, what is older than a day.
    """
    left = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp")
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in list(entries):
            made = left.fullmatch(entry.name)
            if made and (made[1] == target.name or entry.stat().st_mtime < time.time() - _A_DAY):
                _discard(Path(entry.path))


def _discard(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
