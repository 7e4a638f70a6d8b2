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


def read_items(path: Path) -> list[dict[str, Any]]:
    """Return the CSL-JSON items in a file: one, or a list as reference managers export it; `-` is standard input.

    An id that annotate cannot use (reference managers make them of addresses, capitals and spaces) is left out, so that
    a readable one is made. Raises InputRefused: S105 for each that is none, or what is wrong with the file or its JSON.
    """
    text = read_json(read_bytes(path), str(path))
    several = isinstance(text.value, list)
    values = text.value if several else [text.value]
    if not values:
        raise InputRefused(rules.NOT_A_SOURCE.at(path, reason="the list is empty"))
    faults = [(number, fault) for number, value in enumerate(values) if (fault := _fault(value, len(values)))]
    if faults:
        places = [text.place((number,) if several else ()) for number, _ in faults]
        raise InputRefused(
            *(
                rules.NOT_A_SOURCE.at(path, *place, reason=fault)
                for place, (_, fault) in zip(places, faults, strict=True)
            )
        )
    return [_with_usable_id(value) for value in values]


def _fault(value: object, count: int) -> str | None:
    """Return why a value is no item; the one item of a file may get its type from the command line."""
    if not isinstance(value, dict):
        return "it is no JSON object"
    return "it has no type" if count > 1 and not value.get("type") else None


def _with_usable_id(item: dict[str, Any]) -> dict[str, Any]:
    if is_readable_id(str(item.get("id", ""))):
        return {**item, "id": str(item["id"])}
    return {key: field for key, field in item.items() if key != "id"}


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
