"""What a Markdown text's reader has to say: findings with their place, those on HTML elements summed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.read.markdown import rules

if TYPE_CHECKING:
    from annotate.diagnostics import Finding, Rule

# The targets of links may be as long as the file so many times, and this long (code points) in a small file.
_TIMES = 8
_LENGTH = 200_000


class Report:
    """Collects the findings on one file; lines are 1-based lines of the file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.found: list[Finding] = []
        self._text = text
        self._lines: list[str] = []
        self._elements: dict[str, tuple[str, int, int]] = {}
        self._targets = 0

    def add(self, rule: Rule, line: int, needle: str = "", /, **fields: object) -> None:
        """Add a finding on `line`, at the column where `needle` stands in it (column 1 where it does not)."""
        self.found.append(rule.at(self.path, line, self._column(line, needle), **fields))

    def refuse(self, rule: Rule, line: int, **fields: object) -> InputRefused:
        """Return the refusal of the file for what stands on `line`."""
        return InputRefused(rule.at(self.path, line, 1, **fields))

    def element(self, name: str, source: str, line: int) -> None:
        """Count an HTML element that is not kept; the first of each name is shown."""
        first, first_line, times = self._elements.get(name, (source, line, 0))
        self._elements[name] = (first, first_line, times + 1)

    def target(self, target: str, line: int) -> None:
        """Count the target of a link; raises InputRefused (F416) where they grow out of all proportion to the file."""
        self._targets += len(target)
        if self._targets > max(_TIMES * len(self._text), _LENGTH):
            raise self.refuse(rules.TOO_MANY_TARGETS, line, times=_TIMES)

    def findings(self) -> list[Finding]:
        """Return all findings, in the order of their places."""
        for first, line, times in self._elements.values():
            more = f" ({times} times, first here)" if times > 1 else ""
            self.add(rules.ELEMENT_NOT_KEPT, line, first, tag=first, times=more)
        self._elements.clear()
        return sorted(self.found, key=lambda finding: (finding.line, finding.column))

    def _column(self, line: int, needle: str) -> int:
        if not self._lines:
            self._lines = self._text.split("\n")
        if not needle or line > len(self._lines):
            return 1
        return self._lines[line - 1].find(needle.partition("\n")[0]) + 1 or 1
