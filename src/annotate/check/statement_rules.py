"""What can be wrong with what a claim says, beside its passage and its evidence (codes C184 to C191)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity


def _quoted(statement: str, quote: str) -> str:
    return (
        f'{{"claims": [{{"id": "c-7k2m9x", "statement": "{statement}",'
        f' "evidence": [{{"id": "e-4hq8rz", "quote": "{quote}"}}]}}]}}'
    )


EMPTY_STATEMENT = Rule(
    "C184",
    Severity.WARNING,
    "empty statement",
    "the statement of claim {id} says nothing",
    "write what is claimed in your own words, or leave statement out",
    bad='{"claims": [{"id": "c-4n6p8r", "statement": " "}]}',
    good='{"claims": [{"id": "c-4n6p8r", "statement": "The film is 94 minutes long."}]}',
)
REPEATS_ITS_PASSAGE = Rule(
    "C185",
    Severity.NOTE,
    "statement that repeats its passage",
    "the statement of claim {id} is the passage itself",
    "leave statement out, or say what is claimed so that it can be checked by itself",
    bad='{"claims": [{"id": "c-4n6p8r", "statement": "The film runs ninety-four minutes."}]}',
    good='{"claims": [{"id": "c-4n6p8r", "statement": "Murnau\'s film is 94 minutes long."}]}',
)
NUMBERS_NOT_QUOTED = Rule(
    "C186",
    Severity.WARNING,
    "number that the evidence does not have",
    "claim {id} rests on {numbers}, and what is quoted as its evidence says nothing of {them}",
    "quote the words of the source that say so, or mend the number",
    bad=_quoted("The court sat in 1924.", "All prints are to be destroyed."),
    good=_quoted("The court sat in 1924.", "In July 1924 a court ordered all prints to be destroyed."),
)
SOME_NUMBERS_NOT_QUOTED = Rule(
    "C187",
    Severity.NOTE,
    "number that part of the evidence does not have",
    "claim {id} says {numbers}, which none of its quoted evidence does",
    "quote that too, or say in note where it comes from",
    bad=_quoted("In 1925 a court had 12 prints destroyed.", "In July 1925 all prints were destroyed."),
    good=_quoted("In 1925 a court had 12 prints destroyed.", "In July 1925 all twelve prints were destroyed."),
)
CERTAIN_QUESTION = Rule(
    "C188",
    Severity.WARNING,
    "question that is certain",
    'the claimant of claim {id} "asks", and is "{certainty}"',
    "leave certainty out, or set the attitude that the words have",
    bad='{"claims": [{"id": "c-4n6p8r", "attitude": "asks", "certainty": "certain"}]}',
    good='{"claims": [{"id": "c-4n6p8r", "attitude": "asks"}]}',
)
WEAKLY_SUPPORTED = Rule(
    "C189",
    Severity.NOTE,
    "supported by weak evidence alone",
    'claim {id} is "supported", and all that supports it is "weak"',
    "look for better evidence, or say in note why it is enough",
    bad='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "strength": "weak"}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "evidence": [{"id": "e-4hq8rz", "strength": "moderate"}]}]}',
)
BOTH_AT_ONCE = Rule(
    "C190",
    Severity.WARNING,
    "supported and disputed at once",
    'claim {id} is "unreviewed", though {supporting} supports and {disputing} disputes it',
    'weigh the two and set status; "disputed" is what such a claim is until one of them is refuted',
    bad='{"claims": [{"id": "c-7k2m9x", "status": "unreviewed", "evidence": [{"id": "e-6t7w8v", "relation":'
    ' "disputes"}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "status": "disputed", "evidence": [{"id": "e-6t7w8v", "relation":'
    ' "disputes"}]}]}',
)
VERDICT_BY_NOBODY = Rule(
    "C191",
    Severity.WARNING,
    "verdict by nobody",
    'claim {id} is "{status}", and nobody signs for it',
    "add creator or modified_by: who has checked it",
    bad='{"claims": [{"id": "c-7k2m9x", "creator": " "}]}',
    good='{"claims": [{"id": "c-7k2m9x", "creator": "Grace Checker"}]}',
)

RULES = (
    EMPTY_STATEMENT,
    REPEATS_ITS_PASSAGE,
    NUMBERS_NOT_QUOTED,
    SOME_NUMBERS_NOT_QUOTED,
    CERTAIN_QUESTION,
    WEAKLY_SUPPORTED,
    BOTH_AT_ONCE,
    VERDICT_BY_NOBODY,
)
