"""A PDF through PDFium: its pages and what it declares. Runs only in the process of `worker`."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from annotate.read.pdf.boxes import Annotations, annotations_on, pictures
from annotate.read.pdf.glyphs import Glyphs
from annotate.read.pdf.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_ATTACHMENTS = 100
_LONGEST_VALUE = 1000


class Refused(Exception):
    """PDFium cannot open the file; `password` says whether it asks for one."""

    def __init__(self, reason: str, *, password: bool = False) -> None:
        super().__init__(reason)
        self.password = password


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF. Raises Refused."""
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) == 0:
            raise Refused("it has no pages")
    except pypdfium2.PdfiumError as error:
        password = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise Refused("it is not built as a PDF is", password=password) from None
    try:
        yield document
    finally:
        document.close()


def properties(document: Any) -> dict[str, str]:
    """Return the document information dictionary (ISO 32000-1, 14.3.3), with the `Language` of the catalogue."""
    found = {str(name): str(value)[:_LONGEST_VALUE] for name, value in document.get_metadata_dict().items()}
    found["Language"] = _wide(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, size))
    return found


def attachments(document: Any) -> list[str]:
    """Return the names of the files attached, 100 at most."""
    count = min(document.count_attachments(), _MOST_ATTACHMENTS)
    return [document.get_attachment(index).get_name() for index in range(count)]


def pages(document: Any) -> Iterator[Page]:
    """Yield the pages of a PDF in order; one that cannot be opened is marked as damaged."""
    for index in range(len(document)):
        label = document.get_page_label(index) or ""
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield Page(index + 1, label, damaged=True)
            continue
        try:
            yield _page(page, index + 1, label)
        except pypdfium2.PdfiumError:
            yield Page(index + 1, label, damaged=True)
        finally:
            page.close()


def _page(page: Any, number: int, label: str) -> Page:
    found: Annotations = annotations_on(page)
    text = page.get_textpage()
    try:
        glyphs = Glyphs(page, text, found.links)
        fragments = tuple(glyphs.fragments())
    finally:
        text.close()
    upright = glyphs.upright
    return Page(
        number=number,
        label=label,
        width=upright.width,
        height=upright.height,
        fragments=fragments,
        pictures=tuple(upright.box(area, words=alt) for area, alt in pictures(page)),
        remarks=tuple(upright.box(r.area, words=r.words, author=r.author, date=r.date) for r in found.remarks),
        unreadable=glyphs.unreadable,
        scripts=found.scripts,
        fields=found.fields,
    )


def _wide(call: Any) -> str:
    """Return the string a function of PDFium writes as UTF-16LE into a buffer of a size in bytes."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    # ctypes wants the buffer as the pointer type the function was declared with; FPDF_WCHAR is unsigned short.
    call(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")[:_LONGEST_VALUE]
