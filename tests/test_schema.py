"""The schema of the annotation file: it fits the model, and what it refuses is explained as a person would."""

from __future__ import annotations

import copy
import dataclasses
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
import referencing
from hypothesis import given
from hypothesis import strategies as st

from annotate.check.schema import SCHEMA, schema_findings
from annotate.model import annotation, csl
from annotate.model.annotation import Annotations
from annotate.model.conflict import Conflict
from annotate.read.annotations.reader import read_json
from annotate.resources import resource_text

if TYPE_CHECKING:
    from annotate.diagnostics import Finding

SCHEMA_VALUE: dict[str, Any] = json.loads(resource_text(SCHEMA))
MINIMAL: dict[str, Any] = {"format": 1, "text": {"file": "review.xml", "reading_sha256": "0" * 64}}
FULL: dict[str, Any] = {
    "$schema": annotation.SCHEMA_URL,
    "format": 1,
    "text": {"file": "review.xml", "reading_sha256": "a" * 64, "reading_rule": 1, "unit": "code-point"},
    "entities": [
        {
            "id": "the-critic",
            "type": "person",
            "name": "Ada Example",
            "sort_name": "Example, Ada",
            "same_as": ["https://example.org/ada"],
        }
    ],
    "sources": [
        {
            "id": "nosferatu",
            "type": "motion_picture",
            "title": "Nosferatu",
            "director": [{"family": "Murnau", "given": "F. W."}],
            "issued": {"date-parts": [[1922, 3, 4]]},
            "accessed": "2020-02-03",
            "number": 7,
            "custom": {"runtime": 5640, "shelf": "B"},
            "copy": {"file": "sources/n.txt", "sha256": "b" * 64, "reading_sha256": "c" * 64, "reading_rule": 1},
        }
    ],
    "claims": [
        {
            "id": "c-7k2m9x",
            "target": {"exact": "a", "prefix": "b", "suffix": "c", "start": 3, "end": 4},
            "kind": "factual",
            "statement": "s",
            "claimant": "the-critic",
            "attitude": "asserts",
            "certainty": "certain",
            "status": "supported",
            "evidence": [
                {
                    "id": "e-4hq8rz",
                    "source": "nosferatu",
                    "relation": "supports",
                    "strength": "strong",
                    "locator": {"label": "timestamp", "value": "00:43:12"},
                    "quote": "q",
                    "target": {"parts": [{"exact": "x"}, {"exact": "y", "start": 1, "end": 2}]},
                    "note": "n",
                }
            ],
            "tags": ["t"],
            "note": "n",
            "creator": "Ed",
            "created": "2026-11-21T09:30:00Z",
            "modified": "2026-11-21T09:30:00Z",
            "modified_by": "Ed",
        }
    ],
    "notes": [{"id": "n-2b9x4d", "target": {"exact": "a"}, "kind": "gloss", "body": "b"}],
    "mentions": [{"id": "m-9d3k1p", "target": {"exact": "a"}, "entity": "the-critic"}],
    "passages": [{"id": "p-5f7v2c", "target": {"exact": "a"}}],
    "links": [{"id": "l-1a2b3c", "from": "c-7k2m9x", "relation": "restates", "to": "x.annotations.json#p-5f7v2c"}],
    "conflicts": [{"record": "nosferatu", "field": "number", "base": "7", "mine": 7, "theirs": ["7", {"a": 1}]}],
}


def judged(value: Any) -> list[Finding]:
    return schema_findings(read_json(json.dumps(value, indent=1).encode(), "a.json"))


def changed(pointer: list[str | int], value: Any) -> dict[str, Any]:
    """Return the full file with one value replaced or added."""
    whole = copy.deepcopy(FULL)
    place: Any = whole
    for step in pointer[:-1]:
        place = place[step]
    place[pointer[-1]] = value
    return whole


def schemas(schema: Any, where: str = "#"):
    """Yield every subschema of the schema with its place."""
    yield where, schema
    for keyword in ("properties", "$defs"):
        for name, inner in schema.get(keyword, {}).items():
            yield from schemas(inner, f"{where}/{keyword}/{name}")
    if "items" in schema:
        yield from schemas(schema["items"], f"{where}/items")


def test_the_schema_is_one_of_2020_12_and_bears_its_name() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA_VALUE)
    assert SCHEMA_VALUE["$id"] == annotation.SCHEMA_URL


def test_every_field_has_a_description_and_an_example_for_editors() -> None:
    named = SCHEMA_VALUE["$defs"]
    for where, schema in schemas(SCHEMA_VALUE):
        if "/properties/" in where or "/$defs/" in where:
            full = {**named.get(schema.get("$ref", "").removeprefix("#/$defs/"), {}), **schema}
            if not where.endswith("/items"):
                assert full["description"].endswith("."), where
                assert full["examples"], where


