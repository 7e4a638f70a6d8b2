"""What can be wrong with the edges of a passage and the words around it (codes A160 to A164)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity


def _passage(target: str) -> str:
    return f'{{"passages": [{{"id": "p-5f7v2c", "target": {{{target}}}}}]}}'


OTHER_CONTEXT = Rule(
    "A160",
    Severity.WARNING,
    "words around a passage that the text does not have",
    "{side} of {record} is “{given}”, and the text has “{found}” there",
    "delete {side}, and have the next annotate command that changes this file write it anew",
    bad=_passage('"prefix": "the bailer. ", "suffix": " for sixty", "start": 227, "end": 285'),
    good=_passage('"prefix": "the boiler. ", "suffix": " for sixty", "start": 227, "end": 285'),
)
ONE_SIDED = Rule(
    "A161",
    Severity.NOTE,
    "words on one side of a passage only",
    "the passage of {record} has {given} and no {missing}",
    "add {missing}: where the text is revised, both tell the passage from others like it",
    bad=_passage('"prefix": ". ", "start": 227, "end": 285'),
    good=_passage('"prefix": ". ", "suffix": " for sixty", "start": 227, "end": 285'),
)
CUT_WORD = Rule(
    "A162",
    Severity.NOTE,
    "passage that cuts a word",
    "the passage of {record} {edge} inside the word “{word}”",
    "quote whole words, unless the part is what is meant",
    bad=_passage('"exact": "econd reel is the best of all, and nobody had seen it"'),
    good=_passage('"exact": "second reel is the best of all, and nobody had seen it"'),
)
LOOSE_SPACE = Rule(
    "A163",
    Severity.NOTE,
    "passage with white space at its end",
    "the passage of {record} has white space {where}",
    "delete it from exact, and start and end with it",
    bad=_passage('"exact": "The second reel is the best of all, and nobody had seen it "'),
    good=_passage('"exact": "The second reel is the best of all, and nobody had seen it"'),
)
NO_WORD = Rule(
    "A164",
    Severity.NOTE,
    "passage of signs alone",
    "the passage of {record} has no letter and no figure: “{quote}”",
    "quote the words that the annotation is about",
    bad=_passage('"exact": "?", "prefix": "today"'),
    good=_passage('"exact": "today?"'),
)

RULES = (OTHER_CONTEXT, ONE_SIDED, CUT_WORD, LOOSE_SPACE, NO_WORD)
