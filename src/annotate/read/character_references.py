"""Character references (`&eacute;`, `&#233;`) to the characters they stand for."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

REPLACEMENT = "\ufffd"
_REFERENCE = lazy_pattern(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
# XML 1.0, production 2 (Char), without the characters XML takes; vertical tab and form feed are white space to us.
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def resolved(source: str) -> tuple[str, tuple[str, ...]]:
    """Return text with its character references resolved as HTML has it, and those that stand for no XML character."""
    if "&" not in source:
        return source, ()
    bad: list[str] = []

    def character(found: re.Match[str]) -> str:
        reference = found.group()
        meant = html.unescape(reference)
        if reference.startswith("&#") and (not meant or _FORBIDDEN.search(meant) or meant == REPLACEMENT):
            bad.append(reference)
            return REPLACEMENT
        return meant

    return _REFERENCE.sub(character, source), tuple(bad)
