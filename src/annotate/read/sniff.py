"""Which format a file is in, found by its content; its name decides only where the content leaves it open."""

from __future__ import annotations

import codecs
import re
from io import BytesIO

from annotate.lazy_pattern import lazy_pattern
from annotate.read.guess import guess_wide
from annotate.read.markdown.signs import looks_like_markdown

# The first bytes of formats, from their specifications.
_SIGNATURES = (
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x1f\x8b", "binary"),
    (b"\x7fELF", "binary"),
    (b"PK\x05\x06", "binary"),
)
# In the container formats RIFF and ISO base media a picture says so at a fixed place: offset, bytes.
_PICTURE_PLACES = ((8, b"WEBP"), (4, b"ftypheic"), (4, b"ftypavif"), (4, b"ftypmif1"))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PACKAGES = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}
_WORD_MAIN_PART = b"wordprocessingml"
_SAMPLE = 200_000  # bytes that are looked at
_BINARY_SHARE = 0.05  # control characters in a text, as in `decode`
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\v\f\x1b"))
# ISO 32000-1, 7.5.2 wants the header first; readers look for it in the first 1,024 bytes (Annex H, note 13).
_PDF_HEADER_WITHIN = 1024

_PROLOGUE = lazy_pattern(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>\s*)*", re.DOTALL | re.IGNORECASE
)
_DOCTYPE = lazy_pattern(r"\s*<!DOCTYPE\s+([^\s\[>]+)", re.IGNORECASE)
_ROOT = lazy_pattern(r"<(?:[\w.-]+:)?([^\W\d][\w.-]*)([^<>]*)>")
_TEI_ROOTS = frozenset({"TEI", "teiCorpus", "TEI.2"})
_HTML_ROOTS = frozenset("html head body".split())
_HTML_BLOCKS = frozenset(
    """a address article aside blockquote center div dl figure font footer form h1 h2 h3 h4 h5 h6 header hr iframe img
    link main meta nav ol p pre script section span style table title ul""".split()
)
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_VTT = lazy_pattern(r"WEBVTT(?:[ \t].*)?(?:\n|$)")
_SRT = lazy_pattern(
    r"(?:\d+[ \t]*\n)?[ \t]*\d{1,3}:\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?[ \t]*-->[ \t]*\d{1,3}:\d{1,2}:\d{1,2}"
)


def format_of(data: bytes, path: str) -> str:
    """Return the format of a file of these bytes and this name.

    One of `plain`, `markdown`, `html`, `docx`, `odt`, `epub`, `pdf`, `srt`, `vtt`, `tei` (XML whose root is TEI's),
    `xml` (any other), or what is no text to us: `rtf`, `doc` (old Word), `picture`, `binary`. Only the first 200,000
    bytes are looked at (of a zip its directory); nothing is raised.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if any(data[at : at + len(sign)] == sign for at, sign in _PICTURE_PLACES):
        return "picture"
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if _is_pdf(data):
        return "pdf"
    text = _text(data)
    return "binary" if text is None else _text_format(text, path.lower())


def _is_pdf(data: bytes) -> bool:
    at = data.find(b"%PDF-", 0, _PDF_HEADER_WITHIN)
    return at >= 0 and (not data[:at].strip(b"\xef\xbb\xbf \t\r\n") or b"startxref" in data[-2048:])


def _package(data: bytes) -> str:
    """Return what a zip archive holds, by the part that says so; of a damaged one, what its names suggest."""
    import zipfile  # noqa: PLC0415  # with what it loads, 4 ms that a text need not pay
    import zlib  # noqa: PLC0415

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if "mimetype" in archive.namelist():
                with archive.open("mimetype") as part:
                    return _PACKAGES.get(part.read(100).strip(), "binary")
            if "[Content_Types].xml" in archive.namelist():
                with archive.open("[Content_Types].xml") as part:
                    return "docx" if _WORD_MAIN_PART in part.read(_SAMPLE) else "binary"
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        pass
    for media_type, name in _PACKAGES.items():
        if media_type in data[:200]:
            return name
    return "docx" if b"word/document.xml" in data else "binary"


def _text(data: bytes) -> str | None:
    """Return the beginning of a text, line ends as LF, well enough to see its signs; None if it is no text."""
    sample = data[:_SAMPLE]
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            sample, text = sample[len(mark) :], sample[len(mark) :].decode(encoding, "replace")
            return text.replace("\r\n", "\n").replace("\r", "\n")
    wide = guess_wide(sample[: len(sample) // 4 * 4])
    if wide is not None:
        return wide[0].replace("\r\n", "\n").replace("\r", "\n")
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _BINARY_SHARE:
        return None
    # All signs looked for are ASCII, so that it does not matter which encoding the letters between them are in.
    return sample.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _text_format(text: str, name: str) -> str:
    if _VTT.match(text):
        return "vtt"
    if _SRT.match(text.lstrip()):
        return "srt"
    if text.lstrip().startswith("<"):
        markup = _markup(text, name)
        if markup:
            return markup
    if name.endswith(_MARKDOWN_ENDINGS):
        return "markdown"
    return "markdown" if looks_like_markdown(text) else "plain"


def _markup(text: str, name: str) -> str:
    """Return `tei`, `xml` or `html`, or "" where a text merely starts with a "<"."""
    prologue = text[: _PROLOGUE.match(text).end()]  # type: ignore[union-attr]  # it matches the empty string
    doctype = _DOCTYPE.match(text) or _DOCTYPE.search(prologue)
    declared_html = doctype is not None and doctype.group(1).lower() == "html"
    declared_xml = text.lstrip().startswith("<?xml ") or (doctype is not None and not declared_html)
    root = _ROOT.match(text, len(prologue))
    element, attributes = (root.group(1), root.group(2)) if root else ("", "")
    if element in _TEI_ROOTS:
        return "tei"
    if declared_html or element.lower() in _HTML_ROOTS:
        return "html"
    if declared_xml or "xmlns" in attributes:
        return "xml"
    if name.endswith(_MARKDOWN_ENDINGS):  # Markdown may begin with a comment or an element of HTML
        return ""
    if name.endswith(_HTML_ENDINGS) or element.lower() in _HTML_BLOCKS:
        return "html"
    return "xml" if element and text.rstrip().endswith((f"</{element}>", f":{element}>")) else ""
