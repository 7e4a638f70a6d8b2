"""Values of locators: the numbers, ranges and time codes in them, and whether they can be.

CSL 1.0.2 leaves the value of a locator to its writer ("inside front cover" is a page); what is judged here is what has
the shape of numbers. A range may be shortened as the Chicago Manual of Style has it (9.61): 312-15 is 312 to 315.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.time_code import seconds_of

if TYPE_CHECKING:
    from annotate.model.annotation import Locator
    from annotate.model.copy_place import CopyPlace

_NUMBERED = frozenset({"act", "column", "folio", "issue", "line", "paragraph", "scene", "verse", "volume"})
"""Labels whose values are numbers, arabic or roman."""
_PREFIXES = {
    "page": "pages?|pp?",
    "chapter": "chapters?|chaps?|ch",
    "paragraph": "paragraphs?|paras?|¶+",
    "line": "lines?|ll?",
    "verse": "verses?|vv?",
    "volume": "volumes?|vols?",
    "section": "sections?|secs?|§+",
    "column": "columns?|cols?",
    "folio": "folios?|fols?|ff?",
    "issue": "issues?|nos?",
    "note": "notes?|nn?",
    "scene": "scenes?|sc",
    "part": "parts?|pts?",
    "figure": "figures?|figs?",
}
_DASH = lazy_pattern(r"\s*(?:--|[-–—‒])\s*")
_ITEM = lazy_pattern(r"\s*[,;&]\s*")
_NUMBER = lazy_pattern(r"([A-Za-z]{0,3}\.?)(\d{1,9}(?:[.:]\d{1,9})*)([a-z]{0,2})", re.ASCII)
_ROMAN = lazy_pattern(r"(?=[ivxlcdm])m*(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})", re.IGNORECASE)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_TOLERANCE = 1.0  # seconds: time codes are written without fractions

_Value = tuple[str, tuple[int, ...], str]  # what stands before the number, its parts, what stands behind


# Locators of a file are much alike, and each is looked at several times.
@lru_cache(maxsize=4096)
def fault(locator: Locator) -> str | None:
    """Return why the value of a locator cannot be, None where it can."""
    value = locator.value.strip()
    prefix = _PREFIXES.get(locator.label)
    if prefix and re.match(rf"(?:{prefix})(?:\.\s*|\s+|(?<=[¶§]))(?=[\divxlcdm])", value, re.IGNORECASE):
        return f"“{locator.label}” is said by the label, so write the number alone"
    if locator.label == "timestamp":
        return _time_fault(value)
    for item in _ITEM.split(value):
        ends = _DASH.split(item)
        numbers = [_number(end) for end in ends]
        if len(ends) > 1 and any(numbers) and "" in ends:
            return f"“{item}” is a range with one end only"
        if len(ends) == 2 and numbers[0] and numbers[1] and _descends(*_expanded(numbers[0], numbers[1])):
            return f"“{item}” ends before it begins"
        if locator.label in _NUMBERED and not any(numbers) and not re.search(r"\d", item):
            return f"“{item}” has no number"
    return None


def _time_fault(value: str) -> str | None:
    try:
        seconds_of(value)
    except ValueError as error:
        return str(error)
    return None


def number_ranges(value: str) -> list[tuple[int, int]]:
    """Return the ranges of plain arabic numbers in a value, first and last; what is no such number is left out."""
    return list(_ranges(value))


@lru_cache(maxsize=4096)
def _ranges(value: str) -> tuple[tuple[int, int], ...]:
    ranges = []
    for item in _ITEM.split(value.strip()):
        ends = [_number(end) for end in _DASH.split(item)]
        if not 1 <= len(ends) <= 2 or ends[0] is None or ends[-1] is None:
            continue
        first, last = _expanded(ends[0], ends[-1])
        if not first[0] and not last[0] and len(first[1]) == len(last[1]) == 1 and first[1] <= last[1]:
            ranges.append((first[1][0], last[1][0]))
    return tuple(ranges)


def contradicts(place: CopyPlace, locator: Locator) -> bool:
    """Whether a locator leads elsewhere than where the copy has the passage; False where either cannot be told."""
    if locator.label == "timestamp" and place.time is not None:
        try:
            first, last = seconds_of(locator.value)
        except ValueError:
            return False
        end = place.time.end
        return last < int(place.time.start) - _TOLERANCE or (end is not None and first > end + _TOLERANCE)
    if locator.label == "page" and place.pages:
        said = number_ranges(locator.value)
        actual = [number_ranges(page) for page in place.pages]
        # An offprint or a scan may count from 1 what the source counts from 170: then the two cannot be compared.
        counted_alike = any(first <= page <= last for first, last in said for page in place.counted)
        if counted_alike and all(actual):
            return not any(first <= page[0][0] <= last for first, last in said for page in actual)
    return False


def _number(text: str) -> _Value | None:
    if match := _NUMBER.fullmatch(text):
        return match[1], tuple(int(part) for part in re.split("[.:]", match[2])), match[3]
    return ("roman", (_roman(text),), "") if _ROMAN.fullmatch(text) else None


def _roman(numeral: str) -> int:
    digits = [_ROMAN_DIGITS[sign] for sign in numeral.lower()]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def _expanded(first: _Value, last: _Value) -> tuple[_Value, _Value]:
    """Return the ends of a range, what is left out of the second filled in from the first."""
    (before, begin, _), (kind, end, behind) = first, last
    if kind not in {"", before} or "roman" in {before, kind}:
        return first, last
    if len(end) < len(begin):
        end = (*begin[: len(begin) - len(end)], *end)
    shown, whole = str(end[-1]), str(begin[-1])
    if begin[:-1] == end[:-1] and len(shown) < len(whole):
        end = (*end[:-1], int(whole[: len(whole) - len(shown)] + shown))
    return first, (before, end, behind)


def _descends(first: _Value, last: _Value) -> bool:
    return first[0] == last[0] and (last[1], last[2]) < (first[1], first[2])
