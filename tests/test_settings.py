"""`annotate.toml`: what is wrong with it is said at its place; what is right holds for the files below it."""

from __future__ import annotations

import contextlib
import json
import os
import tomllib
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.api.settings import known_codes, load_settings, settings_for, settings_path
from annotate.check.schema import extended_schema, schema_findings
from annotate.diagnostics import Severity
from annotate.errors import InputRefused
from annotate.model.toml_text import TomlText
from annotate.read.annotations.reader import read_json
from annotate.read.settings.reader import read_settings
from annotate.resources import resource_text

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads(resource_text("schemas/settings.schema.json"))
WHOLE = """\
# What the reviews of our weekly are held to.
[check]
ignore = ["S150", "N"]
fail-from = "warning"

[check.severity]
C = "note"
C103 = "error"

[vocabulary]
claim-kind = ["historical"]
tags = ["restoration"]

[edition]
style = "mla"

[[suppress]]
code = "T203"
file = "reviews/*.xml"
reason = "the magazine printed it so"

[[suppress]]
code = "S15"
record = "eisner-1973"
where = "never cited"
reason = "the introduction is still to be written"
"""


def read(text: str | bytes):
    return read_settings(text if isinstance(text, bytes) else text.encode(), "annotate.toml", known_codes)


def refused(text: str | bytes) -> list[tuple[int, int, str]]:
    with pytest.raises(InputRefused) as raised:
        read(text)
    return [(finding.line, finding.column, finding.code) for finding in raised.value.findings]


def test_everything_that_settings_say_is_taken() -> None:
    settings = read(WHOLE)
    assert settings.ignore == ("S150", "N")
    assert settings.severity is Severity.WARNING
    assert settings.severities == (("C103", Severity.ERROR), ("C", Severity.NOTE))  # the longest first
    assert settings.vocabulary == {"claim-kind": ("historical",), "tags": ("restoration",)}
    assert settings.edition == {"style": "mla"}
    first, second = settings.suppressions
    assert (first.code, first.file, first.reason) == ("T203", "reviews/*.xml", "the magazine printed it so")
    assert (second.record, second.where, second.line, second.column) == ("eisner-1973", "never cited", 23, 8)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[chekc]\n", [(1, 2, "F162")]),
        ('[check]\nignore = "S150"\n', [(2, 10, "F164")]),
        ('[check]\n\n  select = ["S150", "S199"]', [(3, 21, "F165")]),
        ('[check.severity]\nC199 = "note"\n"C 1" = "note"\n', [(2, 1, "F165"), (3, 1, "F165")]),
        ('[check.severity]\nC103 = "grave"\n', [(2, 8, "F164")]),
        ('[[suppress]]\ncode = "S150"\nreason = "x"\n[[suppress]]\ncode = "S150"\n', [(4, 3, "F163")]),
        ('[[suppress]]\ncode = "S150"\nreason = ""\n', [(3, 10, "F164")]),
        ('[[suppress]]\ncode = "S150"\nreason = "x"\nrecrod = "y"\n', [(4, 1, "F162")]),
        ('[vocabulary]\nclaim-kind = ["Historical!"]\n', [(2, 15, "F164")]),
        ("[edition]\nstyle = 3\n", [(2, 9, "F164")]),
        ('check = {ignore = ["S150"], d = 2020-01-01}\n"a b".c = 1\n', [(1, 29, "F162"), (2, 1, "F162")]),
        ('[check]\nfail-from = """\nnever"""\nselect = [1]', [(2, 13, "F164"), (4, 11, "F164")]),
        ("ignore = [S150]\n", [(1, 11, "F161")]),
        ("[check]\n[check]\n", [(2, 7, "F161")]),
        ("a = [", [(1, 6, "F161")]),
    ],
)
def test_each_mistake_has_its_code_and_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert [(line, column, code) for line, column, code in refused(text)] == found


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfea\x00",
        b"a = \x00",
        b"a = '\x00'",
        "titel = 'caf\u00e9'".encode("latin-1"),
        b"x = " + b"[" * 100_000,
        b"x = " + b"[" * 40 + b"]" * 40,
        b"x = " + b"{a=" * 5_000,
        b"n = " + b"9" * 9_000,
        b"a." * 60_000 + b"a = 1",
        b"x = {" + b'"a".' * 50_000 + b"a = 1}",
        b"[" + b"a . " * 50_000 + b"a]",
        b"# " + b"x" * 2_000_000,
        b"reason = '''" + b"x" * 100_000,
    ],
    ids="utf16 nul nul-in-text latin1 open-deep deep tables digits dotted dotted-inline header huge unclosed".split(),
)
def test_hostile_settings_are_findings_and_take_no_time(data: bytes) -> None:
    assert {code for _, _, code in refused(data)} <= {"F160", "F161"}


