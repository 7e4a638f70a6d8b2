"""What is known of an OpenDocument text while it is read: styles, tracked deletions, annotations, findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.read.odt.names import name, names
from annotate.read.office import rules
from annotate.read.office.comments import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from annotate.model.source import RawBlock
    from annotate.read.odt.styles import Styles
    from annotate.read.office.report import Report
    from annotate.read.package.archive import Package

_REGION, _DELETION = name("text:changed-region"), name("text:deletion")
_INFORMATION = name("office:change-info")
_ID, _XML_ID = name("text:id"), "{http://www.w3.org/XML/1998/namespace}id"
_CREATOR, _DATE = name("dc:creator"), name("dc:date")
_PARAGRAPHS = names("text:p text:h")
_NAME, _ANNOTATION_END = name("office:name"), name("office:annotation-end")


@dataclass(frozen=True, slots=True)
class Deletion:
    """A tracked deletion (5.5.6): the words, paragraphs parted by a space, and who deleted them."""

    words: str
    author: str


@dataclass(slots=True)
class Reading:
    """The state of reading one file.

    Attributes:
        report, package, styles: the findings, the parts of the file, its styles.
        language: the main subtag of the language most of it is in, "" where it does not say.
        ranges: the names of annotations that have an end.
        hidden: what is read stands in a hidden section.
        annotations: the annotations read so far, by the identifiers of their places.
    """

    report: Report
    package: Package
    styles: Styles
    language: str
    deletions: dict[str, Deletion]
    ranges: frozenset[str]
    hidden: bool = False
    annotations: dict[str, etree._Element] = field(default_factory=dict)

    def annotation(self, element: etree._Element) -> str:
        """Take an annotation (14.1) and return the name under which its place is to be remembered."""
        named = element.get(_NAME, "")
        if named and named in self.ranges and named not in self.annotations:
            self.annotations[named] = element
            return f"start {named}"
        identifier = f"#{len(self.annotations) + 1}"
        self.annotations[identifier] = element
        return f"call {identifier}"

    def deletion(self, identifier: str) -> None:
        """Report the tracked deletion at its place."""
        deleted = self.deletions.pop(identifier, None)
        if deleted is not None:
            self.report.leave_out(rules.DELETED, f"{deleted.words} ", deleted.author)


def remark(identifier: str, element: etree._Element, blocks: list[RawBlock]) -> Remark:
    """Return an annotation as a comment; `blocks` are its paragraphs."""
    return Remark(identifier, blocks, element.findtext(_CREATOR, ""), element.findtext(_DATE, ""))


def deletions_in(root: etree._Element) -> dict[str, Deletion]:
    """Return the tracked deletions of a document by id."""
    return dict(_deletions(root))


def _deletions(root: etree._Element) -> Iterator[tuple[str, Deletion]]:
    for region in root.iter(_REGION):
        for deletion in region.iterchildren(_DELETION):
            information = deletion.find(_INFORMATION)
            author = "" if information is None else information.findtext(_CREATOR, "")
            words = " ".join("".join(paragraph.itertext()) for paragraph in deletion.iter(*_PARAGRAPHS))
            yield region.get(_XML_ID) or region.get(_ID) or "", Deletion(" ".join(words.split()), author)


def ranges_in(root: etree._Element) -> frozenset[str]:
    """Return the names of the annotations that have an end."""
    return frozenset(end.get(_NAME, "") for end in root.iter(_ANNOTATION_END))
