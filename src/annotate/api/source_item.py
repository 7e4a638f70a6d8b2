"""CSL-JSON items that come from elsewhere, and the ids of sources that were given none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.api.files import read_bytes
from annotate.attach import rules
from annotate.attach.ids import is_readable_id, source_id
from annotate.errors import InputRefused
from annotate.read.annotations.reader import read_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


def read_item(path: Path) -> dict[str, Any]:
    """Return the one CSL-JSON item in a file, or in a list of one; `-` is standard input.

    An id that annotate cannot use (reference managers make them of addresses, capitals and spaces) is left out, so that
    a readable one is made. Raises InputRefused: S105, or what is wrong with the file or its JSON.
    """
    value = read_json(read_bytes(path), str(path)).value
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        raise InputRefused(rules.NOT_A_SOURCE.at(path, reason=f"it is a list of {len(value)} items"))
    if not isinstance(value, dict):
        raise InputRefused(rules.NOT_A_SOURCE.at(path, reason="it is no JSON object"))
    if is_readable_id(str(value.get("id", ""))):
        return {**value, "id": str(value["id"])}
    return {key: field for key, field in value.items() if key != "id"}


def readable_id(item: Mapping[str, Any], used: Collection[str]) -> str:
    """Return an unused readable id for a CSL-JSON item, from its first author or director, its title and year."""
    people = [person for role in ("author", "director", "editor") for person in _list(item.get(role))]
    names = [str(person.get("family") or person.get("literal") or "") for person in people if isinstance(person, dict)]
    return source_id(tuple(filter(None, names)), str(item.get("title", "")), _year(item.get("issued")), used)


def _year(issued: object) -> str:
    """Return the year of a CSL date, "" where it has none: `date-parts`, or a string that begins with it."""
    if isinstance(issued, dict):
        parts = _list(issued.get("date-parts"))
        first = _list(parts[0]) if parts else []
        return str(first[0]) if first else ""
    return issued[:4] if isinstance(issued, str) and issued[:4].isdecimal() else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
