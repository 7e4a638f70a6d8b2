"""What can be wrong between an annotation file and its project's library (codes S106, N121)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

SOURCE_DISAGREES = Rule(
    "S106",
    Severity.ERROR,
    "source other than in the library",
    "the source {id} is not the same in {library}: {differing}",
    "make the two agree, remove the one here so that the library's counts, or give this one an id of its own",
    bad="hall-1927 with page 12 in review.annotations.json, and with page 21 in library.json",
    good="hall-1927 in library.json only",
)
ENTITY_DISAGREES = Rule(
    "N121",
    Severity.ERROR,
    "entity other than in the library",
    "the entity {id} is not the same in {library}: {differing}",
    "make the two agree, remove the one here so that the library's counts, or give this one an id of its own",
    bad="buster-keaton of type person in review.annotations.json, and of type work in library.json",
    good="buster-keaton in library.json only",
)
RULES = (SOURCE_DISAGREES, ENTITY_DISAGREES)
