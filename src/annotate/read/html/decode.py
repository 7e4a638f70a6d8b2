"""Bytes of a web page to characters: what it says of its encoding, by the labels of the web."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import webencodings

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.read import rules
from annotate.read.decode import decode
from annotate.read.html import rules as html_rules

if TYPE_CHECKING:
    from annotate.diagnostics import Finding

MAX_BYTES = 64 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# HTML wants the declaration within the first 1,024 bytes; saved pages often have it later, and lose nothing by it.
_HEAD = 16_384
_CHARSET = lazy_pattern(rb"""<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w.:+-]+)""", re.IGNORECASE)
_XML_ENCODING = lazy_pattern(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:+-]+)""")
# Encoding Standard: GBK is decoded as GB18030, and a page that calls itself UTF-16 without a mark is UTF-8.
_READ_AS = {"gbk": "gb18030", "utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}
_WRONG_SHARE = 0.02  # of the characters beyond ASCII: with more bytes that fit nowhere the declaration is wrong
_BAD = "\ufffd"


def decode_page(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the text of a web page, line ends as LF, with warnings where its declaration does not hold.

    A byte order mark comes first, then `meta charset` by the labels of the WHATWG Encoding Standard (iso-8859-1 means
    windows-1252), then a guess. A page that is UTF-8 is read so whatever it says, since bytes of another encoding are
    not valid UTF-8 by chance. Raises InputRefused (F104 to F106, F108, F451).
    """
    if not data:
        raise InputRefused(rules.EMPTY.at(path))
    if len(data) > MAX_BYTES:
        raise InputRefused(html_rules.PAGE_TOO_LARGE.at(path, size=len(data), unit="bytes", limit=MAX_BYTES))
    text, findings = _characters(data, path)
    return text.replace("\r\n", "\n").replace("\r", "\n"), findings


def _characters(data: bytes, path: str) -> tuple[str, list[Finding]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_gaps(data, encoding, path)
    label, encoding = _declared(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # An encoding of seven bits (iso-2022-jp) is valid UTF-8 without being it.
        if encoding in {"", "utf-8"} or (text.isascii() and "\x1b" not in text):
            return text, []
        if not text.isascii():
            return text, [html_rules.OTHER_ENCODING.at(path, declared=label, used="UTF-8")]
    if not encoding:
        return decode(data, path)
    text, findings = _with_gaps(data, encoding, path)
    beyond = sum(map(text.count, set(text) - _ASCII))
    if text.count(_BAD) > beyond * _WRONG_SHARE + 1:
        text, guessed = decode(data, path)
        used = "another encoding"
        return text, [html_rules.OTHER_ENCODING.at(path, declared=label, used=used), *guessed]
    return text, findings


_ASCII = frozenset(map(chr, range(128)))


def _declared(data: bytes) -> tuple[str, str]:
    """Return what the page calls its encoding and Python's name for what that means; both "" if it says nothing."""
    head = data[:_HEAD]
    match = _CHARSET.search(head) or _XML_ENCODING.match(head)
    if match is None:
        return "", ""
    label = match[1].decode("ascii", "replace")
    encoding = webencodings.lookup(label)
    if encoding is None:
        return label, ""
    return label, _READ_AS.get(encoding.name, encoding.codec_info.name)


def _with_gaps(data: bytes, encoding: str, path: str) -> tuple[str, list[Finding]]:
    """Return the text, U+FFFD where bytes are no characters, with a finding that counts them."""
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        before = data[: error.start].decode(encoding, "replace")
    count = text.count(_BAD)
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    counted = f"{count} bytes" if count > 1 else "1 byte"
    return text, [html_rules.FOREIGN_BYTES.at(path, line, column, count=counted, encoding=encoding)]
