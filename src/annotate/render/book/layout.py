"""What is done besides to a document that is a part of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.render.book.cut import Cut, PartTagging
from annotate.render.book.fonts import add_fonts
from annotate.render.book.part import part_bytes

if TYPE_CHECKING:
    from annotate.render.pdf.comments import CommentLayer
    from annotate.render.pdf.protocol import InBook


class BookLayout:
    """Goes along with the writing of one document; `data` is the part, as it is kept, once it is finished."""

    def __init__(self, asked: InBook, document: Any, comments: CommentLayer) -> None:
        self.data = b""
        add_fonts(document, asked.fonts or ())
        self._cut = Cut(document, PartTagging(asked.prefix, comments), whole=asked.fonts is not None)

    @property
    def tagging(self) -> PartTagging:
        """What builds the structure of the document."""
        return self._cut.tagging

    def begin(self, pdf: Any) -> None:
        """To be called before anything else finishes a PDF."""
        self._cut.leave_open(pdf)

    def end(self, pdf: Any) -> None:
        """To be called when all else has finished a PDF; nothing is left in it to be written."""
        self.data = part_bytes(*self._cut.part(pdf))
        pdf.objects.clear()
