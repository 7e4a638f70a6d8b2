"""Reading JSON: everything refused is refused with a place and a reason, everything accepted is what Python reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.diagnostics import Finding
from annotate.errors import InputRefused
from annotate.read.annotations.reader import MAX_DEPTH, read_json

SUITE = Path(__file__).parent.parent.parent / "shared" / "suites" / "json" / "test_parsing"


def findings(data: bytes) -> list[Finding]:
    """Return why `data` is refused; nothing if it is read."""
    try:
        read_json(data, "a.json")
    except InputRefused as refusal:
        return [finding for finding in refusal.findings if isinstance(finding, Finding)]
    return []


def refused(data: bytes) -> list[tuple[int, int, str, str]]:
    return [(f.line, f.column, f.code, f.sentence) for f in findings(data)]


@pytest.mark.parametrize(
    ("data", "line", "column", "code", "words"),
    [
        (b"", 1, 1, "F201", "empty"),
        (b" \n ", 1, 1, "F201", "empty"),
        (b'{"a": "caf\xe9"}', 1, 11, "F203", "0xE9"),
        ("{}".encode("utf-16"), 1, 1, "F203", "UTF-16"),
        (b'{"a": 1,\n "b": 2,}', 2, 9, "F204", "comma before this }"),
        (b"[1,\n 2,]", 2, 4, "F204", "comma before this ]"),
        (b"{'a': 1}", 1, 2, "F204", "quoted with '"),
        (b'{"a": True}', 1, 7, "F204", "True is not a word"),
        (b'{"a": factual}', 1, 7, "F204", "factual should stand in quotation marks"),
        (b"{a: 1}", 1, 2, "F204", "key in quotation marks"),
        (b'{"a" 1}', 1, 6, "F204", "colon"),
        (b'{"a": 1\n "b": 2}', 2, 2, "F204", "comma or a closing bracket"),
        (b'{"a": "x', 1, 7, "F204", "no closing quotation mark"),
        (b'{"a": "x\ny"}', 1, 9, "F204", "line break inside a text"),
        (b'{"a": "\\x"}', 1, 8, "F204", "no escape"),
        (b'{"a": 1} {', 1, 10, "F204", "follows after the end"),
        (b'{"a": 1', 1, 8, "F204", "ends before everything is closed"),
        (b'{"a": 1 // one\n}', 1, 9, "F204", "comment"),
        (
            b'{"a": 1,\r\n "b": {"c": 2,\r\n  "c": 3}}',
            3,
            3,
            "F205",
            "“c” was given before in the same object, in line 2",
        ),
        (b'{"a": NaN}', 1, 7, "F206", "NaN"),
        (b'["Infinity", -Infinity]', 1, 14, "F206", "-Infinity"),
        (b"[1, 1e400]", 1, 5, "F207", "1e400"),
        (b"[1,\n" + b"9" * 5000 + b"]", 2, 1, "F207", "5000 characters"),
        (b'["\\\\ud800", "ab\\ud800c"]', 1, 16, "F208", "\\ud800"),
        (b"[" * 100_000, 1, MAX_DEPTH + 1, "F209", "more than 64 deep"),
        (b"[" * 65 + b"]" * 65, 1, MAX_DEPTH + 1, "F209", "more than 64 deep"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(
    data: bytes, line: int, column: int, code: str, words: str
) -> None:
    [(found_line, found_column, found_code, sentence)] = refused(data)
    assert (found_line, found_column, found_code) == (line, column, code)
    assert words in sentence


def test_everything_that_cannot_be_kept_is_named_at_once() -> None:
    data = b'{"a": NaN, "b": 1e999, "a": "\\udc00", "c": "\\ud83d\\ude00"}'
    assert [code for _, _, code, _ in refused(data)] == ["F206", "F207", "F205", "F208"]


def test_columns_count_code_points_also_after_characters_of_two_surrogates() -> None:
    assert refused('{"😀é": 1 "b"}'.encode())[0][:2] == (1, 10)


def test_a_byte_order_mark_is_no_column() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}', "a.json").place(("a",)) == (1, 7)


def test_as_many_levels_as_promised_are_read() -> None:
    assert read_json(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "a.json").value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_what_python_writes_is_read_back(value: object, indent: int | None, ascii_only: bool) -> None:
    data = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    codes = {finding.code for finding in findings(data)}
    assert codes <= {"F203", "F208"}, "only lone surrogates may be refused"
    if not codes:
        assert read_json(data, "a.json").value == value


@given(st.binary(max_size=40) | st.text('{}[]",:\\/u0e1-+.tn\n', max_size=30).map(str.encode))
def test_any_bytes_give_a_value_or_findings_with_a_place(data: bytes) -> None:
    assert all(f.line >= 1 and f.column >= 1 and f.code.startswith("F2") for f in findings(data))


@pytest.mark.skipif(not SUITE.is_dir(), reason="JSONTestSuite is not here")
def test_the_json_test_suite_is_judged_as_it_says() -> None:
    files = sorted(SUITE.iterdir())
    refusals = {path.name: findings(path.read_bytes()) for path in files}
    assert all(f.line >= 1 and f.column >= 1 for found in refusals.values() for f in found)
    accepted = [name for name, found in refusals.items() if name.startswith("n_") and not found]
    assert not accepted
    # A key given twice is JSON, but the second would silently hide the first.
    by_design = {"y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"}
    assert {name for name, found in refusals.items() if name.startswith("y_") and found} == by_design
