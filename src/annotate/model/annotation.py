"""The annotation record: claims, evidence, sources, entities, notes, mentions, passages and links.

Values mirror the annotation file (format 1, `schemas/annotations.schema.json`) one to one: `from_json` and `to_json`
stand side by side and lose nothing. Keys are written in the schema's order, absent fields are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from annotate.model.conflict import Conflict, conflicts_from_json, conflicts_to_json
from annotate.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.model.record import Json

FORMAT = 1
SCHEMA_URL = "https://annotate.invalid/schemas/annotations-1.schema.json"
UNIT = "code-point"

KINDS = ("factual", "interpretive", "evaluative", "normative")
ATTITUDES = ("asserts", "reports", "alleges", "believes", "asks", "denies")
CERTAINTIES = ("certain", "probable", "possible", "doubtful")
STATUSES = ("unreviewed", "supported", "disputed", "refuted", "unverifiable")
EVIDENCE_RELATIONS = ("supports", "disputes", "qualifies", "mentions")
STRENGTHS = ("strong", "moderate", "weak")
NOTE_KINDS = ("gloss", "commentary", "question", "correction")
ENTITY_TYPES = ("person", "organisation", "film", "work", "place", "event")
LINK_RELATIONS = ("supports", "attacks", "contradicts", "restates", "qualifies", "reuses")


@dataclass(frozen=True, slots=True)
class Target(Record):
    """A place in a reading text: a W3C TextQuoteSelector and TextPositionSelector in one.

    `exact` alone is enough; `start` and `end` are code points of the reading text, half open. `reading_sha256` (hex) is
    given where that is an older text than the file's: the passage has no certain place in the file's text. A target
    with several parts has `parts` and nothing else.
    """

    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None
    reading_sha256: str | None = None
    parts: tuple[Target, ...] = ()

    @property
    def pieces(self) -> tuple[Target, ...]:
        """The parts, or the target itself if it has none."""
        return self.parts or (self,)


@dataclass(frozen=True, slots=True)
class Locator(Record):
    """Where in a source: a CSL locator label (`page`, `chapter`, `timestamp`, ...) and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """What ties a claim to a source. `target` lies in the source's local copy."""

    id: str
    source: str
    relation: str
    strength: str | None = None
    locator: Locator | None = None
    quote: str | None = None
    target: Target | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """Something the text claims. `claimant` is an entity's id; times are RFC 3339 in UTC."""

    id: str
    target: Target
    kind: str
    statement: str | None = None
    claimant: str | None = None
    attitude: str | None = None
    certainty: str | None = None
    status: str = "unreviewed"
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    creator: str | None = None
    created: str | None = None
    modified: str | None = None
    modified_by: str | None = None


@dataclass(frozen=True, slots=True)
class Note(Record):
    """An editor's note on a passage; `body` is Markdown."""

    id: str
    target: Target
    kind: str
    body: str
    tags: tuple[str, ...] = ()
    creator: str | None = None
    created: str | None = None
    modified: str | None = None
    modified_by: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """A passage that names an entity."""

    id: str
    target: Target
    entity: str
    creator: str | None = None
    created: str | None = None
    modified: str | None = None
    modified_by: str | None = None


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """A passage that links refer to."""

    id: str
    target: Target
    creator: str | None = None
    created: str | None = None
    modified: str | None = None
    modified_by: str | None = None


