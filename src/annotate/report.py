"""Findings as text for a person, as JSON for a program, and as lines that GitHub shows beside a change."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from annotate.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.diagnostics import Finding

_GITHUB_NAMES = {Severity.NOTE: "notice"}


def as_text(findings: Sequence[Finding]) -> str:
    """Return findings two lines each, in the order given, and a line that counts them; "" for none."""
    if not findings:
        return ""
    return "\n".join([*map(str, findings), summary(findings)]) + "\n"


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as a JSON list, one field a line; `as_rows` says of what."""
    return json.dumps(as_rows(findings), ensure_ascii=False, indent=2) + "\n"


def as_rows(findings: Sequence[Finding]) -> list[dict[str, str | int]]:
    """Return findings as JSON objects: path, line, column (1-based), severity, code, sentence, help."""
    return [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "severity": finding.severity.label,
            "code": finding.code,
            "sentence": finding.sentence,
            "help": finding.help,
        }
        for finding in findings
    ]


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands of GitHub Actions, one a line, in the order given.

    What a value or message may not hold as it is, is escaped as the runner's own toolkit does: %, CR and LF, in a value
    also colon and comma.
    """
    return "".join(
        f"::{_GITHUB_NAMES.get(finding.severity, finding.severity.label)} "
        f"file={_escaped(finding.path, ':,')},line={finding.line},col={finding.column},title={finding.code}::"
        f"{_escaped(finding.sentence)}%0Ahelp: {_escaped(finding.help)}\n"
        for finding in findings
    )


def _escaped(text: str, more: str = "") -> str:
    text = text.replace("%", "%25")
    for sign in "\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def summary(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity and in how many files: `2 errors, 1 warning in 2 files`."""
    counts = Counter(finding.severity for finding in findings)
    by_severity = [
        _counted(counts[severity], severity.label) for severity in sorted(Severity, reverse=True) if counts[severity]
    ]
    files = len({finding.path for finding in findings})
    return f"{', '.join(by_severity) or 'no findings'} in {_counted(files, 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
