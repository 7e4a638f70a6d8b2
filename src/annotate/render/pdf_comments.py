"""Claims and notes as comments that lie on their words in a PDF: highlights (ISO 32000-1, 12.5.6.10) and their tags.

Where the words came to stand, WeasyPrint's boxes tell: the page has an element with `data-over`, the ids of claims and
notes, around each run of text that they are about.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes

from annotate.render.pdf_objects import referred

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.render.pdf_protocol import Comment

_POINTS = 0.75  # a CSS pixel in points
_PRINT = 4  # ISO 32000-1, table 165: the annotation is printed
_COLOURS = {True: (1.0, 0.93, 0.62), False: (0.82, 0.91, 1.0)}  # of claims, of notes; pale enough for dark letters


@dataclass(slots=True)
class _Lying:
    """The words of one comment on one page: rectangles in points (left, bottom, right, top), and the last box."""

    quads: list[tuple[float, float, float, float]] = field(default_factory=list)
    last: int = 0


class CommentLayer:
    """Makes the comments of one document while its structure is built."""

    def __init__(self, comments: Sequence[Comment], document: Any) -> None:
        """`document` is WeasyPrint's, laid out."""
        self._by_name = {comment.name: comment for comment in comments}
        self._lying: list[dict[str, _Lying]] = []
        self._after: dict[int, list[str]] = {}
        self._met: set[str] = set()
        self._appearance: Any = None
        if not comments:
            return
        order = {comment.name: number for number, comment in enumerate(comments)}
        for page in document.pages:
            lying = _lying(page)
            self._lying.append(lying)
            for name in sorted(lying.keys() & order.keys(), key=order.__getitem__):
                self._after.setdefault(lying[name].last, []).append(name)

    def after(self, box: Any, parent: Any, pdf: Any, page_number: int, annotations: Any) -> Iterator[Any]:
        """Yield the structure elements of the comments whose words end, on this page, with a box.

        `parent` is the structure element they will stand in, `annotations` WeasyPrint's list of what is to be given a
        place in the parent tree.
        """
        for name in self._after.get(id(box), ()):
            comment = self._by_name[name]
            annotation = self._annotation(comment, self._lying[page_number][name], pdf)
            page_reference = pdf.page_references[page_number]
            annotation["P"] = page_reference
            referred(pdf, page_reference).setdefault("Annots", pydyf.Array()).append(annotation.reference)
            content = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page_reference})
            pdf.add_object(content)
            element = pydyf.Dictionary(
                {
                    "Type": "/StructElem",
                    "S": "/Annot",
                    "P": parent.reference,
                    "Pg": page_reference,
                    "K": pydyf.Array([content.reference]),
                    "Alt": pydyf.String(comment.title),
                }
            )
            pdf.add_object(element)
            annotations.append((element.reference, annotation))
            yield element

    def _annotation(self, comment: Comment, lying: _Lying, pdf: Any) -> Any:
        # A comment belongs to one page; where its words run over to the next, that has a comment of its own.
        continued = "(continued) " if comment.name in self._met else ""
        self._met.add(comment.name)
        quads = lying.quads
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
        quads: Sequence[tuple[float, float, float, float]],
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


def _lying(page: Any) -> dict[str, _Lying]:
    """Return by name where the words of comments lie on a page."""
    found: dict[str, _Lying] = {}
    for box in page._page_box.descendants():  # noqa: SLF001  # the one way to the boxes of a page
        if not isinstance(box, boxes.InlineBox) or box.element is None:
            continue
        over = box.element.get("data-over")
        quads = list(_quads(box, page.height)) if over else []
        if not quads:
            continue
        for name in over.split():
            lying = found.setdefault(name, _Lying())
            lying.quads.extend(quads)
            lying.last = id(box)
    return found


def _quads(box: Any, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Yield the rectangles of the text in a box of one line, in points from the page's lower left corner."""
    for part in box.descendants():
        if isinstance(part, boxes.TextBox) and part.text.strip():
            left, top = part.position_x, part.position_y
            corners = (left, height - top - part.height, left + part.width, height - top)
            x1, y1, x2, y2 = (round(number * _POINTS, 2) for number in corners)
            yield x1, y1, x2, y2


def _corners(quad: tuple[float, float, float, float]) -> tuple[float, ...]:
    """Return the corners as programs expect them: left to right above, then below (not ISO 32000-1's round)."""
    left, bottom, right, top = quad
    return left, top, right, top, left, bottom, right, bottom
