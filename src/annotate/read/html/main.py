"""Finds which blocks of a page are its text: a library decides, its words are found again among the blocks in order."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from annotate.model.source import Form
from annotate.read.html.align import Words, aligned, key_of
from annotate.read.html.signs import Signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.html.blocks import Placed

# The library copies the tree several times, and goes up and down it: what it cannot do in memory or in reason.
MAX_ELEMENTS = 100_000
MAX_DEPTH = 200  # of block elements in one another; pages by people have 50 at most
# What it raises on pages it was not made for.
_GIVES_UP = (ValueError, AttributeError, TypeError, LookupError, RecursionError, AssertionError, etree.LxmlError)

# It logs what it cannot do; that is said by a finding.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def main_blocks(root: etree._Element, placed: Sequence[Placed], depth: int) -> tuple[list[bool], str]:
    """Return for each block whether it belongs to the page's text, and the reason where none could be told to.

    The extraction library says which words are main (its fast mode, which finds no less on real pages and costs two
    thirds); a block is main where its words stand among them, in the same order. `depth`: how deep block elements are
    nested.
    """
    if depth > MAX_DEPTH:
        return [True] * len(placed), f"its elements are nested more than {MAX_DEPTH} deep"
    words, reason = _extracted(root)
    if words is None:
        return [True] * len(placed), reason
    chosen = [place is not None for place in aligned([key_of(item.block.text) for item in placed], words)]
    if not any(chosen):
        return [True] * len(placed), "the library found none"
    _widened(placed, chosen)
    return chosen, ""


def _extracted(root: etree._Element) -> tuple[Words | None, str]:
    """Return the words of the main text, or None and why there are none."""
    if float(root.xpath("count(//*)")) > MAX_ELEMENTS:
        return None, f"it has more than {MAX_ELEMENTS} elements"
    if not isinstance(root, HtmlElement):
        root = document_fromstring(etree.tostring(root, encoding="unicode", method="html"))
    try:
        found = trafilatura.bare_extraction(root, fast=True, include_comments=False, with_metadata=False)
    except _GIVES_UP as error:
        return None, f"the library stopped with {type(error).__name__}"
    body = getattr(found, "body", None)
    words = Words.of(body.itertext()) if body is not None else None
    return (words, "") if words and words.text else (None, "the library found none")


def _heads_main_text(placed: Sequence[Placed], chosen: Sequence[bool], index: int) -> bool:
    """Whether a block the library left out is a heading right above a block of the text, in the same element."""
    if placed[index].block.form is not Form.HEADING:
        return False
    below = index + 1
    return chosen[below] and placed[below].element.getparent() is placed[index].element.getparent()


def _widened(placed: Sequence[Placed], chosen: list[bool]) -> None:
    """Take in what stands amid the text: pictures, captions, rules and headings, and what is in it by half."""
    indexes = [index for index, is_main in enumerate(chosen) if is_main]
    signs = Signs(placed[index].element for index in indexes)
    for index in range(indexes[0], indexes[-1]):
        item = placed[index]
        amid = item.block.form in {Form.PICTURE, Form.CAPTION, Form.BREAK}
        if not chosen[index] and (amid or _heads_main_text(placed, chosen, index)):
            chosen[index] = not signs.of(item.element)
    groups: dict[str, list[int]] = {}
    for index, item in enumerate(placed):
        if item.block.group:
            groups.setdefault(item.block.group, []).append(index)
    for members in groups.values():
        worded = sum(1 for index in members if placed[index].block.text)
        if sum(chosen[index] for index in members) * 2 > worded:
            for index in members:
                chosen[index] = True
    for index, item in enumerate(placed):
        if item.block.notes:
            chosen[index] = True
