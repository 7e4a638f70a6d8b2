"""Checking many files by several processes: which files go together, and how the work is shared."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from annotate.api.files import ANNOTATIONS_SUFFIX, STANDARD_INPUT
from annotate.api.validate_run import check_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.diagnostics import Finding

_WORTH_A_PROCESS = 1 << 20  # bytes: checking them takes about as long as a process to start


def check_all(
    paths: Sequence[Path], given: Mapping[Path, bytes], jobs: int, opened: Sequence[LoadedText | LoadedAnnotations] = ()
) -> list[Finding]:
    """Return what is wrong with files, as `validate_run.check_files`, by at most so many processes.

    0 stands for as many as there are processors, and as the size of the files is worth. The findings are the same with
    any number, but not their order.
    """
    groups = _groups(paths)
    many = min(jobs or _worth(paths), len(groups))
    if many < 2:
        return check_files(paths, given, opened)
    # multiprocessing takes 20 ms to load.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # A fork starts at once and has the schemas loaded; elsewhere than on Linux it is not safe.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(many, mp_context=context) as pool:
        started = [
            pool.submit(check_files, part, {path: given[path] for path in part if path in given})
            for part in _shared(groups, many)
        ]
        return [finding for done in started for finding in done.result()]


def _groups(paths: Sequence[Path]) -> list[list[Path]]:
    """Return the files with those of the same text together, since each of them needs it."""
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in paths:
        stem = path.name.removesuffix(ANNOTATIONS_SUFFIX).removesuffix(path.suffix).partition(".")[0]
        groups.setdefault((path.parent, stem), []).append(path)
    return list(groups.values())


def _shared(groups: list[list[Path]], many: int) -> list[list[Path]]:
    """Return the files in four parts for each process, of about the same size each."""
    parts: list[list[Path]] = [[] for _ in range(min(many * 4, len(groups)))]
    sizes = [0] * len(parts)
    for group in sorted(groups, key=lambda group: -sum(map(_size, group))):
        smallest = sizes.index(min(sizes))
        parts[smallest] += group
        sizes[smallest] += sum(map(_size, group))
    return parts


def _worth(paths: Sequence[Path]) -> int:
    return min(_processors(), sum(map(_size, paths)) // _WORTH_A_PROCESS)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(path: Path) -> int:
    try:
        return 0 if path == STANDARD_INPUT else path.stat().st_size
    except (OSError, ValueError):
        return 0
