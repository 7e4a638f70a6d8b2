"""The limits a process that works for another puts on itself before it loads what works on hostile input."""

from __future__ import annotations

import atexit
import os
import signal

# Beyond the soft limit the system ends the process at once; the margin lets it say so first where it can.
_HARD_MARGIN = 5
_LOOK_EVERY = 1.0  # seconds


def limit_process(cpu_seconds: int, memory_bytes: int) -> None:
    """Limit this process to seconds of processor time and bytes of address space, and let it leave no core.

    A system that knows no such limits (Windows, partly macOS) is left without.
    """
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    for name, soft, hard in (
        (resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + _HARD_MARGIN),
        (resource.RLIMIT_AS, memory_bytes, memory_bytes),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        try:
            resource.setrlimit(name, (soft, hard))
        except (ValueError, OSError):
            continue


def end_with_parent() -> None:
    """Let this process end within a second or so when the one that started it has ended, however it did.

    Else it would go on working, or waiting for work, for nobody. It is called in the main thread, and takes the alarm
    signal for itself. Where there is none (Windows) the process goes on to its own end.
    """
    if not hasattr(signal, "SIGALRM"):
        return
    parent = os.getppid()

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    # No thread: it would take its share of the address space that a process under limits may have.
    signal.signal(signal.SIGALRM, look)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY, _LOOK_EVERY)
    # Python takes its handlers away before it ends, and the signal would then end it with a failure.
    atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)
