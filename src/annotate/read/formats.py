"""The formats a source may be in, each with its reader, loaded when it is needed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.read import rules
from annotate.read.sniff import format_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotate.diagnostics import Finding
    from annotate.model.source import SourceText

    Reader = Callable[[bytes, str], tuple[SourceText, list[Finding]]]

_READERS = {
    "plain": ("plain", "read_plain"),
    "markdown": ("markdown.reader", "read_markdown"),
    "html": ("html.reader", "read_html"),
    "epub": ("epub.reader", "read_epub"),
    "docx": ("docx.reader", "read_docx"),
    "odt": ("odt.reader", "read_odt"),
    "pdf": ("pdf.reader", "read_pdf"),
    "srt": ("subtitles.reader", "read_subtitles"),
    "vtt": ("subtitles.reader", "read_subtitles"),
}
FORMATS = tuple(_READERS)
_NOT_READ = {
    "tei": "a TEI file, which the other commands take as it is",
    "xml": "an XML file, but not TEI",
    "rtf": "a rich text (RTF) file",
    "doc": "an old Word file",
    "picture": "a picture",
    "binary": "a binary file",
}


def read_source(
    data: bytes, path: str, wanted: str | None = None, *, main_only: bool = False
) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a source in any format, and warnings.

    The format is `wanted`, else what the content shows. Raises InputRefused for a format that is not read (F105), and
    what the reader of the format refuses.
    """
    name = wanted or format_of(data, path)
    if name not in _READERS:
        raise InputRefused(rules.NOT_TEXT.at(path, what=_NOT_READ.get(name, "a file of a kind that is not read")))
    module, function = _READERS[name]
    read = getattr(importlib.import_module(f"annotate.read.{module}"), function)
    if name == "html" and main_only:
        return read(data, path, main_only=True)  # type: ignore[no-any-return]
    return read(data, path)  # type: ignore[no-any-return]
