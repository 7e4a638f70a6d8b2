"""Findings about a word processor's file while it is read: what is left out, with its words and its paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.diagnostics import one_line
from annotate.read.office import rules

if TYPE_CHECKING:
    from annotate.diagnostics import Finding, Rule

_PIECE = 250  # code points of words in one finding, which holds 400 in all


@dataclass(slots=True)
class Report:
    """Collects the findings about one file.

    Attributes:
        path: its name in findings.
        findings: what was found so far.
        paragraph: the 1-based number of the paragraph that is read.
    """

    path: str
    findings: list[Finding]
    paragraph: int = 0
    _groups: int = 0
    _unknown: set[str] = field(default_factory=set)
    _left_out: tuple[Rule, str, int] | None = None
    _words: list[str] = field(default_factory=list)

    def new_group(self, kind: str) -> str:
        """Return a name no other group of blocks has."""
        self._groups += 1
        return f"{kind}{self._groups}"

    def add(self, rule: Rule, **fields: object) -> None:
        """Add a finding at the paragraph that is read."""
        self.flush()
        self.findings.append(rule.at(self.path, max(self.paragraph, 1), 1, **fields))

    def unknown(self, element: str) -> None:
        """Add a finding for an element that is not known, once for each name."""
        if element not in self._unknown:
            self._unknown.add(element)
            self.add(rules.UNKNOWN, element=element)

    def leave_out(self, rule: Rule, words: str, author: str = "") -> None:
        """Report words that are left out, those that follow each other as one finding."""
        key = (rule, author, self.paragraph)
        if key != self._left_out:
            self.flush()
            self._left_out = key
        self._words.append(words)

    def flush(self) -> None:
        """Report the words left out so far; as many findings as it takes to name them all."""
        words, left_out = " ".join("".join(self._words).split()), self._left_out
        self._left_out, self._words = None, []
        if left_out is None:
            return
        rule, author, paragraph = left_out
        by = f" by {one_line(author, 80)}" if author else ""
        for start in range(0, len(words), _PIECE):
            piece = words[start : start + _PIECE]
            self.findings.append(rule.at(self.path, max(paragraph, 1), 1, words=piece, author=by, count=len(words)))