@dataclass(frozen=True, slots=True)
class Link(Record):
    """A relation between claims, notes or passages, in this file or `other.annotations.json#c-...`."""

    _spelled = {"start": "from", "end": "to"}  # noqa: RUF012  # a class constant, not a field

    id: str
    start: str
    relation: str
    end: str
    creator: str | None = None
    created: str | None = None
    modified: str | None = None
    modified_by: str | None = None


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """A person, organisation, film, work, place or event."""

    id: str
    type: str
    name: str
    sort_name: str | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy(Record):
    """A local copy of a source: file, SHA-256 of its bytes and of its reading text (hex)."""

    file: str
    sha256: str
    reading_sha256: str | None = None
    reading_rule: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source: a CSL-JSON item (`item`, with `id` and `type`) and its local copy."""

    item: Mapping[str, Any]
    copy: Copy | None = None

    @property
    def id(self) -> str:
        """The readable id, e.g. `guardian-2008`."""
        return str(self.item["id"])

    @property
    def type(self) -> str:
        """The CSL type, e.g. `article-newspaper`."""
        return str(self.item["type"])

    @property
    def title(self) -> str:
        """The title, "" if it has none."""
        return str(self.item.get("title", ""))

    @property
    def runtime(self) -> float | None:
        """A film's running time in seconds."""
        custom = self.item.get("custom")
        return custom.get("runtime") if isinstance(custom, dict) else None

    def to_json(self) -> Json:
        """Return the CSL-JSON item with its copy."""
        copied = {"copy": self.copy.to_json()} if self.copy else {}
        return {**self.item, **copied}

    @classmethod
    def from_json(cls, data: Json) -> Source:
        """Return the source from JSON values that the schema has accepted."""
        item = {key: value for key, value in data.items() if key != "copy"}
        return cls(item, Copy.from_json(data["copy"]) if "copy" in data else None)


@dataclass(frozen=True, slots=True)
class TextReference(Record):
    """Which text a file annotates: its name beside the file, and the SHA-256 (hex) of its reading text."""

    file: str
    reading_sha256: str
    reading_rule: int = 1
    unit: str = UNIT


@dataclass(frozen=True, slots=True)
class Annotations:
    """All annotations of one text by one hand; `schema` is where their file says that an editor finds its schema."""

    text: TextReference
    entities: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    format: int = field(default=FORMAT)
    schema: str = SCHEMA_URL

    def to_json(self) -> Json:
        """Return the whole file as JSON values: sections in the schema's order, each sorted by id.

        Conflicts, which have no id, are sorted by what they say; a file without any has no such section.
        """
        written: Json = {"$schema": self.schema, "format": self.format, "text": self.text.to_json()}
        for section in SECTIONS:
            records = sorted(getattr(self, section), key=lambda record: str(record.id))
            written[section] = [record.to_json() for record in records]
        return {**written, **conflicts_to_json(self.conflicts)}

    @classmethod
    def from_json(cls, data: Json) -> Annotations:
        """Return the annotations from JSON values that the schema has accepted."""
        sections = {
            section: tuple(record.from_json(item) for item in data.get(section, ()))
            for section, record in SECTIONS.items()
        }
        text = TextReference.from_json(data["text"])
        schema = data.get("$schema", SCHEMA_URL)
        return cls(text=text, format=data["format"], conflicts=conflicts_from_json(data), schema=schema, **sections)

    def targets(self) -> Iterator[tuple[str, Target]]:
        """Yield (id, target) of every annotation that lies in the text, in the file's order."""
        for section in ("claims", "notes", "mentions", "passages"):
            for record in getattr(self, section):
                yield record.id, record.target

    def source(self, source_id: str) -> Source | None:
        """Return the source with this id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)

    def entity(self, entity_id: str) -> Entity | None:
        """Return the entity with this id, or None."""
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def ids(self) -> set[str]:
        """Return every id in use, evidence included."""
        used = {record.id for section in SECTIONS for record in getattr(self, section)}
        return used | {item.id for claim in self.claims for item in claim.evidence}

    def with_section(self, section: str, records: tuple[Any, ...]) -> Annotations:
        """Return a copy with one section replaced."""
        changed: dict[str, Any] = {section: records}
        return replace(self, **changed)


SECTIONS: Mapping[str, type[Any]] = {
    "entities": Entity,
    "sources": Source,
    "claims": Claim,
    "notes": Note,
    "mentions": Mention,
    "passages": Passage,
    "links": Link,
}
