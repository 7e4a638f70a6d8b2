"""What can be wrong with the quotations of a text, held against the copies of its sources (codes Q101 to Q108)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

ALTERED = Rule(
    "Q101",
    Severity.ERROR,
    "quotation of the text that its source has otherwise",
    "the text does not quote {source} as its copy has it{place}: {difference}",
    "correct the quotation in the source of the text, or note it; the difference is [-quoted-] {{+in the copy+}}",
    bad="“I liked it”, where the copy of the source cited for the passage has: I never liked it",
    good="“I never liked it”, or “I … liked it” only where no “not” is left out",
)
ABSENT = Rule(
    "Q102",
    Severity.WARNING,
    "quotation of the text that its sources do not have",
    "nothing in the copy of {source}, which is cited here, is like what the text quotes: “{quote}”",
    "cite the source that it is from, and keep a copy of it with annotate source attach",
    bad="a quotation in a passage whose claim cites a source that does not have it, and no other copy does",
    good="a quotation in a passage whose claim cites the source it stands in",
)
SAID_BY_ANOTHER = Rule(
    "Q103",
    Severity.WARNING,
    "quotation with another speaker",
    "the text has {here} say “{quote}”; in the copy of {source}{place} it is {there} who says it",
    "correct who says it, in the text with annotate correct, or in the copy if that was parsed wrong",
    bad="“It was cold,” says Ada, where the interview has Ben say so",
    good="“It was cold,” says Ben",
)
NEGATION_LEFT_OUT = Rule(
    "Q104",
    Severity.WARNING,
    "elision that leaves out a “not”",
    "what a quotation from {source} leaves out{place} negates: “{quote}” leaves out “{left}”",
    "read the whole sentence; quote more of it if it says something else",
    bad="“He was … a liar”, where the copy has: He was certainly not a liar",
    good="“He was … not a liar”",
)
BRACKETED = Rule(
    "Q105",
    Severity.NOTE,
    "quotation with words in square brackets",
    "a quotation from {source} differs from its copy{place} in words that it has in square brackets: {difference}",
    "compare them: what stands in brackets is another's, and nothing vouches for it",
    bad="“He [Keaton] burned the bridge”, where the copy has: He burned the bridge",
    good="“He burned the bridge”",
)
NOT_SEARCHED = Rule(
    "Q106",
    Severity.NOTE,
    "quotation of the text that was not searched",
    "what the text quotes was not looked for in the whole copy of {source}, which would cost too much: “{quote}”",
    "compare it with your own eyes, or make the copy smaller",
    bad="a quotation of 20,001 characters that is not in the copy as it stands",
    good="a quotation of a sentence or two",
)
LIKE_ANOTHER = Rule(
    "Q107",
    Severity.WARNING,
    "quotation that is nearly that of a source",
    "the text quotes nearly what the copy of {source} says{place}, which is not cited here: {difference}",
    "correct the quotation if it is from there, and cite it; the difference is [-quoted-] {{+in the copy+}}",
    bad="a quotation without a claim that cites its source, one word of which differs from a copy",
    good="the same quotation as the copy has it",
)
REUSED = Rule(
    "Q108",
    Severity.WARNING,
    "words of a source without quotation marks",
    "{words} words in a row stand in the copy of {source}{place} too, without quotation marks here: “{quote}”",
    "set them in quotation marks and cite the source, or say it in other words",
    bad="annotate quotes review.xml --reuse, where a sentence of the review stands in a copy word for word",
    good="the same sentence in quotation marks",
)
RULES = (
    ALTERED,
    ABSENT,
    SAID_BY_ANOTHER,
    NEGATION_LEFT_OUT,
    BRACKETED,
    NOT_SEARCHED,
    LIKE_ANOTHER,
    REUSED,
)
