"""Whether the status of a claim agrees with its evidence, and its claimant with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import claim_rules as rules
from annotate.check.nearest import suggestion
from annotate.match.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Claim, Entity
    from annotate.model.document import Person

RULES = rules.RULES
_CANNOT_SPEAK = {"place": "a place", "event": "an event"}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the status and claimant of claims (C103, C150 to C156, C196).

    An evaluative claim that nobody has reviewed needs no evidence, and no claim needs a claimant.
    """
    entities = subject.entities()
    seen: dict[object, str] = {}
    for index, claim in enumerate(subject.annotations.claims):
        yield from _status(subject, index, claim)
        yield from _claimant(subject, index, claim, entities)
        same = (_quotes(claim), claim.statement, claim.claimant, where_it_stands(subject, claim))
        other = seen.setdefault(same, claim.id)
        if other != claim.id:
            yield subject.finding(rules.SAME_CLAIM, "claims", index, id=claim.id, other=other)


def _status(subject: Subject, index: int, claim: Claim) -> Iterator[Finding]:
    relations = {evidence.relation for evidence in claim.evidence}
    place = ("claims", index, "status")
    if claim.status == "supported" and "supports" not in relations:
        yield subject.finding(rules.SUPPORTED_WITHOUT_SUPPORT, *place, id=claim.id)
    if claim.status in {"disputed", "refuted"} and "disputes" not in relations:
        yield subject.finding(rules.DISPUTED_WITHOUT_DISPUTE, *place, id=claim.id, status=claim.status)
    if claim.status == "unverifiable" and not claim.evidence and not claim.note:
        yield subject.finding(rules.UNVERIFIABLE_WITHOUT_REASON, *place, id=claim.id)
    against = {"supported": "disputes", "refuted": "supports"}.get(claim.status)
    contrary = [evidence for evidence in claim.evidence if evidence.relation == against]
    if contrary and not claim.note and not all(evidence.note for evidence in contrary):
        yield subject.finding(
            rules.STATUS_AGAINST_EVIDENCE,
            *place,
            id=claim.id,
            status=claim.status,
            evidence=", ".join(evidence.id for evidence in contrary),
            relation=against if len(contrary) == 1 else str(against).removesuffix("s"),
        )


def _claimant(subject: Subject, index: int, claim: Claim, entities: dict[str, Entity]) -> Iterator[Finding]:
    if claim.claimant is None:
        return
    place = ("claims", index, "claimant")
    entity = entities.get(claim.claimant)
    if entity is None:
        remedy = suggestion(claim.claimant, entities, "add the entity, or leave claimant out")
        yield subject.finding(rules.UNKNOWN_CLAIMANT, *place, id=claim.id, claimant=claim.claimant, remedy=remedy)
        return
    if entity.type in _CANNOT_SPEAK:
        yield subject.finding(
            rules.CLAIMANT_CANNOT_SPEAK, *place, id=claim.id, claimant=entity.name, kind=_CANNOT_SPEAK[entity.type]
        )
    elif entity.type == "film":
        yield subject.finding(rules.FILM_CLAIMS, *place, id=claim.id, claimant=entity.name)
    # Whoever reports, asks or denies may be speaking of another's claim; tags and notes may say why it is so.
    elif claim.attitude == "asserts" and not claim.note and not claim.tags:
        yield from _speaker(subject, index, claim, entity)


def _speaker(subject: Subject, index: int, claim: Claim, entity: Entity) -> Iterator[Finding]:
    resolution = subject.resolutions.get(claim.id)
    if resolution is None or not resolution.outcome.trusted or subject.reading is None or subject.document is None:
        return
    for span in resolution.spans:
        block = subject.reading.block_at(span.start)
        speakers = [person for who in block.who if (person := subject.document.person(who))] if block else []
        if block and speakers and not any(_is_same(person, entity) for person in speakers):
            names = ", ".join(person.name for person in speakers)
            yield subject.finding(
                rules.CLAIMANT_NOT_SPEAKER,
                "claims",
                index,
                "claimant",
                id=claim.id,
                claimant=entity.name,
                speaker=names,
                block=block.id,
            )
            return


def _is_same(person: Person, entity: Entity) -> bool:
    """Whether a speaker of the text is an entity: same id, or all words of one's name in the other's."""
    if person.id == entity.id:
        return True
    spoken, known = (_name_words(name) for name in (person.name, entity.name))
    return bool(spoken and known) and (spoken <= known or known <= spoken)


def _name_words(name: str) -> set[str]:
    return {name[word.start : word.end].casefold() for word in words(name)}


def _quotes(claim: Claim) -> tuple[str | None, ...]:
    return tuple(piece.exact for piece in claim.target.pieces)


def where_it_stands(subject: Subject, claim: Claim) -> object:
    """Return what is equal for two claims on one passage: the same words in two places are two passages."""
    resolution = subject.resolutions.get(claim.id)
    if resolution is not None and resolution.spans:
        return resolution.spans
    return tuple((piece.exact, piece.prefix, piece.suffix, piece.start) for piece in claim.target.pieces)
