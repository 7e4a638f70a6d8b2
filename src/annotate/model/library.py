"""A project's library: sources and entities that its texts share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotate.model.annotation import FORMAT, SCHEMA_URL, Annotations, Entity, Source, TextReference
from annotate.model.conflict import Conflict, conflicts_from_json, conflicts_to_json

if TYPE_CHECKING:
    from annotate.model.annotation import Json

LIBRARY_SCHEMA_URL = f"{SCHEMA_URL}#/$defs/library"


@dataclass(frozen=True, slots=True)
class Library:
    """What a `library.json` holds."""

    entities: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def to_json(self) -> Json:
        """Return the whole file as JSON values, keys in the schema's order, records sorted by id."""
        written: Json = {"$schema": LIBRARY_SCHEMA_URL, "format": FORMAT}
        for section in LIBRARY_SECTIONS:
            written[section] = [
                record.to_json() for record in sorted(getattr(self, section), key=lambda record: str(record.id))
            ]
        return {**written, **conflicts_to_json(self.conflicts)}

    @classmethod
    def from_json(cls, data: Json) -> Library:
        """Return the library from JSON values that the schema has accepted."""
        entities = tuple(Entity.from_json(item) for item in data.get("entities", ()))
        sources = tuple(Source.from_json(item) for item in data.get("sources", ()))
        return cls(entities, sources, conflicts_from_json(data))

    def as_annotations(self) -> Annotations:
        """Return the entries as annotations of no text, for what works on either."""
        return Annotations(TextReference("", ""), self.entities, self.sources, conflicts=self.conflicts)

    @classmethod
    def of(cls, annotations: Annotations) -> Library:
        """Return the entries that annotations hold."""
        return cls(annotations.entities, annotations.sources, annotations.conflicts)

    def beyond(self, annotations: Annotations) -> Library:
        """Return the entries whose ids the annotations do not have among their own of the kind."""
        kept: dict[str, Any] = {}
        for section in LIBRARY_SECTIONS:
            own = {record.id for record in getattr(annotations, section)}
            kept[section] = tuple(record for record in getattr(self, section) if record.id not in own)
        return Library(**kept)

    def joined_to(self, annotations: Annotations) -> Annotations:
        """Return annotations with the entries of the library as if they stood there; their own go before these."""
        more = self.beyond(annotations)
        for section in LIBRARY_SECTIONS:
            records = (*getattr(annotations, section), *getattr(more, section))
            annotations = annotations.with_section(section, records)
        return annotations

    def used_by(self, annotations: Annotations) -> Library:
        """Return the entries that the annotations refer to."""
        cited = {item.source for claim in annotations.claims for item in claim.evidence}
        named = {claim.claimant for claim in annotations.claims} | {one.entity for one in annotations.mentions}
        return Library(
            tuple(entity for entity in self.entities if entity.id in named),
            tuple(source for source in self.sources if source.id in cited),
        )


LIBRARY_SECTIONS = ("entities", "sources")
