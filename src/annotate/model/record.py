"""What the records of an annotation file have in common: how they are made of JSON values, and how they become such."""

from __future__ import annotations

from dataclasses import fields
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Json = dict[str, Any]

_RECORDS: dict[str, type[Record]] = {}


class Record:
    """What all records share: fields in the schema's order, those that are None or empty left out when written.

    A field whose type is itself a record, or a tuple of records, is read and written as such. Python names that JSON
    spells otherwise stand in `_spelled`. Every subclass is a dataclass.
    """

    _spelled: Mapping[str, str] = {}

    def __init_subclass__(cls) -> None:
        """Note the class by its name; with slots it is made twice, and the second stays."""
        _RECORDS[cls.__name__] = cls

    def to_json(self) -> Json:
        """Return the record as JSON values, keys in the schema's order."""
        written: Json = {}
        for name, spelled in self._spellings():
            value = getattr(self, name)
            if value is None or value == ():
                continue
            written[spelled] = value if type(value) is str else _plain(value)
        return written

    @classmethod
    @cache
    def _spellings(cls) -> tuple[tuple[str, str], ...]:
        """Return the fields in the schema's order, each with the name JSON has for it."""
        written = fields(cls)  # type: ignore[arg-type]  # every subclass is a dataclass
        return tuple((item.name, cls._spelled.get(item.name, item.name)) for item in written)

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the record from JSON values that the schema has accepted."""
        given = dict(data)
        for name, read in _readers(cls):  # type: ignore[arg-type]  # a class is hashable
            if name in given:
                given[name] = read(given[name])
        for name, spelled in cls._spelled.items():
            given[name] = given.pop(spelled)
        return cls(**given)


def _plain(value: object) -> Any:
    if isinstance(value, Record):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _readers(record: type[Any]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Return how each field of a record is read whose value is not taken as JSON has it, by its name."""
    found = ((item.name, _reader(str(item.type))) for item in fields(record))
    return tuple((name, read) for name, read in found if read is not None)


def _reader(kind: str) -> Callable[[Any], Any] | None:
    """Return how a field is read, by its type as it is written: `tuple[Target, ...]`, `Locator | None`."""
    record = _RECORDS.get(kind.removeprefix("tuple[").partition(" ")[0].removesuffix(","))
    if kind.startswith("tuple["):
        return partial(_many, record.from_json) if record else tuple
    return record.from_json if record else None


def _many(read: Callable[[Any], Any], values: Any) -> tuple[Any, ...]:
    return tuple(map(read, values))
