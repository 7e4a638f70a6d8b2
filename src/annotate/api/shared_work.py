"""Work on many things that several processes share, in the order of the things."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def shared(work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int = 0) -> Iterator[Result]:
    """Yield what `work` makes of each thing, in their order; 0 jobs stand for as many as there are processors.

    One thing, or one job, is worked on in this process.
    """
    many = min(jobs or processors(), len(things))
    if many < 2:
        yield from map(work, things)
        return
    # multiprocessing takes 20 ms to load.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # A fork starts at once; elsewhere than on Linux it is not safe.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(many, mp_context=context, initializer=_end_with_parent)
    try:
        yield from _results(pool, work, things)
    finally:
        # Also where the person interrupts: what has not begun never does.
        pool.shutdown(cancel_futures=True)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _results(pool: ProcessPoolExecutor, work: Callable[[Thing], Result], things: Sequence[Thing]) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    started = [pool.submit(work, thing) for thing in things]
    for number, future in enumerate(started):
        try:
            yield future.result()
        except BrokenProcessPool:
            # The system ended a process, as a rule for want of memory: the rest may have it one after the other.
            yield from map(work, things[number:])
            return


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended: it would wait for work forever."""
    from multiprocessing import connection, parent_process  # noqa: PLC0415  # only in a process that was started

    parent = parent_process()
    if parent is None:
        return

    def wait(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=wait, args=(parent.sentinel,), daemon=True).start()
