"""Whether evidence names a source that is there, and a place that the source has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import evidence_rules as rules
from annotate.check import locator_rules
from annotate.check.nearest import suggestion
from annotate.model.locator_value import fault, number_ranges
from annotate.model.time_code import seconds_of
from annotate.model.timeline import time_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Evidence, Locator, Source

RULES = (*rules.RULES, *locator_rules.RULES)
Place = tuple[str | int, ...]

# Types of CSL items that have time codes or pages even where the item does not say how many.
_WITH_TIME = frozenset({"motion_picture"})
_WITH_PAGES = frozenset({"book", "thesis"})
# Fields that say which part of a larger work the source itself is, by the label of the locators that name such parts.
_OWN_NUMBERS = {"volume": "volume", "issue": "issue", "chapter": "chapter-number"}
_COUNTS = {"volume": "number-of-volumes"}


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
    else:
        yield from _located(subject, place, evidence, source, evidence.locator)


def _located(subject: Subject, place: Place, evidence: Evidence, source: Source, locator: Locator) -> Iterator[Finding]:
    reason = fault(locator)
    if locator.label == "timestamp":
        yield from _time(subject, place, evidence, source, locator.value)
    elif reason is not None:
        yield subject.finding(
            locator_rules.ILL_FORMED,
            *place,
            "locator",
            "value",
            id=evidence.id,
            label=locator.label,
            value=locator.value,
            reason=reason,
        )
    elif locator.label == "page":
        yield from _page(subject, place, evidence, source, locator.value)
    elif locator.label in _OWN_NUMBERS:
        yield from _own_number(subject, place, evidence, source, locator)


def _wanted_locator(source: Source) -> str:
    """Return what a locator in this source looks like, "" where none is to be expected."""
    if source.runtime is not None or source.type in _WITH_TIME:
        return "timestamp 00:43:12"
    if source.type in _WITH_PAGES or "number-of-pages" in source.item or "-" in str(source.item.get("page", "")):
        return "page 12"
    return ""


def _time(subject: Subject, place: Place, evidence: Evidence, source: Source, value: str) -> Iterator[Finding]:
    where = (*place, "locator", "value")
    try:
        _, last = seconds_of(value)
    except ValueError as error:
        yield subject.finding(rules.ILL_FORMED_TIME, *where, id=evidence.id, value=value, reason=error)
        return
    if source.runtime is None:
        if source.type in _WITH_TIME:
            yield subject.finding(rules.TIME_UNCHECKED, *where, id=evidence.id, source=source.id)
    elif last > source.runtime:
        yield subject.finding(
            rules.TIME_AFTER_END,
            *where,
            id=evidence.id,
            value=value,
            source=source.id,
            runtime=time_code(source.runtime),
        )


def _page(subject: Subject, place: Place, evidence: Evidence, source: Source, value: str) -> Iterator[Finding]:
    """Compare page numbers where both are plain numbers: a roman page or a letter before it says nothing."""
    pages = number_ranges(value)
    own = number_ranges(str(source.item.get("page", "")))
    count = number_ranges(str(source.item.get("number-of-pages", "")))
    known = own or [(1, last) for _, last in count[:1]]
    if known and any(not _within(page, known) for page in pages):
        shown = source.item["page"] if own else f"1-{known[0][1]}"
        yield subject.finding(
            rules.PAGE_OUTSIDE, *place, "locator", "value", id=evidence.id, value=value, source=source.id, pages=shown
        )


def _own_number(
    subject: Subject, place: Place, evidence: Evidence, source: Source, locator: Locator
) -> Iterator[Finding]:
    """Compare a volume, an issue or a chapter with the one that the source is, or with how many it has."""
    field = _OWN_NUMBERS[locator.label]
    known = number_ranges(str(source.item.get(field, "")))
    shown = str(source.item.get(field, ""))
    if not known and (field := _COUNTS.get(locator.label, "")) in source.item:
        known = [(1, last) for _, last in number_ranges(str(source.item[field]))[:1]]
        shown = f"1 to {source.item[field]}"
    if known and any(not _within(part, known) for part in number_ranges(locator.value)):
        yield subject.finding(
            locator_rules.ELSEWHERE,
            *place,
            "locator",
            "value",
            id=evidence.id,
            label=locator.label,
            value=locator.value,
            source=source.id,
            known=shown,
            field=field,
        )


def _within(part: tuple[int, int], known: list[tuple[int, int]]) -> bool:
    return any(first <= part[0] and part[1] <= last for first, last in known)
