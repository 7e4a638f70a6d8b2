"""Finds which blocks of a page are its text: a library decides, its words are found again among the blocks in order."""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from annotate.model.source import Form
from annotate.read.html_signs import around_text, sign_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.html_blocks import Placed

# The library copies the tree several times, and goes up and down it: what it cannot do in memory or in reason.
MAX_ELEMENTS = 300_000
_NO_WORD = re.compile(r"[\W_]+")
_LONG = 24  # letters and digits of a block that does not recur by chance


def main_blocks(root: etree._Element, placed: Sequence[Placed]) -> tuple[list[bool], str]:
    """Return for each block whether it belongs to the page's text, and the reason where none could be told to.

    The extraction library says which words are main (its fast mode, which is as good on our pages and costs two
    thirds); a block is main where its words stand among them, in the same order.
    """
    keys = [_NO_WORD.sub("", item.block.text) for item in placed]
    words, borders, reason = _extracted(root)
    if reason:
        return [True] * len(placed), reason
    main = _anchored(keys, words)
    _between(keys, words, borders, main)
    spans = [index for index, span in enumerate(main) if span]
    if not spans:
        return [True] * len(placed), "the library found none"
    chosen = [span is not None for span in main]
    _widened(placed, chosen)
    return chosen, ""


def _extracted(root: etree._Element) -> tuple[str, set[int], str]:
    """Return letters and digits of the main text, where its pieces begin and end, or why there is none."""
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        return "", set(), f"it has more than {MAX_ELEMENTS} elements"
    tree = (
        root
        if isinstance(root, HtmlElement)
        else document_fromstring(etree.tostring(root, encoding="unicode", method="html"))
    )
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except (
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        RecursionError,
        AssertionError,
        etree.LxmlError,
    ) as error:
        return "", set(), f"the library stopped with {type(error).__name__}"
    body = getattr(found, "body", None)
    if body is None:
        return "", set(), "the library found none"
    pieces = [_NO_WORD.sub("", piece) for piece in body.itertext()]
    borders = {0}
    at = 0
    for piece in pieces:
        at += len(piece)
        borders.add(at)
    return "".join(pieces), borders, "" if at else "the library found none"


def _anchored(keys: Sequence[str], words: str) -> list[tuple[int, int] | None]:
    """Return the places of long blocks in `words`: of all ways to keep the order, the one that covers most."""
    candidates: list[tuple[int, int, int]] = []  # block, start, end
    for index, key in enumerate(keys):
        if len(key) < _LONG:
            continue
        at = words.find(key)
        end = at + len(key)
        if at < 0:
            at, end = _partly(key, words)
        if at >= 0:
            candidates.append((index, at, end))
    # Weighted chain: best[k] is the most that a chain ending with candidate k covers; ends are kept with rising weight.
    chain_ends: list[int] = []
    chain_weights: list[int] = []
    chain_last: list[int] = []
    before: list[int] = []
    for number, (_, start, end) in enumerate(candidates):
        place = bisect_right(chain_ends, start) - 1
        weight = (chain_weights[place] if place >= 0 else 0) + end - start
        before.append(chain_last[place] if place >= 0 else -1)
        at = bisect_right(chain_ends, end)
        if at and chain_weights[at - 1] > weight:
            continue
        while at and chain_ends[at - 1] == end and chain_weights[at - 1] <= weight:
            at -= 1
            del chain_ends[at], chain_weights[at], chain_last[at]
        while at < len(chain_ends) and chain_weights[at] <= weight:
            del chain_ends[at], chain_weights[at], chain_last[at]
        chain_ends.insert(at, end)
        chain_weights.insert(at, weight)
        chain_last.insert(at, number)
    spans: list[tuple[int, int] | None] = [None] * len(keys)
    number = chain_last[-1] if chain_last else -1
    while number >= 0:
        index, start, end = candidates[number]
        spans[index] = (start, end)
        number = before[number]
    return spans


def _partly(key: str, words: str) -> tuple[int, int]:
    """Return where a block stands of which the library left out some words; (-1, -1) if it stands nowhere."""
    first, last = words.find(key[:_LONG]), words.rfind(key[-_LONG:])
    if first >= 0 and first < last + _LONG <= first + len(key) * 2:
        return first, last + _LONG
    if first >= 0 and len(key) > 3 * _LONG:
        middle = words.find(key[_LONG : 2 * _LONG], first)
        return (first, first + 2 * _LONG) if middle == first + _LONG else (-1, -1)
    if last >= 0 and len(key) > 3 * _LONG and words.endswith(key[-2 * _LONG :], 0, last + _LONG):
        return last - _LONG, last + _LONG
    return -1, -1


def _between(keys: Sequence[str], words: str, borders: set[int], spans: list[tuple[int, int] | None]) -> None:
    """Find short blocks between the long ones: whole pieces of what the library left there."""
    known = [(-1, 0), *((index, span[1]) for index, span in enumerate(spans) if span), (len(keys), len(words))]
    starts = {index: span[0] for index, span in enumerate(spans) if span}
    for (before, reached), (after, _) in pairwise(known):
        at, end = reached, starts.get(after, len(words))
        for index in range(before + 1, after):
            key = keys[index]
            if not key or at >= end:
                continue
            found = words.find(key, at, end)
            while found >= 0 and not (found in borders and found + len(key) in borders):
                found = words.find(key, found + 1, end)
            if found >= 0:
                spans[index] = (found, found + len(key))
                at = found + len(key)


def _widened(placed: Sequence[Placed], chosen: list[bool]) -> None:
    """Take in what stands amid the text: pictures, captions and rules, and cells and items of what is in it by half."""
    indexes = [index for index, is_main in enumerate(chosen) if is_main]
    text = around_text(placed[index].element for index in indexes)
    for index in range(indexes[0], indexes[-1]):
        item = placed[index]
        if not chosen[index] and item.block.form in {Form.PICTURE, Form.CAPTION, Form.BREAK}:
            chosen[index] = not sign_of(item.element, text)
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
