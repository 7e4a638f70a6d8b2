"""What a rule looks at: an annotation file with its text, and what resolving its targets has shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from annotate.diagnostics import Finding, Rule
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations
    from annotate.model.document import Document
    from annotate.model.json_text import JsonText
    from annotate.model.text import ReadingText


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

    def finding(self, rule: Rule, *pointer: str | int, **fields: object) -> Finding:
        """Return a finding at the place of the value that `pointer` leads to."""
        line, column = self.json.place(pointer)
        return rule.at(self.json.path, line, column, **fields)
