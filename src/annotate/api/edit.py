"""Adding to and removing from the annotations of a text: paths and a person's words in, ids out."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotate.api.annotation_file import annotation_file, change, held_by
from annotate.api.load import load_text
from annotate.api.source_item import readable_id
from annotate.attach import edit, ids
from annotate.attach.claimant import claimant_name
from annotate.attach.clock import now
from annotate.attach.select import select
from annotate.attach.who import writer
from annotate.model.annotation import Claim, Evidence, Locator, Mention, Note, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from annotate.api.load import LoadedText
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Target


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage a person means: its words, and where they occur several times the block or turn, or which one."""

    quote: str
    within: str | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """Evidence as a person gives it; `source` is an id."""

    source: str
    relation: str
    strength: str | None = None
    locator: Locator | None = None
    quote: str | None = None
    note: str | None = None

    def with_id(self, evidence_id: str) -> Evidence:
        """Return the evidence under an id."""
        return Evidence(
            evidence_id, self.source, self.relation, self.strength, self.locator, self.quote, None, self.note
        )


@dataclass(frozen=True, slots=True)
class Done:
    """What an edit did: the id of what was added or removed, and what a person should be told besides."""

    id: str
    remarks: tuple[str, ...] = ()


def add_source(text: Path, item: Mapping[str, Any], *, annotations: Path | None = None) -> Done:
    """Add a source, a CSL-JSON item with its `type`; without an `id` it gets a readable one.

    Raises InputRefused: S102, S104, or findings of the schema for what is no CSL-JSON.
    """

    def added(held: Annotations, where: Where) -> tuple[Annotations, Done]:
        source_id = str(item.get("id") or readable_id(item, held.ids()))
        rest = {key: value for key, value in item.items() if key not in {"id", "type"}}
        source = Source({"id": source_id, "type": item["type"], **rest})
        return edit.add_source(held, source, where), Done(source_id)

    return change(annotation_file(text, annotations), added)


def add_claim(
    text: Path,
    passage: Passage,
    *,
    kind: str = "factual",
    statement: str | None = None,
    by: str | None = None,
    attitude: str | None = "asserts",
    certainty: str | None = "certain",
    status: str = "unreviewed",
    tags: Sequence[str] = (),
    note: str | None = None,
    evidence: Sequence[EvidenceDraft] = (),
    annotations: Path | None = None,
    who: str | None = None,
) -> Done:
    """Add a claim on a passage.

    The claimant is `by`, an entity's id or name; without it the speaker of the turn the passage is in, or the text's
    author. Raises InputRefused: A101 to A108 for the passage, C101, N104, S101.
    """

    def added(held: Annotations, where: Where, on: _Passage) -> tuple[Annotations, Done]:
        claimant = by or claimant_name(on.text.document, on.text.reading, on.target, str(text))
        held, entity, made = _with_entity(held, claimant, where, usually="person")
        claim = Claim(
            on.new_id("c", held),
            on.target,
            kind,
            statement,
            entity,
            attitude,
            certainty,
            status,
            _numbered(evidence, held, on.seed),
            tuple(dict.fromkeys(tags)),
            note,
            on.signature.who,
            on.signature.when,
        )
        return edit.add_claim(held, claim, where), Done(claim.id, made)

    return _add(text, passage, annotations, who, added)


def add_evidence(
    text: Path, claim: str, evidence: EvidenceDraft, *, annotations: Path | None = None, who: str | None = None
) -> Done:
    """Add evidence to a claim. Raises InputRefused: C102, S101."""
    signature, seed = _signature(who), _seed()

    def added(held: Annotations, where: Where) -> tuple[Annotations, Done]:
        (item,) = _numbered((evidence,), held, seed)
        return edit.add_evidence(held, claim, item, signature, where), Done(item.id)

    return change(annotation_file(text, annotations), added)


def add_note(
    text: Path,
    passage: Passage,
    *,
    body: str,
    kind: str = "commentary",
    tags: Sequence[str] = (),
    annotations: Path | None = None,
    who: str | None = None,
) -> Done:
    """Add a note on a passage; `body` is Markdown. Raises InputRefused: A101 to A108, N105."""

    def added(held: Annotations, where: Where, on: _Passage) -> tuple[Annotations, Done]:
        given = tuple(dict.fromkeys(tags))
        note = Note(on.new_id("n", held), on.target, kind, body, given, on.signature.who, on.signature.when)
        return edit.add_note(held, note, where), Done(note.id)

    return _add(text, passage, annotations, who, added)


