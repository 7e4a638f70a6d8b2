"""What checking up to 100,000 annotations costs: how it grows, and in how much memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

from bench.jobs import VALIDATE_MANY, validating
from bench.material import ANNOTATIONS
from bench.measure import alone, growth

if TYPE_CHECKING:
    from pathlib import Path

MANY = 10_000  # the number that is measured beside others
_NUMBERS = (1_000, 10_000, 30_000, 100_000)
_GROWTH_AT_MOST = 1.05
_MEMORY_AT_MOST = 8  # times the size of the file


def make_many(build: Path, number: int) -> Path:
    """Make a text with so many annotations and return its folder."""
    folder = build / "bench" / f"many-{number}"
    print(f"Making {number:,} annotations", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "bench.many", str(folder), str(number)], check=True, capture_output=True)
    return folder


def growth_of_validating(build: Path, runs: int) -> dict[str, Any]:
    """Print what checking growing numbers of annotations costs us, and return the figures and the limits exceeded.

    Of the time the exponent is that of what lies above the smallest number; of the memory, the largest file counts.
    """
    folders = {number: make_many(build, number) for number in _NUMBERS}
    costs = {number: alone(validating(folder), runs) for number, folder in folders.items()}
    sizes = {number: (folder / ANNOTATIONS).stat().st_size / 2**20 for number, folder in folders.items()}
    for number, cost in costs.items():
        told = f"{cost.processor_seconds:.3f} s, {cost.peak_mebibytes:.0f} MiB for {sizes[number]:.1f} MiB"
        print(f"{VALIDATE_MANY + ', alone':<20} {number:>7,}  {told}")
    start, *larger = _NUMBERS
    seconds = [costs[number].processor_seconds - costs[start].processor_seconds for number in larger]
    exponent = growth([number - start for number in larger], seconds)
    times = costs[larger[-1]].peak_mebibytes / sizes[larger[-1]]
    print(
        f"What lies above {start:,} grows with the exponent {exponent:.2f}; the memory is {times:.1f} times the file."
    )
    limits = (("the exponent", exponent, _GROWTH_AT_MOST), ("memory by file size", times, _MEMORY_AT_MOST))
    above = [
        f"{VALIDATE_MANY}: {what}, {found:.2f}, is above {limit}" for what, found, limit in limits if found > limit
    ]
    return {"exponent": exponent, "memory by file size": times, "above_limit": above}
