"""Which paragraphs of a PDF are its title and its headings, by size and weight."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotate.model.source import Form
from annotate.read.pdf.measure import same_size
from annotate.read.pdf.paragraphs import LEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.pdf.paragraphs import Paragraph

_LARGER = 1.15  # times the size of the text
_TITLE = 1.2
_MOST_LINES = 6
_LONGEST = 300  # code points
_LONGEST_BOLD = 80
_LEVELS = 6
_ENDS = (".", "?", "!", ":", ",", ";", "…", "”", "»", "-", "–", "—")


def ranks_of(paragraphs: Sequence[Paragraph], size: float) -> dict[int, tuple[Form, int]]:
    """Return form and level of the title and the headings, by their index among the paragraphs.

    The largest on the first page is the title. Headings are larger than the text, or bold, short, without a mark at
    their end and of words that do not recur (a speaker's name does); their levels are the ranks of their sizes.
    """
    texts = Counter(_text(paragraph) for paragraph in paragraphs)
    large = {index: _size(p) for index, p in enumerate(paragraphs) if _size(p) >= _LARGER * size and _is_short(p)}
    mostly_bold = sum(_is_bold(p) for p in paragraphs) > len(paragraphs) / 2
    bold = {
        index
        for index, paragraph in enumerate(paragraphs)
        if index not in large and not mostly_bold and _is_bold_heading(paragraph, size) and texts[_text(paragraph)] == 1
    }
    ranks: dict[int, tuple[Form, int]] = {}
    title = _title(paragraphs, large, size)
    if title is not None:
        ranks[title] = (Form.TITLE, 0)
        del large[title]
    sizes: list[float] = []
    for own in sorted(large.values(), reverse=True):
        if not any(same_size(own, other) for other in sizes):
            sizes.append(own)
    for index, own in large.items():
        level = next(rank for rank, other in enumerate(sizes, 1) if same_size(own, other))
        ranks[index] = (Form.HEADING, min(level, _LEVELS))
    for index in bold:
        ranks[index] = (Form.HEADING, min(len(sizes) + 1, _LEVELS))
    return ranks


def _title(paragraphs: Sequence[Paragraph], large: dict[int, float], size: float) -> int | None:
    first_page = min((p.lines[0].page for p in paragraphs), default=0)
    on_it = [index for index in large if paragraphs[index].lines[0].page == first_page]
    best = max(on_it, key=lambda index: (large[index], -index), default=None)
    return best if best is not None and large[best] >= _TITLE * size else None


def _size(paragraph: Paragraph) -> float:
    return paragraph.lines[0].size


def _text(paragraph: Paragraph) -> str:
    return " ".join(line.text for line in paragraph.lines[:_MOST_LINES])


def _is_short(paragraph: Paragraph) -> bool:
    text = _text(paragraph)
    short = len(paragraph.lines) <= _MOST_LINES and len(text) <= _LONGEST
    return short and any(map(str.isalpha, text)) and not LEADERS.search(text)


def _is_bold(paragraph: Paragraph) -> bool:
    return all(line.bold for line in paragraph.lines)


def _is_bold_heading(paragraph: Paragraph, size: float) -> bool:
    text = _text(paragraph)
    return (
        _is_bold(paragraph)
        and len(paragraph.lines) <= 2
        and len(text) <= _LONGEST_BOLD
        and _size(paragraph) >= 0.95 * size
        and text[:1].isalnum()
        and not text.endswith(_ENDS)
    )
