"""Claims and notes as comments that lie on their words in a PDF: highlights (ISO 32000-1, 12.5.6.10) and their tags.

They look like a marker's stroke, which prints too; each stands in the tags right after its words.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes

from annotate.render.pdf.objects import referred
from annotate.render.pdf.word_places import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotate.render.pdf.protocol import Comment, Comments
    from annotate.render.pdf.word_places import Rectangle

_POINTS = 0.75  # a CSS pixel in points
_PRINT = 4  # ISO 32000-1, table 165: the annotation is printed
_COLOURS = {True: (1.0, 0.93, 0.62), False: (0.82, 0.91, 1.0)}  # of claims, of notes; pale enough for dark letters

Quad = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner."""


class CommentLayer:
    """Makes the comments of one document while its structure is built.

    Attributes:
        homeless: the names of comments whose words are nowhere on the pages, in order.
    """

    def __init__(self, comments: Comments, document: Any) -> None:
        """`document` is WeasyPrint's, laid out."""
        self._by_name = {comment.name: comment for comment in comments.items}
        self._heights = [page.height for page in document.pages]
        self._places = places(document, comments.blocks) if comments.items else []
        self._after: dict[int, list[str]] = {}
        self._met: set[str] = set()
        self._appearance: Any = None
        met = {name for on_page in self._places for name in on_page}
        self.homeless = [name for name in self._by_name if name not in met]
        order = {name: number for number, name in enumerate(self._by_name)}
        for on_page in self._places:
            for name in sorted(on_page, key=order.__getitem__):
                self._after.setdefault(id(on_page[name].last), []).append(name)

    def ending_in(self, box: Any) -> list[tuple[Any, list[str]]]:
        """Return the texts right in a box, or in its lines, with which words end: the text boxes and comments."""
        if not self._after:
            return []
        children = (
            text
            for child in getattr(box, "children", ())
            for text in (child.children if isinstance(child, boxes.LineBox) else (child,))
        )
        return [(text, self._after[id(text)]) for text in children if id(text) in self._after]

    def elements(
        self, names: Iterable[str], parent: Any, pdf: Any, page_number: int, annotations: Any
    ) -> Iterator[Any]:
        """Yield the structure elements of comments on a page, which will stand in the structure element `parent`.

        `annotations` is WeasyPrint's list of what is to be given a place in the parent tree.
        """
        page_reference = pdf.page_references[page_number]
        page = referred(pdf, page_reference)
        for name in names:
            annotation = self._annotation(self._by_name[name], page_number, pdf)
            annotation["P"] = page_reference
            page.setdefault("Annots", pydyf.Array()).append(annotation.reference)
            content = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page_reference})
            pdf.add_object(content)
            element = pydyf.Dictionary(
                {
                    "Type": "/StructElem",
                    "S": "/Annot",
                    "P": parent.reference,
                    "Pg": page_reference,
                    "K": pydyf.Array([content.reference]),
                    "Alt": pydyf.String(self._by_name[name].title),
                }
            )
            pdf.add_object(element)
            annotations.append((element.reference, annotation))
            yield element

    def _annotation(self, comment: Comment, page_number: int, pdf: Any) -> Any:
        # A comment belongs to one page; where its words run over to the next, that has a comment of its own.
        continued = "(continued) " if comment.name in self._met else ""
        self._met.add(comment.name)
        height = self._heights[page_number]
        quads = [_in_points(found, height) for found in self._places[page_number][comment.name].rectangles]
        rectangle = [
            min(quad[0] for quad in quads),
            min(quad[1] for quad in quads),
            max(quad[2] for quad in quads),
            max(quad[3] for quad in quads),
        ]
        colour = _COLOURS[comment.claim]
        said = {
            "Contents": continued + comment.text,
            "Subj": comment.subject,
            "NM": comment.name,
            "T": comment.author,
            "CreationDate": comment.created,
            "M": comment.modified,
        }
        annotation = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Highlight",
                "Rect": pydyf.Array(rectangle),
                "QuadPoints": pydyf.Array([number for quad in quads for number in _corners(quad)]),
                "F": _PRINT,
                "C": pydyf.Array(colour),
                **{key: pydyf.String(value) for key, value in said.items() if value},
                "AP": pydyf.Dictionary({"N": self._drawn(quads, rectangle, colour, pdf).reference}),
            }
        )
        pdf.add_object(annotation)
        return annotation

    def _drawn(
        self,
        quads: Sequence[Quad],
        rectangle: Sequence[float],
        colour: Sequence[float],
        pdf: Any,
    ) -> Any:
        """Return how the highlight looks: a colour through which the letters are seen as dark as they are."""
        if self._appearance is None:
            self._appearance = pydyf.Dictionary({"Type": "/ExtGState", "BM": "/Multiply"})
            pdf.add_object(self._appearance)
        lines = [f"/Seen gs {' '.join(f'{part:g}' for part in colour)} rg"]
        lines += [
            f"{left:g} {bottom:g} {right - left:.2f} {top - bottom:.2f} re f" for left, bottom, right, top in quads
        ]
        form = pydyf.Stream(
            ["\n".join(lines).encode()],
            pydyf.Dictionary(
                {
                    "Type": "/XObject",
                    "Subtype": "/Form",
                    "BBox": pydyf.Array(rectangle),
                    "Resources": pydyf.Dictionary(
                        {"ExtGState": pydyf.Dictionary({"Seen": self._appearance.reference})}
                    ),
                }
            ),
            compress=True,
        )
        pdf.add_object(form)
        return form


def _in_points(rectangle: Rectangle, height: float) -> Quad:
    """Return a rectangle in points from the lower left corner of a page that is `height` CSS pixels high."""
    left, top, right, bottom = rectangle
    corners = (left, height - bottom, right, height - top)
    x1, y1, x2, y2 = (round(number * _POINTS, 2) for number in corners)
    return x1, y1, x2, y2


def _corners(quad: Quad) -> tuple[float, ...]:
    """Return the corners as programs expect them: left to right above, then below (not ISO 32000-1's round)."""
    left, bottom, right, top = quad
    return left, top, right, top, left, bottom, right, bottom
