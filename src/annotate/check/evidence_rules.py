"""What can be wrong with evidence: its source, its place there, its quotation (codes C170 to C179, C192 to C195)."""

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
PLACE_OF_ANOTHER_KIND = Rule(
    "C192",
    Severity.WARNING,
    "place that such a source does not have",
    'evidence {id} gives a {label} of {source}, which is of type "{type}"',
    "give {wanted}, or name the source that is meant",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "page", "value": "12"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "timestamp", "value": "00:12:00"}}]}]}',
)
EMPTY_PLACE = Rule(
    "C193",
    Severity.WARNING,
    "empty locator",
    "the {label} of evidence {id} is empty",
    "write it, or leave locator out",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "chapter", "value": " "}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-6t7w8v",'
    ' "locator": {"label": "chapter", "value": "3"}}]}]}',
)
FOR_AND_AGAINST = Rule(
    "C194",
    Severity.WARNING,
    "one place for and against",
    "evidence {id} says that {source} disputes the claim, and {other} that the same place supports it",
    "keep the one that is right, or say in note or quote what each means",
    bad='{"claims": [{"id": "c-7k2m9x", "status": "disputed", "evidence": [{"id": "e-9s8r7q", "source": "weekly-1925",'
    ' "relation": "disputes", "locator": {"label": "page", "value": "12"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "status": "disputed", "evidence": [{"id": "e-9s8r7q", "source": "weekly-1925",'
    ' "relation": "disputes", "locator": {"label": "page", "value": "13"}}]}]}',
)
QUOTES_THE_TEXT = Rule(
    "C195",
    Severity.NOTE,
    "evidence that quotes the text itself",
    "what evidence {id} quotes are the very words of its claim",
    "quote the words of the source; if they are the same, attach a copy of it, in which they can be looked up",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz",'
    ' "quote": "A court ordered every print to be destroyed."}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz",'
    ' "quote": "The court had all prints destroyed."}]}]}',
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
    PLACE_OF_ANOTHER_KIND,
    EMPTY_PLACE,
    FOR_AND_AGAINST,
    QUOTES_THE_TEXT,
)
