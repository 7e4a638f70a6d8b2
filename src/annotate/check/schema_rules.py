"""What can be wrong with the shape of an annotation file (codes F310 to F329)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNKNOWN_FORMAT = Rule(
    "F310",
    Severity.ERROR,
    "unknown format version",
    "this annotation file has format {found}, and this annotate knows format {known}",
    "use the version of annotate that wrote it, or a newer one",
    bad='{"format": 2}',
    good='{"format": 1}',
)
WRONG_TYPE = Rule(
    "F311",
    Severity.ERROR,
    "value of the wrong type",
    "{what} is {found} where {wanted} is wanted",
    "{remedy}",
    bad='{"claims": [{"id": "c-7k2m9x", "tags": "cinema"}]}',
    good='{"claims": [{"id": "c-7k2m9x", "tags": ["cinema"]}]}',
)
UNKNOWN_FIELD = Rule(
    "F312",
    Severity.ERROR,
    "unknown field",
    '"{key}" is not a {noun} of {record}',
    "{remedy}",
    bad='{"noets": []}',
    good='{"notes": []}',
)
MISSING_FIELD = Rule(
    "F313",
    Severity.ERROR,
    "missing field",
    '{record} has no "{key}"',
    "{remedy}",
    bad='{"claims": [{"id": "c-7k2m9x", "kind": null}]}',
    good='{"claims": [{"id": "c-7k2m9x", "kind": "factual"}]}',
)
NOT_ALLOWED = Rule(
    "F314",
    Severity.ERROR,
    "value that is not allowed",
    '{found} is not allowed for "{key}"',
    "{remedy}",
    bad='{"claims": [{"id": "c-7k2m9x", "kind": "fact"}]}',
    good='{"claims": [{"id": "c-7k2m9x", "kind": "factual"}]}',
)
WRONG_FORM = Rule(
    "F315",
    Severity.ERROR,
    "value of the wrong form",
    "{found} is not of the form of {kind}",
    "{remedy}",
    bad='{"claims": [{"id": "c-7k2m9x", "claimant": "Ada Example"}]}',
    good='{"claims": [{"id": "c-7k2m9x", "claimant": "ada"}]}',
)
FORBIDDEN_CHARACTER = Rule(
    "F316",
    Severity.ERROR,
    "a character that cannot be kept",
    '"{key}" holds {character}, which XML cannot hold',
    "delete it: it is invisible and usually a leftover of a conversion",
    bad='{"notes": [{"id": "n-2b9x4d", "body": "Restored\\u0000 in 1994."}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "Restored in 1994."}]}',
)
OUT_OF_BOUNDS = Rule(
    "F317",
    Severity.ERROR,
    "value out of bounds",
    '"{key}" {problem}',
    "{remedy}",
    bad='{"sources": [{"id": "nosferatu", "custom": {"runtime": -1}}]}',
    good='{"sources": [{"id": "nosferatu", "custom": {"runtime": 5640}}]}',
)
EMPTY_VALUE = Rule(
    "F318",
    Severity.ERROR,
    "empty value",
    '"{key}" is empty',
    "{remedy}",
    bad='{"entities": [{"id": "ada", "name": ""}]}',
    good='{"entities": [{"id": "ada", "name": "Ada Example"}]}',
)
PARTS_AND_MORE = Rule(
    "F319",
    Severity.ERROR,
    "target with parts and more",
    "the target of {record} has parts and other fields as well",
    "put quotation and position into each part, and nothing beside parts",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"parts": [{"exact": "survived"}]}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "survived"}}]}',
)
REPEATED = Rule(
    "F320",
    Severity.ERROR,
    "the same item twice",
    '"{key}" has the same item twice',
    "delete one of the two",
    bad='{"claims": [{"id": "c-7k2m9x", "tags": ["cinema", "cinema"]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "tags": ["cinema"]}]}',
)

RULES = (
    UNKNOWN_FORMAT,
    WRONG_TYPE,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    NOT_ALLOWED,
    WRONG_FORM,
    FORBIDDEN_CHARACTER,
    OUT_OF_BOUNDS,
    EMPTY_VALUE,
    PARTS_AND_MORE,
    REPEATED,
)
