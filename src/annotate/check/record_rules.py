"""What can be wrong with any record of an annotation file: its id, its times, the text it is of (F330 to F349)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

DUPLICATE_ID = Rule(
    "F330",
    Severity.ERROR,
    "id given twice",
    "the id {id} is given twice, first in line {first}",
    "give one of the two another id, and mend what refers to it",
    bad='{"claims": [{"id": "c-4n6p8r", "evidence": [{"id": "e-4hq8rz", "source": "nosferatu", "relation": "mentions",'
    ' "locator": {"label": "timestamp", "value": "00:10:00"}}]}]}',
    good='{"claims": [{"id": "c-4n6p8r", "evidence": [{"id": "e-8h2j5q", "source": "nosferatu", "relation": "mentions",'
    ' "locator": {"label": "timestamp", "value": "00:10:00"}}]}]}',
)
OTHER_TEXT = Rule(
    "F331",
    Severity.ERROR,
    "annotations of another text",
    "these annotations are of {named}, and stand beside {actual}",
    "rename the file after its text, or mend file in its section text",
    bad='{"text": {"file": "essay.xml"}}',
    good='{"text": {"file": "talk.xml"}}',
)
MODIFIED_BEFORE_CREATED = Rule(
    "F334",
    Severity.WARNING,
    "changed before it was made",
    "{record} was last changed before it was made",
    "mend created or modified",
    bad='{"notes": [{"id": "n-2b9x4d", "created": "2026-03-02T10:00:00Z", "modified": "2026-03-01T10:00:00Z",'
    ' "modified_by": "Ed"}]}',
    good='{"notes": [{"id": "n-2b9x4d", "created": "2026-03-01T10:00:00Z", "modified": "2026-03-02T10:00:00Z",'
    ' "modified_by": "Ed"}]}',
)
MADE_IN_FUTURE = Rule(
    "F335",
    Severity.WARNING,
    "made in the future",
    "{record} bears a time that has not come: {time}",
    "mend {field}, or the clock of the machine it was written on",
    bad='{"notes": [{"id": "n-2b9x4d", "created": "2198-03-02T10:00:00Z"}]}',
    good='{"notes": [{"id": "n-2b9x4d", "created": "2026-03-02T10:00:00Z"}]}',
)

RULES = (DUPLICATE_ID, OTHER_TEXT, MODIFIED_BEFORE_CREATED, MADE_IN_FUTURE)
