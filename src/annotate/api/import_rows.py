"""Taking many annotations of a table at once: one look at the text, one change of the file, an account of each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from annotate.api import import_rules
from annotate.api.annotation_file import annotation_file, held_by
from annotate.api.editing import Done, apply, seed, with_entity
from annotate.api.files import STANDARD_INPUT, read_bytes
from annotate.api.import_cells import LISTS, PASSAGE_COLUMNS, Cells
from annotate.api.load import load_text
from annotate.api.quoting import Copies
from annotate.attach.ids import new_ids
from annotate.attach.passage import target_of
from annotate.diagnostics import Severity
from annotate.errors import InputRefused
from annotate.match.excerpt import shortened
from annotate.read.table import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotate.api.editing import How
    from annotate.api.load import LoadedText
    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Annotations, Target

Defaults: TypeAlias = "Mapping[str, str | tuple[str, ...]]"


@dataclass(frozen=True, slots=True)
class RowTaken:
    """A row that was understood: its line, the id of its annotation, its words, and whether it was there already."""

    line: int
    id: str
    words: str
    is_old: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table: the rows that were taken, what is wrong with others, and what an edit tells besides.

    Of an edit for trial, `diff` says what it would change.
    """

    rows: tuple[RowTaken, ...]
    refused: int
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]
    diff: str | None

    @property
    def failed(self) -> bool:
        """Whether anything was refused."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Batch:
    """The annotations that rows are added to, one after the other."""

    def __init__(self, held: Annotations, where: Where, text: LoadedText, signature: Signature) -> None:
        """Take the annotations as they are."""
        self.held = held
        self.where = where
        self.text = text
        self.signature = signature
        self.remarks: list[str] = []
        self.copies = Copies(where)
        self._used = held.ids()
        self._ids: dict[str, Iterator[str]] = {}
        self._entities: dict[tuple[str, str | None, str | None], str] = {}

    def new_id(self, letter: str) -> str:
        """Return an id that nothing in the file has."""
        return next(self._ids.setdefault(letter, new_ids(letter, self._used, seed())))

    def entity(self, name: str, *, entity_type: str | None = None, usually: str | None = None) -> str:
        """Return the id of the entity of this id or name, made where there is none. Raises InputRefused: N104, N106."""
        key = (name, entity_type, usually)
        if key not in self._entities:
            self.held, entity_id, told = with_entity(
                self.held, name, self.where, entity_type=entity_type, usually=usually
            )
            self.remarks += told
            self._entities[key] = entity_id or name
        return self._entities[key]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of annotation that tables can have.

    Attributes:
        section: where its records stand.
        columns: those it has beside the passage's.
        record: makes the record of a row and its target (None: it has no certain one), refuses it, or notes in the
            cells what is wrong and returns None.
        same: what two records have in common that say the same of the same words.
    """

    section: str
    columns: tuple[str, ...]
    record: Callable[[Cells, Target | None, Batch], Any]
    same: Callable[[Any], Hashable]

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Return the columns a table of them may have."""
        return (*PASSAGE_COLUMNS, *self.columns)


class _NothingToWrite(Exception):
    """Ends an edit that leaves the file as it is, also where there is none yet."""


def import_rows(
    text: Path, table: Path, kind: Kind, how: How, *, defaults: Defaults, all_or_nothing: bool = False
) -> Imported:
    """Add an annotation for each row of a table (`-`: standard input), all good ones in one change.

    `defaults` has what rows take whose cells are empty. A row that says what is there already adds nothing, so that a
    table can be taken again when its bad rows are mended. With `all_or_nothing` nothing is added where any row is
    refused. Raises InputRefused for what is wrong with the text, its annotations or the table as a whole.
    """
    loaded, path = load_text(text), "<stdin>" if table == STANDARD_INPUT else str(table)
    read = read_table(read_bytes(table), path, kind.all_columns, LISTS)
    if not read.rows and not read.findings:
        raise InputRefused(import_rules.NO_ROWS.at(path))
    file = annotation_file(text, how.get("annotations"))
    results: list[tuple[list[RowTaken], list[Finding]]] = []

    def added(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        fitted, carried = held_by(held, loaded, where, file)
        batch = Batch(fitted, where, loaded, signature)
        rows = [Cells(row, defaults, path) for row in read.rows]
        records, taken = _added(rows, kind, batch)
        findings = [finding for cells in rows for finding in cells.findings]
        results[:] = [(taken, findings)]
        if not records or (all_or_nothing and (findings or Severity.ERROR in {one.severity for one in read.findings})):
            raise _NothingToWrite
        old = getattr(batch.held, kind.section)
        return batch.held.with_section(kind.section, (*old, *records)), Done("", (*carried, *batch.remarks))

    try:
        done = apply(text, added, how, loaded)
    except _NothingToWrite:
        done = Done("", diff="" if how.get("dry_run") else None)
    ((taken, findings),) = results
    refused = len(read.rows) - len(taken) + len({one.line for one in read.findings if one.severity is Severity.ERROR})
    if all_or_nothing and refused:
        taken = []
    ordered = sorted((*read.findings, *findings), key=lambda finding: (finding.line, finding.column))
    return Imported(tuple(taken), refused, tuple(ordered), done.remarks, done.diff)


def _added(rows: Sequence[Cells], kind: Kind, batch: Batch) -> tuple[list[Any], list[RowTaken]]:
    """Return the new records of the rows, and the rows that were taken; the others have findings."""
    known = {_key(record, kind): record.id for record in getattr(batch.held, kind.section)}
    records, taken = [], []
    # All places in the text before any in copies of sources: only one text is kept ready for searching.
    targets = [_target(cells, batch) for cells in rows]
    for cells, target in zip(rows, targets, strict=True):
        try:
            record = kind.record(cells, target, batch)
        except InputRefused as refused:
            cells.refuse(refused)
            continue
        if target is None or record is None:
            continue
        old = known.setdefault(_key(record, kind), record.id)
        if old == record.id:
            records.append(record)
        words = shortened(" … ".join(piece.exact or "" for piece in target.pieces))
        taken.append(RowTaken(cells.row.line, old, words, old != record.id))
    return records, taken


def _target(cells: Cells, batch: Batch) -> Target | None:
    passage = cells.passage()
    try:
        return target_of(batch.text.reading, passage, cells.path) if passage else None
    except InputRefused as refused:
        cells.refuse(refused)
        return None


def _key(record: Any, kind: Kind) -> Hashable:
    pieces = tuple((piece.exact, piece.start, piece.end) for piece in record.target.pieces)
    return pieces, kind.same(record)
