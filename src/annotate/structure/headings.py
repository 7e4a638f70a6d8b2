"""Recognises headings in mid-text: short lines without a full stop, with prose after them."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.structure.draft import Draft, Kind
from annotate.structure.han import holds_han
from annotate.structure.sections import is_named_section
from annotate.structure.voice import addresses, asks

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 14
_LONGEST = 100  # code points
_SHORT_WORDS = 8
_NUMBER = r"(?:chapter |part |section |act |reel )?(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*)"
_NUMBERED = lazy_pattern(rf"{_NUMBER}[.):]?(?:\s+\S|$)", re.IGNORECASE)
_LIST_SIGN = lazy_pattern(r"[-*•–—]\s|\(?[a-z0-9]{1,2}\)\s")
_BREAK = lazy_pattern(r"[*•·~#_\-–—=\s⁂]+$")
_REMARK = lazy_pattern(
    r"(?:spoilers?|warning|note|update|updated|editor[’']s note|correction|nb|p\.?s|disclosure|disclaimer)\b.{0,12}:"
    r"|(?:table|fig(?:ure|\.)|plate|map|chart)\s*\d+|[—–]\s*\S|@\w|.*(?:https?://|www\.)",
    re.IGNORECASE,
)
_WITH_YEAR = lazy_pattern(r".*\((?:[^()]*,\s*)?(?:18|19|20)\d\d\)$")
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_BESIDE = frozenset({Kind.CREDITS, Kind.RATING, Kind.BOILERPLATE, Kind.PICTURE, Kind.CAPTION, Kind.DATE, Kind.BYLINE})
_OPENING = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE, Kind.DATE})
_CHINESE_LABEL = lazy_pattern(r"[\u4e00-\u9fff]{2,6}[:：]\S")
_LONGEST_QUOTED = 24  # code points
_CONJUNCTION = lazy_pattern(r"(?:and|but|or|so|et|mais|ou|und|aber|oder|y|pero|o|e|mas)\s", re.IGNORECASE)
_PART_WORDS = 4
_PART_PROSE = 15  # words
_LONGEST_TURN = 12  # blocks above that are looked through
_SERIES = 2  # headings of one shape make a series


def recognise_headings(sketch: Sketch) -> None:
    """Claim headings: of sections in mid-text, and of the text itself where it has no title."""
    drafts = sketch.drafts
    numbers = {draft.text for draft in drafts if draft.text.isdecimal()}
    for index, draft in sketch.open():
        if draft.form is Form.PARAGRAPH and not draft.stressed:
            continue  # a format that knows headings says that it is none
        if draft.text in numbers and "1" not in numbers:
            continue  # sections are counted from one; a page may have any number
        if index + 1 < len(drafts) and is_named_section(draft.text):
            draft.becomes(Kind.HEADING, "names a part as nearly every text of its kind does")
            _claim_entries(drafts, index + 1)
            continue
        following = _next_text(drafts, index)
        if following is None or not _has_shape(draft) or _ends_a_turn(draft, index, drafts):
            continue
        if draft.text in sketch.authors:
            draft.becomes(Kind.PARAGRAPH, "the author's name, below what he signs", certainty=0.9)
        elif (
            following.kind is Kind.TURN and draft.words >= _SHORT_WORDS and index and drafts[index - 1].kind in _OPENING
        ):
            draft.becomes(Kind.PARAGRAPH, "stands between the title and the first turn", certainty=0.9)
        elif _leads(draft, following):
            draft.becomes(Kind.HEADING, "a short line without a full stop, with prose after it")
        elif _is_terse(draft, following):
            reason = "a short line without a full stop, with a sentence after it"
            draft.becomes(Kind.HEADING, reason, certainty=0.7)
    _claim_series(drafts)
    _claim_parts(drafts)
    _claim_quoted_in_chinese(drafts)


def _claim_quoted_in_chinese(drafts: list[Draft]) -> None:
    """Claim short lines in quotation marks, two at least: a Chinese paper heads the parts of an interview with them."""
    lines = [
        draft
        for draft, below in pairwise(drafts)
        if draft.kind is None
        and len(draft.text) <= _LONGEST_QUOTED
        and draft.text[0] in "“「"
        and draft.text[-1] in "”」"
        and holds_han(draft.text)
        and (below.kind is Kind.TURN or below.words >= _PART_PROSE)
    ]
    if len(lines) >= _SERIES:
        for draft in lines:
            draft.becomes(Kind.HEADING, "one of several short lines in quotation marks above a part", certainty=0.8)


def _claim_parts(drafts: list[Draft]) -> None:
    """Claim lines of a few words before a colon, two at least, each with prose of its own below: "The DVD:"."""
    parts = [
        draft
        for draft, below in pairwise(drafts)
        if draft.kind is None
        and draft.text.endswith(":")
        and draft.words <= _PART_WORDS
        and draft.text[0].isupper()
        and below.kind in {None, Kind.PARAGRAPH}
        and below.words >= _PART_PROSE
    ]
    if len(parts) < _SERIES or len({draft.text for draft in parts}) < len(parts):
        return  # what recurs is no name of a part
    for draft in parts:
        draft.becomes(
            Kind.HEADING, "one of several parts, each named before a colon on a line of its own", certainty=0.85
        )


def _claim_entries(drafts: list[Draft], start: int) -> None:
    """Claim the lines right below such a heading that give a year, two at least: works cited, films, not headings."""
    entries = list(takewhile(lambda draft: draft.kind is None and _YEAR.search(draft.text), drafts[start:]))
    if len(entries) >= _SERIES:
        for draft in entries:
            draft.becomes(Kind.PARAGRAPH, "an entry in a list of works")


def is_break(text: str) -> bool:
    """Whether a line is nothing but a sign of division (***, ---)."""
    return bool(_BREAK.fullmatch(text))


def _ends_a_turn(draft: Draft, index: int, drafts: list[Draft]) -> bool:
    """Whether a question to "you" amid a labelled speaker's words is the last of them: another's label stands below."""
    below = drafts[index + 1] if index + 1 < len(drafts) else None
    if below is None or below.kind is not Kind.TURN or not below.label or not (asks(draft.text) and addresses(draft)):
        return False
    above = next(
        (other for other in reversed(drafts[max(index - _LONGEST_TURN, 0) : index]) if other.kind is not None), None
    )
    return above is not None and above.kind is Kind.TURN and bool(above.label) and above.speaker != below.speaker


def _has_shape(draft: Draft) -> bool:
    """Whether a line can be a heading at all."""
    text = draft.text
    if _CONJUNCTION.match(text) and text[-1] in "?？":
        return False  # a thought that goes on, not a heading that asks
    if _CHINESE_LABEL.match(text):
        return False  # a piece of information after its label
    if is_break(text) or draft.words > _LONGEST_WORDS or len(text) > _LONGEST or _LIST_SIGN.match(text):
        return False
    if _REMARK.match(text):
        return False
    if text.endswith((".", ",", ";", ":", "…", "!", "。", "”", '"', "：", "，", "；")) and not _NUMBERED.fullmatch(
        text
    ):
        return _series_of(draft) in {"numbered", "capitals"} and text[-1] in '!”"' and draft.words <= _SHORT_WORDS
    if unicodedata.category(text[0]).startswith("S"):
        return False  # stars, suns and the like
    return text[0].isupper() or text[0].isdigit() or not text[0].isascii() or text[0] in "“\"'‘¿¡"


def _leads(draft: Draft, following: Draft) -> bool:
    if following.kind in {Kind.TURN, Kind.CAPTION}:
        return True
    if following.kind is Kind.ITEM and draft.words <= _SHORT_WORDS:
        return True
    return following.words >= max(15, 2 * draft.words)


def _is_terse(draft: Draft, following: Draft) -> bool:
    """Whether a line before a short sentence reads like a heading: short itself, and parted by an empty line."""
    parted = following.line > draft.line + 1
    return parted and draft.words <= _SHORT_WORDS and following.kind is None and following.ends_sentence


def _series_of(draft: Draft) -> str:
    """Return the shape a heading shares with others of its text, "" if it has none."""
    text = draft.text
    if _NUMBERED.match(text):
        return "numbered"
    if text.isupper():
        return "capitals"
    return "year" if _WITH_YEAR.fullmatch(text) else ""


def _claim_series(drafts: list[Draft]) -> None:
    """Claim what has the shape of two headings found already: numbered, in capitals, ending in a year in brackets."""
    found = [_series_of(draft) for draft in drafts if draft.kind is Kind.HEADING]
    shapes = {shape for shape in found if shape and found.count(shape) >= _SERIES}
    if not shapes:
        return
    for index, draft in enumerate(drafts[:-1]):
        if (
            draft.kind is None
            and draft.form is not Form.PARAGRAPH
            and _has_shape(draft)
            and _series_of(draft) in shapes
        ):
            following = _next_text(drafts, index)
            if following is not None and (following.ends_sentence or following.kind is not None):
                draft.becomes(Kind.HEADING, "has the shape of other headings of this text", certainty=0.85)


def _next_text(drafts: list[Draft], index: int) -> Draft | None:
    """Return the next block that is text; of two headings in a row, what follows the second counts for both."""
    headings = 0
    for draft in drafts[index + 1 : index + 12]:
        if draft.kind in {None, Kind.TURN, Kind.ITEM, Kind.QUOTATION, Kind.PARAGRAPH}:
            heading_like = draft.words <= _LONGEST_WORDS and not draft.ends_sentence and not is_break(draft.text)
            if draft.kind is None and heading_like and not headings:
                headings += 1
                continue
            return draft
        if draft.kind is Kind.HEADING and not headings:
            headings += 1
        elif draft.kind not in _BESIDE:
            return None
    return None
