"""Refuses what no TEI file can hold: characters outside XML, paragraphs longer than its readers take."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.read import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.diagnostics import Finding
    from annotate.model.source import RawBlock

# XML 1.0, production 2 (Char).
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# libxml2 refuses a text node above this, so that a longer paragraph could be written but never read again.
MAX_BLOCK_BYTES = 10_000_000
_SHOWN = 20


def refuse_unholdable(blocks: Iterable[RawBlock], path: str) -> None:
    """Raise InputRefused with the place of every character and block that TEI cannot hold (F107, F110)."""
    every = list(_with_notes(blocks))
    findings: list[Finding] = []
    for block in every:
        size = len(block.text.encode("utf-8", "surrogatepass")) if len(block.text) > MAX_BLOCK_BYTES // 4 else 0
        if size > MAX_BLOCK_BYTES:
            findings.append(rules.LINE_TOO_LONG.at(path, max(block.line, 1), length=size, limit=MAX_BLOCK_BYTES))
    found: dict[str, list[int]] = {}
    for block in every:
        marked = (value for mark in block.marks for value in mark.attributes.values())
        for text in (block.text, *block.attributes.values(), *marked):
            for match in _FORBIDDEN.finditer(text):
                found.setdefault(match.group(), []).append(block.line)
    for character, lines in list(found.items())[:_SHOWN]:
        times = "once" if len(lines) == 1 else f"{len(lines)} times, first here"
        name = f"U+{ord(character):04X} ({unicodedata.name(character, 'a control character')})"
        findings.append(rules.FORBIDDEN_CHARACTER.at(path, max(lines[0], 1), name=name, times=times))
    if findings:
        raise InputRefused(*findings)


def _with_notes(blocks: Iterable[RawBlock]) -> Iterator[RawBlock]:
    for block in blocks:
        yield block
        for note in block.notes:
            yield from _with_notes(note.blocks)
