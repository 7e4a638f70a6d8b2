"""What can be wrong with a correction (codes F116, F118 to F120)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity
from annotate.read.rules import NO_SUCH_BLOCK

SOURCE_NOT_FOUND = Rule(
    "F118",
    Severity.ERROR,
    "source of a text not found",
    "the source this text was parsed from is not in its folder, or has changed since",
    "put the source beside the text again; if it has changed, parse it anew first",
    bad="annotate correct review.xml b12 --kind boilerplate, where review.txt was deleted",
    good="annotate correct review.xml b12 --kind boilerplate, with review.txt beside it",
)
EDITED_TEXT = Rule(
    "F119",
    Severity.ERROR,
    "text edited by hand",
    "this text was edited since annotate wrote it, and correcting it would undo that",
    "make the change by “annotate correct” too, or in the source, and parse that again with --force",
    bad="annotate correct review.xml b12 --kind p, after mending a typing error in review.xml",
    good="annotate correct review.xml b12 --kind p, after mending it in review.txt and parsing that",
)
WOULD_LOSE_PLACES = Rule(
    "F120",
    Severity.ERROR,
    "correction that would cost annotations their places",
    "these annotations would have no certain place in the corrected text: {named}",
    "remove them first and add them again afterwards, or correct another block",
    bad="annotate correct review.xml b12 --kind boilerplate, where a claim stands in b12",
    good="annotate claim remove review.xml c-7k2m9x, then the correction",
)
RULES = (SOURCE_NOT_FOUND, EDITED_TEXT, WOULD_LOSE_PLACES)
__all__ = ["EDITED_TEXT", "NO_SUCH_BLOCK", "RULES", "SOURCE_NOT_FOUND", "WOULD_LOSE_PLACES"]