@pytest.mark.parametrize("kind", ["folder", "loop", "pipe", "nowhere"])
def test_settings_that_are_no_file_are_a_finding(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "annotate.toml"
    make = {
        "folder": path.mkdir,
        "loop": lambda: path.symlink_to(path),
        "pipe": lambda: os.mkfifo(path),
        "nowhere": lambda: path.symlink_to(tmp_path / "lost.toml"),
    }
    make[kind]()
    with pytest.raises(InputRefused) as raised:
        settings_for(tmp_path)
    assert [finding.code for finding in raised.value.findings] == ["F160"]


def test_the_nearest_settings_hold_up_to_the_top_of_the_repository(tmp_path: Path) -> None:
    reviews = tmp_path / "weekly" / "reviews"
    reviews.mkdir(parents=True)
    (tmp_path / "annotate.toml").write_text("")
    found = settings_path(reviews)
    assert found is not None
    assert os.path.realpath(found) == os.path.realpath(tmp_path / "annotate.toml")
    (reviews / "annotate.toml").write_text("")
    assert settings_path(reviews) == reviews / "annotate.toml"
    (reviews / "annotate.toml").unlink()
    (tmp_path / "weekly" / ".git").mkdir()
    assert settings_path(reviews) is None


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "annotate.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load_settings(path).suppressions == read(WHOLE).suppressions


def test_words_a_project_adds_are_allowed_in_its_annotations() -> None:
    claim = {"id": "c-7k2m9x", "target": {"exact": "a"}, "kind": "historical", "tags": ["restoration"]}
    text = {"file": "a.xml", "reading_sha256": "0" * 64}
    file = read_json(json.dumps({"format": 1, "text": text, "claims": [claim]}).encode(), "a.json")
    vocabulary = read(WHOLE).vocabulary
    assert [finding.code for finding in schema_findings(file)] == ["F314"]
    assert schema_findings(file, vocabulary) == []
    (other,) = schema_findings(file, {**vocabulary, "tags": ("restorations",)})
    assert (other.code, "did you mean" in other.help) == ("F314", True)
    assert extended_schema({}) == json.loads(resource_text("schemas/annotations.schema.json"))


def _schemas(schema: dict[str, Any], where: str):
    yield where, schema
    for name, inner in schema.get("properties", {}).items():
        yield from _schemas(inner, f"{where}/{name}")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield from _schemas(schema[keyword], f"{where}/{keyword}")


def test_every_setting_has_a_description_and_a_valid_example_for_editors() -> None:
    for where, schema in _schemas(SCHEMA, "#"):
        assert schema["description"].endswith("."), where
        assert where == "#" or schema["examples"], where
        for example in schema.get("examples", ()):
            assert jsonschema_rs.Draft202012Validator(schema).is_valid(example), (where, example)
        if "properties" in schema:
            assert schema["additionalProperties"] is False, where


def _pointers(value: Any, here: tuple[str | int, ...] = ()):
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in members:
        yield (*here, step)
        yield from _pointers(inner, (*here, step))


NAMES = st.text("abcxyz-_", min_size=1, max_size=4)
VALUES = st.recursive(
    st.integers(0, 99).map(str)
    | st.sampled_from(['"a"', "'b # ]'", '"""c\n"d" """', "'''e\n'f'''", "true", "1979-05-27T07:32:00Z", '"\\"\\\\"']),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[ " + " ,\n # no end ]\n".join(items) + " ]")
        | st.dictionaries(NAMES, inner, max_size=3).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(NAMES, VALUES, max_size=4), st.lists(st.dictionaries(NAMES, VALUES, max_size=3), max_size=3))
def test_every_value_of_a_toml_text_has_the_place_it_is_written_at(top, tables) -> None:
    lines = [f"{key} = {value}" for key, value in top.items()]
    for table in tables:
        lines += ["[[ t1 ]] # a table", *(f"  {key}={value}" for key, value in table.items())]
    text = "\n".join(lines) + "\n"
    try:
        toml = TomlText("a.toml", text, tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return  # a table within braces may not hold line ends
    starts = text.split("\n")
    for pointer in _pointers(toml.value):
        line, column = toml.place(pointer, key=True)
        written = starts[line - 1][column - 1 :]
        if isinstance(pointer[-1], str):
            assert written.startswith(pointer[-1])
            line, column = toml.place(pointer)
            written = starts[line - 1][column - 1 :]
        value: Any = toml.value
        for step in pointer:
            value = value[step]
        if isinstance(value, bool | int):
            assert written.startswith(str(value).lower())
        elif isinstance(value, str):
            assert written[0] in "'\""


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 7))
def test_a_flipped_bit_is_a_finding_with_a_place_or_another_sound_setting(at: int, bit: int) -> None:
    data = bytearray(WHOLE.encode())
    data[at] ^= 1 << bit
    lines = data.decode("utf-8", "replace").split("\n")
    try:
        read(bytes(data))
    except InputRefused as refusal:
        for finding in refusal.findings:
            assert finding.code in {"F160", "F161", "F162", "F163", "F164", "F165"}
            assert 1 <= finding.line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@given(st.binary(max_size=200) | st.text("[]{}=\"'#.,\n ab1-:", max_size=200).map(str.encode))
def test_whatever_stands_in_the_file_it_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputRefused):
        read(data)
