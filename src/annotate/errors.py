"""The one exception root: what stops the work is raised, a person's mistakes are findings (`diagnostics`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.diagnostics import Finding


class AnnotateError(Exception):
    """Base of every exception this package raises on purpose."""


class InputRefused(AnnotateError):
    """The work cannot go on because of what a person handed in; `findings` says what and where.

    Attributes:
        findings: the findings, at least one of them an error.
    """

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(str(finding) for finding in findings))
        self.findings = findings


class WorkFailed(AnnotateError):
    """The work could not be done though the input may be sound: a full disk, no font, a limit reached (exit code 3).

    Attributes:
        findings: the findings that say why.
    """

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(str(finding) for finding in findings))
        self.findings = findings
