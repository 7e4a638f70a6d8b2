"""Bytes to the settings of a project; what is no TOML, or no setting, is refused with every finding at once."""

from __future__ import annotations

import json
import re
import tomllib
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from annotate.diagnostics import Finding, Severity, in_order
from annotate.errors import InputRefused
from annotate.model.settings import Settings, Suppression
from annotate.model.toml_text import TomlText
from annotate.read.settings import rules
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotate.model.toml_text import Pointer

SCHEMA = "schemas/settings.schema.json"
MAX_BYTES = 256 * 1024
MAX_DEPTH = 16
# tomllib takes time with the square of the parts of a dotted key, and Python's recursion ends what is nested deep.
_LONG_KEY = re.compile(r"(?:\.[ \t]*[^\s.=\[\]{}]+[ \t]*){40}")
_CODE = re.compile(r"[A-Z][0-9]{0,3}")
_WORDS = {"string": "a text in quotation marks", "array": "a list in [ ]", "object": "a table", "integer": "a number"}


def read_settings(data: bytes, path: str, known_codes: Callable[[], tuple[str, ...]]) -> Settings:
    """Return the settings that `data` holds; `known_codes`, asked only where codes are named, gives all there are.

    The form is TOML 1.0 by `schemas/settings.schema.json`. Raises InputRefused with findings F160 to F165.
    """
    toml = _toml(data, path)
    findings = [*_shape_findings(toml), *_code_findings(toml, known_codes)]
    if findings:
        raise InputRefused(*in_order(findings))
    return _settings(toml)


def _toml(data: bytes, path: str) -> TomlText:
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


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(resource_text(SCHEMA))
    return schema


def _shape_findings(toml: TomlText) -> Iterator[Finding]:
    errors = jsonschema_rs.Draft202012Validator(_schema()).iter_errors(_as_json(toml.value))
    for error in errors:
        value: Any = error.instance
        pointer: Pointer = tuple(error.instance_path)
        *steps, keyword = error.schema_path
        schema: Any = _schema()
        for step in steps:
            schema = schema[step]
        if keyword == "additionalProperties":
            yield from _unknown(toml, pointer, schema, value)
        elif keyword == "required":
            for key in (key for key in schema["required"] if key not in value):
                meaning = _without_stop(schema["properties"][key]["description"])
                line, column = toml.place(pointer)
                yield rules.MISSING_SETTING.at(toml.path, line, column, table=_table(pointer), key=key, meaning=meaning)
        elif keyword != "enum" or isinstance(value, str):  # of another type it is said already
            line, column = toml.place(pointer)
            yield rules.NOT_SO.at(
                toml.path,
                line,
                column,
                key=next((step for step in reversed(pointer) if isinstance(step, str)), "annotate.toml"),
                reason=_reason(str(keyword), schema, value),
                meaning=_without_stop(schema["description"]),
                example=json.dumps(schema["examples"][0], ensure_ascii=False),
            )


def _unknown(
    toml: TomlText, pointer: Pointer, schema: Mapping[str, Any], value: Mapping[str, Any]
) -> Iterator[Finding]:
    known = schema["properties"]
    for key in (key for key in value if key not in known):
        near = get_close_matches(key.lower()[:80], known, 1)
        remedy = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known)}"
        line, column = toml.place((*pointer, key), key=True)
        yield rules.UNKNOWN_SETTING.at(toml.path, line, column, key=key, table=_table(pointer), remedy=remedy)


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


def _code_findings(toml: TomlText, known_codes: Callable[[], tuple[str, ...]]) -> Iterator[Finding]:
    named = list(_codes(toml.value))
    for pointer, code in named:
        if isinstance(code, str) and _CODE.fullmatch(code) and not any(k.startswith(code) for k in known_codes()):
            line, column = toml.place(pointer, key=isinstance(pointer[-1], str) and pointer[-1] == code)
            near = get_close_matches(code, known_codes(), 1)
            remedy = f"did you mean {near[0]}? " if near else ""
            yield rules.NO_SUCH_CODE.at(
                toml.path, line, column, code=code, remedy=f"{remedy}“annotate explain” lists them all"
            )
        elif pointer[:2] == ("check", "severity") and not _CODE.fullmatch(str(code)):
            line, column = toml.place(pointer, key=True)
            remedy = "write a code such as C110, or its beginning; “annotate explain” lists them all"
            yield rules.NO_SUCH_CODE.at(toml.path, line, column, code=f"“{code}”", remedy=remedy)


def _codes(value: Mapping[str, Any]) -> Iterator[tuple[Pointer, Any]]:
    """Yield every code that well-formed parts of the settings name, with where it stands."""
    check, suppressed = value.get("check"), value.get("suppress")
    for name in ("select", "ignore"):
        listed = check.get(name) if isinstance(check, dict) else None
        for number, code in enumerate(listed if isinstance(listed, list) else ()):
            yield ("check", name, number), code
    severities = check.get("severity") if isinstance(check, dict) else None
    for code in severities if isinstance(severities, dict) else ():
        yield ("check", "severity", code), code
    for number, item in enumerate(suppressed if isinstance(suppressed, list) else ()):
        if isinstance(item, dict) and "code" in item:
            yield ("suppress", number, "code"), item["code"]


def _settings(toml: TomlText) -> Settings:
    value, check = toml.value, toml.value.get("check", {})
    severities = {code: Severity[word.upper()] for code, word in check.get("severity", {}).items()}
    return Settings(
        path=toml.path,
        select=tuple(check.get("select", ())),
        ignore=tuple(check.get("ignore", ())),
        severity=Severity[check["fail-from"].upper()] if "fail-from" in check else None,
        severities=tuple(sorted(severities.items(), key=lambda item: (-len(item[0]), item[0]))),
        suppressions=tuple(
            Suppression(item["code"], item["reason"], *toml.place(("suppress", number, "code")), *_which(item))
            for number, item in enumerate(value.get("suppress", ()))
        ),
        vocabulary={name: tuple(words) for name, words in value.get("vocabulary", {}).items()},
        edition=dict(value.get("edition", {})),
    )


def _which(item: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(item.get(name) for name in ("file", "record", "where"))


def _as_json(value: Any) -> Any:
    """Return what JSON Schema can judge: a date or a time, which TOML has and JSON has not, becomes null."""
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    return value if isinstance(value, (str, int, float, bool)) else None


def _table(pointer: Pointer) -> str:
    if not pointer:
        return "annotate.toml"
    return "[[suppress]]" if pointer[0] == "suppress" else f"[{'.'.join(map(str, pointer))}]"


def _without_stop(description: str) -> str:
    described = description.removesuffix(".")
    return described[0].lower() + described[1:]
