"""Runs whole processes in interleaved pairs and says what each cost: processor time and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import linear_regression, median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# ru_maxrss counts kibibytes on Linux and bytes on macOS (getrusage(2) of each).
_PEAK_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024
_LAUNCH = str(Path(__file__).with_name("launch.py"))


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, the folder it runs in, and what it finds in its environment besides what we do.

    `makes` is the file in the folder that each run makes anew, "" where there is none.
    """

    arguments: tuple[str, ...]
    folder: Path
    environment: tuple[tuple[str, str], ...] = ()
    makes: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children cost: user and system time in seconds, peak memory of the largest in MiB."""

    processor_seconds: float
    peak_mebibytes: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two commands cost side by side: medians over pairs, and the ratio of each pair (median, lowest, highest)."""

    ours: Cost
    theirs: Cost
    ratio: float
    lowest_ratio: float
    highest_ratio: float
    memory_ratio: float
    pairs: int


def cost(command: Command) -> Cost:
    """Run a command and return what it cost. Raises RuntimeError, with what the command printed, where it fails."""
    if command.makes:
        (command.folder / command.makes).unlink(missing_ok=True)
    with tempfile.NamedTemporaryFile("r") as result:
        launch = [sys.executable, "-I", "-S", _LAUNCH, result.name, *command.arguments]
        done = subprocess.run(
            launch,
            cwd=command.folder,
            env={**_environment(), **dict(command.environment)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            words = (done.stdout + done.stderr)[-2000:]
            raise RuntimeError(f"{' '.join(command.arguments)} left with {done.returncode}\n{words}")
        seconds, peak = result.read().split()
    return Cost(float(seconds), float(peak) / _PEAK_UNIT)


def _environment() -> dict[str, str]:
    """Return ours, but that Python keeps the byte code it compiles, as it does for whoever has installed a program."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Return the medians of processor time and of peak memory."""
    return Cost(median(item.processor_seconds for item in costs), median(item.peak_mebibytes for item in costs))


def compare(ours: Command, theirs: Command, pairs: int) -> Comparison:
    """Run two commands in turn (ours, theirs, ours, theirs, ...), after one pair that is not counted.

    Interleaving and taking each pair's own ratio cancels the drift of a machine that others use too.
    """
    cost(ours), cost(theirs)
    measured = [(cost(ours), cost(theirs)) for _ in range(pairs)]
    ratios = [a.processor_seconds / b.processor_seconds for a, b in measured]
    return Comparison(
        median_cost([a for a, _ in measured]),
        median_cost([b for _, b in measured]),
        median(ratios),
        min(ratios),
        max(ratios),
        median(a.peak_mebibytes / b.peak_mebibytes for a, b in measured),
        pairs,
    )


def alone(command: Command, runs: int) -> Cost:
    """Run a command some times, after one that is not counted, and return the medians of what it cost."""
    cost(command)
    return median_cost([cost(command) for _ in range(runs)])


def growth(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Return the exponent with which time grows with size: the slope of the line of least squares in logarithms."""
    slope, _ = linear_regression([log(size) for size in sizes], [log(second) for second in seconds])
    return slope
