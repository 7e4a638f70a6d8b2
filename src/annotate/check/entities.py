"""Whether entities are told apart and identified, and mentions name the entity they are of."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from annotate.check import entity_rules as rules
from annotate.check import identifiers
from annotate.check.nearest import suggestion
from annotate.lazy_pattern import lazy_pattern
from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised
from annotate.match.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Entity, Mention, Target

RULES = rules.RULES
_TITLED = frozenset({"film", "work"})
_ARTICLE = lazy_pattern(r"(?:(?:The|An?|Les?|La|Der|Die|Das|El|Los|Las|Il|Gli|Une?|Eine?)\s+|L[’'])(?=\w)")
_LETTERS = lazy_pattern(r"[^\W_]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with entities and mentions (N151 to N155, N165 to N169, N190)."""
    yield from _mentions(subject)
    yield from _entities(subject)


def _mentions(subject: Subject) -> Iterator[Finding]:
    entities = subject.entities()
    by_name = {_plain(entity.name): entity for entity in reversed(entities.values())}
    named: dict[tuple[str, str], Entity | bool] = {}
    seen: dict[object, str] = {}
    for index, mention in enumerate(subject.annotations.mentions):
        resolution = subject.resolutions.get(mention.id)
        where = resolution.spans if resolution is not None and resolution.spans else mention.target
        other = seen.setdefault((mention.entity, where), mention.id)
        if other != mention.id:
            yield subject.finding(rules.SAME_MENTION, "mentions", index, id=mention.id, other=other)
        entity = entities.get(mention.entity)
        if entity is None:
            remedy = suggestion(mention.entity, entities, "add the entity, or name one that is there")
            yield subject.finding(
                rules.UNKNOWN_ENTITY, "mentions", index, "entity", id=mention.id, entity=mention.entity, remedy=remedy
            )
            continue
        quote = _quote(mention.target)
        # The same names are mentioned over and over.
        if (entity.id, quote) not in named:
            named[entity.id, quote] = _named_by(entity, _plain(quote), by_name)
        yield from _name(subject, index, mention, entity, named[entity.id, quote])


def _name(subject: Subject, index: int, mention: Mention, entity: Entity, named: Entity | bool) -> Iterator[Finding]:
    """Yield whether the words of a mention name another entity than its own (`named`), or none at all (False)."""
    if named is True:
        return
    place = ("mentions", index, "target")
    fields = {"id": mention.id, "name": entity.name, "quote": shortened(_quote(mention.target))}
    if named is False:
        yield subject.finding(rules.NAME_NOT_THERE, *place, **fields)
    else:
        yield subject.finding(rules.OTHER_ENTITY_NAMED, *place, **fields, other=named.id)


def _named_by(entity: Entity, quoted: str, by_name: Mapping[str, Entity]) -> Entity | bool:
    """Return whether a quote names an entity; the other one whose whole name it is, if it is.

    One word of its names is enough, also where it begins a word of the quote (`Prague's`, `Berliner`).
    """
    other = by_name.get(quoted)
    if other is not None and other.id != entity.id and _plain(entity.name) != quoted:
        return other
    name = _plain(f"{entity.name} {entity.sort_name or ''}")
    return any(name[word.start : word.end] in quoted for word in words(name))


def _plain(name: str) -> str:
    return normalised(name).casefold()


def _quote(target: Target) -> str:
    return " ".join(piece.exact or "" for piece in target.pieces)


def _entities(subject: Subject) -> Iterator[Finding]:
    used = {mention.entity for mention in subject.annotations.mentions}
    used |= {claim.claimant for claim in subject.annotations.claims if claim.claimant is not None}
    seen: dict[tuple[str, str], str] = {}
    words_seen: dict[tuple[str, frozenset[str]], str] = {}
    addresses: dict[str, str] = {}
    for index, entity in enumerate(subject.annotations.entities):
        if entity.id not in used:
            yield subject.finding(rules.UNUSED_ENTITY, "entities", index, id=entity.id)
        same_words = words_seen.setdefault((entity.type, _bare_words(entity.name.casefold())), entity.id)
        other = seen.setdefault((entity.type, _plain(entity.name)), entity.id)
        shared = _shared_address(entity, addresses)
        if other != entity.id:
            yield subject.finding(
                rules.SAME_ENTITY, "entities", index, id=entity.id, other=other, type=entity.type, name=entity.name
            )
        elif shared is not None:
            reason = f"both are {shared[0]}"
            yield subject.finding(rules.NAMED_TWO_WAYS, "entities", index, id=entity.id, other=shared[1], reason=reason)
        elif same_words != entity.id:
            reason = f"{entity.name} has the same words"
            yield subject.finding(
                rules.NAMED_TWO_WAYS, "entities", index, id=entity.id, other=same_words, reason=reason
            )
        yield from _addresses(subject, index, entity)
        yield from _sort_name(subject, index, entity)


def _shared_address(entity: Entity, addresses: dict[str, str]) -> tuple[str, str] | None:
    """Return an address that an earlier entity has too, and that entity's id; `addresses` takes in this one's."""
    shared = None
    for address in entity.same_as:
        other = addresses.setdefault(identifiers.comparable_address(address), entity.id)
        if other != entity.id:
            shared = address, other
    return shared


def _addresses(subject: Subject, index: int, entity: Entity) -> Iterator[Finding]:
    for number, address in enumerate(entity.same_as):
        place = ("entities", index, "same_as", number)
        fault = identifiers.web_address_fault(address)
        orcid = identifiers.orcid_in(address)
        if fault:
            yield subject.finding(rules.BAD_IDENTITY, *place, id=entity.id, reason=fault)
        elif orcid is not None and not identifiers.is_orcid(orcid):
            yield subject.finding(rules.BAD_ORCID, *place, id=entity.id, value=orcid)


def _sort_name(subject: Subject, index: int, entity: Entity) -> Iterator[Finding]:
    """Yield a sort name with a word that the name has not, accents aside; a name of another script may have none."""
    if not entity.sort_name:
        article = _ARTICLE.match(entity.name) if entity.type in _TITLED else None
        if article is not None:
            wanted = f"{entity.name[article.end() :]}, {article[0].strip()}"
            yield subject.finding(
                rules.SORTED_BY_ARTICLE, "entities", index, "name", id=entity.id, name=entity.name, wanted=wanted
            )
        return
    missing = sorted(_bare_words(entity.sort_name) - _bare_words(entity.name))
    if missing:
        yield subject.finding(
            rules.SORTED_ELSEWHERE,
            "entities",
            index,
            "sort_name",
            id=entity.id,
            sort_name=entity.sort_name,
            name=entity.name,
            word=missing[0],
        )


def _bare_words(name: str) -> frozenset[str]:
    """Return the words of a name without accents."""
    plain = unicodedata.normalize("NFKD", name)
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    # An article may be elided: "L’Arrivée" is sorted as "Arrivée, L’".
    return frozenset(_LETTERS.findall(bare))
