"""Work on many things that several processes share, in the order of the things."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn, TypeVar

from annotate.process_limits import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor

_INTERRUPTED = 130

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
    pool = ProcessPoolExecutor(many, mp_context=context, initializer=_begin)
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

    started = [pool.submit(_worked, work, thing) for thing in things]
    for number, future in enumerate(started):
        try:
            yield future.result()
        except BrokenProcessPool:
            # The system ended a process, as a rule for want of memory: the rest may have it one after the other.
            yield from map(work, things[number:])
            return


def _begin() -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, _leave)


def _worked(work: Callable[[Thing], Result], thing: Thing) -> Result:
    """Work on a thing in a process of the pool, which an interruption ends as soon as the work is undone.

    Else it would go on to the next thing, and one that waits for work would print a traceback.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return work(thing)
    except KeyboardInterrupt:
        _leave()
    finally:
        signal.signal(signal.SIGINT, _leave)


def _leave(*_: object) -> NoReturn:
    os._exit(_INTERRUPTED)
