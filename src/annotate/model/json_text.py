"""A JSON file as it was read: its value, and the place of every value in it, found when a finding needs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class JsonText:
    """A well-formed JSON text without duplicate keys.

    Attributes:
        path: the file's name, as findings print it.
        text: the decoded text.
        value: what `json.loads` makes of it.
    """

    path: str
    text: str
    value: Any

    def place(self, pointer: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of a value, or with `key` of the key that names it.

        `pointer` is a path of object keys and array indexes. Where the path leads nowhere, the place of the deepest
        value that exists on it is returned.
        """
        raise NotImplementedError
