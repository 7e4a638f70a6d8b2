"""The apparatus of an edition: claims, notes, sources and index entries, with their marks and their relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotate.model.annotation import ENTITY_TYPES, EVIDENCE_RELATIONS
from annotate.model.edition import (
    ClaimEntry,
    EvidenceEntry,
    IndexEntry,
    NoteEntry,
    Place,
    Reference,
    SourceEntry,
)
from annotate.render.markup import text
from annotate.render.placing import lemma, shortened
from annotate.render.safe_html import citation_html, note_html
from annotate.render.words import LINKS, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotate.model.annotation import Annotations, Claim, Entity, Evidence, Locator, Mention, Note, Source, Target
    from annotate.model.edition import SafeHtml
    from annotate.model.text import ReadingText
    from annotate.render.placing import Placed


class Citations(Protocol):
    """How sources are cited, as HTML; `render.citations.Bibliography` does it in a CSL style."""

    def entries(self) -> Mapping[str, str]:
        """Return the bibliography entries by source id, in the order of the bibliography."""

    def cite(self, source_id: str, locator: Locator | None = None) -> str:
        """Return the citation of a source that stands in a note."""


class Titles:
    """Sources cited by no more than their titles, for an edition in no citation style."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._titles = {source.id: source.title or source.id for source in sources}

    def entries(self) -> Mapping[str, str]:
        """Return the titles by source id, in alphabetical order."""
        return {name: text(title) for name, title in sorted(self._titles.items(), key=lambda item: (item[1], item[0]))}

    def cite(self, source_id: str, locator: Locator | None = None) -> str:
        """Return the title, and the locator as it was typed."""
        title = self._titles[source_id]
        return text(f"{title}, {locator.label} {locator.value}" if locator else title)


