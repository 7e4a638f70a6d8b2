"""The limits a process that works on hostile input puts on itself before it loads what works on it."""

from __future__ import annotations

# Beyond the soft limit the system ends the process at once; the margin lets it say so first where it can.
_HARD_MARGIN = 5


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
