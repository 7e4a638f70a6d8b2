"""Whether what a claim says, how it is meant and what it rests on agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import statement_rules as rules
from annotate.check.numbers import numbers_in, stated_numbers
from annotate.match.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Claim, Evidence, Source

RULES = rules.RULES
_VERDICTS = frozenset({"supported", "disputed", "refuted", "unverifiable"})
_ROUND_ABOUT = 4
"""Code points by which a statement may be longer or shorter than the passage it repeats."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with what claims say (C184 to C191)."""
    sources = subject.sources()
    for index, claim in enumerate(subject.annotations.claims):
        yield from _statement(subject, index, claim)
        if claim.attitude == "asks" and claim.certainty == "certain":
            place = ("claims", index, "certainty")
            yield subject.finding(rules.CERTAIN_QUESTION, *place, id=claim.id, certainty=claim.certainty)
        if claim.evidence:
            yield from _weighed(subject, index, claim)
            if claim.kind == "factual" and claim.status == "supported":
                yield from _numbers(subject, index, claim, sources)
        signed = (claim.modified_by or "").strip() or (claim.creator or "").strip()
        if claim.status in _VERDICTS and not signed:
            yield subject.finding(rules.VERDICT_BY_NOBODY, "claims", index, "status", id=claim.id, status=claim.status)


def _statement(subject: Subject, index: int, claim: Claim) -> Iterator[Finding]:
    if claim.statement is None:
        return
    place = ("claims", index, "statement")
    if not claim.statement.strip():
        yield subject.finding(rules.EMPTY_STATEMENT, *place, id=claim.id)
        return
    passage = _passage(claim)
    # Only what is as long can be the same; comparing costs far more than the lengths.
    if abs(len(passage) - len(claim.statement)) <= _ROUND_ABOUT and _plain(passage) == _plain(claim.statement):
        yield subject.finding(rules.REPEATS_ITS_PASSAGE, *place, id=claim.id)


def _weighed(subject: Subject, index: int, claim: Claim) -> Iterator[Finding]:
    """Yield where the status of a claim does not say what its evidence weighs."""
    place = ("claims", index, "status")
    supporting = [evidence for evidence in claim.evidence if evidence.relation == "supports"]
    if claim.status == "supported" and supporting and not claim.note:
        if all(evidence.strength == "weak" for evidence in supporting):
            yield subject.finding(rules.WEAKLY_SUPPORTED, *place, id=claim.id)
    elif claim.status == "unreviewed" and supporting:
        disputing = [evidence.id for evidence in claim.evidence if evidence.relation == "disputes"]
        if disputing:
            yield subject.finding(
                rules.BOTH_AT_ONCE, *place, id=claim.id, supporting=supporting[0].id, disputing=disputing[0]
            )


def _numbers(subject: Subject, index: int, claim: Claim, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Yield numbers that a claim rests on and its evidence, where all of it is quoted, does not have."""
    supporting = [evidence for evidence in claim.evidence if evidence.relation == "supports"]
    quotes = [evidence.quote for evidence in supporting if evidence.quote]
    if not quotes or len(quotes) < len(supporting) or claim.note:
        return
    stated = stated_numbers(claim.statement or _passage(claim))
    if not stated:
        return
    known = numbers_in(" ; ".join((*quotes, *_about(sources, supporting))))
    missing = sorted(
        (number for number in stated - known if not _is_about(number, known)), key=lambda number: (len(number), number)
    )
    if missing:
        named = "statement" if claim.statement is not None else "target"
        rule = rules.NUMBERS_NOT_QUOTED if len(missing) == len(stated) else rules.SOME_NUMBERS_NOT_QUOTED
        them = "it" if len(missing) == 1 else "them"
        numbers = ", ".join(missing)
        yield subject.finding(rule, "claims", index, named, id=claim.id, numbers=numbers, them=them)


def _about(sources: Mapping[str, Source], supporting: Sequence[Evidence]) -> Iterator[str]:
    """Yield what else says numbers: remarks on the evidence, titles of its sources, when they appeared."""
    for evidence in supporting:
        yield evidence.note or ""
        source = sources.get(evidence.source)
        if source is not None:
            yield f"{source.title} ; {source.item.get('issued', '')}"


def _is_about(number: str, known: set[str]) -> bool:
    """Whether a round number stands for a known one that is at most a tenth off: 13,000 for 13,375."""
    if not (number.isdigit() and number.endswith("00")):
        return False
    value = int(number)
    return any(abs(int(other) - value) * 10 <= value for other in known if other.isdigit())


def _passage(claim: Claim) -> str:
    return " ".join(piece.exact or "" for piece in claim.target.pieces)


def _plain(words: str) -> str:
    return normalised(words).strip(" .,;:!?\"'").casefold()
