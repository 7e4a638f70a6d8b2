"""What a row of a table says of an annotation, with the cell that each finding points to."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from annotate.api import import_rules
from annotate.attach.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.diagnostics import Finding, Rule
    from annotate.errors import InputRefused
    from annotate.read.table import Row

PASSAGE_COLUMNS = ("quote", "in", "occurrence", "before", "after", "last", "to", "at", "block", "turn")
LISTS = ("quote", "tags")
"""The columns that may have several values: tags with semicolons between, in JSON a list."""

# Which cell a refusal speaks of; all else is about the quote.
_CELLS = {
    "A103": ("block", "turn", "to", "in"),
    "A104": ("occurrence",),
    "A130": ("before", "after"),
    "A131": ("at",),
    "A132": ("at",),
    "A133": ("last",),
    "A134": ("last",),
    "C101": ("by",),
    "N104": ("by", "entity"),
    "N105": ("body",),
    "N106": ("entity",),
    "S101": ("supports", "disputes"),
}


class Cells:
    """A row with the values that all rows have where theirs are empty; what is wrong with it gathers in `findings`."""

    def __init__(self, row: Row, defaults: Mapping[str, str | tuple[str, ...]], path: str) -> None:
        """Take a row of the table at `path`."""
        self.row = row
        self.path = path
        self.findings: list[Finding] = []
        self._values = {**defaults, **row.values}

    def text(self, column: str) -> str | None:
        """Return what stands under a column, None for nothing."""
        value = self._values.get(column)
        return value if isinstance(value, str) else None

    def several(self, column: str) -> tuple[str, ...]:
        """Return the values of a column that may have several, each once."""
        value = self._values.get(column, ())
        parts = value.split(";") if isinstance(value, str) else value
        return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))

    def one_of(self, column: str, vocabulary: Sequence[str]) -> str | None:
        """Return a value that must be one of a vocabulary; another is found wrong (A146)."""
        value = self.text(column)
        if value is None or value in vocabulary:
            return value
        if value.lower() in vocabulary:
            return value.lower()
        near = get_close_matches(value.lower(), vocabulary, 1)
        nearest = f"; the nearest is {near[0]}" if near else ""
        self.wrong(
            import_rules.UNKNOWN_VALUE,
            column,
            value=value,
            nearest=nearest,
            help=f"take one of {', '.join(vocabulary)}",
        )
        return None

    def wrong(self, rule: Rule, column: str, **fields: object) -> None:
        """Note what is wrong with the cell of a column."""
        line, place = self.row.place(column)
        self.findings.append(rule.at(self.path, line, place, name=column, **fields))

    def refuse(self, refused: InputRefused, cell: str | None = None) -> None:
        """Note what an edit refused, at this cell or the one it speaks of, in the words of a table."""
        for finding in refused.findings:
            line, column = self.row.place(*((cell,) if cell else _CELLS.get(finding.code, ("quote",))))
            told = re.sub(r"^choose one with --quote-.*, or ", "", finding.help)
            told = re.sub(r"--(in|occurrence|to|by) (?:NAME|(\w+))", _as_column, told)
            self.findings.append(replace(finding, path=self.path, line=line, column=column, help=told))

    def passage(self) -> Passage | None:
        """Return the passage a row is about; what is wrong is noted, and None returned (A145, A146)."""
        at, occurrence = self._offsets(), self._number("occurrence")
        quote, whole = self._values.get("quote", ""), self.text("block") or self.text("turn")
        if self.findings:
            return None
        if whole is not None:
            return Passage(whole=whole)
        if at is None and not quote:
            self.wrong(import_rules.NO_PASSAGE, "quote")
            return None
        if isinstance(quote, tuple) and len(quote) > 1:
            return Passage(parts=tuple(Passage(part, self.text("in")) for part in quote))
        return Passage(
            quote if isinstance(quote, str) else quote[0],
            self.text("in"),
            occurrence,
            self.text("before") or "",
            self.text("after") or "",
            self.text("last"),
            self.text("to"),
            at,
        )

    def _offsets(self) -> tuple[int, int] | None:
        said = self.text("at")
        match = re.fullmatch(r"(\d{1,9})\s*:\s*(\d{1,9})", said, re.ASCII) if said else None
        if said and match is None:
            self.wrong(import_rules.UNKNOWN_VALUE, "at", value=said, nearest="", help="write START:END, as 1204:1310")
        return (int(match.group(1)), int(match.group(2))) if match else None

    def _number(self, column: str) -> int | None:
        said = self.text(column)
        number = int(said) if said and re.fullmatch(r"\d{1,9}", said, re.ASCII) else 0
        if said and number < 1:
            self.wrong(import_rules.UNKNOWN_VALUE, column, value=said, nearest="", help="write a number from 1")
        return number or None


def _as_column(match: re.Match[str]) -> str:
    return f"“{match.group(1)}”" + (f" = {match.group(2)}" if match.group(2) else "")
