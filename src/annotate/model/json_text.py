"""A JSON file as it was read: its value, and the place of every value in it, found when a finding needs it."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = lazy_pattern(r"[ \t\n\r]*")
_STRING = lazy_pattern(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_CHUNK = 8192  # code points
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
    _scans: dict[int, _Scan] = field(default_factory=dict, repr=False, compare=False)
    _lines: list[_Lines] = field(default_factory=list, repr=False, compare=False)

    def place(self, pointer: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of a value, or with `key` of the key that names it.

        `pointer` is a path of object keys and array indexes. Where the path leads nowhere, the place of the deepest
        value that exists on it is returned.
        """
        found = _Member(0, _after_space(self.text, 0))
        named = key
        for step in pointer:
            inside = self._inside(found.value, step)
            if inside is None:
                named = False
                break
            found = inside
        return self.line_and_column(found.key if named and pointer else found.value)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of the code point at `offset`; CR LF, LF and CR each end a line."""
        if not self._lines:
            self._lines.append(_Lines(self.text))
        return self._lines[0].place(offset)

    def _inside(self, start: int, step: str | int) -> _Member | None:
        """Return a member of the object or array that starts at `start`; None where it has none of this name."""
        if start not in self._scans:
            self._scans[start] = _Scan(self.text, start)
        return self._scans[start].member(step)


class _Lines:
    """Where the lines of a text begin: for each chunk, how many end before it and where the last of them does.

    A list of all lines takes ten times as long, which few findings are worth; it is made only where CR ends lines.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))] if "\r" in text else []
        self._chunks = [(0, 0)]
        for end in range(_CHUNK, len(text) + 1, _CHUNK) if not self._starts else ():
            ended, start = self._chunks[-1]
            last = text.rfind("\n", end - _CHUNK, end)
            self._chunks.append((ended + text.count("\n", end - _CHUNK, end), last + 1 if last >= 0 else start))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a code point."""
        if self._starts:
            line = bisect_right(self._starts, offset)
            return line, offset - self._starts[line - 1] + 1
        chunk = min(offset // _CHUNK, len(self._chunks) - 1)
        ended, start = self._chunks[chunk]
        last = self._text.rfind("\n", chunk * _CHUNK, offset)
        line = ended + self._text.count("\n", chunk * _CHUNK, offset) + 1
        return line, offset - (last + 1 if last >= 0 else start) + 1


def _after_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


class _Scan:
    """The members of the object or array that starts somewhere in a text, scanned as far as they were asked for."""

    def __init__(self, text: str, start: int) -> None:
        self._found: dict[str | int, _Member] = {}
        self._ahead = _members(text, start)

    def member(self, step: str | int) -> _Member | None:
        """Return the member of this name or number, None where there is none."""
        if step in self._found:
            return self._found[step]
        for name, member in self._ahead:
            self._found[name] = member
            if name == step:
                return member
        return None


def _members(text: str, start: int) -> Iterator[tuple[str | int, _Member]]:
    """Yield the members of an object or array with their names or numbers; none of any other value."""
    if text[start : start + 1] not in {"{", "["}:
        return
    is_object = text[start] == "{"
    at, number = _after_space(text, start + 1), 0
    while text[at] not in "}]":
        key_at, name = at, number
        if is_object:
            name, at = _key(text, at)
        yield name, _Member(key_at, at)
        number += 1
        at = _after_space(text, _skip(text, at)[1])
        if text[at] == ",":
            at = _after_space(text, at + 1)


def _key(text: str, start: int) -> tuple[Any, int]:
    """Return the key of a member and the offset of its value."""
    match = _STRING.match(text, start)
    if match is None:
        raise ValueError(f"not JSON at {start}")
    colon = _after_space(text, match.end())
    return json.loads(match.group()), _after_space(text, colon + 1)
