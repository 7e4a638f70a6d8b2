"""Measures annotate beside its peers; prints a table and writes `build/bench.json` (`python -m bench.run`)."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import annotate
from bench import books
from bench.editions import EDITIONS, GROWING, HTML, LENGTHS, edition_jobs, growth_of_pages, html_beside, make
from bench.jobs import PARSE, VALIDATE_MANY, jobs, many_jobs, parsing
from bench.many_annotations import MANY, growth_of_validating, make_many
from bench.measure import alone, compare, growth

if TYPE_CHECKING:
    from bench.jobs import Job
    from bench.measure import Comparison

BUILD = Path(__file__).resolve().parent.parent / "build"
_ROW = "{:<20} {:>7}  {:<19} {:>9} {:>9}  {:<20} {:>8} {:>8}  {:>6}"
_HEADS = ("job", "words", "beside", "ours s", "theirs s", "ratio (low to high)", "ours MiB", "theirs", "ratio")


# The lengths our own parsing is fitted over, in words; the longest would take other tools minutes.
_GROWING = (3_000, 30_000, 300_000, 3_000_000)
_GROWTH_AT_MOST = 1.05


def main() -> int:
    """Measure and report; return 1 where a ratio is above its limit."""
    options = _options()
    growing = () if options.only and "growth" not in options.only else _GROWING
    folders = {words: BUILD / "bench" / str(words) for words in sorted({*options.words, *growing})}
    _make(folders)
    # An installer compiles what it installs; an edited checkout would pay for it in the first run of each command.
    compileall.compile_dir(Path(annotate.__file__).parent, quiet=2)
    print(_ROW.format(*_HEADS))
    sizes = {words: folders[words] for words in options.words}
    wanted = [job for job in jobs(sizes, BUILD) if not options.only or job.name in options.only]
    measured = [_measure(job, options.pairs) for job in wanted]
    many = not options.only or VALIDATE_MANY in options.only
    if many:
        measured += [_measure(job, options.pairs) for job in many_jobs(MANY, make_many(BUILD, MANY))]
    validating = growth_of_validating(BUILD, options.pairs) if many else {"above_limit": []}
    editions = _editions(options) if not options.only or set(EDITIONS) & set(options.only) else []
    measured += editions
    measured += books.books(BUILD) if not options.only or books.NAME in options.only else []
    exponent = _growth({words: folders[words] for words in growing}, options.pairs) if growing else None
    anchors = _anchors() if not options.only or "anchors" in options.only else {"above_limit": []}
    report = {"machine": _machine(), "jobs": measured, "growth": exponent, "anchors": anchors}
    report["validating many"] = validating
    (BUILD / "bench.json").write_text(json.dumps(report, indent=2) + "\n")
    print("\nProcessor time (user and system) and peak memory of whole processes; medians of interleaved pairs.")
    print("The ratio is ours to theirs, pair by pair: below 1 we cost less. build/bench.json holds the figures.")
    print("Both read the same file. The plain text has speaker labels, quotations and headings, without notes or")
    print("emphasis; the others are the same words with a note every 60 words, emphasis and links.")
    above = [line for row in (*measured, anchors, validating) for line in row["above_limit"]]
    if exponent is not None and exponent > _GROWTH_AT_MOST:
        above.append(f"{PARSE}: the time grows with an exponent above {_GROWTH_AT_MOST}")
    print(*above, sep="\n")
    return 1 if above else 0


def _make(folders: dict[int, Path]) -> None:
    for words, folder in folders.items():
        print(f"Making a text of {words:,} words", file=sys.stderr)
        subprocess.run(
            [sys.executable, "-m", "bench.material", str(folder), str(words)], check=True, capture_output=True
        )


def _growth(folders: dict[int, Path], runs: int) -> float:
    """Print what parsing texts of growing length costs us, and return the exponent of its growth without the start."""
    costs = {words: alone(parsing(folder), runs) for words, folder in folders.items()}
    start, *longer = costs
    for words, cost in costs.items():
        print(f"{PARSE + ', alone':<20} {words:>7,}  {cost.processor_seconds:.3f} s, {cost.peak_mebibytes:.0f} MiB")
    seconds = [costs[words].processor_seconds - costs[start].processor_seconds for words in longer]
    exponent = growth([words - start for words in longer], seconds)
    print(f"What lies above {start:,} words grows with the exponent {exponent:.2f}.")
    return exponent


def _anchors() -> dict[str, Any]:
    """Print what finding quotes in a long, revised text costs, and return the figures."""
    done = subprocess.run([sys.executable, "-m", "bench.anchoring"], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    print(f"anchors: 1,000 quotes in 300,000 words, 2 % of them changed, in {found['seconds']:.3f} s:")
    print(f"  {found['positions']:.2f} of as many str.find calls, {found['no positions']:.2f} without positions,")
    print(f"  {found['rapidfuzz']:.4f} of rapidfuzz over the whole text; {found['found']:.1%} found where they went,")
    print(f"  {found['wrong']} trusted elsewhere; 100,000 on an unchanged text in {found['unchanged seconds']:.2f} s.")
    return found


def _editions(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Measure the editions, print what is found, and return it row by row."""
    folders = {words: make(BUILD, words) for words in (GROWING if not options.only else LENGTHS)}
    rows = []
    for words in LENGTHS:
        wanted = [job for job in edition_jobs(words, folders[words]) if not options.only or job.name in options.only]
        rows += [_measure(job, options.pairs) for job in wanted]
        if not options.only or HTML in options.only:
            rows.append(html_beside(folders[words], words, options.pairs))
    if not options.only:
        rows.append(growth_of_pages(folders, options.pairs))
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=7, help="how many pairs of runs are counted")
    parser.add_argument("--words", type=int, nargs="+", default=[3_000, 30_000, 300_000], help="how long the texts are")
    parser.add_argument("--only", nargs="+", metavar="JOB", help="names of the jobs to measure")
    return parser.parse_args()


def _measure(job: Job, pairs: int) -> dict[str, Any]:
    """Measure one job and print its row; a job whose peer is missing is left out, which is said."""
    row: dict[str, Any] = {"job": job.name, "words": job.words, "peer": job.peer.name, "version": job.peer.version}
    row |= {"at_most": job.at_most, "memory_at_most": job.memory_at_most, "above_limit": []}
    if job.theirs is None:
        print(f"{job.name:<20} {job.words:>7,}  left out: there is no {job.peer.lacking}", flush=True)
        return {**row, "left_out": job.peer.lacking}
    found = compare(job.ours, job.theirs, pairs)
    print(_ROW.format(job.name, f"{job.words:,}", job.peer.name, *_figures(found)), flush=True)
    limits = (("time", found.ratio, job.at_most), ("memory", found.memory_ratio, job.memory_at_most))
    above = [
        f"{job.name}, {job.words:,} words: the ratio of {what}, {ratio:.2f}, is above {limit}"
        for what, ratio, limit in limits
        if limit is not None and ratio > limit
    ]
    return {**row, **asdict(found), "above_limit": above}


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
