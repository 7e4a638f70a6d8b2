"""The parts of a Word file: which there are, how they are related, and their trees."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.read.docx.names import ID, TYPE, made_transitional, name
from annotate.read.package import rules as package_rules
from annotate.read.package.archive import Package

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.diagnostics import Finding

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL_PLACE = "word/document.xml"
_OTHER_ROOTS = {"workbook": "a spreadsheet", "presentation": "a presentation"}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part (ECMA-376-2, 6.5): the last segment of its type, and its target.

    `target` is the name of another part, or where `external` an address as it stands.
    """

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part's tree with its relationships by id."""

    root: etree._Element
    relations: Mapping[str, Relation]

    def related(self, kind: str) -> str | None:
        """Return the name of the first part this one is related to in this way, or None."""
        return next((r.target for r in self.relations.values() if r.kind == kind and not r.external), None)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a Word file that hold text or say what text is."""

    package: Package
    document: Part
    properties: etree._Element | None
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: Part | None
    endnotes: Part | None
    comments: Part | None


def open_parts(data: bytes, path: str, findings: list[Finding]) -> Parts:
    """Return the parts of a Word file; a part the text can do without and that is broken becomes a warning.

    Raises InputRefused where the package is unsafe or damaged, or holds no text document.
    """
    package = Package(data, path, "Word file")
    top = _relations(package, "", findings)
    main = next((r.target for r in top.values() if r.kind == "officeDocument"), _USUAL_PLACE)
    if main not in package:
        main = _USUAL_PLACE
    if main not in package:
        raise InputRefused(package_rules.MISSING_PART.at(path, part=main))
    document = Part(_tree(package, main), _relations(package, main, findings))
    local = str(document.root.tag).rpartition("}")[2]
    if document.root.tag != name("w:document"):
        what = _OTHER_ROOTS.get(local, f"a package around <{local}>")
        raise InputRefused(package_rules.WRONG_CONTENT.at(path, what=what))

    def optional(kind: str, what: str) -> Part | None:
        target = document.related(kind)
        if target is None:
            return None
        if target not in package:
            findings.append(package_rules.BROKEN_PART.at(path, part=target, what=what, reason="it is missing"))
            return None
        return optional_part(package, target, what, findings)

    core = next((r.target for r in top.values() if r.kind == "core-properties"), "docProps/core.xml")
    styles, numbering = optional("styles", "the styles"), optional("numbering", "the kinds of lists")
    return Parts(
        package,
        document,
        properties=package.tree_if_sound(core, "the document's properties", findings),
        styles=None if styles is None else styles.root,
        numbering=None if numbering is None else numbering.root,
        footnotes=optional("footnotes", "the footnotes"),
        endnotes=optional("endnotes", "the endnotes"),
        comments=optional("comments", "the comments"),
    )


def optional_part(package: Package, target: str, what: str, findings: list[Finding]) -> Part | None:
    """Return a part with its relationships; None, with a warning where it is broken, if it cannot be had."""
    root = package.tree_if_sound(target, what, findings)
    if root is None:
        return None
    made_transitional(root)
    return Part(root, _relations(package, target, findings))


def notes_by_id(part: Part | None) -> dict[str, etree._Element]:
    """Return the footnotes, endnotes or comments of a part by id, the separators Word draws left out."""
    if part is None:
        return {}
    return {note.get(ID, ""): note for note in part.root.iterchildren("*") if note.get(TYPE) not in _SEPARATORS}


def _tree(package: Package, part: str) -> etree._Element:
    root = package.tree(part)
    made_transitional(root)
    return root


def _relations(package: Package, part: str, findings: list[Finding]) -> dict[str, Relation]:
    folder, file = posixpath.split(part)
    root = package.tree_if_sound(
        f"{folder}/_rels/{file}.rels".lstrip("/"), "what its parts are to each other", findings
    )
    if root is None:
        return {}
    relations: dict[str, Relation] = {}
    for element in root.iterchildren(_RELATIONSHIP):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        relations[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], target, external)
    return relations
