"""Listing and showing the annotations of a text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from annotate.api.annotation_file import annotation_file, library_file, seen
from annotate.api.linked_files import ends_elsewhere
from annotate.api.quoting import Copies, Standing, standing
from annotate.api.times import times_said
from annotate.attach.find import find, find_entity, find_evidence
from annotate.model.annotation import Claim, Link, Mention, Note, Passage, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotate.api.annotation_file import AnnotationFile
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Entity, Evidence, Target

_Record = TypeVar("_Record", Claim, Note, Mention, Passage, Link, Source)


@dataclass(frozen=True, slots=True)
class LinkListed:
    """A link and the words of its ends; "" for an end in a file that cannot be read."""

    link: Link
    start_words: str
    end_words: str


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """Evidence, its claim, and where what it quotes stands in the copy of its source, None where there is no copy."""

    claim: Claim
    evidence: Evidence
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Listing(Generic[_Record]):
    """Records in order, and what tells them: names of entities by id, when they were said, and the links of one shown.

    Times are those of a transcript, by the record's id; `copies` says where what evidence quotes stands in the copy of
    its source, by the evidence's id, of a claim shown.
    """

    records: tuple[_Record, ...]
    names: Mapping[str, str]
    times: Mapping[str, str] = field(default_factory=dict)
    links: tuple[LinkListed, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)

    def name(self, entity: str | None) -> str:
        """Return the name of an entity, its id where it has none, "" for None."""
        return self.names.get(entity, entity) if entity else ""


def list_sources(
    text: Path, *, source_type: str | None = None, annotations: Path | None = None, library: bool = False
) -> Listing[Source]:
    """Return the sources by id, those of the project's library among them, or only these; or those of one CSL type.

    Raises InputRefused for what is wrong with the files.
    """
    held, _ = seen(_file(text, annotations, library=library))
    chosen = (source for source in held.sources if source_type in {None, source.type})
    return Listing(tuple(sorted(chosen, key=lambda source: source.id)), {})


def list_claims(
    text: Path,
    *,
    status: str | None = None,
    kind: str | None = None,
    by: str | None = None,
    tag: str | None = None,
    annotations: Path | None = None,
) -> Listing[Claim]:
    """Return the claims in the order of their passages; of several conditions all must hold.

    `by` is the claimant's id, or the name, letter case aside. Raises InputRefused for what is wrong with the files.
    """
    held, _ = seen(annotation_file(text, annotations))
    names = {entity.id: entity.name for entity in held.entities}
    chosen = (
        claim
        for claim in held.claims
        if (status is None or claim.status == status)
        and (kind is None or claim.kind == kind)
        and (tag is None or tag in claim.tags)
        and (by is None or claim.claimant == by or names.get(claim.claimant or "", "").casefold() == by.casefold())
    )
    return Listing(tuple(sorted(chosen, key=_place)), names, times_said(text, held))


def list_notes(
    text: Path, *, kind: str | None = None, tag: str | None = None, annotations: Path | None = None
) -> Listing[Note]:
    """Return the notes in the order of their passages. Raises InputRefused as `list_claims`."""
    held, _ = seen(annotation_file(text, annotations))
    chosen = (note for note in held.notes if kind in {None, note.kind} and (tag is None or tag in note.tags))
    return Listing(tuple(sorted(chosen, key=_place)), {})


def list_mentions(text: Path, *, entity: str | None = None, annotations: Path | None = None) -> Listing[Mention]:
    """Return the mentions in the order of their passages, or those of one entity, given by id or name.

    Raises InputRefused as `list_claims`, and N110, N104 for the entity.
    """
    held, where = seen(annotation_file(text, annotations))
    names = {entity.id: entity.name for entity in held.entities}
    wanted = None if entity is None else find_entity(held, entity, where).id
    chosen = (mention for mention in held.mentions if wanted in {None, mention.entity})
    return Listing(tuple(sorted(chosen, key=_place)), names)


@dataclass(frozen=True, slots=True)
class EntityListed:
    """An entity, how many claims it makes and how often it is mentioned."""

    entity: Entity
    claims: int
    mentions: int


def list_entities(
    text: Path, *, entity_type: str | None = None, annotations: Path | None = None, library: bool = False
) -> tuple[EntityListed, ...]:
    """Return the entities by id, those of the project's library among them, or only these; or those of one type.

    Raises InputRefused as `list_claims`.
    """
    held, _ = seen(_file(text, annotations, library=library))
    claims = Counter(claim.claimant for claim in held.claims)
    mentions = Counter(mention.entity for mention in held.mentions)
    chosen = (entity for entity in held.entities if entity_type in {None, entity.type})
    return tuple(
        EntityListed(entity, claims[entity.id], mentions[entity.id])
        for entity in sorted(chosen, key=lambda entity: entity.id)
    )


def show_entity(text: Path, name: str, *, annotations: Path | None = None, library: bool = False) -> EntityListed:
    """Return an entity, given by id or name. Raises InputRefused: N110, N104."""
    held, where = seen(_file(text, annotations, library=library))
    entity = find_entity(held, name, where)
    return EntityListed(
        entity,
        sum(claim.claimant == entity.id for claim in held.claims),
        sum(mention.entity == entity.id for mention in held.mentions),
    )


def list_passages(text: Path, *, annotations: Path | None = None) -> tuple[tuple[Passage, int], ...]:
    """Return the passages in their order, each with the number of links of this file that refer to it."""
    held, _ = seen(annotation_file(text, annotations))
    links = Counter(end for link in held.links for end in {link.start, link.end})
    return tuple((passage, links[passage.id]) for passage in sorted(held.passages, key=_place))


def list_links(
    text: Path, *, of: str | None = None, relation: str | None = None, annotations: Path | None = None
) -> tuple[LinkListed, ...]:
    """Return the links by id; of several conditions all must hold. `of` is an end. Raises InputRefused as above."""
    held, where = seen(annotation_file(text, annotations))
    chosen = [
        link
        for link in held.links
        if (of is None or of in {link.start, link.end}) and relation in {None, link.relation}
    ]
    return _with_words(sorted(chosen, key=lambda link: link.id), held, where)


def show_link(text: Path, link_id: str, *, annotations: Path | None = None) -> LinkListed:
    """Return a link with the words of its ends. Raises InputRefused: N112."""
    held, where = seen(annotation_file(text, annotations))
    return _with_words([find(held, "links", link_id, where)], held, where)[0]


def _with_words(links: Sequence[Link], held: Annotations, where: Where) -> tuple[LinkListed, ...]:
    here = dict(held.targets())
    elsewhere = ends_elsewhere((end for link in links for end in (link.start, link.end)), where)

    def words(end: str) -> str:
        file, separator, record_id = end.rpartition("#")
        target = ((elsewhere[file] or {}) if separator else here).get(record_id)
        return quoted(target) if target else ""

    return tuple(LinkListed(link, words(link.start), words(link.end)) for link in links)


def list_evidence(
    text: Path,
    claim: str | None = None,
    *,
    source: str | None = None,
    relation: str | None = None,
    annotations: Path | None = None,
) -> tuple[tuple[Claim, Evidence], ...]:
    """Return the evidence of one claim, or of all in the order of their passages; of conditions all must hold.

    Raises InputRefused: C102, and as `list_claims`.
    """
    held, where = seen(annotation_file(text, annotations))
    claims = held.claims if claim is None else (find(held, "claims", claim, where),)
    return tuple(
        (one, item)
        for one in sorted(claims, key=_place)
        for item in one.evidence
        if source in {None, item.source} and relation in {None, item.relation}
    )


def show_evidence(
    text: Path, evidence_id: str, *, claim: str | None = None, annotations: Path | None = None
) -> EvidenceShown:
    """Return evidence and its claim. Raises InputRefused: C102, C104, C105."""
    held, where = seen(annotation_file(text, annotations))
    found, item = find_evidence(held, evidence_id, where, of=claim)
    return EvidenceShown(found, item, standing(item, held, Copies(where)))


def show(
    text: Path, section: str, record_id: str, *, annotations: Path | None = None, library: bool = False
) -> Listing[Any]:
    """Return one record of a section, with the names, the time and the links that tell of it.

    Raises InputRefused (S101, C102, N101, N102, N110 to N112) where there is none with this id.
    """
    held, where = seen(_file(text, annotations, library=library))
    names = {entity.id: entity.name for entity in held.entities}
    times = times_said(text, held) if section == "claims" else {}
    record = find(held, section, record_id, where)
    links = [link for link in held.links if record_id in {link.start, link.end}]
    evidence = record.evidence if section == "claims" else ()
    opened = Copies(where)
    copies = {item.id: found.told for item in evidence if (found := standing(item, held, opened)) is not None}
    return Listing((record,), names, times, _with_words(links, held, where), copies)


def quoted(target: Target) -> str:
    """Return the words of a target on one line, its parts joined by an ellipsis."""
    return " … ".join(" ".join((piece.exact or "").split()) for piece in target.pieces)


def _file(text: Path, annotations: Path | None, *, library: bool) -> AnnotationFile:
    return library_file(text) if library else annotation_file(text, annotations)


def _place(record: Claim | Note | Mention | Passage) -> tuple[int, str]:
    starts = [piece.start for piece in record.target.pieces if piece.start is not None]
    # A target written by hand has no position until it is carried: it stands last.
    return (min(starts) if starts else 10**9, record.id)
