"""PDF with a text layer to blocks, in a process of its own under limits.

PDFium is C++ and reads what strangers made: a crash, a loop or a flood of memory there must end a child, not the
program; and what is made of the positions it gives is held by the same limits.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.read.decode import MAX_BYTES
from annotate.read.pdf import rules
from annotate.read.pdf import wire as pdf_wire
from annotate.read.rules import EMPTY, TOO_LARGE

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.source import SourceText

# A page of 2,500 characters costs 20 ms and takes some 4 kB of a PDF: ten times that, and some seconds to start.
_CPU_SECONDS = 10
_BYTES_A_SECOND = 20_000
_MOST_CPU_SECONDS = 600
_MEMORY_BYTES = 1024**3
_MEMORY_A_BYTE = 40
_PASSED_ON = ("HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
_OUT_OF_MEMORY = (b"MemoryError", b"bad_alloc", b"ut of memory")


def read_pdf(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a PDF (ISO 32000-1) that has a text layer, and what could not be kept.

    A PDF does not say what a paragraph is: blocks come from positions, sizes and fonts, and only a title, a heading, a
    caption or a picture has a form. A block's `line` is its number; the line of a finding is the page. Raises
    InputRefused (F104, F108, F560 to F563), also when a limit is reached: 10 seconds of processor time and one more
    for every 20,000 bytes, three times that by the clock, 1 GiB of address space and 40 bytes more for every byte.
    """
    if not data:
        raise InputRefused(EMPTY.at(path))
    if len(data) > MAX_BYTES:
        raise InputRefused(TOO_LARGE.at(path, limit=MAX_BYTES))
    seconds = min(_CPU_SECONDS + len(data) // _BYTES_A_SECOND, _MOST_CPU_SECONDS)
    megabytes = (_MEMORY_BYTES + _MEMORY_A_BYTE * len(data)) // 1024**2
    code, out, complaints = _run(data, path, seconds, megabytes * 1024**2)
    if code == -getattr(signal, "SIGXCPU", 0):
        raise _given_up(path, f"it took more than {seconds} seconds of processor time")
    if code == -signal.SIGABRT:  # so PDFium ends when it is refused memory
        raise _given_up(path, f"it needs more than {megabytes} MB of memory, or is made to break its reader")
    try:
        source, findings = pdf_wire.from_bytes(out)
    except (ValueError, TypeError, KeyError):
        if any(complaint in complaints for complaint in _OUT_OF_MEMORY):
            raise _given_up(path, f"it needed more than {megabytes} MB of memory") from None
        raise InputRefused(
            rules.DAMAGED.at(path, reason=f"reading it ended with {_ending(code, complaints)}")
        ) from None
    if source is None:
        raise InputRefused(*findings)
    return source, findings


def _run(data: bytes, path: str, cpu_seconds: int, memory_bytes: int) -> tuple[int, bytes, bytes]:
    """Return the exit code, the answer and the complaints of the process. Raises InputRefused if it does not end."""
    seconds = 3 * cpu_seconds + 10
    with subprocess.Popen(
        [
            sys.executable,
            "-P",
            "-X",
            "utf8",
            "-m",
            "annotate.read.pdf.worker",
            str(cpu_seconds),
            str(memory_bytes),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # an interrupt from the keyboard comes to us, who end the process
    ) as process:
        try:
            out, complaints = process.communicate(json.dumps(path).encode() + b"\n" + data, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise _given_up(path, f"it took more than {seconds} seconds") from None
        finally:
            process.kill()
    return process.returncode, out, complaints


def _ending(code: int, complaints: bytes) -> str:
    last = complaints.decode(errors="replace").strip().rpartition("\n")[2][:200]
    named = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return f"{named} ({last})" if last else named


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
