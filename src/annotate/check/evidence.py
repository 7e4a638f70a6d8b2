"""Whether evidence names a source that is there, and a place that the source has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import evidence_rules as rules
from annotate.check import locator_rules
from annotate.check.locators import WITH_TIME, locator_fault
from annotate.check.nearest import suggestion
from annotate.match.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Claim, Evidence, Source

RULES = (*rules.RULES, *locator_rules.RULES)
Place = tuple[str | int, ...]

# Types of CSL items that have pages even where the item does not say how many.
_OF_PAGES = frozenset({"page", "folio", "line", "paragraph"})
_PRINTED = frozenset(
    """article article-journal article-magazine article-newspaper bill book chapter entry entry-dictionary
    entry-encyclopedia legal_case legislation manuscript pamphlet patent report review review-book thesis
    treaty""".split()
)
_ROUND_ABOUT = 4
"""Code points by which a quotation may be longer or shorter than the passage it repeats."""
_QUOTATION_MARKS = '“”„"«»‹›「」『』'
_RECURS = 30
"""Code points below which the same words may well stand in the source too."""
_WITH_PAGES = frozenset({"book", "thesis"})


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with evidence (C170 to C179, C192 to C195, S143, S144)."""
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
        if len(claim.evidence) > 1:
            yield from _both_ways(subject, index, claim)
        yield from _of_the_text(subject, index, claim, sources)


def _in_source(subject: Subject, place: Place, evidence: Evidence, source: Source) -> Iterator[Finding]:
    if evidence.target is not None and source.copy is None:
        yield subject.finding(rules.TARGET_WITHOUT_COPY, *place, "target", id=evidence.id, source=source.id)
    if evidence.locator is None:
        wanted = _wanted_locator(source)
        if wanted and evidence.target is None:
            quotes = bool(evidence.quote and evidence.quote.strip())
            rule = rules.QUOTE_WITHOUT_PLACE if quotes else rules.NO_PLACE
            yield subject.finding(rule, *place, id=evidence.id, source=source.id, wanted=wanted)
    elif not evidence.locator.value.strip():
        label = evidence.locator.label
        yield subject.finding(rules.EMPTY_PLACE, *place, "locator", "value", id=evidence.id, label=label)
    elif (instead := _other_kind(source, evidence.locator.label)) is not None:
        yield subject.finding(
            rules.PLACE_OF_ANOTHER_KIND,
            *place,
            "locator",
            "label",
            id=evidence.id,
            source=source.id,
            label=evidence.locator.label,
            type=source.type,
            wanted=instead,
        )
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


def _other_kind(source: Source, label: str) -> str | None:
    """Return what to give instead where a source of this type has no place of this kind; None where it can have one."""
    if label in _OF_PAGES and source.type in WITH_TIME:
        return "a timestamp, as 00:43:12"
    if label == "timestamp" and source.type in _PRINTED and source.runtime is None:
        return "the page or chapter"
    return None


def _both_ways(subject: Subject, index: int, claim: Claim) -> Iterator[Finding]:
    """Yield evidence against a claim from a place of a source that is given as evidence for it, without a word why."""
    silent = [(number, item) for number, item in enumerate(claim.evidence) if not item.quote and not item.note]
    supporting = {(item.source, item.locator): item.id for _, item in silent if item.relation == "supports"}
    for number, item in silent:
        other = supporting.get((item.source, item.locator)) if item.relation == "disputes" else None
        if other is not None:
            place = ("claims", index, "evidence", number, "relation")
            yield subject.finding(rules.FOR_AND_AGAINST, *place, id=item.id, source=item.source, other=other)


def _of_the_text(subject: Subject, index: int, claim: Claim, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Yield evidence whose quotation is the claim's own passage, where no copy of the source shows that it is there."""
    pieces = claim.target.pieces
    passage = " ".join(piece.exact or "" for piece in pieces)
    if len(passage) < _RECURS:
        return
    for number, item in enumerate(claim.evidence):
        if not item.quote:
            continue
        source = sources.get(item.source)
        copied = source is not None and source.copy is not None
        # Only what is as long can be the same; comparing costs far more than the lengths.
        if copied or abs(len(passage) - len(item.quote)) > _ROUND_ABOUT or _plain(passage) != _plain(item.quote):
            continue
        # What the text itself quotes stands in the source in the same words.
        around = "".join(f"{piece.prefix or ''}{piece.exact}{piece.suffix or ''}" for piece in pieces)
        if not any(mark in around for mark in _QUOTATION_MARKS):
            yield subject.finding(rules.QUOTES_THE_TEXT, "claims", index, "evidence", number, "quote", id=item.id)


def _plain(words: str) -> str:
    return normalised(words).strip(" .,;:!?\"'").casefold()
