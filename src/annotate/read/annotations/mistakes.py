"""Where a text is not JSON that can be kept, and why, in a person's words; run only on files that are refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.read.annotations import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.diagnostics import Finding
    from annotate.model.json_text import JsonText

# A string (with the colon that makes it a key), a bracket, a number or a word: all that tells where a value is wrong.
_TOKEN = lazy_pattern(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*")(?P<colon>[ \t\n\r]*:)?'
    r"|(?P<bracket>[{}\[\]])|(?P<number>-?\d[\d.eE+-]*)|(?P<word>-?[A-Za-z]+)",
    re.DOTALL,
)
_ESCAPE = lazy_pattern(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null", "TRUE": "true", "FALSE": "false"}


def syntax_finding(places: JsonText, error: json.JSONDecodeError) -> Finding:
    """Return what Python's parser stumbled over as a finding."""
    reason, remedy = _explained(places.text, error)
    return rules.NOT_JSON.at(places.path, *places.line_and_column(error.pos), reason=reason, remedy=remedy)


def depth_findings(places: JsonText, limit: int) -> Iterator[Finding]:
    """Yield the first place where brackets are nested more than `limit` deep."""
    depth = 0
    for token in _TOKEN.finditer(places.text):
        if token["bracket"]:
            depth += 1 if token["bracket"] in "{[" else -1
            if depth > limit:
                yield rules.TOO_DEEP.at(places.path, *places.line_and_column(token.start()), limit=limit)
                return


def number_findings(places: JsonText) -> Iterator[Finding]:
    """Yield the numbers too large for a double, and NaN and the infinities, which are no JSON."""
    for token in _TOKEN.finditer(places.text):
        if token["number"] and abs(float(token["number"])) == float("inf"):
            place = places.line_and_column(token.start())
            yield rules.NUMBER_TOO_LARGE.at(places.path, *place, literal=_shortened(token["number"]))
        elif token["word"] in {"NaN", "Infinity", "-Infinity"}:
            place = places.line_and_column(token.start())
            yield rules.NOT_A_NUMBER.at(places.path, *place, literal=token["word"])


def duplicate_findings(places: JsonText) -> Iterator[Finding]:
    """Yield each key that its object already has, at the later place."""
    objects: list[dict[str, int]] = []
    for token in _TOKEN.finditer(places.text):
        if token["bracket"] in {"{", "["}:
            objects.append({})
        elif token["bracket"]:
            objects.pop()
        elif token["colon"]:
            key = json.loads(token["string"])
            first = objects[-1].setdefault(key, token.start())
            if first != token.start():
                place = places.line_and_column(token.start())
                first_line, _ = places.line_and_column(first)
                yield rules.DUPLICATE_KEY.at(places.path, *place, key=key, first=first_line)


def surrogate_findings(places: JsonText) -> Iterator[Finding]:
    r"""Yield each escape `\ud800` to `\udfff` without its other half (RFC 8259, section 8.2)."""
    for token in _TOKEN.finditer(places.text):
        for start, escape in _lone_surrogates(token["string"] or ""):
            place = places.line_and_column(token.start() + start)
            yield rules.LONE_SURROGATE.at(places.path, *place, escape=escape)


def _lone_surrogates(string: str) -> Iterator[tuple[int, str]]:
    high: re.Match[str] | None = None
    for escape in _ESCAPE.finditer(string):
        code = int(escape[1], 16) if escape[1] else 0
        is_low = 0xDC00 <= code <= 0xDFFF
        if high is not None and is_low and escape.start() == high.end():
            high = None
            continue
        if high is not None:
            yield high.start(), high[0]
        high = escape if 0xD800 <= code <= 0xDBFF else None
        if is_low:
            yield escape.start(), escape[0]
    if high is not None:
        yield high.start(), high[0]


def _shortened(literal: str) -> str:
    return literal if len(literal) <= 24 else f"{literal[:20]}… ({len(literal)} characters)"


def _explained(text: str, error: json.JSONDecodeError) -> tuple[str, str]:
    """Return the reason and the remedy of a syntax error; the messages are those of CPython's `json.decoder`."""
    message, rest = error.msg, text[error.pos : error.pos + 24]
    if not text[error.pos :].strip():
        return "the file ends before everything is closed", "add what is missing at the end, or restore the file"
    if rest.startswith(("//", "/*", "#")):
        return "there is a comment here, and JSON has none", 'delete it, or keep it in a field "note"'
    if message.startswith("Unterminated string"):
        return "the text that begins here has no closing quotation mark", 'add a " at its end'
    if message.startswith("Invalid control character"):
        what = "a line break" if rest[0] in "\r\n" else "a tab" if rest[0] == "\t" else "an invisible character"
        return f"there is {what} inside a text", r"write \n for a line break, \t for a tab, or delete it"
    if "escape" in message:
        return f"“{rest[:2]}” is no escape that JSON knows", r"write \\ for a backslash"
    if message.startswith("Extra data"):
        return "something follows after the end of the JSON", "delete it, or put everything inside one { }"
    return _explained_by_what_stands_there(message, text[: error.pos].rstrip(), rest)


def _explained_by_what_stands_there(message: str, before: str, rest: str) -> tuple[str, str]:
    word = re.match(r"[A-Za-z]+", rest)
    if rest[0] in "}]" and before.endswith(","):
        return f"there is a comma before this {rest[0]}", "delete the comma before it"
    if message.startswith("Illegal trailing comma"):  # Python 3.13 and newer, which point at the comma
        return "there is a comma after the last value", "delete the comma"
    if rest[0] in "'‘“”„’":
        return f"text is quoted with {rest[0]} here", 'use the straight double quotation mark "'
    if word and word[0] in _WORDS:
        return f"{word[0]} is not a word JSON knows", f"write {_WORDS[word[0]]}"
    if message.startswith("Expecting property name"):
        return "a key in quotation marks should stand here", 'put the key in ", as in {"format": 1}'
    if message.startswith("Expecting ':'"):
        return "a colon should stand here, between a key and its value", "add the colon"
    if message.startswith("Expecting ','"):
        return "a comma or a closing bracket should stand here", "add a comma after the value before it"
    if word:
        return f"{word[0]} should stand in quotation marks", 'put it in "'
    return "a value should stand here", "write a text in quotation marks, a number, true, false, null, [ or {"
