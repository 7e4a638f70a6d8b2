"""What can be wrong with keeping a copy of a source (codes S129, S145 to S149)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

OWN_TEXT = Rule(
    "S145",
    Severity.ERROR,
    "text as its own source",
    "{file} is {what}, and cannot be a source for it",
    "name the file that the source is in",
    bad="annotate source attach review.xml hall-1927 review.xml",
    good="annotate source attach review.xml hall-1927 ~/Downloads/screen-1927.pdf",
)
COPY_THERE = Rule(
    "S146",
    Severity.ERROR,
    "another copy there",
    "{what}, and this file has other bytes",
    "put the new file in its place with --replace, which says what becomes of the quotations",
    bad="annotate source attach review.xml hall-1927 corrected.txt, where hall-1927 has a copy",
    good="annotate source attach review.xml hall-1927 corrected.txt --replace",
)
NO_COPY = Rule(
    "S147",
    Severity.ERROR,
    "no copy",
    "the source {id} has no copy{detail}",
    "annotate source attach keeps a copy of a source; annotate source check lists those there are",
    bad="annotate source detach review.xml hall-1927, where hall-1927 has no copy",
    good="annotate source attach review.xml hall-1927 screen-1927.txt",
)
NOT_TAKEN = Rule(
    "S148",
    Severity.ERROR,
    "file that is not taken as a copy",
    "the file cannot be kept as a copy: {reason}",
    "name a plain file of at most 256 MiB; a film is cited by its time codes and needs no copy",
    bad="annotate source attach review.xml nosferatu nosferatu.iso",
    good="annotate source attach review.xml nosferatu nosferatu.srt",
)
PARSED_UNREADABLE = Rule(
    "S149",
    Severity.ERROR,
    "parsed text of a copy that cannot be read",
    "the parsed text of a copy cannot be read: {reason}",
    "remove it, and keep the copy anew with annotate source attach --replace",
    bad="a folder in the place of sources/hall-1927/hall-1927.xml",
    good="sources/hall-1927/hall-1927.xml as annotate source attach wrote it",
)
COPY_OF_ANOTHER = Rule(
    "S129",
    Severity.ERROR,
    "place of another source's copy",
    "the place of this copy, {file}, is that of the copy of {id}",
    "give one of the two sources another id, or let that copy go with annotate source detach",
    bad="annotate source attach review.xml hall-1927 screen.txt, where screen-1927 was once called hall-1927",
    good="annotate source attach review.xml hall-1927b screen.txt",
)
RULES = (COPY_OF_ANOTHER, OWN_TEXT, COPY_THERE, NO_COPY, NOT_TAKEN, PARSED_UNREADABLE)