def add_mention(
    text: Path,
    passage: Passage,
    *,
    entity: str,
    entity_type: str | None = None,
    annotations: Path | None = None,
    who: str | None = None,
) -> Done:
    """Add a mention of an entity, given by id or name; a new one needs a type.

    Raises InputRefused: A101 to A108, N104, N106.
    """

    def added(held: Annotations, where: Where, on: _Passage) -> tuple[Annotations, Done]:
        held, entity_id, made = _with_entity(held, entity, where, entity_type=entity_type)
        mention = Mention(on.new_id("m", held), on.target, entity_id or entity, on.signature.who, on.signature.when)
        return edit.add_mention(held, mention), Done(mention.id, made)

    return _add(text, passage, annotations, who, added)


def remove_source(text: Path, source_id: str, *, annotations: Path | None = None) -> Done:
    """Remove a source. Raises InputRefused: S101, S103."""
    return change(
        annotation_file(text, annotations),
        lambda held, where: (edit.remove_source(held, source_id, where), Done(source_id)),
    )


def remove_claim(text: Path, claim_id: str, *, annotations: Path | None = None) -> Done:
    """Remove a claim and its evidence, which is told. Raises InputRefused: C102, N103."""

    def removed(held: Annotations, where: Where) -> tuple[Annotations, Done]:
        left = edit.remove_claim(held, claim_id, where)
        evidence = [item for claim in held.claims if claim.id == claim_id for item in claim.evidence]
        told = [f"removed with it: evidence {item.id} ({item.relation}, {item.source})" for item in evidence]
        return left, Done(claim_id, tuple(told))

    return change(annotation_file(text, annotations), removed)


def remove_evidence(text: Path, evidence_id: str, *, annotations: Path | None = None, who: str | None = None) -> Done:
    """Remove one evidence from its claim. Raises InputRefused: C104."""
    signature = _signature(who)
    return change(
        annotation_file(text, annotations),
        lambda held, where: (edit.remove_evidence(held, evidence_id, signature, where), Done(evidence_id)),
    )


def remove_note(text: Path, note_id: str, *, annotations: Path | None = None) -> Done:
    """Remove a note. Raises InputRefused: N101, N103."""
    return change(
        annotation_file(text, annotations), lambda held, where: (edit.remove_note(held, note_id, where), Done(note_id))
    )


def remove_mention(text: Path, mention_id: str, *, annotations: Path | None = None) -> Done:
    """Remove a mention. Raises InputRefused: N102."""
    return change(
        annotation_file(text, annotations),
        lambda held, where: (edit.remove_mention(held, mention_id, where), Done(mention_id)),
    )


@dataclass(frozen=True, slots=True)
class _Passage:
    """What an annotation is made of besides a person's words: the text, the target in it, who writes, and the seed."""

    text: LoadedText
    target: Target
    signature: edit.Signature
    seed: str | None

    def new_id(self, letter: str, held: Annotations) -> str:
        return ids.new_id(letter, held.ids(), self.seed)


def _add(
    text: Path,
    passage: Passage,
    annotations: Path | None,
    who: str | None,
    added: Callable[[Annotations, Where, _Passage], tuple[Annotations, Done]],
) -> Done:
    """Find the passage, and add to annotations that fit the text as it is now."""
    file, loaded = annotation_file(text, annotations), load_text(text)
    target = select(loaded.reading, passage.quote, within=passage.within, occurrence=passage.occurrence, path=str(text))
    on = _Passage(loaded, target, _signature(who), _seed())

    def fitted(held: Annotations, where: Where) -> tuple[Annotations, Done]:
        held, carried = held_by(held, loaded, where, file)
        changed, done = added(held, where, on)
        return changed, replace(done, remarks=(*carried, *done.remarks))

    return change(file, fitted, loaded)


def _with_entity(
    held: Annotations,
    name: str | None,
    where: Where,
    *,
    entity_type: str | None = None,
    usually: str | None = None,
) -> tuple[Annotations, str | None, tuple[str, ...]]:
    """Return the annotations with the entity, its id, and a remark if it is new."""
    if name is None:
        return held, None, ()
    changed, entity_id = edit.ensure_entity(held, name, where, entity_type=entity_type, usually=usually)
    new = changed.entity(entity_id) if changed is not held else None
    return changed, entity_id, (f"new {new.type}: {new.name} ({new.id})",) if new else ()


def _numbered(evidence: Sequence[EvidenceDraft], held: Annotations, seed: str | None) -> tuple[Evidence, ...]:
    used = held.ids()
    numbered = []
    for draft in evidence:
        numbered.append(draft.with_id(ids.new_id("e", used, seed)))
        used.add(numbered[-1].id)
    return tuple(numbered)


def _signature(who: str | None) -> edit.Signature:
    return edit.Signature(writer(who, os.environ), now(os.environ))


def _seed() -> str | None:
    return os.environ.get("ANNOTATE_SEED") or None
