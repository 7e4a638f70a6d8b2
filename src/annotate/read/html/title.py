"""Takes in what stands before the first paragraph and belongs to the text: its title, its byline, its date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.read.html.signs import Signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.source import Declared, RawBlock
    from annotate.read.html.blocks import Placed

_NO_WORD = lazy_pattern(r"[\W_]+")
_BYLINE = lazy_pattern(
    r"(?<![a-z])(?:by-?line|author|dateline|publish\w*|pub-?date|entry-date|post-date|timestamp)", re.IGNORECASE
)
_LONGEST_BYLINE = 120  # code points
_SHORTEST_TITLE = 3  # letters; a shorter one is found in anything


def with_title(
    placed: Sequence[Placed], is_main: Sequence[bool], declared: Declared
) -> tuple[list[Placed], list[bool]]:
    """Return the blocks with the title marked as such, and which of them are main with title, byline and date.

    The title is the heading that repeats what the page declares (`title` elements of a site may say more), and that is
    nearest before the text; where none does, the only heading of the first level. Between title and text a byline is
    told by its element's class, and pictures belong to the text.
    """
    blocks, chosen = list(placed), list(is_main)
    first = next((index for index, main in enumerate(chosen) if main and placed[index].block.text), 0)
    at = _title_at([item.block for item in placed], first, declared)
    if at is None:
        return blocks, chosen
    block = blocks[at].block
    chosen[at] = True
    blocks[at] = replace(blocks[at], block=replace(block, form=Form.TITLE, level=0, group="", attributes={}))
    begins = next((index for index in range(at + 1, len(blocks)) if is_main[index]), at)
    signs = Signs(item.element for item, main in zip(placed, is_main, strict=True) if main)
    for index in range(at + 1, begins):
        item = placed[index]
        shown = item.block.form in {Form.PICTURE, Form.CAPTION} and not signs.of(item.element)
        if not chosen[index] and _is_byline(item):
            chosen[index] = True
            blocks[index] = replace(item, block=replace(item.block, form=Form.UNSAID, level=0, group="", attributes={}))
        chosen[index] = chosen[index] or shown
    return blocks, chosen


def _title_at(blocks: Sequence[RawBlock], first: int, declared: Declared) -> int | None:
    headings = [index for index, block in enumerate(blocks) if block.form is Form.HEADING]
    title = _key(declared.title or "")
    if len(title) >= _SHORTEST_TITLE:
        same = [index for index in headings if _key(blocks[index].text) and _same(_key(blocks[index].text), title)]
        before = [index for index in same if index <= first]
        if same:
            return before[-1] if before else same[0]
    top = [index for index in headings if blocks[index].level == 1]
    return top[0] if len(top) == 1 and top[0] <= first else None


def is_same_title(text: str, title: str) -> bool:
    """Whether a text repeats a declared title, apart from case and punctuation."""
    return len(_key(title)) >= _SHORTEST_TITLE and _key(text) == _key(title)


def _same(heading: str, title: str) -> bool:
    return heading == title or (len(heading) > 8 and (title.startswith(heading) or title.endswith(heading)))


def _is_byline(item: Placed) -> bool:
    text = item.block.text
    if not text or len(text) > _LONGEST_BYLINE:
        return False
    around = item.element
    for _ in range(3):
        said = " ".join(around.get(name, "") for name in ("class", "id", "rel", "itemprop"))
        if _BYLINE.search(said):
            return True
        parent = around.getparent()
        if parent is None:
            return False
        around = parent
    return False


def _key(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()
