"""Dates of sources: which days a date of CSL-JSON or EDTF covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any, TypeAlias

# The first and the last day a date covers; None where a date is sound and names no days of our calendar.
Days: TypeAlias = tuple[date, date]

_QUALIFIERS = re.compile(r"[?~%]")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[0-9:.]+(?:Z|[+-]\d{2}(?::\d{2})?)?)?")
_DIGITS_OPEN = re.compile(r"\d{1,3}X{1,3}")
_SEASONS = range(21, 42)


def days_covered(value: Any) -> Days | None:
    """Return the first and last day that a date of a CSL item covers; None where it names no days (a season, "n.d.").

    `value` is a string in EDTF (Library of Congress, levels 0 and 1) or an object with `date-parts`, `edtf`, or only
    words. Raises ValueError, with the reason as a person would say it, for a day that no calendar has.
    """
    if isinstance(value, str):
        return _of_edtf(value)
    if "edtf" in value:
        return _of_edtf(str(value["edtf"]))
    parts = value.get("date-parts")
    if not parts:
        return None
    ends = [_of_parts([int(part) for part in one]) for one in parts]
    return _span(ends[0], ends[-1])


def _of_edtf(text: str) -> Days | None:
    ends = [_QUALIFIERS.sub("", end) for end in text.split("/")]
    if len(ends) > 2:
        raise ValueError(f"{text} has more than a beginning and an end")
    dates = [None if end in {"", ".."} else _of_one_edtf(end) for end in ends]
    return _span(dates[0], dates[-1])


def _of_one_edtf(text: str) -> Days | None:
    if text.startswith(("-", "Y")):
        return None  # a year before our era or beyond four digits
    if _DIGITS_OPEN.fullmatch(text) and len(text) == 4:
        return date(max(int(text.replace("X", "0")), 1), 1, 1), date(int(text.replace("X", "9")), 12, 31)
    match = _DAY.fullmatch(text)
    if match is None:
        if "X" in text:
            return None
        raise ValueError(f"{text} is no date of the form 1922-03-04, 1922-03 or 1922")
    return _of_parts([int(part) for part in match.groups() if part])


def _of_parts(parts: list[int]) -> Days | None:
    year, month, day = (*parts, None, None)[:3]
    if year is None or not 1 <= year <= 9999:
        return None
    if month in _SEASONS:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= day <= last:
        raise ValueError(f"month {month} of {year} has no day {day}")
    return date(year, month, day), date(year, month, day)


def _span(first: Days | None, last: Days | None) -> Days | None:
    if first is None or last is None:
        return first or last
    if last[1] < first[0]:
        raise ValueError("it ends before it begins")
    return first[0], last[1]
