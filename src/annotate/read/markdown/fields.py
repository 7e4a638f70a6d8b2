"""YAML and TOML front matter to fields: text, lists and mappings, with the line of each field."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from annotate.errors import AnnotateError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 20
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Every value is text as it was written; a mapping is a tuple of pairs, so that a key that occurs twice is kept.
Value: TypeAlias = "str | list[Value] | tuple[tuple[str, Value], ...]"


class NotReadable(AnnotateError):
    """Front matter that is no YAML or TOML: why, and after how many lines of it."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the front matter and the line it stands on, from 0."""

    key: str
    value: Value
    line: int


def words_of(value: Value) -> Iterator[str]:
    """Yield the words of a value, the keys of mappings too."""
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)
    else:
        for key, item in value:
            yield from key.split()
            yield from words_of(item)


def shown(value: Value) -> str:
    """Return a value as a finding prints it."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    return ", ".join(f"{key}: {shown(item)}" for key, item in value)


def yaml_fields(source: str) -> list[Field]:
    """Return the fields of a YAML mapping (YAML 1.1, as Jekyll and Hugo read it), every scalar as text.

    Raises NotReadable for what is no mapping, for aliases (which blow a text up) and for values nested too deep.
    """
    try:
        events = yaml.parse(source, Loader=_LOADER)
        return _fields_of(events)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise NotReadable(str(error.problem or error.context), line) from None
    except yaml.YAMLError as error:
        raise NotReadable(str(error).partition("\n")[0], 0) from None


def _fields_of(events: Iterator[Any]) -> list[Field]:
    """Return the fields of the one mapping that a stream of YAML events holds."""
    documents = 0
    fields: list[Field] = []
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        elif isinstance(event, yaml.NodeEvent):
            if documents > 1 or not isinstance(event, yaml.MappingStartEvent):
                raise NotReadable("it is not a list of fields", _line(event))
            while not isinstance(event := next(events), yaml.MappingEndEvent):
                line = _line(event)
                key = shown(_value(event, events, 1))
                fields.append(Field(key, _value(next(events), events, 1), line))
    return fields


def _line(event: Any) -> int:
    """Return the line an event begins on, from 0."""
    return int(event.start_mark.line)


def _value(event: Any, events: Iterator[Any], depth: int) -> Value:
    if isinstance(event, yaml.ScalarEvent):
        return "" if event.implicit[0] and event.value in {"~", "null", "Null", "NULL"} else str(event.value)
    if isinstance(event, yaml.AliasEvent):
        raise NotReadable(f"the alias *{event.anchor} is not followed", _line(event))
    if depth >= _DEEPEST:
        raise NotReadable(f"its values are nested more than {_DEEPEST} deep", _line(event))
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_value(event, events, depth + 1))
        return items
    pairs: list[tuple[str, Value]] = []
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = shown(_value(event, events, depth + 1))
        pairs.append((key, _value(next(events), events, depth + 1)))
    return tuple(pairs)


def toml_fields(source: str) -> list[Field]:
    """Return the fields of TOML 1.0, every value as text. Raises NotReadable for what is no TOML."""
    try:
        table = tomllib.loads(source, parse_float=str)
        return [Field(key, _plain(value, 1), _toml_line(source, key)) for key, value in table.items()]
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        raise NotReadable(str(error).partition(" (at")[0], int(found[1]) - 1 if found else 0) from None
    except ValueError:  # integers of more digits than Python converts
        raise NotReadable("it holds a number that is too long", 0) from None
    except RecursionError:
        raise NotReadable(f"its values are nested more than {_DEEPEST} deep", 0) from None


def _plain(value: Any, depth: int) -> Value:
    if depth >= _DEEPEST:
        raise NotReadable(f"its values are nested more than {_DEEPEST} deep", 0)
    if isinstance(value, dict):
        return tuple((key, _plain(item, depth + 1)) for key, item in value.items())
    if isinstance(value, list):
        return [_plain(item, depth + 1) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _toml_line(source: str, key: str) -> int:
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", source, re.MULTILINE)
    return source.count("\n", 0, found.start()) if found else 0
