"""What can be wrong with a correction, and with sources of several texts (codes F116, F118 to F120, F130 to F132)."""

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
IN_A_NOTE = Rule(
    "F130",
    Severity.ERROR,
    "correction of a note",
    "{block} stands in an author's note, and corrections are for the blocks of the text",
    "correct the note in the source, and parse it anew",
    bad="annotate correct essay.xml b8 --kind quote, where b8 is a footnote",
    good="annotate correct essay.xml b7 --kind quote, where b7 is a paragraph",
)
TWO_SOURCES = Rule(
    "F131",
    Severity.ERROR,
    "two sources of one text",
    "this would be written to {text}, which this command has made of {other}",
    "parse it by itself, with -o and another name",
    bad="annotate parse review.txt review.html",
    good="annotate parse review.txt",
)
NO_SOURCES = Rule(
    "F132",
    Severity.ERROR,
    "folder without sources",
    "there is no text, web page, Word file or the like in this folder or below",
    "name another folder, or the file itself if its name has an unusual ending",
    bad="annotate parse pictures/",
    good="annotate parse reviews/",
)
RULES = (
    SOURCE_NOT_FOUND,
    EDITED_TEXT,
    WOULD_LOSE_PLACES,
    IN_A_NOTE,
    TWO_SOURCES,
    NO_SOURCES,
)
__all__ = [
    "EDITED_TEXT",
    "IN_A_NOTE",
    "NO_SOURCES",
    "NO_SUCH_BLOCK",
    "RULES",
    "SOURCE_NOT_FOUND",
    "TWO_SOURCES",
    "WOULD_LOSE_PLACES",
]
