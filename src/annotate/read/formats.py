"""The formats a source may be in, each with its reader, loaded when it is needed."""

from __future__ import annotations

import codecs
import importlib
from dataclasses import replace
from hashlib import sha256
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
    "plain": ("plain.reader", "read_plain"),
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
_WITH_ENCODING = frozenset({"plain", "markdown", "html", "srt", "vtt", "binary"})
_NOT_READ = {
    "xml": "an XML file, but not TEI",
    "rtf": "a rich text (RTF) file",
    "doc": "an old Word file",
    "picture": "a picture",
    "binary": "a binary file",
}


def read_source(
    data: bytes, path: str, wanted: str | None = None, *, encoding: str | None = None, main_only: bool = False
) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a source in any format, and warnings.

    The format is `wanted`, else what the content shows; a text or a web page is in `encoding`, if it is said. Raises
    InputRefused for a format that is not read (F105), bytes that `encoding` has not (F138), and what the reader of the
    format refuses.
    """
    if encoding is not None and (wanted or format_of(data, path)) in _WITH_ENCODING:
        source, findings = read_source(_in_utf_8(data, path, encoding), path, wanted, main_only=main_only)
        return replace(source, sha256=sha256(data).hexdigest()), findings
    name = wanted or format_of(data, path)
    if name == "tei":
        raise InputRefused(rules.TEI_ALREADY.at(path, file=path))
    if name not in _READERS:
        raise InputRefused(rules.NOT_TEXT.at(path, what=_NOT_READ.get(name, "a file of a kind that is not read")))
    module, function = _READERS[name]
    read = getattr(importlib.import_module(f"annotate.read.{module}"), function)
    if name == "html" and main_only:
        return read(data, path, main_only=True)  # type: ignore[no-any-return]
    return read(data, path)  # type: ignore[no-any-return]


def _in_utf_8(data: bytes, path: str, encoding: str) -> bytes:
    """Return a text in UTF-8, with the mark that every reader takes at its word."""
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        before = data[: error.start].decode(encoding, "replace") if isinstance(error, UnicodeDecodeError) else ""
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise InputRefused(rules.WRONG_ENCODING.at(path, *place, encoding=encoding)) from None
    return codecs.BOM_UTF8 + text.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
