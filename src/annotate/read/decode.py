"""Bytes to characters: which encoding a text is in, and what no text may hold."""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.read import rules
from annotate.read.guess import guess, guess_wide, shifted_japanese

if TYPE_CHECKING:
    from annotate.diagnostics import Finding

MAX_BYTES = 256 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes of formats that people take for texts (from the formats' own specifications).
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (a Word file, an EPUB or the like)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich text (RTF) file"),
)
# XML 1.0, production 2 (Char), without the characters XML takes; vertical tab and form feed are white space to us.
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_BYTES = bytes({*range(0x09), *range(0x0E, 0x20)})  # UTF-8 has them for nothing else
_SHOWN = 20
# Control characters other than tab, line and page breaks, as a share of the bytes that makes a file a binary one.
_BINARY_SHARE = 0.05


def decode(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the text of a file, line ends as LF, with a warning where its encoding had to be guessed.

    UTF-8 and what a byte order mark says are taken at their word; anything else is guessed (`read.guess`), and what is
    in none of the common encodings by charset-normalizer.
    Raises InputRefused for what is no text (F104 to F108).
    """
    if not data:
        raise InputRefused(rules.EMPTY.at(path))
    if len(data) > MAX_BYTES:
        raise InputRefused(rules.TOO_LARGE.at(path, limit=MAX_BYTES))
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputRefused(rules.NOT_TEXT.at(path, what=what))
    text, findings = _characters(data, path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_forbidden(text, path)
    return text, findings


def _characters(data: bytes, path: str) -> tuple[str, list[Finding]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError as error:
                raise InputRefused(_undecodable(data, path, error)) from None
    japanese = shifted_japanese(data) if b"\x1b" in data else None
    if japanese is not None:
        return japanese, [rules.GUESSED_ENCODING.at(path, encoding="iso-2022-jp")]
    if b"\0" in data:
        wide = guess_wide(data)
        if wide is not None:
            return wide[0], [rules.GUESSED_ENCODING.at(path, encoding=wide[1])]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if _is_binary(data):
            raise InputRefused(rules.NOT_TEXT.at(path, what="a binary file")) from None
        guessed = guess(data, error.start) or _guessed_by_mess(data)
        if guessed is None:
            raise InputRefused(_undecodable(data, path, error)) from None
        text, encoding = guessed
        line, column = _place(data[: error.start].decode("utf-8", "replace"))
        return text, [rules.GUESSED_ENCODING.at(path, line, column, encoding=encoding)]


def _guessed_by_mess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # 40 ms that hardly any text need pay

    best = from_bytes(data).best()
    return (str(best), best.encoding.replace("_", "-")) if best else None


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    controls = sum(byte < 32 and byte not in b"\t\n\r\v\f\x1b" for byte in sample)
    return controls > len(sample) * _BINARY_SHARE


def _undecodable(data: bytes, path: str, error: UnicodeDecodeError) -> Finding:
    line, column = _place(data[: error.start].decode("utf-8", "replace"))
    return rules.UNKNOWN_ENCODING.at(path, line, column, offset=error.start, byte=data[error.start])


def _refuse_forbidden(text: str, path: str) -> None:
    if not _holds_forbidden(text):
        return
    found: dict[str, list[int]] = {}
    for match in _FORBIDDEN.finditer(text):
        found.setdefault(match.group(), []).append(match.start())
    if sum(map(len, found.values())) > len(text) * _BINARY_SHARE:
        raise InputRefused(rules.NOT_TEXT.at(path, what="a binary file"))
    findings = []
    for character, offsets in list(found.items())[:_SHOWN]:
        name = f"U+{ord(character):04X}{_name(character)}"
        times = "once" if len(offsets) == 1 else f"{len(offsets)} times, first here"
        line, column = _place(text[: offsets[0]])
        findings.append(rules.FORBIDDEN_CHARACTER.at(path, line, column, name=name, times=times))
    raise InputRefused(*findings)


def _holds_forbidden(text: str) -> bool:
    """Whether a text holds what XML cannot; asked of its bytes, which is ten times as quick as finding it."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:  # a surrogate
        return True
    return len(data.translate(None, _FORBIDDEN_BYTES)) < len(data) or "\ufffe" in text or "\uffff" in text


def _name(character: str) -> str:
    name = unicodedata.name(character, "") or {"\x00": "NUL"}.get(character, "")
    return f" ({name})" if name else " (a control character)"


def _place(before: str) -> tuple[int, int]:
    """Return the 1-based line and column of the place after `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
