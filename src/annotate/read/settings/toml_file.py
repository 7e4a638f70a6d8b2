"""Bytes to the TOML of a file that people write by hand, and what of it is not as its schema wants it."""

from __future__ import annotations

import json
import re
import tomllib
from difflib import get_close_matches
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from annotate.errors import InputRefused
from annotate.model.toml_text import TomlText
from annotate.read.settings import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.diagnostics import Finding
    from annotate.model.toml_text import Pointer

MAX_BYTES = 256 * 1024
MAX_DEPTH = 16
# tomllib takes time with the square of the parts of a dotted key, and Python's recursion ends what is nested deep.
_LONG_KEY = re.compile(r"(?:\.[ \t]*[^\s.=\[\]{}]+[ \t]*){40}")
_WORDS = {
    "string": "a text in quotation marks",
    "array": "a list in [ ]",
    "object": "a table",
    "integer": "a number",
    "boolean": "true or false",
}


def read_toml(data: bytes, path: str) -> TomlText:
    """Return the TOML 1.0 in `data`. Raises InputRefused (F160, F161) for what is none or has no end."""
    if len(data) > MAX_BYTES:
        raise InputRefused(rules.UNREADABLE.at(path, reason=f"it has more than {MAX_BYTES:,} bytes"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise InputRefused(rules.UNREADABLE.at(path, line, column, reason="it is not UTF-8")) from None
    text = text.replace("\r\n", "\n")
    if found := _LONG_KEY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputRefused(rules.NOT_TOML.at(path, line, reason="a name of more than 40 parts"))
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _place_told(str(error), text)
        reason = str(error).partition(" (at ")[0]
        raise InputRefused(rules.NOT_TOML.at(path, line, column, reason=reason)) from None
    except RecursionError:
        raise InputRefused(rules.NOT_TOML.at(path, reason="it is nested too deep")) from None
    except ValueError as error:  # a number of more digits than Python converts
        raise InputRefused(rules.NOT_TOML.at(path, reason=str(error).partition(";")[0])) from None
    if _deeper_than(value, MAX_DEPTH):
        raise InputRefused(rules.NOT_TOML.at(path, reason=f"it is nested more than {MAX_DEPTH} deep"))
    return TomlText(path, text, value)


def _place_told(message: str, text: str) -> tuple[int, int]:
    """Return the place tomllib names at the end of its complaint: "(at line 3, column 9)", "(at end of document)"."""
    if found := re.search(r"\(at line (\d+), column (\d+)\)$", message):
        return int(found[1]), int(found[2])
    before = text.rstrip("\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _deeper_than(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return any(isinstance(inner, (dict, list)) for inner in level)


def shape_findings(toml: TomlText, whole: dict[str, Any]) -> Iterator[Finding]:
    """Yield what in a file is not as its JSON Schema wants it (F162, F163, F164)."""
    errors = jsonschema_rs.Draft202012Validator(whole).iter_errors(_as_json(toml.value))
    lacking: set[Pointer] = set()  # a table that lacks several settings has an error for each
    for error in errors:
        value: Any = error.instance
        pointer: Pointer = tuple(error.instance_path)
        *steps, keyword = error.schema_path
        schema: Any = whole
        for step in steps:
            schema = schema[step]
        if keyword == "additionalProperties":
            yield from _unknown(toml, pointer, schema, value)
        elif keyword == "required":
            if pointer in lacking:
                continue
            lacking.add(pointer)
            for key in (key for key in schema["required"] if key not in value):
                meaning = _without_stop(schema["properties"][key]["description"])
                line, column = toml.place(pointer)
                yield rules.MISSING_SETTING.at(
                    toml.path, line, column, table=_table(toml, pointer), key=key, meaning=meaning
                )
        elif "propertyNames" in steps or keyword == "propertyNames":
            yield from _misnamed(toml, pointer, schema, value)
        elif keyword != "enum" or isinstance(value, str):  # of another type it is said already
            line, column = toml.place(pointer)
            yield rules.NOT_SO.at(
                toml.path,
                line,
                column,
                key=next((step for step in reversed(pointer) if isinstance(step, str)), _name(toml)),
                reason=_reason(str(keyword), schema, value),
                meaning=_without_stop(schema["description"]),
                example=json.dumps(schema["examples"][0], ensure_ascii=False),
            )


def _misnamed(
    toml: TomlText, pointer: Pointer, schema: Mapping[str, Any], value: Mapping[str, Any]
) -> Iterator[Finding]:
    """Yield a finding for each name in a table of a person's own names that does not have the form it should."""
    names = schema.get("propertyNames", schema)
    for key in (key for key in value if not re.search(names["pattern"], key)):
        line, column = toml.place((*pointer, key), key=True)
        yield rules.NOT_SO.at(
            toml.path,
            line,
            column,
            key=key,
            reason="it is no name of this kind",
            meaning=_without_stop(names["description"]),
            example=json.dumps(names["examples"][0], ensure_ascii=False),
        )


def _unknown(
    toml: TomlText, pointer: Pointer, schema: Mapping[str, Any], value: Mapping[str, Any]
) -> Iterator[Finding]:
    known = schema["properties"]
    for key in (key for key in value if key not in known):
        near = get_close_matches(key.lower()[:80], known, 1)
        remedy = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known)}"
        line, column = toml.place((*pointer, key), key=True)
        yield rules.UNKNOWN_SETTING.at(toml.path, line, column, key=key, table=_table(toml, pointer), remedy=remedy)


def _reason(keyword: str, schema: Mapping[str, Any], value: Any) -> str:
    shown = "another kind of value" if value is None else json.dumps(value, ensure_ascii=False)
    shown = shown if len(shown) <= 60 else f"{shown[:56]}…{shown[-1]}"
    if keyword == "type":
        return f"{shown} stands where {_WORDS[schema['type']]} is wanted"
    if keyword == "enum":
        return f"{shown} is none of {', '.join(schema['enum'])}"
    if keyword == "pattern":
        return f"{shown} has another form"
    if keyword in {"minLength", "minItems"}:
        return "it is empty"
    return "it is too long"


def _as_json(value: Any) -> Any:
    """Return what JSON Schema can judge: a date or a time, which TOML has and JSON has not, becomes null."""
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    return value if isinstance(value, (str, int, float, bool)) else None


def _name(toml: TomlText) -> str:
    return PurePath(toml.path).name


def _table(toml: TomlText, pointer: Pointer) -> str:
    if not pointer:
        return _name(toml)
    return "[[suppress]]" if pointer[0] == "suppress" else f"[{'.'.join(map(str, pointer))}]"


def _without_stop(description: str) -> str:
    described = description.removesuffix(".")
    return described[0].lower() + described[1:]
