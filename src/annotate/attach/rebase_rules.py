"""What becomes of the annotations of a text whose words change (codes A110 to A116)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

FOLLOWED = Rule(
    "A110",
    Severity.NOTE,
    "annotations of a text whose words change",
    "{summary}",
    "those with a certain place are carried to it; the others keep their words and wait for a decision",
    bad="annotate parse revised.txt -o review.xml --force, where claims point at review.xml",
    good="annotate parse revised.txt -o revised.xml, then annotate rebase review.xml revised.xml",
)
MOVED = Rule(
    "A111",
    Severity.NOTE,
    "annotation that moved",
    "{id} moves from {before} to {after}",
    "its words are the same; nothing needs doing",
    bad="a claim about a passage before which a paragraph was added",
    good="a claim about a passage before which nothing has changed",
)
PLACE_LOST = Rule(
    "A112",
    Severity.WARNING,
    "annotation without a certain place",
    "{id} is {outcome} in the new words{how}; it stood in {before}",
    "annotate rebase OLD NEW -i asks where it belongs; or edit its quote, or remove it",
    bad="a claim about a sentence that was deleted",
    good="a claim about a sentence that still stands",
)
KEPT = Rule(
    "A113",
    Severity.WARNING,
    "annotation that differs in the revised text's file",
    "{id} stands in {file} already, and says something else there; it was left as it is",
    "compare the two, and edit the one in {file} if the other is right",
    bad="a claim edited in review.annotations.json after it had been carried to revised.annotations.json",
    good="a claim edited in revised.annotations.json once it had been carried there",
)
NOTHING_TO_CARRY = Rule(
    "A114",
    Severity.ERROR,
    "text without annotations",
    "there is no annotation file of this text beside it",
    "name the older text first and the revised one second, and the file with --annotations if it is elsewhere",
    bad="annotate rebase revised.xml review.xml",
    good="annotate rebase review.xml revised.xml",
)
SAME_TEXT = Rule(
    "A115",
    Severity.ERROR,
    "text rebased onto itself",
    "the older and the revised text are one file",
    "keep the older text under another name (git show HEAD:review.xml > old.xml), and name both",
    bad="annotate rebase review.xml review.xml",
    good="annotate rebase review.xml revised.xml",
)
COPIES_STAY = Rule(
    "A116",
    Severity.WARNING,
    "copies of sources in another folder",
    "{which} have local copies in {folder}, which are not beside the revised text",
    "copy {folder}/sources to the folder of the revised text",
    bad="annotate rebase review.xml second/review.xml, where only the first folder has sources/",
    good="the same with sources/ copied to second/",
)

RULES = (FOLLOWED, MOVED, PLACE_LOST, KEPT, NOTHING_TO_CARRY, SAME_TEXT, COPIES_STAY)
