"""What is done besides to a document that is a part of a book, or the frame that its parts are bound into."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.render.book_binding import Leaf, bind, placed
from annotate.render.book_cut import Cut, PartTagging
from annotate.render.book_fonts import add_fonts
from annotate.render.book_part import part_bytes

if TYPE_CHECKING:
    from annotate.render.pdf_comments import CommentLayer
    from annotate.render.pdf_protocol import InBook


class BookLayout:
    """Goes along with the writing of one document.

    Attributes:
        data: the part, as it is kept, or the book, once it is finished.
        pages: how many pages the part or the book has.
    """

    def __init__(self, asked: InBook, document: Any, comments: CommentLayer, identifier: str) -> None:
        self.data = b""
        self.pages = len(document.pages)
        self._asked = asked
        self._identifier = identifier.encode()
        self._document = document
        self._leaves = [Leaf.of(Path(path).read_bytes) for path in asked.parts]
        for leaf in self._leaves:
            add_fonts(document, leaf.head.fonts)
        self._cut = Cut(document, PartTagging(asked.prefix, comments), whole=bool(asked.back))

    @property
    def tagging(self) -> PartTagging:
        """What builds the structure of the document."""
        return self._cut.tagging

    def begin(self, pdf: Any) -> None:
        """To be called before anything else finishes a PDF."""
        self._cut.leave_open(pdf)

    def end(self, pdf: Any) -> None:
        """To be called when all else has finished a PDF; nothing is left in it to be written."""
        data = part_bytes(*self._cut.part(pdf))
        info: bytes = pdf.info.data
        pdf.objects.clear()
        if not self._asked.back:
            self.data = data
            return
        pages = enumerate(self._document.pages)
        front = next(number for number, page in pages if self._asked.back in page.anchors)
        places = placed(Leaf.of(partial(bytes, data)), front, self._leaves)
        self.data, self.pages = bind(places, info, self._identifier, self._asked.also)
