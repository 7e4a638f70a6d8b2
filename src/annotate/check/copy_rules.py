"""What can be wrong with copies of sources, and with what evidence quotes from them (codes S130 to S142)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

_COPY = '"copy": {{"file": "sources/{file}", "sha256": "' + 64 * "0" + '"}}'


def _source(file: str) -> str:
    return '{"sources": [{"id": "weekly-1925", ' + _COPY.format(file=file) + "}]}"


def _evidence(fields: str) -> str:
    source = '"sources": [{"id": "weekly-1925", ' + _COPY.format(file="sound.txt") + "}]"
    evidence = '"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", ' + fields + "}]}]"
    return "{" + f"{source}, {evidence}" + "}"


_SOUND = _source("sound.txt")
MISSING = Rule(
    "S130",
    Severity.ERROR,
    "copy missing",
    "the copy of {id} is not there: {file}",
    "put the file back, or keep the copy anew with annotate source attach",
    bad=_source("missing.txt"),
    good=_SOUND,
)
CHANGED = Rule(
    "S131",
    Severity.ERROR,
    "copy changed",
    "the copy of {id} has other bytes than when it was kept: {file}",
    "put the old file back, or take the new one with annotate source attach --replace",
    bad=_source("changed.txt"),
    good=_SOUND,
)
OUTSIDE = Rule(
    "S132",
    Severity.ERROR,
    "copy outside the project",
    "the copy of {id} leads out of the folder of its file: {file}",
    "keep the copy with annotate source attach, which puts it into the folder sources",
    bad='{"sources": [{"id": "weekly-1925", "copy": {"file": "../../other/weekly.txt", "sha256": "'
    + 64 * "0"
    + '"}}]}',
    good=_SOUND,
)
UNREADABLE = Rule(
    "S133",
    Severity.ERROR,
    "copy that cannot be read",
    "the copy of {id} cannot be read: {reason} ({file})",
    "look at the file and at its permissions",
    bad=_source("unreadable.txt"),
    good=_SOUND,
)
REWORDED = Rule(
    "S134",
    Severity.ERROR,
    "parsed text of a copy that no longer fits",
    "the copy of {id} is as it was, but its parsed text is not the one that was kept{reason}: {file}",
    "parse it anew with annotate source attach --replace, which says what becomes of the quotations",
    bad=_source("reworded.txt"),
    good=_SOUND,
)
NOT_SEARCHABLE = Rule(
    "S135",
    Severity.NOTE,
    "copy that cannot be searched",
    "the copy of {id} has no text that quotations could be looked up in: {reason}",
    "keep a copy that is a text, if there is one; compare the quotations with your own eyes",
    bad=_source("picture.png"),
    good=_SOUND,
)
SHARED = Rule(
    "S136",
    Severity.WARNING,
    "one copy of two sources",
    "the copies of {id} and {other} are the same file",
    "let one of the two go, or put the right copy in its place",
    bad='{"sources": [{"id": "weekly-1925", '
    + _COPY.format(file="sound.txt")
    + '}, {"id": "nosferatu", '
    + _COPY.format(file="sound.txt")
    + "}]}",
    good=_SOUND,
)
QUOTE_NEAR = Rule(
    "S137",
    Severity.ERROR,
    "quotation that its source has otherwise",
    "the copy of {source} does not say what evidence {id} quotes, only something like it{place}: {difference}",
    "correct the quotation, with annotate evidence edit --quote; the difference is [-quoted-] {{+in the copy+}}",
    bad=_evidence('"quote": "The film runs forty-nine minutes. A court ordered every print to be destroyed."'),
    good=_evidence('"quote": "The film runs ninety-four minutes. A court ordered every print to be destroyed."'),
)
QUOTE_UNSURE = Rule(
    "S138",
    Severity.WARNING,
    "quotation without a certain place",
    "the copy of {source} has what evidence {id} quotes, but it is not certain where: {places}",
    "look at it, and say which with annotate evidence edit --quote-in or --quote-occurrence",
    bad=_evidence('"quote": "The second reel"'),
    good=_evidence('"quote": "The second reel survived the fire"'),
)
QUOTE_ABSENT = Rule(
    "S139",
    Severity.ERROR,
    "quotation that its source does not have",
    "nothing in the copy of {source} is like what evidence {id} quotes: “{quote}”",
    "correct the quotation, or name the source that it is from",
    bad=_evidence('"quote": "Zwölf Büchsen Film verbrannten damals im Keller"'),
    good=_evidence('"quote": "behind the boiler"'),
)
QUOTE_NOT_SEARCHED = Rule(
    "S140",
    Severity.WARNING,
    "quotation not searched",
    "what evidence {id} quotes was not looked for in the whole copy of {source}, which would cost too much",
    "shorten the quotation",
    bad="a quotation of 20,001 characters that is not in the copy as it stands",
    good="a quotation of a sentence or two",
)
QUOTE_ELSEWHERE = Rule(
    "S141",
    Severity.ERROR,
    "quotation and its place disagree",
    "evidence {id} quotes “{quote}”, and its place in the copy of {source} says “{found}”",
    "look the quotation up anew, with annotate evidence edit --quote",
    bad=_evidence('"quote": "behind the boiler", "target": {"exact": "nobody had seen it for sixty years"}'),
    good=_evidence('"quote": "behind the boiler"'),
)
LOCATOR_DISAGREES = Rule(
    "S142",
    Severity.WARNING,
    "locator that its copy contradicts",
    "evidence {id} gives {label} {value}, and the copy of {source} has the quotation at {label} {actual}",
    "compare the two, and correct the locator if the copy is right",
    bad="a quotation at timestamp 00:10:00 that the kept subtitles have at 00:43:12",
    good="the quotation at timestamp 00:43:12",
)
RULES = (
    MISSING,
    CHANGED,
    OUTSIDE,
    UNREADABLE,
    REWORDED,
    NOT_SEARCHABLE,
    SHARED,
    QUOTE_NEAR,
    QUOTE_UNSURE,
    QUOTE_ABSENT,
    QUOTE_NOT_SEARCHED,
    QUOTE_ELSEWHERE,
    LOCATOR_DISAGREES,
)
