"""The process that checks some parts of a book and ends: what the checker takes of memory ends with it.

It reads a pickled call from standard input and writes pickled findings to standard output. A fork of the process that
binds would begin with all that one holds, and wait for ever for threads of the checker if it was in use there.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

from annotate.process_limits import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotate.diagnostics import Finding

_START = (sys.executable, "-P", "-X", "utf8", "-m", "annotate.api.book_check_process")


def apart(check: Callable[[], Sequence[Finding]]) -> tuple[Finding, ...]:
    """Return what a check finds that runs in a process of its own. Raises RuntimeError where that process fails."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run(
        _START, input=pickle.dumps(check), capture_output=True, env={**os.environ, "PYTHONPATH": path}, check=False
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise RuntimeError(f"the process that checks a book ended with exit code {done.returncode}: {last}")
    found: tuple[Finding, ...] = pickle.loads(done.stdout)  # noqa: S301  # our own process wrote it
    return found


def main() -> None:
    """Run the check that is asked for, and write what it finds."""
    end_with_parent()
    check: Callable[[], Sequence[Finding]] = pickle.load(sys.stdin.buffer)  # noqa: S301  # our own process wrote it
    sys.stdout.buffer.write(pickle.dumps(tuple(check())))


if __name__ == "__main__":
    main()
