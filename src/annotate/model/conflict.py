"""What merging could not settle."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two branches made of one value and merging could not settle; the file holds what `mine` says.

    `record` is the id of a record or evidence, None for the file's `text`. `base`, `mine` and `theirs` are JSON values,
    None where there was none. Where one side removed what the other changed, `field` is None and `removed` says who
    did; the file then holds what was changed.
    """

    record: str | None = None
    field: str | None = None
    removed: str | None = None
    base: Any = None
    mine: Any = None
    theirs: Any = None

    def to_json(self) -> dict[str, Any]:
        """Return the conflict as JSON values, keys in the schema's order, without those that are None."""
        written = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value for name, value in written.items() if value is not None}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the conflict from JSON values that the schema has accepted."""
        return cls(**data)


def conflicts_to_json(conflicts: Iterable[Conflict]) -> dict[str, Any]:
    """Return the section of a file that holds its conflicts, sorted by what they say; nothing where there are none."""
    found = [conflict.to_json() for conflict in conflicts]
    return {"conflicts": sorted(found, key=lambda one: json.dumps(one, sort_keys=True))} if found else {}


def conflicts_from_json(data: Mapping[str, Any]) -> tuple[Conflict, ...]:
    """Return the conflicts of a file that the schema has accepted."""
    return tuple(Conflict.from_json(item) for item in data.get("conflicts", ()))
