"""A table, as comma-separated values (RFC 4180) or as JSON lines, to rows whose cells know their places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.read import table_rules
from annotate.read.annotations.reader import read_json
from annotate.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from annotate.diagnostics import Finding
    from annotate.model.json_text import JsonText

_QUOTED = lazy_pattern(r'"((?:[^"]|"")*)"')
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its line (from 1), what stands under each column, and where (line and column, from 1).

    Empty cells are left out. A list of JSON texts is a tuple.
    """

    line: int
    values: Mapping[str, str | tuple[str, ...]]
    places: Mapping[str, tuple[int, int]]

    def place(self, *columns: str) -> tuple[int, int]:
        """Return where the first of these columns that the row has stands, else where the row begins."""
        return next((self.places[name] for name in columns if name in self.places), (self.line, 1))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table that could be read, and what is wrong with the others."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def read_table(data: bytes, path: str, columns: Collection[str], lists: Collection[str] = ()) -> Table:
    """Return the rows of a table of which these columns are known; those in `lists` may have a list in JSON.

    It is JSON lines where its name says so or it begins with a brace, else comma-separated values with the names of the
    columns in the first line; semicolons and tabs may part them too. In any encoding that a source may have. Raises
    InputRefused for what is no text (F104 to F108), and for a head with unknown columns or one twice (A140, A141).
    """
    text, findings = decode(data, path)
    lines = path.lower().endswith((".jsonl", ".ndjson")) or text.lstrip().startswith("{")
    table = _json_lines(text, path, columns, lists) if lines else _separated(text, path, columns)
    return replace(table, findings=(*findings, *table.findings))


def _separated(text: str, path: str, columns: Collection[str]) -> Table:
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    findings: list[Finding] = []
    records = _records(text, delimiter, path, findings)
    head = next(records, [])
    while head and not head[-1][0].strip():  # spreadsheets write columns that nobody filled
        head.pop()
    names = [_column_name(name) for name, _ in head]
    refused = [
        finding
        for number, (name, (_, place)) in enumerate(zip(names, head, strict=True))
        if (finding := _wrong_column(name, names[:number], columns, path, place)) is not None
    ]
    if refused:
        raise InputRefused(*refused)
    rows = []
    for cells in records:
        line = cells[0][1][0]
        if any(value.strip() for value, _ in cells[len(names) :]):
            place = cells[len(names)][1]
            findings.append(table_rules.TOO_MANY_CELLS.at(path, *place, cells=len(cells), columns=len(names)))
            continue
        filled = {
            name: (value.strip(), place) for name, (value, place) in zip(names, cells, strict=False) if value.strip()
        }
        values = {name: value for name, (value, _) in filled.items()}
        rows.append(Row(line, values, {name: place for name, (_, place) in filled.items()}))
    return Table(tuple(rows), tuple(findings))


def _records(
    text: str, delimiter: str, path: str, findings: list[Finding]
) -> Iterator[list[tuple[str, tuple[int, int]]]]:
    """Yield the cells of each line that has any, with their places; what follows a cell that does not end is left."""
    at, line, line_start = 0, 1, 0
    cells: list[tuple[str, tuple[int, int]]] = []
    while at < len(text):
        place = (line, at - line_start + 1)
        quoted = _QUOTED.match(text, at) if text[at] == '"' else None
        end = quoted.end() if quoted else _end_of_cell(text, at, delimiter)
        if text[at] == '"' and (quoted is None or (end < len(text) and text[end] not in f"{delimiter}\n")):
            findings.append(table_rules.OPEN_CELL.at(path, *place))
            return
        value = quoted.group(1).replace('""', '"') if quoted else text[at:end]
        if quoted and "\n" in value:
            line += quoted.group().count("\n")
            line_start = text.rindex("\n", at, end) + 1
        cells.append((value, place))
        at = end + 1
        if end >= len(text) or text[end] == "\n":
            if any(value.strip() for value, _ in cells):
                yield cells
            cells = []
            line, line_start = line + 1, at
    if any(value.strip() for value, _ in cells):
        yield cells


def _end_of_cell(text: str, at: int, delimiter: str) -> int:
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    end = text.find(delimiter, at, line_end)
    return line_end if end < 0 else end


def _json_lines(text: str, path: str, columns: Collection[str], lists: Collection[str]) -> Table:
    rows, findings = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = _json_row(read_json(line.encode(), path), number, columns, lists)
        except InputRefused as refused:
            findings += [replace(finding, line=number) for finding in refused.findings]
        else:
            rows.append(row)
    return Table(tuple(rows), tuple(findings))


def _json_row(read: JsonText, number: int, columns: Collection[str], lists: Collection[str]) -> Row:
    if not isinstance(read.value, dict):
        raise InputRefused(table_rules.NOT_A_ROW.at(read.path, what="the line is no JSON object"))
    values: dict[str, str | tuple[str, ...]] = {}
    places: dict[str, tuple[int, int]] = {}
    findings = []
    for key, value in read.value.items():
        name, place = _column_name(key), (1, read.place((key,))[1])
        wrong = _wrong_column(name, values, columns, read.path, (1, read.place((key,), key=True)[1]))
        if wrong is not None:
            findings.append(wrong)
        elif name in lists and isinstance(value, list) and all(isinstance(item, str) for item in value):
            values[name], places[name] = tuple(value), (number, place[1])
        elif isinstance(value, (str, int)) and not isinstance(value, bool):
            if str(value).strip():
                values[name], places[name] = str(value).strip(), (number, place[1])
        elif value is not None:
            findings.append(table_rules.NOT_A_ROW.at(read.path, *place, what=f'the value of "{key}" is no text'))
    if findings:
        raise InputRefused(*findings)
    return Row(number, values, places)


def _column_name(name: str) -> str:
    return "_".join(name.replace("-", " ").replace("_", " ").lower().split())


def _wrong_column(
    name: str, before: Collection[str], columns: Collection[str], path: str, place: tuple[int, int]
) -> Finding | None:
    if name in before:
        return table_rules.COLUMN_TWICE.at(path, *place, name=name)
    if name in columns:
        return None
    near = get_close_matches(name, columns, 1)
    nearest = f"; the nearest is {near[0]}" if near else ""
    return table_rules.UNKNOWN_COLUMN.at(path, *place, name=name, nearest=nearest, columns=", ".join(columns))
