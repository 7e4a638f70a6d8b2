"""What can be wrong with what is to be validated, before any of it is looked at (codes F166, F167, F336 to F338)."""

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

NOTHING_FITS = Rule(
    "F166",
    Severity.ERROR,
    "pattern that fits no file",
    "no text and no annotation file fits this pattern",
    "** stands for folders at any depth: “reviews/**/*.xml”; put the pattern in quotation marks",
    bad='annotate validate "review/**/*.xml", where the folder is called reviews',
    good='annotate validate "reviews/**/*.xml"',
)
USELESS_SUPPRESSION = Rule(
    "F167",
    Severity.WARNING,
    "suppression that suppresses nothing",
    "nothing is suppressed here: no finding {code} was there{which}",
    "delete this suppression; what it was for has been mended",
    bad='[[suppress]]\ncode = "S150"\nreason = "...", where every source is used',
    good='[[suppress]]\ncode = "S150"\nreason = "...", where a source is not used',
)

RULES = (NOTHING_THERE, NOTHING_FITS, USELESS_SUPPRESSION, NEITHER, TEXT_NOT_READ)
