"""The families of rules on annotations: all of them, in the order of their codes.

The examples of these rules are JSON objects that are laid over a sound annotation file: objects are merged, records in
lists are merged by their id, and null takes a field away. So an example shows nothing but what it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import (
    anchors,
    claims,
    conflicts,
    contexts,
    copies,
    entities,
    entity_rules,
    evidence,
    library_rules,
    links,
    makers,
    notes,
    oppositions,
    outliers,
    quotations,
    records,
    schema_rules,
    source_items,
    source_rules,
    sources,
    statements,
    text_rules,
    wording,
)
from annotate.diagnostics import in_order

if TYPE_CHECKING:
    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding, Rule

FAMILIES = (
    records,
    anchors,
    contexts,
    claims,
    statements,
    oppositions,
    evidence,
    copies,
    quotations,
    sources,
    source_items,
    entities,
    notes,
    links,
    makers,
    wording,
    outliers,
    conflicts,
)
ENTRY_FAMILIES = (records, copies, sources, source_items, entities, wording, conflicts)
"""Those that look at the entries of a library."""
RULES: tuple[Rule, ...] = (
    *schema_rules.RULES,
    *text_rules.RULES,
    *library_rules.RULES,
    *(rule for family in FAMILIES for rule in family.RULES),
)


def library_entry_findings(subject: Subject) -> list[Finding]:
    """Return what the rules find in the entries of a library, which are there to be used by files not looked at."""
    of_use = {source_rules.UNUSED_SOURCE.code, entity_rules.UNUSED_ENTITY.code}
    found = (finding for family in ENTRY_FAMILIES for finding in family.check(subject))
    return in_order(finding for finding in found if finding.code not in of_use)


def annotation_findings(subject: Subject) -> list[Finding]:
    """Return what every family finds in an annotation file that fits the schema, in the file's order."""
    return in_order(finding for family in FAMILIES for finding in family.check(subject))
