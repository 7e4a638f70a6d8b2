"""Parsing several sources: one that cannot be parsed does not stop the others."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api import rules
from annotate.api.parse import parse_to
from annotate.diagnostics import Severity, worst
from annotate.errors import InputRefused, WorkFailed
from annotate.store import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.api.parse import Parsed
    from annotate.api.sources import Job
    from annotate.diagnostics import Finding
    from annotate.model.parsing import Parsing


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one source: the parsed text, None where it could not be parsed; findings; the exit code due."""

    job: Job
    parsed: Parsed | None
    findings: tuple[Finding, ...]
    code: int


def parse_all(jobs: Sequence[Job], said: Parsing | None, *, force: bool, write: bool) -> Iterator[Done]:
    """Parse sources one after the other and yield what became of each; folders are made where they are wanted.

    Of two sources that would become one text the second is refused (F131). The code is 1 where a source or its text
    is refused or has errors, 3 where its text cannot be written.
    """
    made: dict[str, Job] = {}
    for job in jobs:
        key = os.path.realpath(job.text) if job.text else ""
        if key and key in made:
            refused = rules.TWO_SOURCES.at(job.source, text=job.text, other=made[key].source)
            yield Done(job, None, (refused,), 1)
            continue
        made[key] = job
        yield _done(job, said, force=force, write=write)


def _done(job: Job, said: Parsing | None, *, force: bool, write: bool) -> Done:
    try:
        if write:
            _make_folders(job)
        parsed = parse_to(job.source, job.text, said, force=force, write=write)
    except InputRefused as error:
        return Done(job, None, tuple(error.findings), 1)
    except WorkFailed as error:
        return Done(job, None, tuple(error.findings), 3)
    return Done(job, parsed, parsed.findings, 1 if worst(parsed.findings) is Severity.ERROR else 0)


def _make_folders(job: Job) -> None:
    if job.folder is None or job.text is None:
        return
    make_folder(job.folder)
    here = job.folder
    for name in job.text.parent.relative_to(job.folder).parts:
        here = here / name
        make_folder(here)
