"""Opening a PDF in a process of its own.

PDFium is C++ and reads what strangers made: a crash, a loop or a flood of memory there must end a child, not the
program. What comes back is JSON, so that a child that was taken over can hand on nothing but text.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from annotate.errors import InputRefused
from annotate.read import pdf_rules as rules
from annotate.read.pdf_page import Page, Reply
from annotate.read.pdf_worker import MAX_CHARACTERS, MAX_PAGES

# A page of 2,500 characters costs 20 ms and takes some 4 kB of a PDF; ten times that, and some seconds to start.
_CPU_SECONDS = 10
_BYTES_A_SECOND = 20_000
_MOST_CPU_SECONDS = 600
_MEMORY_BYTES = 1024**3
_MEMORY_A_BYTE = 6
_PASSED_ON = ("HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
_OUT_OF_MEMORY = (b"MemoryError", b"bad_alloc", b"out of memory", b"Out of memory")


def open_pdf(data: bytes, path: str) -> tuple[Reply, list[Page]]:
    """Return what a PDF declares and its pages. Raises InputRefused (F560, F561, F563), also when a limit is reached.

    The child may take 10 seconds of processor time and one more for every 20,000 bytes, three times that by the clock,
    and 1 GiB of address space and six bytes more for every byte.
    """
    seconds = min(_CPU_SECONDS + len(data) // _BYTES_A_SECOND, _MOST_CPU_SECONDS)
    memory = _MEMORY_BYTES + _MEMORY_A_BYTE * len(data)
    with subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "annotate.read.pdf_worker", str(seconds), str(memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # an interrupt from the keyboard comes to us, who end the process
    ) as process:
        try:
            out, complaints = process.communicate(data, timeout=3 * seconds + 10)
        except subprocess.TimeoutExpired:
            raise _given_up(path, f"it took more than {3 * seconds + 10} seconds") from None
        finally:
            process.kill()
    if process.returncode == -getattr(signal, "SIGXCPU", 0):
        raise _given_up(path, f"it took more than {seconds} seconds of processor time")
    try:
        first, *lines = out.splitlines()
        reply = Reply.from_bytes(first)
        pages = [Page.from_bytes(line) for line in lines]
    except (ValueError, TypeError):
        if any(complaint in complaints for complaint in _OUT_OF_MEMORY):
            raise _given_up(path, f"it needed more than {memory // 1024**2} MB of memory") from None
        raise InputRefused(rules.DAMAGED.at(path, reason=f"the reader ended with {process.returncode}")) from None
    _refuse(reply, path, memory)
    return reply, pages


def _refuse(reply: Reply, path: str, memory: int) -> None:
    if reply.status == "password":
        raise InputRefused(rules.ENCRYPTED.at(path))
    if reply.status == "damaged":
        raise InputRefused(rules.DAMAGED.at(path, reason=reply.reason))
    reasons = {
        "pages": f"it has {reply.reason} pages, more than {MAX_PAGES}",
        "characters": f"it has more than {MAX_CHARACTERS} characters",
        "memory": f"it needed more than {memory // 1024**2} MB of memory",
    }
    if reply.status in reasons:
        raise _given_up(path, reasons[reply.status])


def _given_up(path: str, reason: str) -> InputRefused:
    return InputRefused(rules.BEYOND_LIMIT.at(path, reason=reason))


def _environment() -> dict[str, str]:
    """Return the environment of the process: our import path and little else."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    path = "" if os.name == "posix" else os.environ.get("PATH", "")
    return {
        "PATH": path,
        **passed,
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
    }
