"""Markdown to blocks: CommonMark 0.31 with notes, tables, front matter and short codes."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import SourceText
from annotate.read import rules
from annotate.read.block_size import refuse_long
from annotate.read.decode import decode
from annotate.read.markdown import rules as markdown_rules
from annotate.read.markdown.blocks import BlockReader
from annotate.read.markdown.front import read_front_matter
from annotate.read.markdown.parser import MAX_BLOCK_NESTING, MarkdownParser
from annotate.read.markdown.report import Report

if TYPE_CHECKING:
    from annotate.diagnostics import Finding


def read_markdown(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a Markdown text, what its front matter declares, and findings.

    CommonMark 0.31 with GitHub's tables and strikethrough, notes ([^1] and ^[...]), YAML and TOML front matter. Short
    codes are kept as text; of raw HTML, what has a meaning in a text. Raises InputRefused for what is no text (F104 to
    F110), and for texts nested too deep or blown up by references (F415, F416).
    """
    text, findings = decode(data, path)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise InputRefused(rules.NO_PARAGRAPHS.at(path))
    report = Report(path, text)
    front = read_front_matter(text, report)
    parser = MarkdownParser()
    try:
        reader = BlockReader(report, parser, front.lines + 1)
        blocks = front.kept + reader.read(parser.blocks(text[front.length :]))
    except RecursionError:
        raise InputRefused(markdown_rules.TOO_DEEP.at(path, limit=MAX_BLOCK_NESTING // 2)) from None
    _name_unused(parser, report, front.lines + 1)
    refuse_long(blocks, path)
    if not any(block.text or block.attributes for block in blocks):
        raise InputRefused(rules.NO_PARAGRAPHS.at(path), *report.findings())
    source = SourceText(path, sha256(data).hexdigest(), blocks, front.declared)
    return source, [*findings, *report.findings()]


def _name_unused(parser: MarkdownParser, report: Report, first_line: int) -> None:
    """Name the addresses that no link uses, and those given twice under one label."""
    unused = [(label, entry) for label, entry in parser.references.items() if label not in parser.references.used]
    unused += [(str(entry["label"]), entry) for entry in parser.repeated_references]
    for label, entry in unused:
        target = " ".join(filter(None, (entry["href"], entry["title"])))
        line = first_line + entry["map"][0]
        report.add(markdown_rules.REFERENCE_NOT_USED, line, "[", label=label, target=target)