class Apparatus:
    """Builds entries; knows every annotation's mark, anchor and place."""

    def __init__(
        self,
        annotations: Annotations,
        reading: ReadingText,
        placed: Mapping[str, Placed],
        places: Mapping[str, Place],
        *,
        citations: Citations,
        take_anchor: Callable[[str], str],
        verdicts: Mapping[str, str],
    ) -> None:
        self._annotations = annotations
        self._reading = reading
        self._placed = placed
        self._places = places
        self._citations = citations
        self._verdicts = verdicts
        self._sources = {source.id: source for source in annotations.sources}
        self._entities = {entity.id: entity for entity in annotations.entities}
        self._claims = sorted(annotations.claims, key=self._call)
        self._notes = sorted(annotations.notes, key=self._call)
        self._marks = {claim.id: str(number) for number, claim in enumerate(self._claims, 1)}
        self._marks.update((note.id, letters(number)) for number, note in enumerate(self._notes, 1))
        self._targets = dict(annotations.targets())
        self.anchors = {record_id: take_anchor(record_id) for record_id in self._targets}
        self._source_anchors = {name: take_anchor(f"source.{name}") for name in self._sources}
        self._entity_anchors = {name: take_anchor(f"entity.{name}") for name in self._entities}
        self._references = self._all_references()

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of all claims in the order of their numbers, then of all notes in the order of their letters."""
        return tuple(self._marks)

    def claims(self, lanes: Mapping[str, int]) -> tuple[ClaimEntry, ...]:
        """Return the claims in the order of their marks."""
        return tuple(self._claim(claim, lanes.get(claim.id, 0)) for claim in self._claims)

    def notes(self) -> tuple[NoteEntry, ...]:
        """Return the notes in the order of their marks."""
        return tuple(self._note(note) for note in self._notes)

    def sources(self) -> tuple[SourceEntry, ...]:
        """Return the sources in the order of the bibliography, those it leaves out last."""
        uses: dict[str, dict[str, dict[str, None]]] = {}
        for claim in self._claims:
            for item in claim.evidence:
                uses.setdefault(item.source, {}).setdefault(item.relation, {})[claim.id] = None
        entries = self._citations.entries()
        listed = [name for name in entries if name in self._sources]
        listed += sorted(set(self._sources) - set(listed))
        return tuple(
            SourceEntry(
                name,
                self._source_anchors[name],
                citation_html(entries.get(name) or self._citations.cite(name), _own_address(self._sources[name])),
                tuple((relation, tuple(ids)) for relation, ids in _by_relation(uses.get(name, {}))),
            )
            for name in listed
        )

    def index(self) -> tuple[IndexEntry, ...]:
        """Return the entities that a mention or a claim names, by type and name."""
        places: dict[str, list[Place]] = {}
        for mention in sorted(self._annotations.mentions, key=self._start):
            place = self.place(mention.id)
            if place is not None:
                places.setdefault(mention.entity, []).append(
                    Place(self.anchors[mention.id], place.paragraph, place.label)
                )
        claims: dict[str, list[str]] = {}
        for claim in self._claims:
            if claim.claimant is not None:
                claims.setdefault(claim.claimant, []).append(claim.id)
        named = [entity for entity in self._annotations.entities if entity.id in places or entity.id in claims]
        return tuple(
            IndexEntry(
                entity.id,
                self._entity_anchors[entity.id],
                entity.type,
                entity.sort_name or entity.name,
                tuple(places.get(entity.id, ())),
                tuple(claims.get(entity.id, ())),
                entity.same_as,
            )
            for entity in sorted(named, key=_index_order)
        )

    def place(self, annotation_id: str) -> Place | None:
        """Return where an annotation is called, or None if it has no certain place."""
        placed = self._placed.get(annotation_id)
        block = self._reading.block_at(placed.end - 1) if placed else None
        return self._places.get(block.id) if block else None

    def _call(self, record: Claim | Note) -> tuple[bool, int, int, str]:
        """Return the key of the order of marks: rising as one reads, those without a place last."""
        found = self._placed.get(record.id)
        return (False, found.call, found.start, record.id) if found else (True, 0, 0, record.id)

    def _start(self, mention: Mention) -> tuple[int, str]:
        placed = self._placed.get(mention.id)
        return (placed.start if placed else len(self._reading.text), mention.id)

    def _claim(self, claim: Claim, lane: int) -> ClaimEntry:
        claimant = self._entities.get(claim.claimant or "")
        return ClaimEntry(
            id=claim.id,
            anchor=self.anchors[claim.id],
            mark=self._marks[claim.id],
            lemma=self._lemma(claim.id, claim.target),
            place=self.place(claim.id),
            kind=claim.kind,
            status=claim.status,
            statement=claim.statement,
            claimant=claimant.name if claimant else claim.claimant,
            attitude=claim.attitude,
            certainty=claim.certainty,
            evidence=tuple(self._evidence(item) for item in claim.evidence),
            tags=claim.tags,
            note=claim.note,
            references=self._references.get(claim.id, ()),
            lane=lane,
        )

    def _note(self, note: Note) -> NoteEntry:
        return NoteEntry(
            id=note.id,
            anchor=self.anchors[note.id],
            mark=self._marks[note.id],
            lemma=self._lemma(note.id, note.target),
            place=self.place(note.id),
            kind=note.kind,
            body=note_html(note.body),
            references=self._references.get(note.id, ()),
        )

    def _evidence(self, item: Evidence) -> EvidenceEntry:
        return EvidenceEntry(
            item.id,
            item.source,
            self._source_anchors.get(item.source, ""),
            item.relation,
            self._cited(item),
            item.strength,
            item.quote,
            item.note,
            self._verdicts.get(item.id, ""),
        )

    def _cited(self, item: Evidence) -> SafeHtml:
        """Return a short citation without its parentheses; a source the file does not hold is cited by its id."""
        cited = self._citations.cite(item.source, item.locator) if item.source in self._sources else text(item.source)
        return citation_html(_without_parentheses(cited))

    def _lemma(self, annotation_id: str, target: Target) -> str:
        placed = self._placed.get(annotation_id)
        return lemma(placed.spans, self._reading) if placed else shortened(quote_of(target))

    def _all_references(self) -> dict[str, tuple[Reference, ...]]:
        references: dict[str, list[Reference]] = {}
        for item in sorted(self._annotations.links, key=lambda each: each.id):
            forward, backward = LINKS.get(item.relation, (item.relation, f"({item.relation})"))
            for own, other, words in ((item.start, item.end, forward), (item.end, item.start, backward)):
                reference = Reference(words, self._label(other), self.anchors.get(other, ""))
                references.setdefault(own, []).append(reference)
        return {own: tuple(found) for own, found in references.items()}

    def _label(self, annotation_id: str) -> str:
        mark = self._marks.get(annotation_id)
        if mark is not None:
            return f"{'claim' if mark.isdigit() else 'note'}\u00a0{mark}"
        target = self._targets.get(annotation_id)
        return f"the passage “{self._lemma(annotation_id, target).rstrip('.,;:')}”" if target else annotation_id


def _without_parentheses(cited: str) -> str:
    """Return a citation without the parentheses around the whole of it."""
    depth = 0
    for index, sign in enumerate(cited):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return cited[1:-1] if index == len(cited) - 1 and index > 1 else cited
    return cited


def quote_of(target: Target) -> str:
    """Return the words a target quotes, its parts joined by an ellipsis; "" if it gives none."""
    return " … ".join(piece.exact for piece in target.pieces if piece.exact)


def _own_address(source: Source) -> str:
    """Return the address of a source that citations print, "" if it has none."""
    name = source.item.get("DOI")
    return f"https://doi.org/{name}" if name else str(source.item.get("URL") or "")


def _by_relation(uses: Mapping[str, Iterable[str]]) -> list[tuple[str, Iterable[str]]]:
    known = [(relation, uses[relation]) for relation in EVIDENCE_RELATIONS if relation in uses]
    return known + sorted((relation, ids) for relation, ids in uses.items() if relation not in EVIDENCE_RELATIONS)


def _index_order(entity: Entity) -> tuple[int, str, str, str]:
    name = entity.sort_name or entity.name
    rank = ENTITY_TYPES.index(entity.type) if entity.type in ENTITY_TYPES else len(ENTITY_TYPES)
    return (rank, entity.type, name.casefold(), entity.id)
