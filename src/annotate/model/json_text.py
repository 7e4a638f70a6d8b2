"""A JSON file as it was read: its value, and the place of every value in it, found when a finding needs it."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from annotate.lazy_pattern import lazy_pattern

_SPACE = lazy_pattern(r"[ \t\n\r]*")
_STRING = lazy_pattern(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_LINE_END = lazy_pattern(r"\r\n|\n|\r")
# The C scanner skips a value at the speed of parsing; numbers are kept as strings, so that no length of theirs matters.
_skip = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).raw_decode


@dataclass(frozen=True, slots=True)
class _Member:
    """Where a member of an object or array stands: offset of its key (of its value, in an array) and of its value."""

    key: int
    value: int


@dataclass(frozen=True, slots=True)
class JsonText:
    """A well-formed JSON text (RFC 8259) without duplicate keys.

    Attributes:
        path: the file's name, as findings print it.
        text: the decoded text.
        value: what `json.loads` makes of it.
    """

    path: str
    text: str
    value: Any
    # What was scanned once is kept: many findings in a large file would otherwise scan it as many times.
    _members: dict[int, dict[str | int, _Member]] = field(default_factory=dict, repr=False, compare=False)
    _lines: list[int] = field(default_factory=list, repr=False, compare=False)

    def place(self, pointer: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of a value, or with `key` of the key that names it.

        `pointer` is a path of object keys and array indexes. Where the path leads nowhere, the place of the deepest
        value that exists on it is returned.
        """
        found = _Member(0, _after_space(self.text, 0))
        named = key
        for step in pointer:
            inside = self._inside(found.value).get(step)
            if inside is None:
                named = False
                break
            found = inside
        return self.line_and_column(found.key if named and pointer else found.value)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of the code point at `offset`; CR LF, LF and CR each end a line."""
        if not self._lines:
            self._lines.extend((0, *(match.end() for match in _LINE_END.finditer(self.text))))
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _inside(self, start: int) -> dict[str | int, _Member]:
        """Return the members of the object or array that starts at `start`; empty for any other value."""
        if start not in self._members:
            opening = self.text[start : start + 1]
            self._members[start] = _scan(self.text, start) if opening in {"{", "["} else {}
        return self._members[start]


def _after_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _scan(text: str, start: int) -> dict[str | int, _Member]:
    is_object = text[start] == "{"
    members: dict[str | int, _Member] = {}
    at = _after_space(text, start + 1)
    while text[at] not in "}]":
        key_at, name = at, len(members)
        if is_object:
            name, at = _key(text, at)
        members[name] = _Member(key_at, at)
        at = _after_space(text, _skip(text, at)[1])
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return members


def _key(text: str, start: int) -> tuple[Any, int]:
    """Return the key of a member and the offset of its value."""
    match = _STRING.match(text, start)
    if match is None:
        raise ValueError(f"not JSON at {start}")
    colon = _after_space(text, match.end())
    return json.loads(match.group()), _after_space(text, colon + 1)