def test_the_examples_in_the_schema_are_valid() -> None:
    for where, schema in schemas(SCHEMA_VALUE):
        whole = {**schema, "$defs": SCHEMA_VALUE["$defs"]}
        for example in schema.get("examples", ()):
            errors = [e.message for e in jsonschema_rs.Draft202012Validator(whole).iter_errors(example)]
            assert not errors, where


def test_records_of_our_own_take_no_unknown_fields() -> None:
    ours = [
        schema for where, schema in schemas(SCHEMA_VALUE) if "properties" in schema and not where.endswith("custom")
    ]
    assert len(ours) > 12
    assert all(schema["additionalProperties"] is False for schema in ours)


def test_schema_and_model_have_the_same_fields_in_the_same_order() -> None:
    properties = SCHEMA_VALUE["properties"]
    assert list(properties) == ["$schema", "format", "text", *annotation.SECTIONS, "conflicts"]
    records: dict[str, Any] = {"claim": annotation.Claim, "evidence": annotation.Evidence, "note": annotation.Note}
    records |= {"mention": annotation.Mention, "passage": annotation.Passage, "entity": annotation.Entity}
    records |= {
        "conflict": Conflict,
        "target": annotation.Target,
        "locator": annotation.Locator,
        "copy": annotation.Copy,
    }
    for name, record in records.items():
        assert tuple(SCHEMA_VALUE["$defs"][name]["properties"]) == tuple(
            field.name for field in dataclasses.fields(record)
        ), name
    assert list(SCHEMA_VALUE["$defs"]["link"]["properties"])[:4] == ["id", "from", "relation", "to"]


def test_schema_and_model_have_the_same_vocabularies() -> None:
    fields = {name: record["properties"] for name, record in SCHEMA_VALUE["$defs"].items() if "properties" in record}
    assert tuple(fields["claim"]["kind"]["enum"]) == annotation.KINDS
    assert tuple(fields["claim"]["attitude"]["enum"]) == annotation.ATTITUDES
    assert tuple(fields["claim"]["certainty"]["enum"]) == annotation.CERTAINTIES
    assert tuple(fields["claim"]["status"]["enum"]) == annotation.STATUSES
    assert tuple(fields["evidence"]["relation"]["enum"]) == annotation.EVIDENCE_RELATIONS
    assert tuple(fields["evidence"]["strength"]["enum"]) == annotation.STRENGTHS
    assert tuple(fields["note"]["kind"]["enum"]) == annotation.NOTE_KINDS
    assert tuple(fields["entity"]["type"]["enum"]) == annotation.ENTITY_TYPES
    assert tuple(fields["link"]["relation"]["enum"]) == annotation.LINK_RELATIONS
    assert set(fields["source"]["type"]["enum"]) == set(csl.SOURCE_TYPES)
    assert set(fields["locator"]["label"]["enum"]) == set(csl.LOCATOR_LABELS)


@pytest.mark.parametrize("value", [MINIMAL, FULL, {**MINIMAL, "claims": []}])
def test_a_file_the_schema_accepts_fits_the_model_and_loses_nothing(value: dict[str, Any]) -> None:
    assert judged(value) == []
    read = Annotations.from_json(value)
    assert judged(read.to_json()) == []
    assert Annotations.from_json(read.to_json()) == read


def test_every_field_of_a_file_is_written_back() -> None:
    assert Annotations.from_json(FULL).to_json() == FULL


def test_a_person_may_write_exact_alone() -> None:
    claim = {"id": "c-000000", "target": {"exact": "the second reel"}, "kind": "factual"}
    assert judged({**MINIMAL, "claims": [claim]}) == []


