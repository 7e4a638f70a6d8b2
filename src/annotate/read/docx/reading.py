"""What all parts of one Word file share while they are read: styles, lists, notes, language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.read.docx.numbering import Numbering
    from annotate.read.docx.parts import Part, Relation
    from annotate.read.docx.styles import Styles
    from annotate.read.office.report import Report


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes or endnotes of a file by id; `place` is TEI's word for where they stand."""

    kind: str
    place: str
    part: Part | None
    by_id: Mapping[str, etree._Element]

    @property
    def relations(self) -> Mapping[str, Relation]:
        """The relationships of the part the notes are in."""
        return {} if self.part is None else self.part.relations


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a file before its text is read, and the report about it.

    Attributes:
        styles, numbering, footnotes, endnotes: what the file says.
        language: the main subtag of the language most of it is in, "" where it does not say.
        notes_read: kind and id of the notes that have been set or left out.
    """

    report: Report
    styles: Styles
    numbering: Numbering
    footnotes: Notes
    endnotes: Notes
    language: str
    notes_read: set[tuple[str, str]] = field(default_factory=set)
