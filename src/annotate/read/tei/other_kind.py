"""What a file is that was given as a TEI text and is none, in the words of the person who gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.read.tei.names import local_name

if TYPE_CHECKING:
    from lxml import etree

_KINDS = {
    "plain": "plain text",
    "markdown": "Markdown",
    "docx": "a Word file",
    "doc": "an old Word file",
    "odt": "an OpenDocument file",
    "epub": "an EPUB",
    "pdf": "a PDF",
    "rtf": "an RTF file",
    "srt": "a file of subtitles",
    "vtt": "a file of subtitles",
    "picture": "a picture",
    "binary": "no text",
}
_WEB_PAGE = (b"<!doctype html", b"<html")


def kind_of_no_xml(data: bytes, path: str) -> str | None:
    """Return what a file is that no XML parser could read, or None where it may have been meant as XML."""
    from annotate.read.sniff import format_of  # noqa: PLC0415  # only where a wrong file was named

    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:14].lower().startswith(_WEB_PAGE):
        return "a web page"
    if not start or start.startswith(b"<") or b"<TEI" in data:
        return None
    return _KINDS.get(format_of(data, path))


def kind_of_xml(root: etree._Element) -> str:
    """Return what an XML document is whose root element is not that of TEI."""
    namespace = str(root.tag)[1:].partition("}")[0] if str(root.tag).startswith("{") else ""
    where = f"in the namespace {namespace}" if namespace else "in no namespace"
    return f"XML with the root element <{local_name(root)}> {where}"
