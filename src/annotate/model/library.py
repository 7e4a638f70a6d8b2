"""A project's library: sources and entities that its texts share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotate.model.annotation import FORMAT, SCHEMA_URL, Annotations, Entity, Source, TextReference
from annotate.model.conflict import Conflict, conflicts_from_json, conflicts_to_json

if TYPE_CHECKING:
    from annotate.model.record import Json

LIBRARY_SCHEMA_URL = f"{SCHEMA_URL}#/$defs/library"


@dataclass(frozen=True, slots=True)
class Library:
    """What a `library.json` holds; `schema` is where the file says that an editor finds its schema."""

    entities: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    schema: str = LIBRARY_SCHEMA_URL

    def to_json(self) -> Json:
        """Return the whole file as JSON values, keys in the schema's order, records sorted by id."""
        written: Json = {"$schema": self.schema, "format": FORMAT}
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
        return cls(entities, sources, conflicts_from_json(data), data.get("$schema", LIBRARY_SCHEMA_URL))

    def as_annotations(self) -> Annotations:
        """Return the entries as annotations of no text, for what works on either."""
        text = TextReference("", "")
        return Annotations(text, self.entities, self.sources, conflicts=self.conflicts, schema=self.schema)

    @classmethod
    def of(cls, annotations: Annotations) -> Library:
        """Return the entries that annotations hold."""
        schema = LIBRARY_SCHEMA_URL if annotations.schema == SCHEMA_URL else annotations.schema
        return cls(annotations.entities, annotations.sources, annotations.conflicts, schema)

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
