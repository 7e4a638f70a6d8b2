"""Recognises a reviewer's rating on a line of its own: stars, points, a school grade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST = 60  # code points
_SAID = (
    r"(?:(?:(?:our|my|final|overall|critic[’']s?|star|film|movie)\s+)?"
    r"(?:rating|grade|score|verdict|overall|stars?|note|bewertung|wertung|nota|calificación|评分)\s*[:：–—-]\s*)"
)
_COUNT = r"(?:zero|half|one|two|three|four|five|six|seven|eight|nine|ten)"
_OUT_OF = r"(?:4|5|6|10|100|four|five|six|ten|\*{3,5}|★{4,5})"
_STARS = r"[★☆✭✮⭐½⯨⯪⭑✩✰\ufe0f\s]*[★☆✭✮⭐⭑✩✰][★☆✭✮⭐½⯨⯪⭑✩✰\ufe0f\s]*(?:1/2|¼|¾)?"
_POINTS = (
    rf"\d{{1,3}}(?:[.,]\d)?(?:\s*½|\s+1/2)?\s*(?:stars?|points?)?\s*(?:/|\bout of\b|\bof\b|von|sur"
    rf"|sobre)\s*{_OUT_OF}(?:\s+(?:stars?|points?))?"
)
_IN_STARS = (
    rf"(?:\d(?:[.,]\d)?\s*(?:½|1/2)?|½|{_COUNT}(?: and (?:a|one) (?:half|quarter))?"
    rf"|a)\s*[- ]?stars?(?:\s+(?:out of|of)\s+\w+)?"
)
_ASTERISKS = r"\*{1,5}(?:½|\s?1/2)?\s*(?:\(?(?:out of|of|/)\s*(?:\*{4,5}|\d|four|five)\)?)|\*{1,4}(?:½|1/2)"
_MEASURE = (
    rf"(?:{_STARS}(?:\s*\(?\s*(?:{_POINTS}|(?:out of|of|/)\s*{_OUT_OF})\s*\)?)?|{_POINTS}|{_IN_STARS}|{_ASTERISKS})"
)
_GRADE = r"[A-DF][+−–-]?|\d{1,2}(?:[.,]\d)?|thumbs (?:up|down)|N/A"
_ASPECT = r"(?:[^\W\d_][\w ,&’'\-]{1,30}[:：]\s*)"  # "Extras: 2 out of 5"
# One of these stands in every rating; to look for them costs a tenth of reading one.
_MAY_RATE = lazy_pattern(
    r"[★☆✭✮⭐⭑✩✰½*]|star|\d.*(?:/|of|von|sur|sobre)"
    r"|(?:rating|grade|score|verdict|overall|not[ae]|wertung|calificación|评分)\s*[:：–—\d-]",
    re.IGNORECASE,
)
_BARE = r"(?:[^\W\d_]+\s){0,2}(?:rating|score|grade)\s+(?:\d{1,2}(?:[.,]\d)?|[A-DF][+−–-]?)"  # "Board rating 4"
_RATING = lazy_pattern(
    rf"\(?(?:(?:{_SAID}|{_ASPECT})?{_MEASURE}|{_SAID}(?:{_MEASURE}|{_GRADE})|{_BARE})\)?[.!]?", re.IGNORECASE
)
_VALUE = lazy_pattern(_MEASURE, re.IGNORECASE)
_LONE_MARK = lazy_pattern(r"(?:\d(?:[.,]5|½)?|10)")
_GRADED = lazy_pattern(rf"{_SAID}(?P<grade>{_GRADE})", re.IGNORECASE)


def is_rating(text: str) -> bool:
    """Whether a line gives a rating and nothing else: "★★★½", "Rating: B+", "3 out of 4 stars"."""
    return len(text) <= _LONGEST and bool(_MAY_RATE.search(text) and _RATING.fullmatch(text))


def rating_in(text: str) -> str | None:
    """Return the rating that a line gives, as it is printed, without what announces it; None where it gives none."""
    if len(text) > 2 * _LONGEST:
        return None
    measure, grade = _VALUE.search(text), _GRADED.search(text)
    found = measure.group() if measure else grade["grade"] if grade else None
    return found.strip(" .") if found else None


def recognise_ratings(sketch: Sketch) -> None:
    """Claim lines that are nothing but a rating, wherever they stand."""
    for _, draft in sketch.open():
        if is_rating(draft.text):
            draft.becomes(Kind.RATING, "gives a rating and nothing else")


def recognise_lone_marks(sketch: Sketch) -> None:
    """Claim lines that are nothing but a number up to ten, in a text with credits, unless they count its sections."""
    if sketch.first(Kind.CREDITS) is None:
        return
    lone = [draft for _, draft in sketch.open() if _LONE_MARK.fullmatch(draft.text)]
    if [draft.text for draft in lone] == [str(number) for number in range(1, len(lone) + 1)]:
        return
    for draft in lone:
        draft.becomes(Kind.RATING, "a number alone on its line, in a text with credits", certainty=0.8)
