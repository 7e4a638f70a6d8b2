"""What is told of reading plain text (code T124)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

RESOLVED_HYPHENS = Rule(
    "T124",
    Severity.NOTE,
    "hyphens at line ends",
    "{count} hyphens at line ends were taken out as parting a word only: {words}",
    "look the words up; one that needs its hyphen wants it in the middle of a line of the source",
    bad="a word broken at the end of a line, projec-, and gone on with in the next, tor",
    good="a word with its hyphen in the middle of a line: film-maker",
)

RULES = (RESOLVED_HYPHENS,)
