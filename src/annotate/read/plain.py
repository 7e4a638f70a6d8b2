"""Plain text to blocks of lines: blank lines part blocks, hard-wrapped lines are re-joined."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import RawBlock, SourceText
from annotate.read import rules
from annotate.read.decode import decode

if TYPE_CHECKING:
    from annotate.diagnostics import Finding

# libxml2 refuses a text node above 10,000,000 bytes, so that a longer paragraph could be written but never read again.
MAX_BLOCK_BYTES = 10_000_000
# Texts wrapped by hand or by mail programs are this wide at most; a longer line is a paragraph.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_MARKUP = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<?xml", "an XML file; if it is TEI, the other commands take it as it is"),
    ("<tei", "a TEI file, which the other commands take as it is"),
)
# What is white space between words; the no-break space and its kin are characters.
_BLANKS = re.compile(r"[ \t\n\v\f\x1c-\x1f\x85]+")
_INDENTS = " \u3000"  # Chinese paragraphs begin with two ideographic spaces
_UNSPACED = re.compile(r"[\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")


def read_plain(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a plain text, and warnings.

    A line is a block of its own unless the text is hard-wrapped: then lines follow each other in one block where the
    next line's first word would not have fitted. Raises InputRefused (F104 to F110).
    """
    text, findings = decode(data, path)
    for start, what in _MARKUP:
        if text[:200].lstrip("\ufeff \t\n").lower().startswith(start):
            raise InputRefused(rules.NOT_TEXT.at(path, what=what))
    chunks = _chunks(text)
    if not chunks:
        raise InputRefused(rules.NO_PARAGRAPHS.at(path))
    width = _wrap_width(chunks)
    blocks = [block for chunk in chunks for block in _blocks(chunk, width)]
    long = [block for block in blocks if len(block.text) > MAX_BLOCK_BYTES // 4 and _size(block) > MAX_BLOCK_BYTES]
    if long:
        raise InputRefused(
            *(rules.LINE_TOO_LONG.at(path, b.line, length=_size(b), limit=MAX_BLOCK_BYTES) for b in long)
        )
    return SourceText(path, sha256(data).hexdigest(), tuple(blocks)), findings


def _size(block: RawBlock) -> int:
    return len(block.text.encode("utf-8"))


def _chunks(text: str) -> list[list[tuple[int, str]]]:
    """Return runs of lines between blank lines, each line with its number, white space in it collapsed."""
    chunks: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        words = _BLANKS.sub(" ", line).strip(_INDENTS)
        if words and not words.isspace():
            chunks[-1].append((number, words))
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _wrap_width(chunks: list[list[tuple[int, str]]]) -> int:
    """Return the width a text is wrapped at, in code points; 0 if it is not hard-wrapped."""
    longest = max(len(line) for chunk in chunks for _, line in chunk)
    if longest > _WIDEST_WRAP:
        return 0
    full = [line for chunk in chunks for _, line in chunk[:-1]]
    wrapped = [line for line in full if len(line) >= 0.75 * longest]
    return longest if longest >= _NARROWEST_WRAP and len(wrapped) >= 0.6 * len(full) and wrapped else 0


def _blocks(chunk: list[tuple[int, str]], width: int) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    previous = ""
    for number, line in chunk:
        first_word = line.split(" ", 1)[0]
        if previous and width and len(previous) + 1 + len(first_word) > 0.9 * width:
            space = "" if _broken_word(previous) or _unspaced(previous, line) else " "
            joined = f"{blocks[-1].text}{space}{line}"
            blocks[-1] = RawBlock(joined, blocks[-1].line)
        else:
            blocks.append(RawBlock(line, number))
        previous = line
    return blocks


def _broken_word(line: str) -> bool:
    """Whether a line ends inside a word: its hyphen is kept, and no space is put after it."""
    return len(line) > 1 and line[-1] in "-‐" and line[-2].isalpha()


def _unspaced(line: str, following: str) -> bool:
    """Whether two lines meet between Chinese characters, which no space parts."""
    return bool(_UNSPACED.match(line[-1]) and _UNSPACED.match(following[0]))
