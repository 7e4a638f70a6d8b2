"""The engine that finds each error of a shape: `jsonschema`, brought to the judgement of `jsonschema-rs`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from referencing import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SchemaError:
    """One keyword of a schema that a value does not satisfy.

    Attributes:
        keyword: its name, such as `maxLength`.
        wanted: what the schema gives for it, such as 40.
        value: the value that fails it.
        pointer: where that value stands in the value that was judged.
        schema: the schema the keyword stands in; for one in a branch of an `if`, the schema that has the `if`.
    """

    keyword: str
    wanted: Any
    value: Any
    pointer: Pointer
    schema: Mapping[str, Any]


def errors_in(schema: Mapping[str, Any], value: Any) -> Iterator[SchemaError]:
    """Yield what is wrong with `value` by a schema of JSON Schema 2020-12 that refers to its own `$defs` only.

    Formats are checked. The registry is empty and retrieves nothing, so that nothing is ever fetched.
    """
    for error in _Validator(schema, registry=Registry()).iter_errors(value):
        yield SchemaError(
            str(error.validator),
            error.validator_value,
            error.instance,
            tuple(error.absolute_path),
            _schema_of(error, schema),
        )


def resolved(schema: Mapping[str, Any], within: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a subschema together with the one among the `$defs` of `within` it refers to; its own keywords win."""
    name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
    return {**within["$defs"].get(name, {}), **schema}


def _schema_of(error: ValidationError, whole: Mapping[str, Any]) -> Mapping[str, Any]:
    *steps, _ = error.absolute_schema_path
    if steps and steps[-1] in {"then", "else"}:
        found: Any = whole
        for step in steps[:-1]:  # this path leaves out every `$ref`
            found = resolved(found, whole)[str(step)]
        return resolved(found, whole)
    return error.schema if isinstance(error.schema, dict) else {}


def _asked_of_jsonschema_rs(keyword: str) -> Callable[..., Iterator[ValidationError]]:
    """Return a check of one keyword that gives the verdict of `jsonschema-rs`."""

    def check(_validator: object, wanted: Any, value: Any, _schema: object) -> Iterator[ValidationError]:
        if not _validator_of(keyword, wanted).is_valid(value):
            yield ValidationError(f"{keyword} {wanted!r} fails")

    return check


@cache
def _validator_of(keyword: str, wanted: Any) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({keyword: wanted}, validate_formats=True)


# jsonschema leaves most formats unchecked without further packages; Python's $ also matches before a line feed at the
# end, and its expressions can take exponential time; lists that cannot be sorted are compared each item with each.
_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {keyword: _asked_of_jsonschema_rs(keyword) for keyword in ("format", "pattern", "uniqueItems")},
)
