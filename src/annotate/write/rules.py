"""When a text is not written, because a person's work would be lost (codes F112 to F115, F126)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

ONTO_SOURCE = Rule(
    "F112",
    Severity.ERROR,
    "output onto the source",
    "the output would replace the source text itself",
    "name another file with -o",
    bad="annotate parse review.txt -o review.txt",
    good="annotate parse review.txt -o review.xml",
)
EDITED_BY_HAND = Rule(
    "F113",
    Severity.ERROR,
    "text edited by hand",
    "this text was edited since annotate wrote it, and parsing again would undo that",
    "keep it, write to another file with -o, or say --force",
    bad="annotate parse review.txt -o review.xml, after mending a typing error in review.xml",
    good="annotate parse review.txt -o review-2.xml",
)
ANNOTATED = Rule(
    "F114",
    Severity.ERROR,
    "annotations point at the text",
    "{annotations} points at this text, whose words would change from “{old}” to “{new}” ({summary})",
    "write to another file with -o and compare the two, or say --force; with --dry-run nothing is written",
    bad="annotate parse revised.txt -o review.xml, where review.annotations.json holds claims about review.xml",
    good="annotate parse revised.txt -o revised.xml",
)
NOT_OURS = Rule(
    "F115",
    Severity.ERROR,
    "not a text made by annotate",
    "there is a file of this name already, and annotate did not make it",
    "name another file with -o, or say --force",
    bad="annotate parse review.txt -o letters.xml",
    good="annotate parse review.txt -o review.xml",
)

COMMENTS_WITHOUT_PLACE = Rule(
    "F126",
    Severity.WARNING,
    "comments without a place",
    "{count} comments of the source stand on no words of the text and were left out",
    "look at them in the source",
    bad="a comment on a deleted paragraph",
    good="a comment on a word",
)
RULES = (ONTO_SOURCE, EDITED_BY_HAND, ANNOTATED, NOT_OURS, COMMENTS_WITHOUT_PLACE)
