"""What can be wrong with the texts to be rendered, or with how they are to be set (codes E330 to E332)."""

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
PAGE_TOO_NARROW = Rule(
    "E332",
    Severity.ERROR,
    "a page without room for notes in the margin",
    "a page of {page} has no room for notes in the margin",
    "choose a page of {pages}, or notes at the foot of the page or at the end",
    bad="annotate render review.xml --page 5.5x8.5 --notes side",
    good="annotate render review.xml --page 6x9 --notes side",
)

RULES = (TWO_TEXTS, NO_TEXTS, PAGE_TOO_NARROW)
