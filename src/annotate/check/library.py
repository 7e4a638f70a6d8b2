"""Whether an annotation file's own sources and entities are the same as those of its project's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import library_rules as rules
from annotate.model.library import LIBRARY_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding

_RULES = {"sources": rules.SOURCE_DISAGREES, "entities": rules.ENTITY_DISAGREES}


def disagreements(subject: Subject, library_name: str) -> Iterator[Finding]:
    """Yield every entry that the library has under the same id and otherwise (S106, N121), with the fields."""
    for section in LIBRARY_SECTIONS:
        shared = {record.id: record.to_json() for record in getattr(subject.library, section)}
        for index, record in enumerate(getattr(subject.annotations, section)):
            own, other = record.to_json(), shared.get(record.id)
            if other is None or own == other:
                continue
            differing = ", ".join(name for name in {**own, **other} if own.get(name) != other.get(name))
            yield subject.finding(
                _RULES[section], section, index, "id", id=record.id, library=library_name, differing=differing
            )
