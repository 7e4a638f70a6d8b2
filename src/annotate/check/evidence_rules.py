"""What can be wrong with evidence: its source, its place in the source, its quotation (codes C170 to C199)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNKNOWN_SOURCE = Rule(
    "C170",
    Severity.ERROR,
    "unknown source",
    'evidence {id} names the source "{source}", and there is none of this id',
    "{remedy}",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "source": "wekly-1925"}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "source": "weekly-1925"}]}]}',
)
EMPTY_QUOTE = Rule(
    "C171",
    Severity.WARNING,
    "empty quotation",
    "the quotation of evidence {id} is empty",
    "write the words of the source, or leave quote out",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "quote": ""}]}]}',
    good='{"claims": [{"id": "c-7k2m9x",'
    ' "evidence": [{"id": "e-4hq8rz", "quote": "All prints are to be destroyed."}]}]}',
)
QUOTE_WITHOUT_PLACE = Rule(
    "C172",
    Severity.WARNING,
    "quotation without a place",
    "evidence {id} quotes {source} and does not say where in it",
    "add a locator: {wanted}",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v", "quote": "He vanishes.", "locator": null}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v", "quote": "He vanishes."}]}]}',
)
NO_PLACE = Rule(
    "C173",
    Severity.NOTE,
    "evidence without a place",
    "evidence {id} does not say where in {source}",
    "add a locator, if it is not the whole that counts: {wanted}",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v", "locator": null}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "timestamp", "value": "01:20:00"}}]}]}',
)
ILL_FORMED_TIME = Rule(
    "C174",
    Severity.ERROR,
    "ill-formed time code",
    'the time code "{value}" of evidence {id} cannot be: {reason}',
    "write it as 00:43:12, or two of these with a hyphen, as 00:43:12-00:44:05",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "timestamp", "value": "43 min"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "timestamp", "value": "00:43:00"}}]}]}',
)
TIME_AFTER_END = Rule(
    "C175",
    Severity.ERROR,
    "time code after the end",
    "the time code {value} of evidence {id} lies after the end of {source}, which runs {runtime}",
    "mend the time code, or runtime (in seconds) in custom of the source",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "timestamp", "value": "02:10:00"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "timestamp", "value": "01:10:00"}}]}]}',
)
PAGE_OUTSIDE = Rule(
    "C176",
    Severity.WARNING,
    "page outside the source",
    "evidence {id} gives page {value} of {source}, which has the pages {pages}",
    "mend the page, or the pages of the source",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz",'
    ' "locator": {"label": "page", "value": "40"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz",'
    ' "locator": {"label": "page", "value": "13"}}]}]}',
)
TARGET_WITHOUT_COPY = Rule(
    "C177",
    Severity.WARNING,
    "place in a copy that is not there",
    "evidence {id} has a target, and the source {source} has no local copy it could lie in",
    "leave the target out, or add the copy to the source",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "target": {"exact": "to be destroyed"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "quote": "to be destroyed"}]}]}',
)
SAME_EVIDENCE = Rule(
    "C178",
    Severity.WARNING,
    "the same evidence twice",
    "evidence {id} says the same as {other}",
    "remove one of the two",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-9s8r7q", "source": "nosferatu", "relation": "mentions",'
    ' "locator": {"label": "timestamp", "value": "00:43:12"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-9s8r7q", "source": "nosferatu", "relation": "mentions",'
    ' "locator": {"label": "timestamp", "value": "00:50:00"}}]}]}',
)
TIME_UNCHECKED = Rule(
    "C179",
    Severity.NOTE,
    "time code that cannot be checked",
    "evidence {id} gives a time code, and the running time of {source} is not known",
    'add it to the source, in seconds: "custom": {{"runtime": 5640}}',
    bad='{"sources": [{"id": "nosferatu", "custom": null}]}',
    good='{"sources": [{"id": "nosferatu", "custom": {"runtime": 5640}}]}',
)

RULES = (
    UNKNOWN_SOURCE,
    EMPTY_QUOTE,
    QUOTE_WITHOUT_PLACE,
    NO_PLACE,
    ILL_FORMED_TIME,
    TIME_AFTER_END,
    PAGE_OUTSIDE,
    TARGET_WITHOUT_COPY,
    SAME_EVIDENCE,
    TIME_UNCHECKED,
)
