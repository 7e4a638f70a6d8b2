"""Blocks of raw HTML in a Markdown text to blocks of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.source import Form, RawBlock
from annotate.read.markdown import rules
from annotate.read.markdown.flow import Flow
from annotate.read.markdown.frame import ITEM, LIST, QUOTATION
from annotate.read.markdown.html import BLOCKS, STRUCTURE, Piece, pieces
from annotate.read.markdown.parser import SHORT_CODE
from annotate.read.marked_text import joined

if TYPE_CHECKING:
    from annotate.read.markdown.frame import Frame
    from annotate.read.markdown.report import Report

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTAINERS = {"blockquote": QUOTATION, "ul": LIST, "ol": LIST, "li": ITEM}
_REND = {"ul": "bulleted", "ol": "numbered"}


class HtmlBlocks:
    """Reads blocks of raw HTML into a frame; elements may begin in one such block and end in another."""

    def __init__(self, report: Report, frame: Frame) -> None:
        self._report = report
        self._frame = frame
        self._leaf: Piece | None = None  # the heading, caption or cell whose words are being read
        self._table = ""
        self._row = -1

    def read(self, source: str, line: int) -> None:
        """Read a block of raw HTML that begins on a line of the file."""
        flow = Flow(self._report, line)
        for piece in pieces(source):
            flow.line = line + piece.line
            if piece.kind in {"open", "close"} and piece.name in BLOCKS:
                self._add(flow)
                flow = Flow(self._report, flow.line)
                self._structure(flow, piece)
            else:
                self._name_short_codes(piece, flow.line)
                flow.html(piece)
        self._add(flow)

    def _name_short_codes(self, piece: Piece, line: int) -> None:
        if piece.kind == "text" and "{" in piece.text:
            for code in SHORT_CODE.findall(piece.text):
                self._report.add(rules.SHORT_CODE, line, code, code=code)

    def _structure(self, flow: Flow, piece: Piece) -> None:
        if piece.name in _CONTAINERS:
            self._contain(piece, flow.line)
        elif piece.kind == "close":
            if self._leaf and self._leaf.name == piece.name:
                self._leaf = None
        elif piece.name in _HEADINGS or piece.name in {"figcaption", "caption", "td", "th"}:
            self._leaf = piece
        elif piece.name == "table":
            self._table, self._row = self._frame.new_group("table"), -1
        elif piece.name == "tr":
            self._row += 1
        elif piece.name == "hr":
            self._frame.add(RawBlock("", flow.line, Form.BREAK))
        elif piece.name not in STRUCTURE:
            flow.name_element(piece)

    def _contain(self, piece: Piece, line: int) -> None:
        kind = _CONTAINERS[piece.name]
        if piece.kind == "open":
            innermost = self._frame.container
            if kind == ITEM and innermost and innermost.kind == ITEM and innermost.raw:
                self._frame.leave(ITEM, raw=True)
            self._frame.enter(kind, line, rend=_REND.get(piece.name, ""), raw=True)
        elif not self._frame.leave(kind, raw=True):
            self._report.add(rules.HTML_UNBALANCED, line, piece.source, tag=piece.source, fault="closes nothing")

    def _add(self, flow: Flow) -> None:
        lines = flow.finish()
        if not lines:
            return
        words, line = joined((found.words for found in lines), " "), lines[0].number
        leaf = self._leaf.name if self._leaf else ""
        if leaf in _HEADINGS and words.text:
            self._frame.add_heading(words, line, int(leaf[1]))
        elif leaf in {"figcaption", "caption"} and words.text:
            self._frame.add_caption(words, line)
        elif self._leaf and leaf in {"td", "th"} and self._table:
            attributes = {"role": "label"} if leaf == "th" else {}
            span = self._leaf.attributes.get("colspan", "")
            if span.isdecimal() and span.isascii() and 1 < int(span[:4]) < 1000:
                attributes["cols"] = span[:4]
            self._frame.add_cell(words, line, self._table, max(self._row, 0), attributes)
        else:
            self._frame.add_words(words, line)
