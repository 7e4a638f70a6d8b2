"""What is done to lay out one PDF: pages, line numbers, tags, attached files; in a process of its own.

It imports WeasyPrint at the top: `worker` imports this module only under its limits.
"""

from __future__ import annotations

import base64
import gc
import logging
from io import BytesIO
from typing import TYPE_CHECKING, Any

import weasyprint

from annotate.render.notes import foot_series, side_notes
from annotate.render.pdf import archive as pdf_archive
from annotate.render.pdf import comments as pdf_comments
from annotate.render.pdf import fetcher, line_numbers, page_labels, parts_layout
from annotate.render.pdf import files as pdf_files
from annotate.render.pdf import tags as pdf_tags
from annotate.render.pdf.protocol import Reply

if TYPE_CHECKING:
    from annotate.render.book.layout import BookLayout
    from annotate.render.pdf.protocol import InBook, Request


class _Remarks(logging.Handler):
    """Keeps what WeasyPrint logs, each sentence once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.setdefault(record.getMessage())


class _Pages:
    """Lays out pages of HTML with one request's styles, fonts and files.

    Attributes:
        side_notes: the notes in the margins of what was laid out last with any.
    """

    def __init__(self, request: Request) -> None:
        files = {name: base64.b64decode(data) for name, data in request.files.items()}
        self.resources = fetcher.EditionFetcher(files)
        variant = pdf_archive.VARIANT if request.pdf_a else "pdf/ua-1"
        self.options = {"pdf_variant": variant, "pdf_identifier": request.identifier.encode()}
        self._fonts = weasyprint.text.fonts.FontConfiguration()
        self._styles = [self._style(css) for css in request.styles]
        self.side_notes = side_notes.SideNotes()

    def __call__(self, html: str, style: str = "") -> Any:
        """Return the WeasyPrint document that HTML is laid out as, with a style sheet more; its notes are in place."""
        document = self._rendered(html, style)
        placed = side_notes.place_side_notes(document)
        if placed.missing:
            document = self._rendered(side_notes.with_pages(html, placed.missing), style)
            placed = side_notes.place_side_notes(document)
        if placed.parts:
            self.side_notes = placed
        foot_series.part_series(document)
        return document

    def _rendered(self, html: str, style: str) -> Any:
        page = weasyprint.HTML(string=html, base_url=fetcher.BASE_ADDRESS, url_fetcher=self.resources)
        styles = [*self._styles, self._style(style)] if style else self._styles
        return page.render(font_config=self._fonts, stylesheets=styles, **self.options)

    def _style(self, css: str) -> Any:
        return weasyprint.CSS(
            string=css, base_url=fetcher.BASE_ADDRESS, url_fetcher=self.resources, font_config=self._fonts
        )


def lay_out(request: Request) -> tuple[Reply, bytes]:
    """Return what became of a request, and the PDF (PDF/UA-1, tagged). Raises whatever the layout raises."""
    remarks = _Remarks()
    logging.getLogger("weasyprint").handlers = [remarks]
    pages = _Pages(request)
    laid_out = parts_layout.laid_out(
        request.html, pages, request.line_numbers, request.book.prefix if request.book else ""
    )
    document, lines = laid_out.document, laid_out.lines
    comments = pdf_comments.CommentLayer(request.comments, document)
    book = _book(request.book, document, comments) if request.book else None
    tagging = book.tagging if book else pdf_tags.Tagging(comments)
    tagging.set_notes_after_calls(pages.side_notes)
    tagging.install()
    if request.pdf_a:
        pdf_archive.install()

    def finish(finished: object, pdf: object) -> None:
        if book:
            book.begin(pdf)
        tagging.finish(finished, pdf)
        pdf_files.tell_relationships(pdf, request.attached)
        if not book:
            page_labels.label_pages(pdf)
        if request.pdf_a:
            pdf_archive.identify(pdf)
            pdf_archive.mend_pictures(pdf)
        if lines is not None:
            line_numbers.draw_numbers(pdf, lines, base64.b64decode(request.digits))
        if book:
            book.end(pdf)

    gc.collect()  # boxes of pages that were laid out again, before drawing needs as much room
    gc.freeze()
    data = document.write_pdf(finisher=finish, attachments=_attachments(request), **pages.options)
    reply = Reply(
        "done",
        pages=len(document.pages),
        refused=pages.resources.refused,
        links=tagging.refused,
        remarks=list(remarks.sentences),
        homeless=comments.homeless,
    )
    return reply, book.data if book else data


def _book(asked: InBook, document: Any, comments: pdf_comments.CommentLayer) -> BookLayout:
    from annotate.render.book.layout import BookLayout  # noqa: PLC0415  # only for books

    return BookLayout(asked, document, comments)


def _attachments(request: Request) -> list[Any]:
    return [
        weasyprint.Attachment(
            file_obj=BytesIO(base64.b64decode(item.data)), name=item.name, description=item.description
        )
        for item in request.attached
    ]
