"""Web pages to blocks: the text of the page, and around it, marked as such, what the page adds."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import Form, SourceText
from annotate.read.html import rules as html_rules
from annotate.read.html.blocks import Walker
from annotate.read.html.decode import decode_page
from annotate.read.html.findings import findings_of
from annotate.read.html.limits import refuse_unholdable
from annotate.read.html.links import links_of
from annotate.read.html.main import main_blocks
from annotate.read.html.metadata import declared_by
from annotate.read.html.notes import notes_of
from annotate.read.html.signs import Signs
from annotate.read.html.styles import styles_of
from annotate.read.html.title import with_title
from annotate.read.html.tree import parse_page

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.source import RawBlock
    from annotate.read.html.blocks import Placed


def read_html(data: bytes, path: str, *, main_only: bool = False) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a web page, what it declares about itself, and findings on what a text cannot keep.

    What stands outside the page's own text (menus, adverts, comments) has `boilerplate` set; with `main_only` it is
    left out and counted. A block's line is that of the element it stands in. Raises InputRefused where the bytes are no
    text (F104 to F108), or the page is beyond a limit, holds no words or a character XML cannot hold (F107, F110,
    F450, F451, F462).
    """
    text, findings = decode_page(data, path)
    root, losses = parse_page(text, path)
    declared, doubts = declared_by(root, text, path)
    notes = notes_of(root)
    links = links_of(root, declared.url or "", notes)
    walker = Walker(root, styles_of(root, declared.language), links, notes)
    placed = walker.walk()
    if not any(item.block.text for item in placed):
        reason = ", though it holds scripts, which are not run" if root.find(".//script") is not None else ""
        raise InputRefused(html_rules.NO_WORDS.at(path, reason=reason))
    refuse_unholdable([item.block for item in placed], path)
    is_main, reason = main_blocks(root, placed, walker.depth)
    if reason:
        findings.append(html_rules.NO_MAIN_TEXT.at(path, reason=reason))
    placed, is_main = with_title(placed, is_main, declared)
    kept, outside = _sorted_out(placed, is_main)
    findings += [*losses, *doubts, *findings_of(walker.left_out, links, outside, path)]
    if main_only:
        left_out = [block for block in kept if block.boilerplate]
        kept = [block for block in kept if not block.boilerplate]
        if left_out:
            words = sum(len(block.text.split()) for block in left_out)
            findings.append(html_rules.OUTSIDE_LEFT_OUT.at(path, count=f"{len(left_out)} blocks", words=words))
    return SourceText(path, sha256(data).hexdigest(), tuple(kept), declared), findings


def _sorted_out(placed: list[Placed], is_main: list[bool]) -> tuple[list[RawBlock], list[Placed]]:
    """Return the blocks, those outside the text marked so, and the pictures that are not kept."""
    kept: list[RawBlock] = []
    pictures: list[Placed] = []
    signs = Signs(item.element for item, main in zip(placed, is_main, strict=True) if main)
    for item, main in zip(placed, is_main, strict=True):
        block = item.block
        if block.form is Form.PICTURE and (not main or not (block.attributes["url"] or "near" in block.attributes)):
            pictures.append(item)
        elif main:
            kept.append(block)
        elif block.text:
            kept.append(replace(block, boilerplate=signs.of(item.element) or "other"))
    return kept, pictures
