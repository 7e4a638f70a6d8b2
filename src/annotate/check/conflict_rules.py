"""What is said of the conflicts that merging left in a file (codes C140 and C141)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNSETTLED = Rule(
    "C140",
    Severity.ERROR,
    "conflict that is not settled",
    "{what}: mine {mine}, theirs {theirs}",
    "annotate conflict settle TEXT {id} --mine, --theirs, or --keep for what the file says now",
    bad='{"conflicts": [{"record": "c-7k2m9x", "field": "status", "base": "unreviewed",'
    ' "mine": "supported", "theirs": "disputed"}]}',
    good='{"conflicts": null}',
)
CONFLICT_WITHOUT_RECORD = Rule(
    "C141",
    Severity.WARNING,
    "conflict about nothing",
    "this conflict is about {id}, which is not in the file",
    "annotate conflict settle TEXT {id} --keep",
    bad='{"conflicts": [{"record": "c-000000", "field": "status", "mine": "supported", "theirs": "disputed"}]}',
    good='{"conflicts": null}',
)
RULES = (UNSETTLED, CONFLICT_WITHOUT_RECORD)
