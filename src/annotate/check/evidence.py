"""Whether evidence names a source that is there, and a place that the source has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.check import evidence_rules as rules
from annotate.check.nearest import suggestion
from annotate.check.time_codes import seconds_of
from annotate.model.timeline import time_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Evidence, Source

RULES = rules.RULES
Place = tuple[str | int, ...]

# Types of CSL items that have time codes or pages even where the item does not say how many.
_WITH_TIME = frozenset({"motion_picture"})
_WITH_PAGES = frozenset({"book", "thesis"})
_PAGES = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with evidence (C170 to C179)."""
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
    elif evidence.locator.label == "timestamp":
        yield from _time(subject, place, evidence, source, evidence.locator.value)
    elif evidence.locator.label == "page":
        yield from _page(subject, place, evidence, source, evidence.locator.value)


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
    pages = _PAGES.fullmatch(value.strip())
    if pages is None:
        return
    first, last = int(pages[1]), int(pages[2] or pages[1])
    own = _PAGES.fullmatch(str(source.item.get("page", "")).strip())
    count = str(source.item.get("number-of-pages", ""))
    # "12-5" is short for 12 to 15: what ends before it begins is not judged.
    if own and int(own[2] or own[1]) >= int(own[1]):
        outside = first < int(own[1]) or last > int(own[2] or own[1])
        known = own[0]
    else:
        outside = count.isascii() and count.isdigit() and last > int(count)
        known = f"1-{count}"
    if outside:
        yield subject.finding(
            rules.PAGE_OUTSIDE, *place, "locator", "value", id=evidence.id, value=value, source=source.id, pages=known
        )
