"""What can be wrong with a record beside all the others of its file (codes N187 to N189)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

FIELD_OF_ALL_OTHERS = Rule(
    "N187",
    Severity.NOTE,
    "field that all others have",
    "{record} has no {field}, which all {others} others have",
    "add {field}, if it was not left out on purpose",
    bad="ten claims, of which nine have a claimant",
    good="ten claims, each with a claimant",
)
LIKE_A_COMMON_ONE = Rule(
    "N188",
    Severity.NOTE,
    "word that differs by one character",
    '{field} of {record} is "{word}" here only, and "{other}" {times} times',
    'write "{other}", if that is what is meant',
    bad='four claims with the tag "montage", and one with the tag "montege"',
    good='five claims with the tag "montage"',
)
SIGN_IN_A_WORD = Rule(
    "N189",
    Severity.NOTE,
    "sign inside a word",
    '{field} of {record} has "{word}"',
    "delete the sign, or put a space beside it",
    bad='{"notes": [{"id": "n-2b9x4d", "body": "It was fo%nd in 1984."}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "It was found in 1984."}]}',
)

RULES = (FIELD_OF_ALL_OTHERS, LIKE_A_COMMON_ONE, SIGN_IN_A_WORD)
