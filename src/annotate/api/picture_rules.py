"""What can keep a picture of a source from standing beside its text (codes F580 to F583)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

REMOTE = Rule(
    "F580",
    Severity.NOTE,
    "picture on the web",
    "{count} on the web, and nothing is fetched: {what}",
    "save the page with its pictures, or put them beside the source and name them there",
    bad="![A still](https://example.org/still.png)",
    good="![A still](still.png)",
)
MISSING = Rule(
    "F581",
    Severity.WARNING,
    "picture that is not there",
    "{count} not at hand: {what}",
    "put them beside the source, where the source says they are",
    bad="![A still](stills/lost.png), without such a file",
    good="![A still](stills/still.png), with it",
)
REFUSED = Rule(
    "F582",
    Severity.WARNING,
    "picture that is not kept",
    "the picture {address} is not kept: {reason}",
    "save it as PNG, JPEG, GIF or WebP, of at most {megabytes} MB, and name it in the source",
    bad="![A still](still.svg)",
    good="![A still](still.png)",
)
CHANGED = Rule(
    "F583",
    Severity.WARNING,
    "picture changed since it was kept",
    "this picture is not the one of the source any more, and stays as it is",
    "say --force to put the source's in its place, or rename yours",
    bad="annotate parse page.html, where page.media/still.png was cropped by hand",
    good="annotate parse page.html --force",
)

RULES = (REMOTE, MISSING, REFUSED, CHANGED)
