"""What can be wrong with the characters and words of any field (codes N181 to N186)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity


def _note(body: str) -> str:
    return f'{{"notes": [{{"id": "n-2b9x4d", "body": "{body}"}}]}}'


MISREAD = Rule(
    "N181",
    Severity.WARNING,
    "characters that were misread",
    "this line has {found}, which comes of text read in a wrong encoding",
    "write the characters that were meant",
    bad=_note("M\u00c3\u00a9li\u00c3\u00a8s burned it."),
    good=_note("M\u00e9li\u00e8s burned it."),
)
INVISIBLE = Rule(
    "N182",
    Severity.WARNING,
    "character that cannot be seen",
    "this line has {found}, which cannot be seen",
    "delete it: two names that look the same would not be the same",
    bad='{"entities": [{"id": "prague", "name": "Pra\u00adgue"}]}',
    good='{"entities": [{"id": "prague", "name": "Prague"}]}',
)
LOOSE_SPACE = Rule(
    "N183",
    Severity.NOTE,
    "loose white space",
    "{field} of {record} has white space {where}",
    "delete it",
    bad='{"entities": [{"id": "prague", "name": "Prague "}]}',
    good='{"entities": [{"id": "prague", "name": "Prague"}]}',
)
PLACEHOLDER = Rule(
    "N184",
    Severity.WARNING,
    "placeholder left in",
    '{field} of {record} still has "{found}"',
    "write what was to come there, or leave the field out",
    bad=_note("Found in TK, says the archive."),
    good=_note("Found in 1984, says the archive."),
)
TAG_TWO_WAYS = Rule(
    "N185",
    Severity.NOTE,
    "tag written two ways",
    '{record} has the tag "{tag}", others have "{other}"',
    "write the tag in one way, so that all that bear it are found together",
    bad='{"notes": [{"id": "n-2b9x4d", "tags": ["Find"]}], "claims": [{"id": "c-4n6p8r", "tags": ["find"]}]}',
    good='{"notes": [{"id": "n-2b9x4d", "tags": ["find"]}], "claims": [{"id": "c-4n6p8r", "tags": ["find"]}]}',
)
EMPTY_TAG = Rule(
    "N186",
    Severity.WARNING,
    "empty tag",
    "a tag of {record} is empty",
    "delete it",
    bad='{"notes": [{"id": "n-2b9x4d", "tags": [" "]}]}',
    good='{"notes": [{"id": "n-2b9x4d", "tags": ["find"]}]}',
)

RULES = (MISREAD, INVISIBLE, LOOSE_SPACE, PLACEHOLDER, TAG_TWO_WAYS, EMPTY_TAG)
