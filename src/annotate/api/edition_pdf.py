"""The PDF of an edition, made as its choices ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render.comments import comments
from annotate.render.pdf.make import make_pdf
from annotate.render.pdf.protocol import NO_COMMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.api.edition_view import OpenedEdition
    from annotate.model.edition_choices import Choices
    from annotate.render.pdf.make import Attachment, PdfResult
    from annotate.render.pdf.protocol import InBook


def edition_pdf(
    html: str,
    opened: OpenedEdition,
    choices: Choices,
    path: str,
    *,
    attachments: Sequence[Attachment] = (),
    book: InBook | None = None,
) -> PdfResult:
    """Return the PDF of an edition whose print page is `html`, with its pictures and the files of its theme.

    `path` is what findings name; `attachments` and `book` are those of `make_pdf`. Raises WorkFailed as `make_pdf`.
    """
    return make_pdf(
        html,
        files={picture.name: picture.data for picture in opened.pictures.values()} | dict(choices.theme.files),
        attachments=attachments,
        line_numbers="" if choices.line_numbers == "none" else choices.line_numbers,
        pdf_a=choices.pdf_a,
        comments=comments(opened.edition) if choices.comments else NO_COMMENTS,
        book=book,
        path=path,
    )
