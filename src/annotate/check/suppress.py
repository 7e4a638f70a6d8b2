"""Which findings are reported: those selected and not ignored or suppressed, with the severity a project gives them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.diagnostics import Finding
    from annotate.model.settings import Settings, Suppression

_NAME = re.compile(r"[\w.-]*\w")
_PATTERN_SIGNS = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes, that are reported (all if empty), and that are not.

    Where one of each fits a code, the longer decides, and of two of a length the one that ignores.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def within(self, settings: Settings) -> Selection:
        """Return what holds under these settings: what is selected here goes before theirs, what is ignored adds up."""
        return Selection(self.select or settings.select, (*self.ignore, *settings.ignore))

    def reports(self, code: str) -> bool:
        """Whether a finding of this code is reported."""
        selected = _longest(code, self.select) if self.select else 0
        return selected > _longest(code, self.ignore)


class Suppressions:
    """The suppressions of one settings file, and which of them were of use."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._used: set[Suppression] = set()
        self._index: dict[tuple[str, str | None], list[Suppression]] = {}
        for item in settings.suppressions:
            self._index.setdefault((item.code, item.record), []).append(item)

    def reported(self, findings: Iterable[Finding], selection: Selection) -> Iterator[Finding]:
        """Yield the findings that are to be reported, with their severities; all are of files under these settings."""
        chosen = selection.within(self.settings)
        for finding in findings:
            if chosen.reports(finding.code) and not self._suppress(finding):
                yield self._judged(finding)

    def unused(self, selection: Selection) -> list[Suppression]:
        """Return the suppressions that have suppressed nothing so far, though findings of their code are reported."""
        chosen = selection.within(self.settings)
        return [item for item in self.settings.suppressions if item not in self._used and chosen.reports(item.code)]

    def _suppress(self, finding: Finding) -> bool:
        if not self._index:
            return False
        names = {finding.record, *_NAME.findall(finding.sentence)}
        codes = [finding.code[:length] for length in range(1, len(finding.code) + 1)]
        found = [
            item
            for code in codes
            for name in (None, *sorted(names))
            for item in self._index.get((code, name), ())
            if self._fits(item, finding)
        ]
        self._used.update(found)
        return bool(found)

    def _fits(self, item: Suppression, finding: Finding) -> bool:
        if item.where is not None and item.where not in finding.sentence:
            return False
        return item.file is None or fnmatchcase(path_below(self.settings, finding.path), item.file)

    def _judged(self, finding: Finding) -> Finding:
        for code, severity in self.settings.severities:
            if finding.code.startswith(code):
                return replace(finding, severity=severity)
        return finding


def path_below(settings: Settings, path: str) -> str:
    """Return the path of a file as seen from the folder of the settings, with slashes."""
    return _path_below(settings.path, path)


@cache
def _path_below(settings: str, path: str) -> str:
    folder = PurePath(os.path.realpath(settings)).parent
    return PurePath(os.path.relpath(os.path.realpath(path), folder)).as_posix()


def is_pattern(file: str | None) -> bool:
    """Whether a suppression is about more than one named file."""
    return file is None or bool(_PATTERN_SIGNS & set(file))


def _longest(code: str, beginnings: Iterable[str]) -> int:
    return max((len(beginning) for beginning in beginnings if code.startswith(beginning)), default=-1)
