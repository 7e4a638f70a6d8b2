"""Where findings about an edit point: the annotation file, and in it the record they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from annotate.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.diagnostics import Rule
    from annotate.model.json_text import JsonText


@dataclass(frozen=True, slots=True)
class Where:
    """An annotation file as findings name it, and its text, None while the file is yet to be made."""

    path: str
    json: JsonText | None = None

    def refuse(self, rule: Rule, *, section: str = "", record: str = "", **fields: object) -> InputRefused:
        """Return the refusal by `rule`, placed at the record with this id in a section, else at the file's start."""
        line, column = self._place(section, record)
        return InputRefused(rule.at(self.path, line, column, **fields))

    def unknown(self, rule: Rule, wanted: str, known: Iterable[str]) -> InputRefused:
        """Return the refusal of an id nobody knows, with the nearest that somebody does."""
        near = get_close_matches(wanted, list(known), 1)
        return self.refuse(rule, id=wanted, nearest=f"; the nearest is {near[0]}" if near else "")

    def _place(self, section: str, record: str) -> tuple[int, int]:
        if self.json is None or not isinstance(self.json.value, dict):
            return 1, 1
        records = self.json.value.get(section, [])
        index = next((number for number, item in enumerate(records) if item.get("id") == record), None)
        return (1, 1) if index is None else self.json.place((section, index, "id"))
