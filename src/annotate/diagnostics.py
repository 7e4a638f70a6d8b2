"""Findings: what is wrong with a person's input, as data with place, code, sentence and help.

A `Rule` is the kind of finding (its code is stable and documented); a `Finding` is one occurrence with its place.
Each package declares its own rules in a module `rules.py`; `api.catalogue` joins them for `annotate explain` and
the docs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Self


class Severity(IntEnum):
    """How grave a finding is; ordered, so that a failing threshold can be compared."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word printed: note, warning, error."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where it is and what to do about it.

    `line` and `column` are 1-based; columns count code points. `sentence` is one sentence without a full stop. `record`
    is the id of the record it is about, "" where it is about none, or the sentence alone says so.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    sentence: str
    help: str
    record: str = ""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Return the finding whose fields (as `dataclasses.asdict` gives them) were written as JSON."""
        return cls(**{**value, "severity": Severity(value["severity"])})

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.severity.label} {self.code} {self.sentence}\n  help: {self.help}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding.

    `sentence` and `help` are `str.format` templates, filled from the keywords given to `at`. `good` and `bad` are
    the smallest inputs that show the rule kept and broken; documentation and tests are made from them.
    """

    code: str
    severity: Severity
    title: str
    sentence: str
    help: str
    bad: str
    good: str

    def at(self, path: object, line: int = 1, column: int = 1, **fields: object) -> Finding:
        """Return a finding of this kind at a place (1-based line and column, in code points)."""
        sentence = one_line(self.sentence.format(**fields))
        return Finding(
            str(path), line, column, self.severity, self.code, sentence, one_line(self.help.format(**fields))
        )


def one_line(text: str, limit: int = 400) -> str:
    """Return `text` on one printable line of at most `limit` code points, so that input cannot forge report lines."""
    shown = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    shown = " ".join(shown.split())
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity among `findings`, or None if there are none."""
    return max((finding.severity for finding in findings), default=None)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` sorted by place, then code, so that reports are the same each time."""
    return sorted(findings, key=lambda f: (f.path, f.line, f.column, f.code, f.sentence))
