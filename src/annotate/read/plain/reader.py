"""Plain text to blocks: blank lines part them, lines wrapped by hand are joined, page furniture is told apart."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import RawBlock, SourceText
from annotate.read import rules
from annotate.read.block_size import refuse_long
from annotate.read.decode import decode
from annotate.read.plain import rules as plain_rules
from annotate.read.plain.furniture import furniture_in
from annotate.read.plain.lines import runs_of_lines
from annotate.read.plain.paragraphs import Paragraphs, joined_over_pages, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.diagnostics import Finding
    from annotate.read.plain.lines import Line
    from annotate.read.plain.paragraphs import ResolvedHyphen

_MARKUP = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<?xml", "an XML file; if it is TEI, the other commands take it as it is"),
    ("<tei", "a TEI file, which the other commands take as it is"),
)
_SHOWN = 12  # words named whose hyphen was taken out


def read_plain(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a plain text, and warnings.

    A line is a block of its own unless the text is hard-wrapped: then lines follow each other in one block where the
    next line's first word would not have fitted. Stanzas keep their lines; running heads and page numbers are
    boilerplate; a form feed is a page break. Raises InputRefused (F104 to F110).
    """
    text, findings = decode(data, path)
    for start, what in _MARKUP:
        if text[:200].lstrip("\ufeff \t\n").lower().startswith(start):
            raise InputRefused(rules.NOT_TEXT.at(path, what=what))
    runs = runs_of_lines(text)
    if not runs:
        raise InputRefused(rules.NO_PARAGRAPHS.at(path))
    furniture = furniture_in(runs)
    if furniture:
        runs = _in_pieces(runs, furniture)
    layout = layout_of([run for run in runs if run[0].number not in furniture] if furniture else runs)
    if "\f" in text and not furniture:
        runs = joined_over_pages(runs, layout)
    paragraphs = Paragraphs(text, layout)
    blocks = tuple(_blocks(runs, furniture, paragraphs))
    refuse_long(blocks, path)
    if paragraphs.resolved:
        findings.append(_told(paragraphs.resolved, path))
    return SourceText(path, sha256(data).hexdigest(), blocks), findings


def _in_pieces(runs: Sequence[list[Line]], furniture: frozenset[int]) -> list[list[Line]]:
    """Return the runs cut so that each line of page furniture stands alone."""
    pieces: list[list[Line]] = []
    for run in runs:
        piece: list[Line] = []
        for line in run:
            if line.number in furniture:
                pieces += [piece, [line]]
                piece = []
            else:
                piece.append(line)
        pieces.append(piece)
    return [piece for piece in pieces if piece]


def _blocks(runs: Sequence[list[Line]], furniture: frozenset[int], paragraphs: Paragraphs) -> Iterator[RawBlock]:
    before: Sequence[Line] = ()
    page = False
    for run in runs:
        if run[0].number in furniture:
            yield RawBlock(run[0].words, run[0].number, boilerplate="navigation")
            page = page or run[0].page
            continue
        first = run[0]._replace(page=run[0].page or page)
        yield from paragraphs.blocks([first, *run[1:]], before)
        before, page = run, False


def _told(resolved: Sequence[ResolvedHyphen], path: str) -> Finding:
    """Return the finding that names the words whose hyphen was taken out."""
    named = ", ".join(f"“{each.word}” (line {each.line})" for each in resolved[:_SHOWN])
    more = f" and {len(resolved) - _SHOWN} more" if len(resolved) > _SHOWN else ""
    return plain_rules.RESOLVED_HYPHENS.at(path, resolved[0].line, count=len(resolved), words=named + more)
