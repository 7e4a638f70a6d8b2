"""Finds a paragraph that an advert cut in two, by what the paragraph itself leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure.draft import Draft, Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_GAP = 12  # blocks between the halves
_SHORT = 40  # words; what stands between the halves is no prose of the author's
_LONG_ENOUGH = 12  # words; a heading or caption leaves its sentence open too, but is shorter


def join_cut_paragraphs(sketch: Sketch) -> None:
    """Mark the halves of paragraphs cut in two, and claim what stands between them as an advert.

    A first half leaves a quotation open, or ends in the middle of a sentence; a second half closes the quotation, or
    goes on in lower case. What stands between must be short, and boilerplate in part at least.
    """
    drafts = sketch.drafts
    for index, first in enumerate(drafts):
        if not _may_be_half(first) or first.words < _LONG_ENOUGH or first.part:
            continue
        open_quote, open_sentence = leaves_quote_open(first.text), not first.ends_sentence
        if not (open_quote or open_sentence):
            continue
        second = _second_half(drafts, index, open_quote=open_quote)
        if second is None:
            continue
        first.part, drafts[second].part = "I", "F"
        for draft in drafts[index + 1 : second]:
            if draft.kind is None:
                draft.becomes(Kind.BOILERPLATE, "stands between the halves of a paragraph", "advert")


def _second_half(drafts: list[Draft], first: int, *, open_quote: bool) -> int | None:
    for index in range(first + 2, min(first + 2 + _LONGEST_GAP, len(drafts))):
        between = drafts[first + 1 : index]
        if any(draft.words > _SHORT for draft in between):
            return None
        if not any(draft.kind is Kind.BOILERPLATE for draft in between) or not _may_be_half(drafts[index]):
            continue
        text = drafts[index].text
        if (open_quote and closes_quote(text)) or (not drafts[first].ends_sentence and text[:1].islower()):
            return index
    return None


def _may_be_half(draft: Draft) -> bool:
    return draft.kind is None and not draft.label


def leaves_quote_open(text: str) -> bool:
    """Whether the last quotation that opens in a text does not close in it."""
    if text.rfind("“") > text.rfind("”") or text.rfind("«") > text.rfind("»"):
        return True
    return text.count('"') % 2 == 1


def closes_quote(text: str) -> bool:
    """Whether a text closes a quotation that it did not open."""
    for opening, closing in ("“”", "«»"):
        if closing in text and (opening not in text or text.find(closing) < text.find(opening)):
            return True
    return text.count('"') % 2 == 1
