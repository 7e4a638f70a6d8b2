"""What is wrong with the shape of a value, said as a person would say it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotate.check import schema_rules as rules
from annotate.check.nearest import nearest, suggestion
from annotate.check.schema_engine import errors_in, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.check.schema_engine import Pointer, SchemaError
    from annotate.diagnostics import Finding, Rule
    from annotate.model.json_text import JsonText

_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "an object { }",
    "array": "a list [ ]",
    "null": "null",
}
# What people write for types of CSL that are named otherwise.
_OTHER_NAMES = {
    "film": "motion_picture",
    "movie": "motion_picture",
    "video": "motion_picture",
    "website": "webpage",
    "site": "webpage",
    "blog": "post-weblog",
    "letter": "personal_communication",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "journal": "article-journal",
}
_FEW_WORDS = 12


def explained(schema: Mapping[str, Any], value: Any, pointer: Pointer, json_text: JsonText) -> list[Finding]:
    """Return what is wrong with a value, as findings in no particular order; the same one may be there twice.

    `schema` is what the value must fit, with the `$defs` it refers to; `pointer` is where the value stands in
    `json_text`. Raises RuntimeError if nothing is wrong: then the engine that refused the value judges otherwise.
    """
    explanation = _Explanation(schema, pointer, json_text)
    findings = [finding for error in errors_in(schema, value) for finding in explanation.of(error)]
    if not findings:
        raise RuntimeError(f"nothing is wrong with the value at {pointer}, which was refused")
    return findings


@dataclass(frozen=True, slots=True)
class _Explanation:
    """Turns errors of a schema on one value of a file into findings."""

    schema: Mapping[str, Any]
    pointer: Pointer
    json_text: JsonText

    def of(self, error: SchemaError) -> Iterator[Finding]:
        """Yield the findings of one error: one for each key that is unknown or missing, else one."""
        pointer: Pointer = (*self.pointer, *error.pointer)
        if error.keyword == "additionalProperties":
            yield from self._unknown_fields(error, pointer)
        elif error.keyword in {"required", "dependentRequired"}:
            for key in _missing_keys(error):
                yield self._missing_field(key, error, pointer)
        elif error.keyword == "type":
            yield self._wrong_type(error, pointer)
        elif error.keyword in {"enum", "const"}:
            yield self._not_allowed(error, pointer)
        elif error.keyword in {"pattern", "format"}:
            yield self._wrong_form(error, pointer)
        else:
            yield self._out_of_bounds(error, pointer)

    def _at(self, rule: Rule, pointer: Pointer, *, at_key: bool = False, **fields: object) -> Finding:
        line, column = self.json_text.place(pointer, key=at_key)
        return rule.at(self.json_text.path, line, column, **fields)

    def _record(self, error: SchemaError, value: Any) -> str:
        """Return what a person calls the value: `claim c-7k2m9x`, `an annotation file`."""
        title = str(error.schema.get("title", "object"))
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            return f"{title} {value['id']}"
        return _with_article(title)

    def _unknown_fields(self, error: SchemaError, pointer: Pointer) -> Iterator[Finding]:
        known = error.schema.get("properties", {})
        for key in (key for key in error.value if key not in known):
            yield self._at(
                rules.UNKNOWN_FIELD,
                (*pointer, key),
                at_key=True,
                key=key,
                noun="field" if pointer else "section",
                record=self._record(error, error.value),
                remedy=suggestion(key, known, f"delete it; the fields are {', '.join(known)}"),
            )

    def _missing_field(self, key: str, error: SchemaError, pointer: Pointer) -> Finding:
        record = self._record(error, error.value)
        field = resolved(error.schema.get("properties", {}).get(key, {}), self.schema)
        example = json.dumps(field.get("examples", [""])[0], ensure_ascii=False)
        remedy = f'add it, as in "{key}": {example}'
        if field.get("enum"):
            remedy = f'add "{key}": {_words(field["enum"])}'
        if error.keyword == "dependentRequired":
            remedy = "add it, or leave out the other of start and end"
        elif key == "exact" and "start" in error.value:
            remedy = "add the passage it quotes as exact: a position alone cannot be checked"
        return self._at(rules.MISSING_FIELD, pointer, record=record, key=key, remedy=remedy)

    def _wrong_type(self, error: SchemaError, pointer: Pointer) -> Finding:
        field, value = error.schema, error.value
        types = field["type"]
        wanted = [types] if isinstance(types, str) else list(types)
        remedy = "put everything inside one { }"
        if isinstance(value, str) and wanted[0] in {"integer", "number"} and value.strip().lstrip("-").isdecimal():
            remedy = f"write {value.strip()} without quotation marks"
        elif wanted == ["array"]:
            remedy = "put [ and ] around it, also where there is only one"
        elif isinstance(value, (int, float)) and "string" in wanted:
            remedy = "put quotation marks around it"
        elif value is None:
            remedy = "write something there, or leave the field out if it may be left out"
        elif field.get("examples"):
            remedy = f"write it as in {json.dumps(field['examples'][0], ensure_ascii=False)}"
        what = f'an item of "{_field(pointer)}"' if pointer and isinstance(pointer[-1], int) else f'"{_field(pointer)}"'
        return self._at(
            rules.WRONG_TYPE,
            pointer,
            what=what if pointer else "the file",
            found=_type_of(value),
            wanted=" or ".join(_TYPES[name] for name in wanted),
            remedy=remedy,
        )

    def _not_allowed(self, error: SchemaError, pointer: Pointer) -> Finding:
        field = error.schema
        allowed = [str(word) for word in field.get("enum", [field.get("const")])]
        value = error.value
        remedy = f"allowed are: {_words(allowed)}"
        if isinstance(value, str):
            likely = _OTHER_NAMES.get(value.lower())
            near = likely if likely in allowed else nearest(value, allowed)
            if near:
                remedy = f'did you mean "{near}"? {remedy}'
        return self._at(rules.NOT_ALLOWED, pointer, found=_shown(value), key=_field(pointer), remedy=remedy)

    def _wrong_form(self, error: SchemaError, pointer: Pointer) -> Finding:
        field = error.schema
        value = str(error.value)
        forbidden = next((c for c in value if _is_forbidden(c)), None)
        if forbidden is not None:
            name = f"U+{ord(forbidden):04X} {unicodedata.name(forbidden, '')}".strip()
            return self._at(rules.FORBIDDEN_CHARACTER, pointer, key=_field(pointer), character=name)
        description = str(field["description"]).removesuffix(".")
        example = json.dumps(field["examples"][0], ensure_ascii=False)
        remedy = f"write {description[0].lower()}{description[1:]}; for example {example}"
        kind = _with_article(str(field["title"]))
        return self._at(rules.WRONG_FORM, pointer, found=_shown(value), kind=kind, remedy=remedy)

    def _out_of_bounds(self, error: SchemaError, pointer: Pointer) -> Finding:
        key, limit, value = _field(pointer), error.wanted, error.value
        if error.keyword == "maxProperties":
            record = self._record_around(pointer)
            return self._at(rules.PARTS_AND_MORE, pointer, record=record)
        if error.keyword == "uniqueItems":
            return self._at(rules.REPEATED, pointer, key=key)
        if error.keyword in {"minLength", "minItems", "minProperties"}:
            remedy = "write something there, or leave the field out if it may be left out"
            return self._at(rules.EMPTY_VALUE, pointer, key=key, remedy=remedy)
        number = _shown(value)
        problem, remedy = {
            "maxLength": (f"is longer than {limit} characters", "shorten it"),
            "maxItems": (f"has more than {limit} items", "split it"),
            "minimum": (f"is {number}, less than {limit}", f"write {limit} or more"),
            "maximum": (f"is {number}, more than {limit}", f"write {limit} or less"),
            "exclusiveMinimum": (f"is {number}, and must be more than {limit}", f"write more than {limit}"),
        }[error.keyword]
        return self._at(rules.OUT_OF_BOUNDS, pointer, key=key, problem=problem, remedy=remedy)

    def _record_around(self, pointer: Pointer) -> str:
        """Return the id of the innermost record that holds the value at `pointer`."""
        found, value = "this record", self.json_text.value
        for step in pointer:
            value = value[step]
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                found = value["id"]
        return found


def _missing_keys(error: SchemaError) -> list[str]:
    """Return every key an object lacks by a keyword; the engine yields an error for each and names it in prose only."""
    wanted = error.wanted
    if error.keyword == "dependentRequired":
        wanted = [key for name, keys in wanted.items() if name in error.value for key in keys]
    return [key for key in wanted if key not in error.value]


def _field(pointer: Pointer) -> str:
    """Return the name of the field at `pointer`, or of the list it is an item of."""
    return next((step for step in reversed(pointer) if isinstance(step, str)), "file")


def _with_article(noun: str) -> str:
    if noun == "evidence":
        return f"a piece of {noun}"
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    names = {str: "string", int: "integer", float: "number", dict: "object", list: "array"}
    return _TYPES[names.get(type(value), "null")]


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:56]}…{text[-1]}"


def _words(words: list[str]) -> str:
    shown = ", ".join(words[:_FEW_WORDS])
    return shown if len(words) <= _FEW_WORDS else f"{shown}, and {len(words) - _FEW_WORDS} more of the schema's"


def _is_forbidden(character: str) -> bool:
    """Whether XML 1.0, section 2.2, excludes a character."""
    code = ord(character)
    return (code < 0x20 and character not in "\t\n\r") or code in {0xFFFE, 0xFFFF}
