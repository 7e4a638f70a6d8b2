"""Runs a command and writes what it cost: `python -I -S launch.py RESULT COMMAND...`; leaves with its exit code.

A child's peak memory starts at that of the process it was forked from. This one imports next to nothing, so that small
commands are measured as small; RESULT gets user and system time in seconds and the peak as the system counts it.
"""

import os
import sys

pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
with open(sys.argv[1], "w") as result:  # noqa: PTH123  # pathlib would double this process
    result.write(f"{usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
