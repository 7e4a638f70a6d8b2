"""Two engines judge the shape: the quick one gives the verdict, the other explains it and is loaded only then."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.check import schema
from annotate.check.schema_engine import errors_in
from annotate.check.schema_errors import explained
from annotate.read.annotations.reader import read_json
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.diagnostics import Finding

SAMPLES = Path(__file__).parent.parent / "samples"
SCHEMA_VALUE: dict[str, Any] = json.loads(resource_text(schema.SCHEMA))
VERDICT = jsonschema_rs.Draft202012Validator(SCHEMA_VALUE, validate_formats=True)
CLAIM: dict[str, Any] = {
    "id": "c-7k2m9x",
    "target": {"exact": "a", "start": 3, "end": 4},
    "kind": "factual",
    "claimant": "the-critic",
    "tags": ["t"],
    "created": "2026-11-21T09:30:00Z",
    "evidence": [
        {
            "id": "e-4hq8rz",
            "source": "nosferatu",
            "relation": "supports",
            "locator": {"label": "page", "value": "12"},
            "target": {"parts": [{"exact": "x"}]},
        }
    ],
}
WHOLE: dict[str, Any] = {
    "format": 1,
    "text": {"file": "review.xml", "reading_sha256": "0" * 64},
    "entities": [{"id": "ada", "type": "person", "name": "Ada", "same_as": ["https://example.org/ada"]}],
    "sources": [
        {"id": "nosferatu", "type": "motion_picture", "issued": {"date-parts": [[1922]]}, "custom": {"runtime": 5640}}
    ],
    "claims": [CLAIM],
    "links": [{"id": "l-1a2b3c", "from": "c-7k2m9x", "relation": "restates", "to": "x.annotations.json#p-5f7v2c"}],
}
# Engines written in different languages are apt to differ on these: line ends, leap seconds, what equals what, size.
TRICKY: list[Any] = [
    *(None, True, False, 0, 1, -1, 1.5, 2**64, -(10**300), "", "x" * 3000, "é", "a\x07", "\ufffe", [], {}),
    *("c-7k2m9x\n", "nosferatu\n", "ada\r", "0" * 64 + "\n", "1922\n"),
    *("2026-02-30T00:00:00Z", "2026-11-21T23:59:60Z", "2026-11-21T09:30:00+25:00", "٢٠٢٦-11-21T09:30:00Z"),
    *("https://[::1", "https://a b", "https://example.org/%zz", "https://é.org", "//example.org", "urn:isbn:1"),
    *(["a", "a"], [1, True], [{}, {"a": 1}], [{}, {}], ["a", 1, None], [[1], [True]], {"parts": []}, {"start": 1}),
    *({"parts": [{"exact": "x"}], "exact": "x"}, {"exact": "x", "end": 2}, {"date-parts": [["1922\n"]]}),
]


def pointers(value: Any, here: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in members:
        yield (*here, step)
        yield from pointers(inner, (*here, step))


POINTERS = sorted(pointers(WHOLE), key=str)


def changed(pointer: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """Return the whole file with one value replaced."""
    whole = copy.deepcopy(WHOLE)
    place: Any = whole
    for step in pointer[:-1]:
        place = place[step]
    place[pointer[-1]] = value
    return whole


def judged(value: Any) -> list[Finding]:
    return schema.schema_findings(read_json(json.dumps(value, indent=1).encode(), "a.json"))


def test_both_engines_accept_the_file_these_tests_change() -> None:
    assert VERDICT.is_valid(WHOLE)
    assert list(errors_in(SCHEMA_VALUE, WHOLE)) == []


@pytest.mark.parametrize("value", TRICKY, ids=lambda value: ascii(value)[:40])
def test_both_engines_agree_wherever_a_tricky_value_stands(value: Any) -> None:
    for pointer in POINTERS:
        whole = changed(pointer, value)
        errors = list(errors_in(SCHEMA_VALUE, whole))
        assert VERDICT.is_valid(whole) == (not errors), pointer


@given(st.lists(st.tuples(st.sampled_from(POINTERS), st.sampled_from(TRICKY)), min_size=1, max_size=4))
def test_a_file_is_explained_if_and_only_if_it_is_refused(changes: list[tuple[tuple[str | int, ...], Any]]) -> None:
    whole = copy.deepcopy(WHOLE)
    for pointer, value in changes:
        place: Any = whole
        try:
            for step in pointer[:-1]:
                place = place[step]
            place[pointer[-1]] = copy.deepcopy(value)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken the place away
    assert VERDICT.is_valid(whole) == (judged(whole) == [])


def test_a_wrong_record_is_found_among_many_that_are_right() -> None:
    claims = [copy.deepcopy(CLAIM) for _ in range(300)]
    claims[7]["kind"] = "fact"
    claims[290]["evidence"][0]["target"]["exact"] = "x"
    whole = {**WHOLE, "claims": claims, "clam": []}
    lines = json.dumps(whole, indent=1).splitlines()
    findings = judged(whole)
    shown = [(finding.code, lines[finding.line - 1].strip()) for finding in findings]
    assert shown == [("F314", '"kind": "fact",'), ("F319", '"target": {'), ("F312", '"clam": []')]
    assert "e-4hq8rz" in findings[1].sentence


def test_only_what_is_wrong_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    def watched(schema_value: Any, value: Any) -> Any:
        seen.append(value)
        return errors_in(schema_value, value)

    monkeypatch.setattr("annotate.check.schema_errors.errors_in", watched)
    wrong = {**CLAIM, "kind": "fact"}
    judged({**WHOLE, "claims": [CLAIM, wrong, CLAIM]})
    assert seen == [wrong]


def test_the_number_of_records_keeps_its_bound_where_records_are_judged_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    small = copy.deepcopy(SCHEMA_VALUE)
    small["properties"]["claims"]["maxItems"] = 2
    monkeypatch.setattr(schema, "extended_schema", lambda vocabulary: small)
    monkeypatch.setattr(schema, "_annotations_schema", schema._annotations_schema.__wrapped__)
    findings = judged({**WHOLE, "claims": [CLAIM] * 3})
    assert [finding.sentence for finding in findings] == ['"claims" has more than 2 items']


@pytest.mark.parametrize("pointer", POINTERS, ids=str)
def test_the_deepest_file_that_is_read_is_judged_as_well(pointer: tuple[str | int, ...]) -> None:
    deep: Any = "x"
    for level in range(62 - len(pointer)):
        deep = [deep] if level % 2 else {"a": deep}
    for value in ([deep], [deep, deep]):
        whole = changed(pointer, value)
        assert VERDICT.is_valid(whole) == (judged(whole) == [])


def test_a_refusal_nobody_can_explain_does_not_pass_for_acceptance() -> None:
    with pytest.raises(RuntimeError, match="was refused"):
        explained({"$defs": {}}, {}, (), read_json(b"{}", "a.json"))


def loaded_by(*arguments: str | Path) -> tuple[int, bool]:
    """Return the exit code of a command, and whether it has loaded jsonschema."""
    program = """
import sys
from annotate.cli.main import run
code = run(sys.argv[1:])
print(code, "jsonschema" in sys.modules)
"""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, loaded = done.stdout.splitlines()[-1].split()
    return int(code), loaded == "True"


def test_work_on_files_in_order_loads_the_quick_engine_only(tmp_path: Path, annotate) -> None:
    text, annotations = tmp_path / "general-review.xml", tmp_path / "general-review.annotations.json"
    annotate("parse", SAMPLES / "general-review.txt", "-o", text)
    annotations.write_bytes((SAMPLES / annotations.name).read_bytes())
    assert loaded_by("validate", text) == (0, False)
    target = json.loads(annotations.read_bytes())["claims"][0]["target"]
    assert loaded_by("claim", "add", text, target["exact"], "--occurrence", "1") == (0, False)
    annotations.write_text(annotations.read_text("utf-8").replace('"claims"', '"clam"', 1), "utf-8")
    assert loaded_by("validate", text) == (1, True)
