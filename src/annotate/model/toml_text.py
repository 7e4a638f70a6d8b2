"""A TOML file as it was read: its value, and the place of every key and value in it, found when a finding needs it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Pointer = tuple[str | int, ...]

# TOML 1.0 as tomllib has accepted it, so that nothing here has to judge.
_GAP = re.compile(r"(?:[ \t\r\n,]+|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:(?P<bare>[A-Za-z0-9_-]+)|"(?P<basic>(?:\\.|[^"\\])*)"|'(?P<literal>[^']*)')[ \t]*""")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")' + r"|'''.*?'{3,5}(?!')" + r"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""", re.DOTALL
)
_PLAIN = re.compile(r"[^,\]}#\n]*")


@dataclass(frozen=True, slots=True)
class TomlText:
    """A well-formed TOML text (1.0).

    Attributes:
        path: the file's name, as findings print it.
        text: the decoded text.
        value: what `tomllib.loads` makes of it.
    """

    path: str
    text: str
    value: dict[str, Any]
    _places: dict[Pointer, tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)
    _lines: list[int] = field(default_factory=list, repr=False, compare=False)

    def place(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of a value, or with `key` of the key that names it.

        Of a table with a header, both are the place of its name in the header. Where the path leads nowhere, the place
        of the deepest value that exists on it is returned; of the whole file, its beginning.
        """
        if not self._places:
            self._places.update(_Scan(self.text).places())
        known = self._places.get(pointer)
        named = key
        while known is None and pointer:
            pointer, named = pointer[:-1], False
            known = self._places.get(pointer)
        return self._line_and_column(known[0 if named else 1] if known and pointer else 0)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        if not self._lines:
            self._lines.extend((0, *(match.end() for match in re.finditer(r"\n", self.text))))
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


class _Scan:
    """Walks over a text that tomllib has accepted and notes where keys and values begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._found: dict[Pointer, tuple[int, int]] = {}
        self._lengths: dict[Pointer, int] = {}  # of arrays of tables

    def places(self) -> dict[Pointer, tuple[int, int]]:
        """Return the offsets of the key and of the value for each value of the text."""
        table: Pointer = ()
        self._skip_gap()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._member(table)
            self._skip_gap()
        return self._found

    def _header(self) -> Pointer:
        is_array = self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        pointer: Pointer = ()
        start = self._at
        for start, name in self._names():
            pointer = self._within((*pointer, name))
            self._found.setdefault(pointer, (start, start))
        if is_array:
            array = pointer[:-1] if pointer and isinstance(pointer[-1], int) else pointer
            number = self._lengths.get(array, 0)
            self._lengths[array] = number + 1
            pointer = (*array, number)
            self._found.setdefault(array, (start, start))
            self._found[pointer] = (start, start)
        self._at += 2 if is_array else 1
        return pointer

    def _within(self, pointer: Pointer) -> Pointer:
        """Return the pointer to the last table of an array of tables, since that is what its name means."""
        return (*pointer, self._lengths[pointer] - 1) if pointer in self._lengths else pointer

    def _member(self, table: Pointer) -> None:
        pointer, start = table, self._at
        for start, name in self._names():
            pointer = (*pointer, name)
            self._found.setdefault(pointer, (start, start))
        self._at += 1  # the sign of equality
        self._value(pointer, start)

    def _names(self) -> Iterator[tuple[int, str]]:
        """Yield the parts of a dotted key with where each begins, and stop behind the last."""
        while match := _KEY.match(self._text, self._at):
            start = self._at + len(match.group()) - len(match.group().lstrip())
            name = next(group for group in match.group("bare", "basic", "literal") if group is not None)
            self._at = match.end()
            yield start, name
            if not self._text.startswith(".", self._at):
                return
            self._at += 1

    def _value(self, pointer: Pointer, key: int) -> None:
        self._skip_gap()
        self._found[pointer] = (key, self._at)
        opening = self._text[self._at]
        if opening in "[{":
            self._at += 1
            self._skip_gap()
            number = 0
            while self._text[self._at] not in "]}":
                if opening == "{":
                    self._member(pointer)
                else:
                    self._value((*pointer, number), self._at)
                    number += 1
                self._skip_gap()
            self._at += 1
        else:
            match = _STRING.match(self._text, self._at) or _PLAIN.match(self._text, self._at)
            self._at = match.end() if match else len(self._text)

    def _skip_gap(self) -> None:
        match = _GAP.match(self._text, self._at)
        self._at = match.end() if match else self._at
