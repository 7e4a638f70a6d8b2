"""What a rule looks at: an annotation file with its text, and what resolving its targets has shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotate.model.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from annotate.diagnostics import Finding, Rule
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations, Entity, Source
    from annotate.model.document import Document
    from annotate.model.json_text import JsonText
    from annotate.model.source_copy import SourceCopy
    from annotate.model.text import ReadingText


_NO_LIBRARY = Library()


@dataclass(frozen=True, slots=True)
class Subject:
    """An annotation file that fits the schema, and what is known around it.

    Attributes:
        json: the file as it was read; findings take their places from it.
        annotations: its records, in the file's order.
        today: the day dates are held against.
        text_name: the name of the text's file, None where there is no text.
        document: the text, None where there is none; then anchors are not checked.
        reading: its reading text.
        resolutions: where the targets stand, by the annotation's id (`attach.anchor.resolve_all`).
        library: what the project's library has for this file; its own entries go before those of the same id.
        copies: the copies of its sources and of the library's, by the source's id; none of those that have no copy.
        quotations: where what evidence quotes stands in these copies, by the evidence's id.
        neighbours: ids of the claims, notes and passages of other annotation files that links name, by the file as the
            link names it; None for a file that is not there or cannot be read.
    """

    json: JsonText
    annotations: Annotations
    today: date
    text_name: str | None = None
    document: Document | None = None
    reading: ReadingText | None = None
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)
    neighbours: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    library: Library = _NO_LIBRARY
    copies: Mapping[str, SourceCopy] = field(default_factory=dict)
    quotations: Mapping[str, Resolution] = field(default_factory=dict)

    def sources(self) -> dict[str, Source]:
        """Return the sources that evidence can cite, by id: those of the library and the file's own."""
        return {source.id: source for source in (*self.library.sources, *self.annotations.sources)}

    def entities(self) -> dict[str, Entity]:
        """Return the entities that claims and mentions can name, by id: those of the library and the file's own."""
        return {entity.id: entity for entity in (*self.library.entities, *self.annotations.entities)}

    def finding(self, rule: Rule, *pointer: str | int, **fields: object) -> Finding:
        """Return a finding at the place of the value that `pointer` leads to."""
        line, column = self.json.place(pointer)
        found = rule.at(self.json.path, line, column, **fields)
        record = self._record_at(pointer)
        return replace(found, record=record) if record else found

    def _record_at(self, pointer: tuple[str | int, ...]) -> str:
        """Return the id of the innermost record that `pointer` leads into, "" if there is none."""
        found, value = "", self.json.value
        for step in pointer:
            try:
                value = value[step]
            except (LookupError, TypeError):
                break
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                found = value["id"]
        return found
