"""What is done besides to a document that is a part of a book, or the frame that its parts are bound into."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.render.book_binding import bind, placed
from annotate.render.book_cut import Cut, PartTagging
from annotate.render.book_fonts import add_fonts
from annotate.render.book_part import Part

if TYPE_CHECKING:
    from annotate.render.pdf_comments import CommentLayer
    from annotate.render.pdf_protocol import InBook


class BookLayout:
    """Goes along with the writing of one document.

    Attributes:
        data: the part, as it is kept, once it is finished; None for a frame, whose PDF is that of the book.
        pages: how many pages the part or the book has.
    """

    def __init__(self, asked: InBook, document: Any, comments: CommentLayer) -> None:
        self.data: bytes | None = None
        self.pages = len(document.pages)
        self._back = asked.back
        self._also = asked.also
        self._document = document
        self._parts = [Part.from_bytes(Path(path).read_bytes()) for path in asked.parts]
        for part in self._parts:
            add_fonts(document, part.fonts)
        self._cut = Cut(document, PartTagging(asked.prefix, comments), whole=bool(asked.back))

    @property
    def tagging(self) -> PartTagging:
        """What builds the structure of the document."""
        return self._cut.tagging

    def begin(self, pdf: Any) -> None:
        """To be called before anything else finishes a PDF."""
        self._cut.leave_open(pdf)

    def end(self, pdf: Any) -> None:
        """To be called when all else has finished a PDF; what it then holds is the book, or nothing."""
        part = self._cut.part(pdf)
        if not self._back:
            self.data = part.to_bytes()
            pdf.objects.clear()
            return
        front = next(number for number, page in enumerate(self._document.pages) if self._back in page.anchors)
        self.pages = bind(pdf, placed(part, front, self._parts), self._also)
