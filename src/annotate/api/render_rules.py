"""What can be wrong with the texts to be rendered, before any of them is looked at (codes E330 and E331)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

TWO_TEXTS = Rule(
    "E330",
    Severity.ERROR,
    "two texts of one edition",
    "its edition would be written to {file}, where this command puts that of {other}",
    "render it by itself, with -o and another folder",
    bad="annotate render reviews/lamp.xml essays/lamp.xml -o editions",
    good="annotate render reviews/lamp.xml -o editions/reviews",
)
NO_TEXTS = Rule(
    "E331",
    Severity.ERROR,
    "nothing to render",
    "there is no TEI text here",
    "name a folder with texts in it, or a pattern that fits some; annotate parse makes a text of a source",
    bad="annotate render pictures/",
    good="annotate render reviews/",
)

RULES = (TWO_TEXTS, NO_TEXTS)
