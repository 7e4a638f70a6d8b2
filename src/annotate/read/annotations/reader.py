"""Bytes to JSON with places: what is not JSON, or cannot be kept, is refused with every finding at once."""

from __future__ import annotations

import json
from typing import Any

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.model.json_text import JsonText
from annotate.read.annotations import mistakes, rules

MAX_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 64
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}
_NO_SIGNS = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_QUOTED = lazy_pattern(rb'"[^"]*"')
_EXACT_INTEGERS = 2**53
_SURROGATE_ESCAPE = lazy_pattern(r"\\u[dD][89a-fA-F]")


def read_json(data: bytes, path: str) -> JsonText:
    """Return the JSON (RFC 8259) that `data` holds.

    A UTF-8 byte order mark is left out (RFC 8259, section 8.1, allows it; editors on Windows write one). Raises
    InputRefused with findings F201 to F209; what is well formed and nevertheless refused (duplicate keys, NaN, numbers
    beyond a double, lone surrogates, more than 64 levels) is named all at once.
    """
    text = _decoded(data, path)
    places = JsonText(path, text, None)
    doubts: list[str] = []
    try:
        value = _parse(text, doubts)
    except json.JSONDecodeError as error:
        raise InputRefused(mistakes.syntax_finding(places, error)) from None
    except RecursionError:
        raise InputRefused(*mistakes.depth_findings(places, MAX_DEPTH)) from None
    except ValueError:
        # Python refuses to convert integers of more digits than `sys.get_int_max_str_digits()`.
        raise InputRefused(*mistakes.number_findings(places)) from None
    deep = not _plainly_flat(data) and _deeper_than(value, MAX_DEPTH)
    findings = list(mistakes.depth_findings(places, MAX_DEPTH)) if deep else []
    if doubts:
        findings += [*mistakes.number_findings(places), *mistakes.duplicate_findings(places)]
    if _SURROGATE_ESCAPE.search(text):
        findings += mistakes.surrogate_findings(places)
    if findings:
        raise InputRefused(*findings)
    return JsonText(path, text, value)


def _decoded(data: bytes, path: str) -> str:
    if len(data) > MAX_BYTES:
        raise InputRefused(rules.JSON_TOO_LARGE.at(path, size=len(data), limit=MAX_BYTES))
    for mark, encoding in _WIDE_MARKS.items():
        if data.startswith(mark):
            raise InputRefused(rules.NOT_UTF8.at(path, reason=f"it begins with the mark of {encoding}"))
    data = data.removeprefix(_BYTE_ORDER_MARK)
    if not data.strip():
        raise InputRefused(rules.EMPTY_JSON.at(path))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = JsonText(path, before, None).line_and_column(len(before))
        reason = f"byte 0x{data[error.start]:02X} stands where no character can have it"
        raise InputRefused(rules.NOT_UTF8.at(path, *place, reason=reason)) from None


def _parse(text: str, doubts: list[str]) -> Any:
    """Return the value of `text`; into `doubts` goes what the parser accepts and we do not."""

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            doubts.append("duplicate key")
        return value

    def constant(literal: str) -> None:
        doubts.append(literal)

    def number(literal: str) -> float:
        value = float(literal)
        if abs(value) == float("inf"):
            doubts.append(literal)
        # JSON makes no difference between 12 and 12.0, Python does where it slices a text.
        return int(value) if abs(value) < _EXACT_INTEGERS and value.is_integer() else value

    return json.loads(text, object_pairs_hook=members, parse_constant=constant, parse_float=number)


def _plainly_flat(data: bytes) -> bool:
    """Whether it is plain from the brackets of a JSON text that it is nested less than MAX_DEPTH deep.

    That takes a fifth of the time of walking through the values.
    """
    signs = data.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _NO_SIGNS)
    left = signs.replace(b'""', b"")
    if b'"' in left:  # there are brackets in strings
        left = _QUOTED.sub(b"", signs)
    for _ in range(MAX_DEPTH // 4):
        if not left:
            return True
        left = left.replace(b"{}", b"").replace(b"[]", b"")  # takes away two levels at most
    return not left


def _deeper_than(value: Any, limit: int) -> bool:
    """Whether arrays and objects are nested more than `limit` deep; level by level, so that no depth can hurt."""
    level = [value]
    for _ in range(limit):
        containers = [outer for outer in level if isinstance(outer, (dict, list))]
        if not containers:
            return False
        level = [inner for outer in containers for inner in (outer.values() if isinstance(outer, dict) else outer)]
    return any(isinstance(inner, (dict, list)) for inner in level)
