"""The shape of an annotation file: every departure from `schemas/annotations.schema.json`, with place and remedy."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from annotate.check.schema_rules import OUT_OF_BOUNDS, UNKNOWN_FORMAT, WRONG_FORM
from annotate.diagnostics import in_order
from annotate.model.annotation import FORMAT
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.diagnostics import Finding
    from annotate.model.json_text import JsonText

SCHEMA = "schemas/annotations.schema.json"


def schema_findings(json_text: JsonText) -> list[Finding]:
    """Return what is wrong with the shape of an annotation file (F310 to F320), in the file's order; [] if nothing.

    The schema is JSON Schema 2020-12. A file without findings fits `Annotations.from_json`. A file of another format
    version gets that one finding only, as its shape is not ours to judge. `jsonschema-rs` gives the verdict on the file
    and, if it is refused, on each record; `jsonschema`, a hundred times as slow, explains the records that are wrong.
    """
    return _findings(json_text, library=False)


def library_findings(json_text: JsonText) -> list[Finding]:
    """Return what is wrong with the shape of a library, as `schema_findings` does for annotations."""
    return _findings(json_text, library=True)


def _findings(json_text: JsonText, *, library: bool) -> list[Finding]:
    value = json_text.value
    found = value.get("format", FORMAT) if isinstance(value, dict) else FORMAT
    if isinstance(found, int) and not isinstance(found, bool) and found != FORMAT:
        place = json_text.place(("format",))
        return [UNKNOWN_FORMAT.at(json_text.path, *place, found=found, known=FORMAT)]
    if _validator(library=library).is_valid(value):
        return []
    from annotate.check.schema_errors import explained  # noqa: PLC0415  # jsonschema takes 120 ms to load

    parts = _wrong_parts(value, library=library)
    findings = [found for pointer, schema, part in parts for found in explained(schema, part, pointer, json_text)]
    # A value too long for its pattern fails both; that it has not the form is all a person needs to know.
    misformed = {(finding.line, finding.column) for finding in findings if finding.code == WRONG_FORM.code}
    kept = (f for f in findings if f.code != OUT_OF_BOUNDS.code or (f.line, f.column) not in misformed)
    return in_order(dict.fromkeys(kept))


def _wrong_parts(value: Any, *, library: bool) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any], Any]]:
    """Yield where it is, its schema and its value for each part of a file that is wrong.

    A part is a record of a section, or the frame: the file with its sections emptied of what their records say.
    """
    frame_schema, record_schemas = _part_schemas(library=library)
    sections = {
        name: value[name] for name in record_schemas if isinstance(value, dict) and isinstance(value.get(name), list)
    }
    # As many items as there are records, since their number has a bound.
    frame = {**value, **{name: [None] * len(records) for name, records in sections.items()}} if sections else value
    if not _validator_of(frame_schema).is_valid(frame):
        yield (), frame_schema, frame
    for name, records in sections.items():
        schema = record_schemas[name]
        is_valid = _validator_of(schema).is_valid
        for number, record in enumerate(records):
            if not is_valid(record):
                yield (name, number), schema, record


@cache
def _part_schemas(*, library: bool) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the schema of the frame, which says nothing of records, and by section that of a record."""
    schema = _schema(library=library)
    members = schema["properties"].items()
    frame = {name: {key: said for key, said in member.items() if key != "items"} for name, member in members}
    records = {name: {**member["items"], "$defs": schema["$defs"]} for name, member in members if "items" in member}
    return {**schema, "properties": frame}, records


@cache
def _schema(*, library: bool) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(resource_text(SCHEMA))
    return {**schema["$defs"]["library"], "$defs": schema["$defs"]} if library else schema


@cache
def _validator(*, library: bool) -> jsonschema_rs.Draft202012Validator:
    return _validator_of(_schema(library=library))


def _validator_of(schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    # No retriever is given and the schema refers to itself only, so that nothing is ever fetched.
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
