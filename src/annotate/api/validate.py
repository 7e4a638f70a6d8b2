"""Checking the files of a project: which are meant, what is wrong with them, and what of that its settings report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api import validate_files as files
from annotate.api import validate_rules as rules
from annotate.api.files import STANDARD_INPUT, read_bytes
from annotate.api.settings import load_settings, settings_path
from annotate.api.validate_jobs import check_all
from annotate.check.suppress import Selection, Suppressions, is_pattern, path_below
from annotate.diagnostics import Finding, Severity, in_order
from annotate.errors import InputRefused
from annotate.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotate.api.load import LoadedAnnotations, LoadedText

_EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Validation:
    """What checking has shown.

    Attributes:
        findings: what is reported, in the order of paths and places.
        files: the files that were looked at.
        failed: whether a finding has the severity from which the settings of its file, or the caller, let a run fail.
    """

    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    failed: bool


def validate(
    paths: Sequence[Path],
    selection: Selection = _EVERYTHING,
    *,
    fail_from: Severity | None = None,
    name: Path | None = None,
    jobs: int = 1,
    opened: Sequence[LoadedText | LoadedAnnotations] = (),
) -> Validation:
    """Return what is wrong with texts and annotation files, as far as their settings report it.

    A path is a file, told by its content; `-` for standard input, which stands for the file `name` if that is given; a
    pattern; or a folder, of which all texts and annotation files are checked, those in folders below it too. A text is
    checked with the annotation files beside it, an annotation file against the text it names. `jobs` is how many
    processes share the work, 0 for as many as there are processors and work for; what was `opened` is not
    read again where one does it all. Nothing is raised for what is wrong with any of the files, or with the settings.

    Dates in the future are told by the clock, not by SOURCE_DATE_EPOCH: that is often set to a day long past.
    """
    taken = _Taken(paths, name)
    findings = [*taken.findings, *check_all(taken.files, taken.given, jobs, opened)]
    projects = _Projects()
    groups: dict[str, list[Finding]] = {}
    for path in taken.files:
        groups.setdefault(projects.of(str(path)), [])
    for finding in dict.fromkeys(findings):
        groups.setdefault(projects.of(finding.path), []).append(finding)
    reported: list[Finding] = []
    failed = False
    for settings, group in groups.items():
        suppressions = projects.suppressions[settings]
        kept = list(suppressions.reported([*group, *projects.refused.get(settings, ())], selection))
        kept += suppressions.reported(_useless(suppressions, selection, taken), selection)
        limit = fail_from or suppressions.settings.severity or Severity.ERROR
        failed = failed or any(finding.severity >= limit for finding in kept)
        reported += kept
    return Validation(tuple(in_order(reported)), tuple(taken.files), failed)


class _Taken:
    """What is to be checked: the files that paths mean, in order and once, and what is wrong with the paths."""

    def __init__(self, paths: Iterable[Path], name: Path | None) -> None:
        self.findings: list[Finding] = []
        self.given: dict[Path, bytes] = {}
        self.folders: list[str] = []  # those that were taken whole, as the system knows them
        found: dict[Path, None] = {}
        for path in paths:
            if path == STANDARD_INPUT:
                named = name or path
                self.given[named] = self.given.get(named) or read_bytes(path)
                found[named] = None
                continue
            meant = files.named_files(path)
            if path.is_dir():
                self.folders.append(os.path.realpath(path))
            if not meant:
                self.findings.append((rules.NOTHING_THERE if path.is_dir() else rules.NOTHING_FITS).at(path))
            found.update(dict.fromkeys(meant))
        self.files = list(found)

    def whole(self, folder: str) -> bool:
        """Whether a folder, or one above it, was taken whole."""
        return any(folder == taken or folder.startswith(taken.rstrip(os.sep) + os.sep) for taken in self.folders)


class _Projects:
    """The settings of all folders that are met; each file of settings is read once."""

    def __init__(self) -> None:
        self.suppressions: dict[str, Suppressions] = {}
        self.refused: dict[str, tuple[Finding, ...]] = {}
        self._of_folder: dict[Path, str] = {}

    def of(self, path: str) -> str:
        """Return the path of the settings that hold for a file, "" where there are none."""
        folder = files.folder_of(Path(path))
        if folder not in self._of_folder:
            found = settings_path(folder)
            key = str(found) if found else ""
            self._of_folder[folder] = key
            if key not in self.suppressions:
                self.suppressions[key] = Suppressions(self._settings(found) if found else Settings())
        return self._of_folder[folder]

    def _settings(self, path: Path) -> Settings:
        try:
            return load_settings(path)
        except InputRefused as refusal:
            # Nothing of refused settings is used, so that they cannot hide what is wrong with themselves.
            self.refused[str(path)] = tuple(found for found in refusal.findings if isinstance(found, Finding))
            return Settings()


def _useless(suppressions: Suppressions, selection: Selection, taken: _Taken) -> Iterator[Finding]:
    """Yield the suppressions that suppressed nothing, though all files they can be about were looked at."""
    settings = suppressions.settings
    unused = suppressions.unused(selection)
    if not unused:
        return
    looked_at = {path_below(settings, str(path)) for path in taken.files}
    whole = taken.whole(os.path.dirname(os.path.realpath(settings.path)))  # noqa: PTH120  # as the system knows it
    for item in unused:
        if whole or (not is_pattern(item.file) and item.file in looked_at):
            told = (("in", item.file), ("about", item.record), ("that says", item.where))
            which = "".join(f" {word} “{value}”" for word, value in told if value is not None)
            code = item.code if len(item.code) == 4 else f"{item.code}…"
            yield rules.USELESS_SUPPRESSION.at(settings.path, item.line, item.column, code=code, which=which)
