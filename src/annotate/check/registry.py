"""The families of rules on annotations: all of them, in the order of their codes.

The examples of these rules are JSON objects that are laid over a sound annotation file: objects are merged, records in
lists are merged by their id, and null takes a field away. So an example shows nothing but what it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import anchors, claims, evidence, notes, records, schema_rules, sources, text_rules
from annotate.diagnostics import in_order

if TYPE_CHECKING:
    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding, Rule

FAMILIES = (records, anchors, claims, evidence, sources, notes)
RULES: tuple[Rule, ...] = (
    *schema_rules.RULES,
    *text_rules.RULES,
    *(rule for family in FAMILIES for rule in family.RULES),
)


def annotation_findings(subject: Subject) -> list[Finding]:
    """Return what every family finds in an annotation file that fits the schema, in the file's order."""
    return in_order(finding for family in FAMILIES for finding in family.check(subject))
