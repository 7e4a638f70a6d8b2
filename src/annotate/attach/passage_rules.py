"""What can be wrong with how a person chooses a passage, beside its quote alone (codes A130 to A135)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

OTHER_CONTEXT = Rule(
    "A130",
    Severity.ERROR,
    "quote in other surroundings",
    'the quote "{quote}" occurs {times}, but nowhere {context}: {places}',
    "give words that stand right before or right after it, or leave them out",
    bad='annotate note add review.xml "the film" --before "promised" --body "..."',
    good='annotate note add review.xml "the film" --before "because" --body "..."',
)
OFFSETS_OUTSIDE = Rule(
    "A131",
    Severity.ERROR,
    "offsets without words",
    "no words stand at {start}:{end}; the reading text has the code points 0:{length}",
    "offsets count the code points of the reading text from 0, the last is left out: annotate show --json has them",
    bad="annotate claim add review.xml --at 1310:1204",
    good="annotate claim add review.xml --at 1204:1310",
)
OFFSETS_OF_OTHERS = Rule(
    "A132",
    Severity.ERROR,
    "offsets of other words",
    'at {start}:{end} stands "{words}", not "{quote}"',
    "leave the offsets out to look for the quote, or the quote to take what stands there",
    bad='annotate claim add review.xml "shot in Oregon" --at 0:14',
    good='annotate claim add review.xml "shot in Oregon" --at 1204:1218',
)
NO_LAST_WORDS = Rule(
    "A133",
    Severity.ERROR,
    "last words do not follow",
    'the last words "{quote}" do not stand after "{first}"{where}; {nearest}',
    "quote the last words as the text has them; annotate show prints the text with its block numbers",
    bad='annotate claim add review.xml --first "The train" --last "of the brige"',
    good='annotate claim add review.xml --first "The train" --last "of the bridge"',
)
SEVERAL_LAST_WORDS = Rule(
    "A134",
    Severity.ERROR,
    "last words follow several times",
    'the last words "{quote}" stand {times} after "{first}": {places}',
    "{choice}quote more of the last words",
    bad='annotate claim add review.xml --first "The train" --last "the"',
    good='annotate claim add review.xml --first "The train" --last "the" --to b12',
)
PARTS_OVERLAP = Rule(
    "A135",
    Severity.ERROR,
    "parts of one passage overlap",
    'the parts "{first}" and "{second}" have words in common',
    "give each word of the passage in one part only; what overlaps can be two annotations",
    bad='annotate claim add review.xml "a real engine" "engine falls"',
    good='annotate claim add review.xml "a real engine" "falls"',
)
RULES = (OTHER_CONTEXT, OFFSETS_OUTSIDE, OFFSETS_OF_OTHERS, NO_LAST_WORDS, SEVERAL_LAST_WORDS, PARTS_OVERLAP)
