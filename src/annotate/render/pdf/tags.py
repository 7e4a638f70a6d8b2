"""What WeasyPrint leaves to be done on a tagged PDF (ISO 14289-1, PDF/UA-1): artifacts, links, notes, languages.

WeasyPrint tags by element name alone, keeps running heads and folios out of the structure without calling them
artifacts, describes a link by its address, and nests a link inside a link where generated content follows one. Done
while it builds the structure, these repairs cost next to nothing; a second pass over the finished file would not.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags as weasyprint_tags

from annotate.render.notes.side_note_tags import SideNoteTags
from annotate.render.notes.side_notes import SideNotes
from annotate.render.pdf.objects import referred
from annotate.render.pdf.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotate.render.pdf.comments import CommentLayer

ALLOWED_SCHEMES = frozenset(("http", "https", "mailto"))
_PRINT = 4  # ISO 32000-1, table 165: the annotation is printed
_TREELESS = ("html", "body")  # WeasyPrint makes no structure element for these


class Tagging:
    """Builds one document's structure in WeasyPrint's place; `finish` is the finisher of its `write_pdf`.

    Attributes:
        refused: addresses of links that are none of http, https and mailto, in order; their text stays, the link goes.
    """

    def __init__(self, comments: CommentLayer) -> None:
        """`comments` are those of the document whose structure is built."""
        self._comments = comments
        self.refused: list[str] = []
        self._artifacts: dict[int, dict[int, str]] = {}
        self._dropped: set[bytes] = set()
        self._notes: set[int] = set()
        self._note_count = 0
        self._inside_links = 0
        self._structure = Structure()
        self._side_notes = SideNoteTags(SideNotes())
        self._original: Callable[..., Iterator[Any]] = weasyprint_tags._build_box_tree  # noqa: SLF001  # has no hook

    def install(self) -> None:
        """Take WeasyPrint's place in this process for good; meant for a process that makes one PDF."""
        weasyprint_tags._build_box_tree = self._build  # noqa: SLF001  # WeasyPrint has no hook for structure elements

    def set_notes_after_calls(self, notes: SideNotes) -> None:
        """Have these notes read after the blocks that call them, wherever they stand."""
        self._side_notes = SideNoteTags(notes)
        self._notes.update(self._side_notes.beginnings)

    def finish(self, _document: object, pdf: Any) -> None:
        """Put the structure in order, and write down in the pages what was found out while it was built."""
        self._side_notes.set_in_order(pdf)
        self._structure.arrange(pdf, self._take_away)
        for page_number, reference in enumerate(pdf.page_references):
            page = referred(pdf, reference)
            if "Annots" in page:
                page["Annots"][:] = [link for link in page["Annots"] if link not in self._dropped]
            artifacts = self._artifacts.get(page_number)
            if artifacts:
                _mark_artifacts(referred(pdf, page["Contents"]).stream, artifacts)

    def _build(
        self, box: Any, parent: Any, pdf: Any, page_number: int, nums: dict[int, bytes], annotations: Any, marked: Any
    ) -> Iterator[Any]:
        """Yield the structure elements of a box, as WeasyPrint's own function does."""
        inner = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
        if isinstance(inner, boxes.MarginBox) or inner.is_leader:
            kind = "Pagination" if isinstance(inner, boxes.MarginBox) else "Layout"
            self._leave_out(inner, kind, page_number, nums, marked)
            return
        if isinstance(inner, boxes.FootnoteAreaBox):
            self._notes.update(id(child) for child in inner.children)
        link = getattr(inner, "link_annotation", None)
        kept = link is not None and self._keep_link(inner, link, nested=self._inside_links > 0)
        treeless = isinstance(inner, boxes.PageBox) or (inner.element is not None and inner.element_tag in _TREELESS)
        ending = [(marked[text]["mcid"], names) for text, names in self._comments.ending_in(inner) if text in marked]
        self._inside_links += kept
        elements = list(self._original(box, parent, pdf, page_number, nums, annotations, marked))
        self._inside_links -= kept
        for element in elements:
            if not treeless:
                self._refine(inner, element, linked=kept)
                self._side_notes.meet(inner, element)
            if element["S"] == "/LI":
                _gather_body(element, pdf)
            self._structure.remember(inner, element)
            yield element
            for number, names in ending:
                if nums[number] == element.reference:  # a link has its text without an element between
                    yield from self._comments.elements(names, parent, pdf, page_number, annotations)
                elif nums[number] in element["K"]:
                    made = self._comments.elements(names, element, pdf, page_number, annotations)
                    after = element["K"].index(nums[number]) + 1
                    element["K"][after:after] = [comment.reference for comment in made]

    def _leave_out(self, box: Any, kind: str, page_number: int, nums: dict[int, bytes], marked: Any) -> None:
        """Take the marked contents of a box and all in it out of the structure, as artifacts of a kind."""
        if box in marked:
            number = marked.pop(box)["mcid"]
            self._artifacts.setdefault(page_number, {})[number] = kind
            nums[number] = b"null"  # the list of owners is by position, so the place must be filled
        if (link := getattr(box, "link_annotation", None)) is not None:
            self._drop(box, link)
        for child in getattr(box, "children", ()):
            self._leave_out(getattr(child, "_box", child), kind, page_number, nums, marked)

    def _keep_link(self, box: Any, link: Any, *, nested: bool) -> bool:
        """Describe a link by its text, or take it away: inside another link, or to an address that is not allowed."""
        address = link["A"]["URI"].string if "A" in link else ""
        refused = bool(address) and urlsplit(address).scheme.lower() not in ALLOWED_SCHEMES
        if refused and not nested:
            self.refused.append(address)
        if nested or refused:
            self._drop(box, link)
            return False
        link["F"] = _PRINT
        link["Contents"] = pydyf.String(" ".join(_text(box).split()) or link["Contents"].string)
        return True

    def _drop(self, box: Any, link: Any) -> None:
        box.link_annotation = None
        self._take_away(link)

    def _take_away(self, annotation: Any) -> None:
        self._dropped.add(annotation.reference)
        annotation.clear()

    def _refine(self, box: Any, element: Any, *, linked: bool) -> None:
        tag = box.element_tag or "" if box.element is not None else ""
        if element["S"] == "/Link" and not linked:
            element["S"] = "/Span"
        elif id(box) in self._notes and element["S"] != "/Note":
            self._note_count += 1
            element["S"] = "/Note"
            element["ID"] = pydyf.String(f"note-{self._note_count}")
        elif tag.endswith("::footnote-call"):
            element["S"] = "/Reference"
        elif tag.endswith("::footnote-marker"):
            element["S"] = "/Lbl"
        elif tag == "sup" and "calls" in (box.element.get("class") or "").split():
            element["S"] = "/Reference"
        elif element["S"] == "/TH":
            element["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
        if box.element is not None and ":" not in tag and (language := box.element.get("lang")):
            element["Lang"] = pydyf.String(language)


def _gather_body(item: Any, pdf: Any) -> None:
    """Put what an item of a list holds beside its label into its body (ISO 32000-1, 14.8.4.3.3).

    WeasyPrint leaves paragraphs of an item beside its body or without one, and gives an item several bodies.
    """
    kids = list(item["K"])
    named = [referred(pdf, kid).get("S", "") if isinstance(kid, bytes) else "" for kid in kids]
    if named in (["/Lbl", "/LBody"], ["/LBody"]):
        return
    body = next((referred(pdf, kid) for kid, name in zip(kids, named, strict=True) if name == "/LBody"), None)
    if body is None:
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"]})
        body["P"] = item.reference
        pdf.add_object(body)
    held = pydyf.Array()
    for kid, name in zip(kids, named, strict=True):
        if name != "/Lbl":
            held.extend(referred(pdf, kid)["K"] if name == "/LBody" else [kid])
    for kid in held:
        if isinstance(kid, bytes) and "P" in referred(pdf, kid):
            referred(pdf, kid)["P"] = body.reference
    body["K"] = held
    item["K"] = pydyf.Array([kid for kid, name in zip(kids, named, strict=True) if name == "/Lbl"])
    item["K"].append(body.reference)


def _mark_artifacts(stream: list[Any], artifacts: dict[int, str]) -> None:
    """Make artifacts of marked contents: `/Span <</MCID 7>> BDC` becomes `/Artifact <</Type /Pagination>> BDC`."""
    for index, item in enumerate(stream):
        if isinstance(item, pydyf.Dictionary) and (kind := artifacts.get(item.get("MCID", -1))):
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": f"/{kind}"})


def _text(box: Any) -> str:
    """Return the text of a box, with a space for a leader's dots."""
    if box.is_leader:
        return " "
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(_text(getattr(child, "_box", child)) for child in getattr(box, "children", ()))
