"""What can be wrong with who made an annotation, and when (codes N175 to N180, N191)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity


def _note(fields: str) -> str:
    return f'{{"notes": [{{"id": "n-2b9x4d", {fields}}}]}}'


BY_NOBODY = Rule(
    "N175",
    Severity.NOTE,
    "annotation by nobody",
    "{record} does not say who made it{others}",
    "add creator, so that a reader knows whom to ask",
    bad=_note('"creator": null'),
    good=_note('"creator": "Ed"'),
)
NAMED_TWO_WAYS = Rule(
    "N176",
    Severity.WARNING,
    "annotator named two ways",
    '{record} is by "{name}", others are by "{other}"',
    "write the name in one way, so that all of a person's work is found together",
    bad=_note('"creator": "ed"'),
    good=_note('"creator": "Edna"'),
)
NOT_IN_UTC = Rule(
    "N177",
    Severity.NOTE,
    "time not in UTC",
    '{field} of {record} is "{time}", which is not in UTC or not in capitals',
    "write it as 2026-11-21T09:30:00Z, so that times can be compared as they stand",
    bad=_note('"created": "2026-03-01T10:00:00+01:00"'),
    good=_note('"created": "2026-03-01T09:00:00Z"'),
)
LONG_AGO = Rule(
    "N178",
    Severity.WARNING,
    "made before there were such files",
    "{record} bears the time {time}",
    "mend {field}: no annotation of the web is older than 1993",
    bad=_note('"created": "1926-03-01T10:00:00Z"'),
    good=_note('"created": "2026-03-01T10:00:00Z"'),
)
CHANGED_BY_NOBODY = Rule(
    "N179",
    Severity.NOTE,
    "changed by nobody, or at no time",
    "{record} has {given} without {missing}",
    "add {missing}, or leave out {given}",
    bad=_note('"modified_by": "Grace Checker"'),
    good=_note('"modified_by": "Grace Checker", "modified": "2026-03-01T10:00:00Z"'),
)
OTHER_SCHEMA = Rule(
    "N180",
    Severity.NOTE,
    "file with another schema",
    '$schema is "{found}", by which no editor finds the schema of this file',
    'write "{wanted}", or the path of a copy whose name ends in .schema.json',
    bad='{"$schema": "https://annotate.invalid/schemas/annotations-1.scheme.json"}',
    good='{"$schema": "https://annotate.invalid/schemas/annotations-1.schema.json"}',
)
NO_SCHEMA = Rule(
    "N191",
    Severity.NOTE,
    "file without a schema",
    "the file does not say by which schema it is made",
    'add "$schema": "{wanted}" as its first field: an editor then completes and explains the others',
    bad='{"$schema": null}',
    good='{"$schema": "https://annotate.invalid/schemas/annotations-1.schema.json"}',
)

RULES = (BY_NOBODY, NAMED_TWO_WAYS, NOT_IN_UTC, LONG_AGO, CHANGED_BY_NOBODY, OTHER_SCHEMA, NO_SCHEMA)
