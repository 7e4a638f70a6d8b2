"""What can be wrong with an editor's notes (codes N150 and N170 to N174)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

EMPTY_NOTE = Rule(
    "N150",
    Severity.ERROR,
    "empty note",
    "note {id} says nothing",
    "write its body, or remove it",
    bad='{"notes": [{"id": "n-2b9x4d", "body": " "}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "Found in 1984."}]}',
)
NOT_SHOWN = Rule(
    "N170",
    Severity.WARNING,
    "markup that a note cannot have",
    "note {id} has {what}, which the editions {instead}",
    "{remedy}",
    bad='{"notes": [{"id": "n-2b9x4d", "body": "It was found <b>in 1984</b>."}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "It was found **in 1984**."}]}',
)
BAD_LINK = Rule(
    "N171",
    Severity.WARNING,
    "link that a note cannot have",
    'note {id} links to "{address}", which the editions leave out',
    "link to an address that begins with https://, http:// or mailto:, or to a fragment as #b3",
    bad='{"notes": [{"id": "n-2b9x4d", "body": "See [the print](file:///home/ada/print.tif)."}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "See [the print](https://example.org/print.tif)."}]}',
)
SAME_NOTE = Rule(
    "N172",
    Severity.WARNING,
    "the same note twice",
    "note {id} says the same of the same passage as {other}",
    "remove one of the two",
    bad='{"notes": [{"id": "n-5d6f7g", "kind": "gloss", "body": "It was found in 1984.", "creator": "Ed",'
    ' "target": {"exact": "survived the fire in a Prague cellar, behind the boiler"}}]}',
    good='{"notes": [{"id": "n-5d6f7g", "kind": "gloss", "body": "A boiler of 1931.", "creator": "Ed",'
    ' "target": {"exact": "survived the fire in a Prague cellar, behind the boiler"}}]}',
)
REPEATS_ITS_PASSAGE = Rule(
    "N173",
    Severity.WARNING,
    "note that repeats its passage",
    "note {id} says nothing but the words it is about",
    "say what a reader cannot see in the text, or remove the note",
    bad='{"notes": [{"id": "n-2b9x4d", "body": "Survived the fire in a Prague cellar, behind the boiler."}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "It survived the fire because the cellar was flooded."}]}',
)
TOO_LONG = Rule(
    "N174",
    Severity.WARNING,
    "note too long to be set",
    "note {id} has {length} characters; of a note with more than {limit} the editions show the bare signs",
    "make several notes of it",
    bad="a note of 20,001 characters",
    good="a note of 20,000 characters",
)

RULES = (
    EMPTY_NOTE,
    NOT_SHOWN,
    BAD_LINK,
    SAME_NOTE,
    REPEATS_ITS_PASSAGE,
    TOO_LONG,
)
