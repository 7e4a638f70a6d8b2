"""Measures annotate beside its peers; prints a table and writes `build/bench.json` (`python -m bench.run`)."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.jobs import jobs
from bench.measure import compare

if TYPE_CHECKING:
    from bench.jobs import Job
    from bench.measure import Comparison

BUILD = Path(__file__).resolve().parent.parent / "build"
_ROW = "{:<20} {:>6}  {:<16} {:>9} {:>9}  {:<20} {:>8} {:>8}  {:>6}"
_HEADS = ("job", "words", "beside", "ours s", "theirs s", "ratio (low to high)", "ours MiB", "theirs", "ratio")


def main() -> int:
    """Measure and report; return 1 where a ratio is above its limit."""
    options = _options()
    sizes = {words: BUILD / "bench" / str(words) for words in options.words}
    for words, folder in sizes.items():
        print(f"Making a text of {words:,} words", file=sys.stderr)
        subprocess.run(
            [sys.executable, "-m", "bench.material", str(folder), str(words)], check=True, capture_output=True
        )
    print(_ROW.format(*_HEADS))
    measured = [
        _measure(job, options.pairs) for job in jobs(sizes, BUILD) if not options.only or job.name in options.only
    ]
    (BUILD / "bench.json").write_text(json.dumps({"machine": _machine(), "jobs": measured}, indent=2) + "\n")
    print("\nProcessor time (user and system) and peak memory of whole processes; medians of interleaved pairs.")
    print("The ratio is ours to theirs, pair by pair: below 1 we cost less. build/bench.json holds the figures.")
    above = [row for row in measured if row["above_limit"]]
    for row in above:
        print(f"{row['job']}: the ratio is above {row['at_most']}")
    return 1 if above else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=7, help="how many pairs of runs are counted")
    parser.add_argument("--words", type=int, nargs="+", default=[3_000, 30_000], help="how long the texts are")
    parser.add_argument("--only", nargs="+", metavar="JOB", help="names of the jobs to measure")
    return parser.parse_args()


def _measure(job: Job, pairs: int) -> dict[str, Any]:
    """Measure one job and print its row; a job whose peer is missing is left out, which is said."""
    row: dict[str, Any] = {"job": job.name, "words": job.words, "peer": job.peer.name, "version": job.peer.version}
    row |= {"at_most": job.at_most, "above_limit": False}
    if job.theirs is None:
        print(f"{job.name:<20} {job.words:>6,}  left out: there is no {job.peer.lacking}", flush=True)
        return {**row, "left_out": job.peer.lacking}
    found = compare(job.ours, job.theirs, pairs)
    print(_ROW.format(job.name, f"{job.words:,}", job.peer.name, *_figures(found)), flush=True)
    above = job.at_most is not None and found.ratio > job.at_most
    return {**row, "above_limit": above, **asdict(found)}


def _figures(found: Comparison) -> tuple[str, ...]:
    return (
        f"{found.ours.processor_seconds:.3f}",
        f"{found.theirs.processor_seconds:.3f}",
        f"{found.ratio:.2f} ({found.lowest_ratio:.2f} to {found.highest_ratio:.2f})",
        f"{found.ours.peak_mebibytes:.0f}",
        f"{found.theirs.peak_mebibytes:.0f}",
        f"{found.memory_ratio:.2f}",
    )


def _machine() -> dict[str, Any]:
    return {"system": platform.platform(), "python": platform.python_version(), "processors": os.cpu_count()}


if __name__ == "__main__":
    raise SystemExit(main())
