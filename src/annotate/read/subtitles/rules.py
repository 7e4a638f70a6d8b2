"""What can be wrong with a subtitle file, and what of it cannot be kept (codes F430 to F449)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NO_CUES = Rule(
    "F430",
    Severity.ERROR,
    "no subtitle",
    "there is no subtitle with a time code in the file",
    "look whether it is a subtitle file; a time code is 00:01:02,500 --> 00:01:04,000",
    bad="a letter saved as talk.srt",
    good="1\n00:00:01,000 --> 00:00:03,000\nIt rained.",
)
OUTSIDE_CUES = Rule(
    "F431",
    Severity.WARNING,
    "text without a time code",
    "these words stand in no subtitle, and are kept {how}",
    "give them a time code, or delete the blank line before them",
    bad="1\n00:00:01,000 --> 00:00:03,000\nIt rained.\n\nAnd it blew.",
    good="1\n00:00:01,000 --> 00:00:03,000\nIt rained.\nAnd it blew.",
)
BAD_TIME = Rule(
    "F432",
    Severity.WARNING,
    "time code that cannot be",
    "this time code {fault}",
    "write it as 00:01:02,500 --> 00:01:04,000",
    bad="1\n00:00:05,000 --> 00:00:03,000\nIt rained.",
    good="1\n00:00:03,000 --> 00:00:05,000\nIt rained.",
)
SETTINGS_NOT_KEPT = Rule(
    "F433",
    Severity.NOTE,
    "settings of a subtitle not kept",
    "the settings “{settings}” are not kept{times}",
    "nothing need be done: they say where on the screen the words stand",
    bad="00:01.000 --> 00:03.000 align:start line:0\nIt rained.",
    good="00:01.000 --> 00:03.000\nIt rained.",
)
IDENTIFIER_NOT_KEPT = Rule(
    "F434",
    Severity.NOTE,
    "name of a subtitle not kept",
    "the name “{identifier}” of a subtitle is not kept",
    "nothing need be done, unless it belongs to the text",
    bad="opening\n00:01.000 --> 00:03.000\nIt rained.",
    good="00:01.000 --> 00:03.000\nIt rained.",
)
TAG_NOT_KEPT = Rule(
    "F435",
    Severity.NOTE,
    "markup of a subtitle not kept",
    "the markup {tag} is not kept{times}, its text is",
    "nothing need be done, unless it said something",
    bad='<font color="#ffff00">It rained.</font>',
    good="<i>It rained.</i>",
)
EMPTY_CUE = Rule(
    "F436",
    Severity.NOTE,
    "subtitle without words",
    "the subtitle of this time code has no words",
    "write its words, or delete it",
    bad="1\n00:00:01,000 --> 00:00:03,000\n\n",
    good="1\n00:00:01,000 --> 00:00:03,000\nIt rained.",
)
BAD_CHARACTER = Rule(
    "F437",
    Severity.WARNING,
    "a character XML cannot hold, written as a code",
    "{source} stands for no character that XML can hold, and is replaced by U+FFFD",
    "delete it, or write the character that was meant",
    bad="the&#1;end",
    good="the end",
)
KEPT_ASIDE = Rule(
    "F438",
    Severity.NOTE,
    "block that is no subtitle",
    "this {what} is no subtitle, and is kept as boilerplate",
    "nothing need be done",
    bad="WEBVTT\n\nNOTE check the names\n\n00:01.000 --> 00:03.000\nIt rained.",
    good="WEBVTT\n\n00:01.000 --> 00:03.000\nIt rained.",
)

RULES = (
    NO_CUES,
    OUTSIDE_CUES,
    BAD_TIME,
    SETTINGS_NOT_KEPT,
    IDENTIFIER_NOT_KEPT,
    TAG_NOT_KEPT,
    EMPTY_CUE,
    BAD_CHARACTER,
    KEPT_ASIDE,
)
