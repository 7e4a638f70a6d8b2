"""The shape of an annotation file: every departure from `schemas/annotations.schema.json`, with place and remedy."""

from __future__ import annotations

import json
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from annotate.check.schema_rules import OUT_OF_BOUNDS, UNKNOWN_FORMAT, WRONG_FORM
from annotate.diagnostics import in_order
from annotate.model.annotation import FORMAT
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotate.diagnostics import Finding
    from annotate.model.json_text import JsonText

SCHEMA = "schemas/annotations.schema.json"


def schema_findings(json_text: JsonText, vocabulary: Mapping[str, tuple[str, ...]] | None = None) -> list[Finding]:
    """Return what is wrong with the shape of an annotation file (F310 to F320), in the file's order; [] if nothing.

    `vocabulary` has the words that the settings of a project add (`extended_schema`).
    The schema is JSON Schema 2020-12. A file without findings fits `Annotations.from_json`. A file of another format
    version gets that one finding only, as its shape is not ours to judge. `jsonschema-rs` gives the verdict on the file
    and, if it is refused, on each record; `jsonschema`, a hundred times as slow, explains the records that are wrong.
    """
    return _findings(json_text, _annotations_schema(_hashable(vocabulary)))


def library_findings(json_text: JsonText) -> list[Finding]:
    """Return what is wrong with the shape of a library, as `schema_findings` does for annotations."""
    return _findings(json_text, _library_schema())


def extended_schema(vocabulary: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return the schema of annotation files with the words of a project among those it allows.

    They are named by where they are used: `claim-kind`, `claim-status`, `note-kind` add words to those there are;
    `tags` are all the tags that there may be.
    """
    schema: dict[str, Any] = json.loads(resource_text(SCHEMA))
    definitions = schema["$defs"]
    for name, words in vocabulary.items():
        if name == "tags":
            definitions["tags"]["items"] = {**definitions["tags"]["items"], "enum": list(words)}
        else:
            record, _, field = name.partition("-")
            allowed = definitions[record]["properties"][field]["enum"]
            allowed += [word for word in dict.fromkeys(words) if word not in allowed]
    return schema


class _Part:
    """A schema of part of a file; it is compiled when the first file is wrong, once for all that follow."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema

    @cached_property
    def is_valid(self) -> Callable[[Any], bool]:
        """Tells whether a value fits."""
        return _validator_of(self.schema).is_valid


class _Shape:
    """A schema, and its parts for the frame of a file and the records of each section."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.whole = _validator_of(schema)
        members = schema["properties"].items()
        frame = {name: {key: said for key, said in member.items() if key != "items"} for name, member in members}
        self.frame = _Part({**schema, "properties": frame})  # which says nothing of records
        self.records = {
            name: _Part({**member["items"], "$defs": schema["$defs"]}) for name, member in members if "items" in member
        }


def _findings(json_text: JsonText, shape: _Shape) -> list[Finding]:
    value = json_text.value
    found = value.get("format", FORMAT) if isinstance(value, dict) else FORMAT
    if isinstance(found, int) and not isinstance(found, bool) and found != FORMAT:
        place = json_text.place(("format",))
        return [UNKNOWN_FORMAT.at(json_text.path, *place, found=found, known=FORMAT)]
    if shape.whole.is_valid(value):
        return []
    from annotate.check.schema_errors import explained  # noqa: PLC0415  # jsonschema takes 120 ms to load

    parts = _wrong_parts(value, shape)
    findings = [found for pointer, schema, part in parts for found in explained(schema, part, pointer, json_text)]
    # A value too long for its pattern fails both; that it has not the form is all a person needs to know.
    misformed = {(finding.line, finding.column) for finding in findings if finding.code == WRONG_FORM.code}
    kept = (f for f in findings if f.code != OUT_OF_BOUNDS.code or (f.line, f.column) not in misformed)
    return in_order(dict.fromkeys(kept))


def _wrong_parts(value: Any, shape: _Shape) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any], Any]]:
    """Yield where it is, its schema and its value for each part of a file that is wrong.

    A part is a record of a section, or the frame: the file with its sections emptied of what their records say.
    """
    sections = {
        name: value[name] for name in shape.records if isinstance(value, dict) and isinstance(value.get(name), list)
    }
    # As many items as there are records, since their number has a bound.
    frame = {**value, **{name: [None] * len(records) for name, records in sections.items()}} if sections else value
    if not shape.frame.is_valid(frame):
        yield (), shape.frame.schema, frame
    for name, records in sections.items():
        part = shape.records[name]
        for number, record in enumerate(records):
            if not part.is_valid(record):
                yield (name, number), part.schema, record


def _hashable(vocabulary: Mapping[str, tuple[str, ...]] | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((vocabulary or {}).items()))


@cache
def _annotations_schema(vocabulary: tuple[tuple[str, tuple[str, ...]], ...]) -> _Shape:
    return _Shape(extended_schema(dict(vocabulary)))


@cache
def _library_schema() -> _Shape:
    schema = extended_schema({})
    return _Shape({**schema["$defs"]["library"], "$defs": schema["$defs"]})


def _validator_of(schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    # No retriever is given and the schema refers to itself only, so that nothing is ever fetched.
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
