"""What all parts of one Word file share while they are read: styles, notes, counters, findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.diagnostics import one_line
from annotate.read import docx_rules as rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.diagnostics import Finding, Rule
    from annotate.read.docx_numbering import Numbering
    from annotate.read.docx_parts import Part, Relation
    from annotate.read.docx_styles import Styles

_PIECE = 250  # code points of words in one finding, which holds 400 in all


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes or endnotes of a file by id; `place` is TEI's word for where they stand."""

    kind: str
    place: str
    part: Part | None
    by_id: Mapping[str, etree._Element]

    @property
    def relations(self) -> Mapping[str, Relation]:
        """The relationships of the part the notes are in."""
        return {} if self.part is None else self.part.relations


@dataclass(slots=True)
class Reading:
    """The state of reading one file.

    Attributes:
        path: its name in findings.
        findings: what was found so far.
        styles, numbering, footnotes, endnotes: what the file says.
        language: the main subtag of the language most of it is in, "" where it does not say.
        paragraph: the 1-based number of the paragraph that is read.
        notes_read: kind and id of the notes that have been set or left out.
    """

    path: str
    findings: list[Finding]
    styles: Styles
    numbering: Numbering
    footnotes: Notes
    endnotes: Notes
    language: str
    paragraph: int = 0
    notes_read: set[tuple[str, str]] = field(default_factory=set)
    _groups: int = 0
    _unknown: set[str] = field(default_factory=set)
    _left_out: tuple[Rule, str, int] | None = None
    _words: list[str] = field(default_factory=list)

    def new_group(self, kind: str) -> str:
        """Return a name no other group has."""
        self._groups += 1
        return f"{kind}{self._groups}"

    def report(self, rule: Rule, **fields: object) -> None:
        """Add a finding at the paragraph that is read."""
        self.flush()
        self.findings.append(rule.at(self.path, max(self.paragraph, 1), 1, **fields))

    def unknown(self, element: str) -> None:
        """Add a finding for an element that is not known, once for each name."""
        if element not in self._unknown:
            self._unknown.add(element)
            self.report(rules.UNKNOWN, element=element)

    def leave_out(self, rule: Rule, words: str, author: str = "") -> None:
        """Report words that are left out, those that follow each other as one finding."""
        key = (rule, author, self.paragraph)
        if key != self._left_out:
            self.flush()
            self._left_out = key
        self._words.append(words)

    def flush(self) -> None:
        """Report the words left out so far."""
        words, left_out = one_line("".join(self._words), limit=10_000_000), self._left_out
        self._left_out, self._words = None, []
        if left_out is None:
            return
        rule, author, paragraph = left_out
        by = f" by {author}" if author else ""
        for start in range(0, len(words), _PIECE):
            piece = words[start : start + _PIECE]
            self.findings.append(rule.at(self.path, max(paragraph, 1), words=piece, author=by, count=len(words)))
