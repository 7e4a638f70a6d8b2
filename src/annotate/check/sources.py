"""Whether sources are used, told apart, and described by dates, numbers and addresses that can be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from annotate.check import identifiers
from annotate.check import source_rules as rules
from annotate.check.dates import Days, days_covered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Source

RULES = rules.RULES
_DATES = ("issued", "accessed", "event-date", "original-date", "available-date", "submitted")
# A letter, a conversation or a post has often no title of its own.
_UNTITLED = frozenset({"personal_communication", "interview", "post", "document", "graphic", "manuscript"})
# Several chapters, or volumes, are in one book and share its number and address.
_PARTS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
_A_TIME_ZONE = timedelta(days=1)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with sources (S150 to S160)."""
    used = {evidence.source for claim in subject.annotations.claims for evidence in claim.evidence}
    works: dict[tuple[str, str], str] = {}
    for index, source in enumerate(subject.annotations.sources):
        if source.id not in used:
            yield subject.finding(rules.UNUSED_SOURCE, "sources", index, id=source.id)
        if not source.title.strip() and source.type not in _UNTITLED:
            yield subject.finding(rules.NO_TITLE, "sources", index, id=source.id)
        yield from _dates(subject, index, source)
        yield from _identifiers(subject, index, source)
        yield from _same_work(subject, index, source, works)
        if source.type in {"webpage", "post-weblog"} and "URL" in source.item and "accessed" not in source.item:
            yield subject.finding(rules.NO_ACCESSED, "sources", index, id=source.id)


def _dates(subject: Subject, index: int, source: Source) -> Iterator[Finding]:
    days: dict[str, Days] = {}
    for field in _DATES:
        if field not in source.item:
            continue
        try:
            covered = days_covered(source.item[field])
        except ValueError as error:
            yield subject.finding(
                rules.IMPOSSIBLE_DATE, "sources", index, field, id=source.id, field=field, reason=error
            )
            continue
        if covered is not None:
            days[field] = covered
            if covered[0] > subject.today + _A_TIME_ZONE and source.item.get("status") != "forthcoming":
                yield subject.finding(
                    rules.DATE_IN_FUTURE, "sources", index, field, id=source.id, field=field, date=covered[0]
                )
    if "issued" in days and "accessed" in days and days["accessed"][1] < days["issued"][0]:
        yield subject.finding(
            rules.ACCESSED_BEFORE_ISSUED,
            "sources",
            index,
            "accessed",
            id=source.id,
            accessed=days["accessed"][0],
            issued=days["issued"][0],
        )


def _identifiers(subject: Subject, index: int, source: Source) -> Iterator[Finding]:
    item = source.item
    fault = identifiers.web_address_fault(item["URL"]) if "URL" in item else None
    if fault:
        yield subject.finding(rules.BAD_ADDRESS, "sources", index, "URL", id=source.id, reason=fault)
    doi = item.get("DOI")
    if doi is not None and not identifiers.is_doi(doi):
        plain = identifiers.plain_doi(doi)
        wanted = f"only {plain}" if identifiers.is_doi(plain) else "it as 10.1000/182"
        yield subject.finding(rules.BAD_DOI, "sources", index, "DOI", id=source.id, value=doi, wanted=wanted)
    for isbn in identifiers.isbns(item.get("ISBN", "")):
        if not identifiers.is_isbn(isbn):
            yield subject.finding(rules.BAD_ISBN, "sources", index, "ISBN", id=source.id, value=isbn)
    for issn in item.get("ISSN", "").replace(",", " ").split():
        if not identifiers.is_issn(issn.upper()):
            yield subject.finding(rules.BAD_ISSN, "sources", index, "ISSN", id=source.id, value=issn)


def _same_work(subject: Subject, index: int, source: Source, works: dict[tuple[str, str], str]) -> Iterator[Finding]:
    item = source.item
    marks = [("DOI", identifiers.plain_doi(item["DOI"]))] if item.get("DOI") else []
    if source.type not in _PARTS:
        marks += [("ISBN", isbn) for isbn in identifiers.isbns(item.get("ISBN", "")) if "volume" not in item]
        marks += [("URL", identifiers.comparable_address(item["URL"]))] if item.get("URL") else []
    for field, value in marks:
        other = works.setdefault((field, value), source.id)
        if other != source.id:
            yield subject.finding(
                rules.SAME_WORK, "sources", index, field, id=source.id, other=other, field=field, value=item[field]
            )
            return
