"""Merging one value, or one set of values, that two sides may have changed since a common base.

Values are JSON values; None stands for a value that is not there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

Json = dict[str, Any]
Signature = tuple[str | None, str | None]
_written = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode


class Unsettled(Exception):  # no error, but the answer that both sides must be told
    """Both sides have changed the value, each in its own way."""


def canonical(value: Any) -> str:
    """Return a text that is the same for the same JSON value: true is not 1, and the order of keys does not matter."""
    return _written(value)


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same."""
    return bool(one == other) and (isinstance(one, str) or canonical(one) == canonical(other))


def merged_value(base: Any, mine: Any, theirs: Any) -> Any:
    """Return what the side says that changed the value. Raises Unsettled where both have, in different ways."""
    if same(mine, theirs) or same(base, theirs):
        return mine
    if same(base, mine):
        return theirs
    raise Unsettled


def merged_set(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Return the values both have kept and those either has added, in the order of mine, then of theirs."""
    here, there, before = (dict(zip(map(canonical, side), side, strict=True)) for side in (mine, theirs, base))
    if before.keys() == here.keys():
        return list(theirs)
    return [value for key, value in {**here, **there}.items() if (key in here and key in there) or key not in before]


def merged_signature(base: Signature, mine: Signature, theirs: Signature) -> Signature:
    """Return who last changed a record and when, as (time, name): of two changes the later."""
    try:
        time, name = merged_value(base, mine, theirs)
    except Unsettled:
        time, name = max(mine, theirs, key=lambda signature: [part or "" for part in signature])
    return time, name


def keyed(records: Sequence[Json]) -> dict[Hashable, Json]:
    """Return records by their id and the how manieth of that id they are: no mistake of a person's loses one."""
    seen: dict[str, int] = {}
    found: dict[Hashable, Json] = {}
    for record in records:
        number = seen[record["id"]] = seen.get(record["id"], 0) + 1
        found[record["id"], number] = record
    return found