@pytest.mark.parametrize(
    ("pointer", "value", "code", "sentence", "remedy"),
    [
        (["clam"], [], "F312", '"clam" is not a section of an annotation file', 'did you mean "claims"?'),
        (["claims", 0, "staus"], "x", "F312", '"staus" is not a field of claim c-7k2m9x', 'did you mean "status"?'),
        (["sources", 0, "titel"], "x", "F312", '"titel" is not a field of source nosferatu', '"title"'),
        (["claims", 0, "kind"], "fact", "F314", '"fact" is not allowed for "kind"', 'did you mean "factual"?'),
        (["sources", 0, "type"], "film", "F314", '"film" is not allowed', 'did you mean "motion_picture"?'),
        (["text", "unit"], "byte", "F314", '"byte" is not allowed', "code-point"),
        (["format"], 2, "F310", "has format 2", "newer"),
        (["format"], "1", "F314", '"1" is not allowed for "format"', "allowed are: 1"),
        (["notes", 0], {"id": "n-2b9x4d", "target": {"exact": "a"}, "kind": "gloss"}, "F313", '"body"', "add it"),
        (["notes", 0, "target"], {"start": 1, "end": 2}, "F313", '"exact"', "a position alone cannot be checked"),
        (["notes", 0, "target", "start"], 1, "F313", '"end"', "leave out the other"),
        (["notes", 0, "target", "parts"], [{"exact": "b"}], "F319", "target of n-2b9x4d", "nothing beside parts"),
        (["claims", 0, "target", "start"], "3", "F311", "a text where a whole number", "without quotation marks"),
        (["claims", 0, "target", "start"], -3, "F317", "less than 0", "0 or more"),
        (["claims", 0, "target", "start"], 1.5, "F311", "a number where a whole number", "write it as in"),
        (["claims", 0, "tags"], "x", "F311", "a text where a list", "put [ and ] around it"),
        (["claims", 0, "tags"], ["x", "x"], "F320", "same item twice", "delete one"),
        (["claims", 0, "id"], "c-7K2M9X", "F315", "form of a claim id", "Crockford"),
        (["claims", 0, "id"], "c-7k2m9x\n", "F315", "form of a claim id", "Crockford"),
        (["claims", 0, "claimant"], "The Critic", "F315", "form of a readable id", "lower-case letters"),
        (["claims", 0, "created"], "2026-13-01T00:00:00Z", "F315", "form of a date and time", "RFC 3339"),
        (["claims", 0], 5, "F311", 'an item of "claims" is a whole number', "as in"),
        (["claims", 0, "evidence", 0, "locator", "value"], "", "F318", '"value" is empty', "write something"),
        (["sources", 0, "issued"], "March 1922", "F315", "form of a date", "EDTF"),
        (["sources", 0, "custom", "runtime"], 0, "F317", "must be more than 0", "more than 0"),
        (["sources", 0, "title"], "x" * 3000, "F317", "longer than 2000", "shorten"),
        (["entities", 0, "same_as"], ["ada"], "F315", "form of a web address", "https://"),
        (["links", 0, "to"], "essay.xml#c-7k2m9x", "F315", "form of a link end", "FILE.annotations.json#ID"),
        (["notes", 0, "body"], "a\x07b", "F316", "U+0007", "delete it"),
    ],
)
def test_each_departure_is_one_finding_in_plain_words(
    pointer: list[str | int], value: Any, code: str, sentence: str, remedy: str
) -> None:
    findings = judged(changed(pointer, value))
    assert [finding.code for finding in findings] == [code]
    assert sentence in findings[0].sentence
    assert remedy in findings[0].help
    assert findings[0].line > 1 or pointer == ["format"]


@pytest.mark.parametrize("value", [[], None, "x", 3, {}])
def test_what_is_no_annotation_file_at_all_is_said_at_its_beginning(value: Any) -> None:
    findings = judged(value)
    assert findings
    assert all((finding.line, finding.column) == (1, 1) for finding in findings)


def test_all_departures_are_reported_at_once_and_each_once() -> None:
    claims = [{"id": f"x{number}", "target": {}, "kind": "?"} for number in range(3)]
    findings = judged({**MINIMAL, "claims": claims})
    assert len(findings) == len(set(findings)) == 9


def test_no_value_however_long_makes_a_long_sentence() -> None:
    finding = judged(changed(["claims", 0, "kind"], "x" * 100_000))[0]
    assert len(finding.sentence) <= 400
    assert len(finding.help) <= 400


def test_every_keyword_of_the_schema_is_explained() -> None:
    annotations = {"$schema", "$id", "$defs", "$ref", "title", "description", "examples", "default"}
    structure = {"properties", "items", "if", "then", "else"}
    explained = {"type", "enum", "const", "required", "dependentRequired", "additionalProperties", "pattern", "format"}
    bounds = {"maxLength", "minLength", "maxItems", "minItems", "minProperties", "maxProperties", "uniqueItems"}
    bounds |= {"minimum", "maximum", "exclusiveMinimum"}
    used = {keyword for _, schema in schemas(SCHEMA_VALUE) for keyword in schema}
    assert used <= annotations | structure | explained | bounds


def _pointers(value: Any, here: tuple[str | int, ...] = ()):
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in members:
        yield (*here, step)
        yield from _pointers(inner, (*here, step))


SECOND_OPINION = jsonschema.Draft202012Validator(SCHEMA_VALUE, registry=referencing.Registry())
JUNK: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-2, 10) | st.text("ac-7k2m9x", max_size=8) | st.just([]) | st.just({})
)


@given(st.sampled_from(sorted(_pointers(FULL), key=str)), JUNK, st.booleans())
def test_another_engine_agrees_on_what_is_valid(pointer: tuple[str | int, ...], junk: Any, delete: bool) -> None:
    whole = changed(list(pointer), junk)
    if delete and isinstance(pointer[-1], str):
        place: Any = whole
        for step in pointer[:-1]:
            place = place[step]
        del place[pointer[-1]]
    first_opinion = jsonschema_rs.Draft202012Validator(SCHEMA_VALUE, validate_formats=False)
    assert first_opinion.is_valid(whole) == SECOND_OPINION.is_valid(whole)
    if not first_opinion.is_valid(whole):
        assert judged(whole)
