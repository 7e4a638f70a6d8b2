"""What can be wrong with a JSON file as such, whatever it is meant to say (codes F201 to F249)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

EMPTY_JSON = Rule(
    "F201",
    Severity.ERROR,
    "empty JSON file",
    "the file is empty",
    'write at least {{"format": 1, "text": ...}} into it, or delete it',
    bad="",
    good='{"format": 1}',
)
JSON_TOO_LARGE = Rule(
    "F202",
    Severity.ERROR,
    "JSON file too large",
    "the file is {size} bytes long, more than the {limit} that are read",
    "split the annotations over several files, or look whether it is the file you mean",
    bad="an annotation file of 300 megabytes",
    good="an annotation file of 3 megabytes",
)
NOT_UTF8 = Rule(
    "F203",
    Severity.ERROR,
    "JSON not in UTF-8",
    "the file is not UTF-8: {reason}",
    "save it as UTF-8",
    bad="a file saved as UTF-16 or windows-1252",
    good="the same file saved as UTF-8, with or without a byte order mark",
)
NOT_JSON = Rule(
    "F204",
    Severity.ERROR,
    "not JSON",
    "this is not JSON: {reason}",
    "{remedy}",
    bad='{"format": 1,}',
    good='{"format": 1}',
)
DUPLICATE_KEY = Rule(
    "F205",
    Severity.ERROR,
    "key given twice",
    "the key “{key}” was given before in the same object, in line {first}",
    "delete one of the two, or rename it",
    bad='{"note": "one", "note": "two"}',
    good='{"note": "one"}',
)
NOT_A_NUMBER = Rule(
    "F206",
    Severity.ERROR,
    "not a JSON number",
    "{literal} is not a number JSON knows",
    "write a number, or leave the field out",
    bad='{"runtime": NaN}',
    good='{"runtime": 5460}',
)
NUMBER_TOO_LARGE = Rule(
    "F207",
    Severity.ERROR,
    "number too large",
    "the number {literal} is too large to be kept",
    "write a smaller number, or put it in quotation marks",
    bad='{"runtime": 1e400}',
    good='{"runtime": 5460}',
)
LONE_SURROGATE = Rule(
    "F208",
    Severity.ERROR,
    "half a character",
    "{escape} is one half of a character, and the other half is missing",
    "write the character itself, or both halves, as in \\ud83d\\ude00",
    bad='{"note": "\\ud83d"}',
    good='{"note": "\\ud83d\\ude00"}',
)
TOO_DEEP = Rule(
    "F209",
    Severity.ERROR,
    "JSON nested too deep",
    "objects and arrays are nested more than {limit} deep here",
    "write it flatter; an annotation file needs no more than eight levels",
    bad="[[[[ ... ]]]] with 65 levels",
    good="[[[[ ... ]]]] with 64 levels",
)

RULES = (
    EMPTY_JSON,
    JSON_TOO_LARGE,
    NOT_UTF8,
    NOT_JSON,
    DUPLICATE_KEY,
    NOT_A_NUMBER,
    NUMBER_TOO_LARGE,
    LONE_SURROGATE,
    TOO_DEEP,
)
