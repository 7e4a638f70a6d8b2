"""An exclusive lock that the system frees when its holder ends, however it ends.

It is the system's lock on an open file: flock on Linux and macOS, a locked byte on Windows. The file itself means
nothing, so that one which a killed process or a copied folder left behind keeps nobody out.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}
_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.02


class LocksUnknown(OSError):
    """The file system knows no locks."""


@contextmanager
def held(path: Path, timeout_seconds: float) -> Iterator[None]:
    """Hold the lock of the file at `path`, made if there is none, while the block runs.

    Raises TimeoutError where another keeps it for longer than `timeout_seconds`, LocksUnknown where the file system
    has none, OSError where the file cannot be made or opened.
    """
    deadline, pause = time.monotonic() + timeout_seconds, _FIRST_PAUSE
    while (descriptor := _attempt(path)) is None:
        if time.monotonic() >= deadline:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):  # the lock is freed all the same, and what was written stands
            os.close(descriptor)


def _attempt(path: Path) -> int | None:
    """Return the descriptor that holds the lock, None where another holds it."""
    descriptor = _opened(path)
    try:
        if _take(descriptor) and _is_still(path, descriptor):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _opened(path: Path) -> int:
    flags = getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o666)
    except PermissionError:
        # Another person's lock file in a shared folder: to lock it, reading is enough.
        try:
            return os.open(path, os.O_RDONLY | flags)
        except FileNotFoundError:
            pass
        raise


def _take(descriptor: int) -> bool:
    try:
        _lock_now(descriptor)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        if error.errno in _NO_LOCKS:
            raise LocksUnknown(error.errno, error.strerror) from error
        raise
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether `path` names the file that was locked: one that was deleted meanwhile locks nobody out."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))  # noqa: PTH116  # as os.fstat
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock_now(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_now(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
