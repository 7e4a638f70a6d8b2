"""What can be wrong with merging and with settling conflicts (codes C142, C143, F141 to F143)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NO_SUCH_CONFLICT = Rule(
    "C142",
    Severity.ERROR,
    "no such conflict",
    "there is no conflict about “{id}” here{nearest}",
    "“annotate conflict list TEXT” lists them",
    bad="annotate conflict settle review.xml c-7k2m9y --mine, for a conflict about c-7k2m9x",
    good="annotate conflict settle review.xml c-7k2m9x --mine",
)
VALUE_UNFIT = Rule(
    "C143",
    Severity.ERROR,
    "conflict whose value does not fit",
    "what {side} says cannot stand in the field “{field}” of {id}",
    "mend the conflict in an editor, or settle it with --keep",
    bad='annotate conflict settle review.xml c-7k2m9x --theirs, where "theirs" was deleted for the field kind',
    good="annotate conflict settle review.xml c-7k2m9x --theirs, for a conflict as annotate merge wrote it",
)
TWO_TEXTS = Rule(
    "F141",
    Severity.WARNING,
    "merged annotations of two versions of a text",
    "the sides are about different versions of {file}; the merged file is about that of {side} ({digest}…)",
    "“annotate validate” names the annotations whose place needs a look",
    bad="a merge of annotations where one branch has revised the text",
    good="a merge of annotations of one text",
)
PLACE_UNSURE = Rule(
    "F142",
    Severity.WARNING,
    "merged annotation without a certain place",
    "{id}, made on the other version of the text, is {outcome} in this one",
    "look at it: it stays as it is, with the digest of the text it was made on, until somebody has decided",
    bad="a claim about a sentence that the other branch has rewritten",
    good="a claim about a sentence that stands in both versions",
)
MERGED_AS_TEXT = Rule(
    "F143",
    Severity.ERROR,
    "annotations merged as text",
    "one of the three files cannot be read as annotations, so git's own merge of lines was made; {outcome}",
    "mend the file in an editor, and run “annotate validate” before you commit it",
    bad="a merge with a branch on which the annotation file is no JSON",
    good="a merge of annotation files that “annotate validate” accepts",
)
RULES = (NO_SUCH_CONFLICT, VALUE_UNFIT, TWO_TEXTS, PLACE_UNSURE, MERGED_AS_TEXT)
