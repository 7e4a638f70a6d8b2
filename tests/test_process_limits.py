"""A process that works for another ends with it, and ends as it would have if it was let."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm signal")

# Something that takes longer to take down than the time between two looks.
SLOW_TO_END = """
import sys, time
from annotate import process_limits
process_limits._LOOK_EVERY = 0.01
process_limits.end_with_parent()
class Slow:
    def __del__(self, sleep=time.sleep):
        for _ in range(20):
            sleep(0.01)
sys.slow = Slow()
print("done")
"""
CHILD = """
import time
from annotate import process_limits
process_limits._LOOK_EVERY = 0.1
process_limits.end_with_parent()
print("ready", flush=True)
time.sleep(60)
"""
PARENT = f"""
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {CHILD!r}], stdout=subprocess.PIPE)
child.stdout.readline()
os.write(2, b"ended")
os._exit(0)
"""


def test_a_process_that_is_slow_to_end_ends_well():
    done = subprocess.run([sys.executable, "-c", SLOW_TO_END], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_a_process_whose_parent_has_ended_ends_too():
    # The child holds the other end of the pipe too: reading it to its end is waiting for the child.
    done = subprocess.run([sys.executable, "-c", PARENT], capture_output=True, check=True, timeout=50)
    assert done.stderr == b"ended"
