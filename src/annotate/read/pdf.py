"""PDF with a text layer to blocks: lines, paragraphs across pages, notes, headings, and what a page bears besides."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import SourceText
from annotate.read import pdf_rules as rules
from annotate.read.decode import MAX_BYTES
from annotate.read.pdf_declared import declared_by
from annotate.read.pdf_findings import findings_of
from annotate.read.pdf_layout import Layout
from annotate.read.pdf_process import open_pdf
from annotate.read.rules import EMPTY, TOO_LARGE

if TYPE_CHECKING:
    from annotate.diagnostics import Finding


def read_pdf(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a PDF (ISO 32000-1) that has a text layer, and what could not be kept.

    A PDF does not say what a paragraph is: blocks come from positions, sizes and fonts, and only a title, a heading, a
    caption or a picture has a form. A block's `line` is its number; the line of a finding is the page. Raises
    InputRefused (F104, F108, F560 to F563).
    """
    if not data:
        raise InputRefused(EMPTY.at(path))
    if len(data) > MAX_BYTES:
        raise InputRefused(TOO_LARGE.at(path, limit=MAX_BYTES))
    reply, pages = open_pdf(data, path)
    if not any(page.fragments for page in pages):
        if any(page.damaged for page in pages):
            raise InputRefused(rules.DAMAGED.at(path, reason="none of its pages can be read"))
        raise InputRefused(rules.NO_TEXT_LAYER.at(path, pages=len(pages)))
    layout = Layout(pages)
    blocks = layout.blocks()
    findings = findings_of(path, data, reply, pages, layout)
    source = SourceText(
        path,
        sha256(data).hexdigest(),
        tuple(blocks),
        declared_by(dict(reply.properties)),
        tuple(layout.comments()),
    )
    return source, findings
