"""Findings as SARIF, which code hosts and editors show beside the lines they are about."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.diagnostics import Finding, Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(findings: Sequence[Finding], rules: Mapping[str, Rule], version: str) -> str:
    """Return findings as a log of one run (SARIF 2.1.0, OASIS 2020), in the order given.

    `rules` has the rule of each finding by its code; `version` is that of this program. Columns count code points. A
    path below the current folder is given relative to it, as code hosts want it; any other as a file address.
    """
    used = sorted({finding.code for finding in findings})
    driver = {"name": "annotate", "version": version, "rules": [_rule(rules[code]) for code in used]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, used.index(finding.code)) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": f"Wrong:\n{rule.bad or '(nothing)'}\n\nRight:\n{rule.good or '(nothing)'}"},
        "defaultConfiguration": {"level": rule.severity.label},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": _address(finding.path)},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    located: dict[str, Any] = {"physicalLocation": place}
    if finding.record:
        located["logicalLocations"] = [{"name": finding.record, "kind": "object"}]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity.label,
        "message": {"text": f"{finding.sentence}. Help: {finding.help}."},
        "locations": [located],
    }


def _address(path: str) -> str:
    relative = Path(os.path.normpath(path))
    if relative.is_absolute():
        inside = relative.is_relative_to(Path.cwd())
        if not inside:
            return relative.as_uri()
        relative = relative.relative_to(Path.cwd())
    return quote(os.fsencode(relative.as_posix()))
