"""Dates as web pages declare them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from annotate.lazy_pattern import lazy_pattern

_ISO = lazy_pattern(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ].*)?", re.DOTALL)
_LOOSE = lazy_pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.DOTALL)
_NUMERIC = lazy_pattern(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D.*)?", re.DOTALL)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_FIRST = lazy_pattern(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b", re.IGNORECASE
)
_MONTH_FIRST = lazy_pattern(
    r"(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]+\s+[A-Z]{2,4}\s+)?(\d{4})\b",
    re.IGNORECASE,
)
_DURATION = lazy_pattern(r"P(?:T)?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", re.IGNORECASE)


def iso_date(text: str) -> str | None:
    """Return a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where it has none or more than one reading.

    A time of day is left out: the date is the one its writer saw. "03/04/2011" is in March or April, "30/04/2011" is
    clear.
    """
    text = text.strip()
    match = _ISO.fullmatch(text) or _LOOSE.fullmatch(text)
    if match:
        return _checked(match[1], match[2], match[3])
    match = _NUMERIC.fullmatch(text)
    if match:
        first, second = int(match[1]), int(match[2])
        if first != second and first <= 12 and second <= 12:
            return None
        day, month = (match[1], match[2]) if first > 12 or first == second else (match[2], match[1])
        return _checked(match[3], month, day)
    match = _DAY_FIRST.match(text)
    if match:
        return _checked(match[3], _month(match[2]), match[1])
    match = _MONTH_FIRST.match(text)
    return _checked(match[3], _month(match[1]), match[2]) if match else None


def seconds(duration: str) -> int | None:
    """Return the seconds of an ISO 8601 duration such as `PT1H31M` (schema.org's `duration`), None if it is none."""
    match = _DURATION.fullmatch(duration.strip())
    if not match or not any(match.groups()):
        return None
    hours, minutes, rest = (int(group or 0) for group in match.groups())
    return hours * 3600 + minutes * 60 + rest


def _month(name: str) -> str | None:
    start = name.lower()[:3]
    return str(_MONTHS.index(start) + 1) if start in _MONTHS else "0"


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
