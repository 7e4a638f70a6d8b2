"""The annotations that tables can have: claims, notes and mentions, with their columns and how a row becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api import import_rules
from annotate.api.evidence import EvidenceDraft
from annotate.api.import_rows import Kind
from annotate.api.quoting import placed
from annotate.attach.claimant import claimant_name
from annotate.attach.find import find
from annotate.attach.locator import locator_of
from annotate.errors import InputRefused
from annotate.model.annotation import (
    ATTITUDES,
    CERTAINTIES,
    ENTITY_TYPES,
    KINDS,
    NOTE_KINDS,
    STATUSES,
    STRENGTHS,
    Claim,
    Evidence,
    Mention,
    Note,
)

if TYPE_CHECKING:
    from annotate.api.import_cells import Cells
    from annotate.api.import_rows import Batch
    from annotate.model.annotation import Target


def _claim(cells: Cells, target: Target | None, batch: Batch) -> Claim | None:
    kind, status = cells.one_of("kind", KINDS) or "factual", cells.one_of("status", STATUSES) or "unreviewed"
    attitude, certainty = cells.one_of("attitude", ATTITUDES), cells.one_of("certainty", CERTAINTIES)
    draft = _evidence(cells)
    if cells.findings or target is None:
        return None
    evidence = _placed(draft, cells, batch) if draft else ()
    if cells.findings:
        return None
    by = cells.text("by") or claimant_name(batch.text.document, batch.text.reading, target, cells.path)
    return Claim(
        batch.new_id("c"),
        target,
        kind,
        cells.text("statement"),
        batch.entity(by, usually="person") if by else None,
        attitude or "asserts",
        certainty or "certain",
        status,
        evidence,
        cells.several("tags"),
        cells.text("note"),
        batch.signature.who,
        batch.signature.when,
    )


def _placed(draft: EvidenceDraft, cells: Cells, batch: Batch) -> tuple[Evidence, ...]:
    """Return the evidence of a row with the place of what it quotes in the source's copy; none where that is not clear.

    Raises InputRefused: S101.
    """
    find(batch.held, "sources", draft.source, batch.where)
    try:
        item, told = placed(draft.with_id(batch.new_id("e")), batch.held, batch.where, batch.copies)
    except InputRefused as refused:
        cells.refuse(refused, "source_quote")
        return ()
    batch.remarks += [f"line {cells.row.line}: {remark}" for remark in told]
    return (item,)


def _evidence(cells: Cells) -> EvidenceDraft | None:
    """Return the evidence of a row, None where it has none or something is wrong with it (A146, A147)."""
    given = {relation: cells.text(relation) for relation in ("supports", "disputes")}
    strength, said = cells.one_of("strength", STRENGTHS), cells.text("locator")
    locator = None
    try:
        locator = locator_of(said) if said else None
    except ValueError as error:
        cells.wrong(import_rules.UNKNOWN_VALUE, "locator", value=said, nearest="", help=str(error))
    sources = [(relation, source) for relation, source in given.items() if source]
    if len(sources) == 1:
        ((relation, source),) = sources
        return EvidenceDraft(source, relation, strength, locator, cells.text("source_quote"))
    if sources:
        cells.wrong(import_rules.NO_SOURCE, "disputes", what="a source that supports it and one that disputes it")
    for column in ("locator", "source_quote", "strength"):
        if not sources and cells.text(column):
            cells.wrong(import_rules.NO_SOURCE, column, what=f'something under "{column}", but no source')
    return None


def _note(cells: Cells, target: Target | None, batch: Batch) -> Note | None:
    kind, body = cells.one_of("kind", NOTE_KINDS) or "commentary", cells.text("body")
    if body is None:
        cells.wrong(import_rules.MISSING_VALUE, "body", option="--body")
    if cells.findings or target is None or body is None:
        return None
    who, when = batch.signature.who, batch.signature.when
    return Note(batch.new_id("n"), target, kind, body, cells.several("tags"), who, when)


def _mention(cells: Cells, target: Target | None, batch: Batch) -> Mention | None:
    name, entity_type = cells.text("entity"), cells.one_of("type", ENTITY_TYPES)
    if name is None:
        cells.wrong(import_rules.MISSING_VALUE, "entity", option="--entity")
    if cells.findings or target is None or name is None:
        return None
    entity = batch.entity(name, entity_type=entity_type)
    return Mention(batch.new_id("m"), target, entity, batch.signature.who, batch.signature.when)


CLAIMS = Kind(
    "claims",
    (
        "kind",
        "statement",
        "by",
        "attitude",
        "certainty",
        "status",
        "tags",
        "note",
        "supports",
        "disputes",
        "locator",
        "source_quote",
        "strength",
    ),
    _claim,
    lambda claim: (claim.kind, claim.statement, claim.claimant),
)
NOTES = Kind("notes", ("kind", "body", "tags"), _note, lambda note: (note.kind, note.body))
MENTIONS = Kind("mentions", ("entity", "type"), _mention, lambda mention: mention.entity)
KINDS_BY_NOUN = {"claim": CLAIMS, "note": NOTES, "mention": MENTIONS}
