"""What can be wrong with what is to be validated, before any of it is looked at (codes F336 to F339)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NOTHING_THERE = Rule(
    "F336",
    Severity.ERROR,
    "nothing to validate",
    "there is no text and no annotation file in this folder",
    "name a folder with NAME.xml or NAME.annotations.json in it; annotate parse makes a text",
    bad="annotate validate pictures/",
    good="annotate validate reviews/",
)
NEITHER = Rule(
    "F337",
    Severity.ERROR,
    "neither text nor annotations",
    "this is neither a TEI text nor an annotation file",
    "name a .xml or .annotations.json file; annotate parse makes a text of this one if it is plain text",
    bad="annotate validate review.txt",
    good="annotate validate review.xml",
)
TEXT_NOT_READ = Rule(
    "F338",
    Severity.ERROR,
    "text of annotations cannot be read",
    "the text {file} that these annotations are of cannot be read: {reason}",
    "put it where file in the section text says, or mend file; without the text no passage can be checked",
    bad="review.annotations.json alone in a folder",
    good="review.annotations.json beside review.xml",
)

RULES = (NOTHING_THERE, NEITHER, TEXT_NOT_READ)
