"""Whether evidence names a source that is there, and a place that the source has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import evidence_rules as rules
from annotate.check import locator_rules
from annotate.check.locators import WITH_TIME, locator_fault
from annotate.check.nearest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Evidence, Source

RULES = (*rules.RULES, *locator_rules.RULES)
Place = tuple[str | int, ...]

# Types of CSL items that have pages even where the item does not say how many.
_WITH_PAGES = frozenset({"book", "thesis"})


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with evidence (C170 to C179, S143, S144)."""
    sources = subject.sources()
    for index, claim in enumerate(subject.annotations.claims):
        seen: dict[object, str] = {}
        for number, evidence in enumerate(claim.evidence):
            place: Place = ("claims", index, "evidence", number)
            same = (evidence.source, evidence.relation, evidence.locator, evidence.quote, evidence.target)
            other = seen.setdefault(same, evidence.id)
            if other != evidence.id:
                yield subject.finding(rules.SAME_EVIDENCE, *place, id=evidence.id, other=other)
            if evidence.quote is not None and not evidence.quote.strip():
                yield subject.finding(rules.EMPTY_QUOTE, *place, "quote", id=evidence.id)
            source = sources.get(evidence.source)
            if source is None:
                remedy = suggestion(evidence.source, sources, "add the source, or name one that is there")
                yield subject.finding(
                    rules.UNKNOWN_SOURCE, *place, "source", id=evidence.id, source=evidence.source, remedy=remedy
                )
            else:
                yield from _in_source(subject, place, evidence, source)


def _in_source(subject: Subject, place: Place, evidence: Evidence, source: Source) -> Iterator[Finding]:
    if evidence.target is not None and source.copy is None:
        yield subject.finding(rules.TARGET_WITHOUT_COPY, *place, "target", id=evidence.id, source=source.id)
    if evidence.locator is None:
        wanted = _wanted_locator(source)
        if wanted and evidence.target is None:
            quotes = bool(evidence.quote and evidence.quote.strip())
            rule = rules.QUOTE_WITHOUT_PLACE if quotes else rules.NO_PLACE
            yield subject.finding(rule, *place, id=evidence.id, source=source.id, wanted=wanted)
    elif (found := locator_fault(source, evidence.locator)) is not None:
        rule, fields = found
        told = {"id": evidence.id, "source": source.id, "value": evidence.locator.value, **fields}
        yield subject.finding(rule, *place, "locator", "value", **told)


def _wanted_locator(source: Source) -> str:
    """Return what a locator in this source looks like, "" where none is to be expected."""
    if source.runtime is not None or source.type in WITH_TIME:
        return "timestamp 00:43:12"
    if source.type in _WITH_PAGES or "number-of-pages" in source.item or "-" in str(source.item.get("page", "")):
        return "page 12"
    return ""
