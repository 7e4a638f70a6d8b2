"""Dates in running text: where they stand and, where only one reading is possible, their ISO 8601 form."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.vocabulary.calendar import (
    BEFORE_DAY,
    BESIDE_CHINESE_DATE,
    BESIDE_DATE,
    CHINESE_DIGITS,
    MONTHS,
    OF,
    SEASONS,
    WEEKDAYS,
)

_MONTH = "|".join(sorted(sorted(MONTHS), key=len, reverse=True))
_HAN_DIGITS = "".join(CHINESE_DIGITS)
_HAN_NUMBER = f"(?:[{_HAN_DIGITS}]?十[{_HAN_DIGITS}]?|[{_HAN_DIGITS}])"
_DATE = lazy_pattern(
    rf"""(?:(?<![\w/.-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}|\d{{4}}/\d{{1,2}}/\d{{1,2}}|\d{{4}}\.\d{{1,2}}\.\d{{1,2}})(?=T?\b)
    | (?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<n3>\d{{4}})
    | (?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.?º|\.)?\s+(?:{OF})(?P<m1>{_MONTH})\.?,?\s+(?:{OF})(?P<y1>\d{{4}})
    | (?P<m3>\d{{1,2}})月\s?(?P<d3>\d{{1,2}}),\s?(?P<y3>\d{{4}})
    | (?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})
    )(?![\w/])
    | (?<!\d)(?P<cy>\d{{4}}|[{_HAN_DIGITS}]{{4}})\s?年\s?(?P<cm>\d{{1,2}}|{_HAN_NUMBER})\s?月\s?
      (?P<cd>\d{{1,2}}|{_HAN_NUMBER})\s?[日号])""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = lazy_pattern(r"\d{4}")  # every date has one; a Chinese one may be written in words
_SEASON = "|".join(sorted(sorted(SEASONS), key=len, reverse=True))
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?"
# A month, a season, some days: dates of an issue or of a festival, which only a line of dates is searched for.
_PART = lazy_pattern(
    rf"""(?<![\w/.-])(?:
      (?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})
    | (?:{_MONTH})\.?\s*(?:\d{{4}})?\s*[–—/-]\s*(?:{_MONTH})\.?,?\s+\d{{4}}
    | (?:{_SEASON})(?:\s*[–—/-]\s*(?:{_SEASON}))?,?\s+\d{{4}}(?:\s*[–—/-]\s*\d{{2,4}})?
    | {_DAYS}(?:\s+(?:{_MONTH}))?\s*[–—-]\s*{_DAYS}\s+(?:{_MONTH})\.?,?\s+\d{{4}}
    | (?:{_MONTH})\.?\s+{_DAYS}\s*[–—-]\s*(?:(?:{_MONTH})\.?\s+)?{_DAYS},?\s+\d{{4}}
    )(?![\w/])|(?<!\d)\d{{4}}\s?年\s?\d{{1,2}}\s?月(?:号|刊)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = lazy_pattern(
    rf"(?:[^\W\d_a-z][\w’'.\-]*\s?){{1,2}}(?:,|(?<=\s)[-–—|])\s*(?=(?:{BEFORE_DAY})\d|\w{{3,9}}\.? \d)"
)
_DATE_LABEL = lazy_pattern(r"^(?:date|datum|fecha|data)\s*[:：]", re.IGNORECASE)
# What may stand beside the dates in a line that gives nothing but dates.
_BESIDE = "|".join(re.escape(word) for word in sorted(sorted(BESIDE_DATE | WEEKDAYS), key=len, reverse=True))
_DATE_LINE_FILLER = lazy_pattern(
    rf"(?:\bno|\d+) comments?\b|(?<!\w)(?:{_BESIDE})(?!\w)|{BESIDE_CHINESE_DATE}"
    rf"|(?<!\d)\d{{1,2}}(?:[:：.h]\d{{2}}){{1,2}}(?!\d)(?:\s?[ap]\.?\s?m\b\.?)?(?:\s(?:[pmce][sd]?t|gmt|utc|bst)\b)?"
    r"|\d+ years? ago"
    rf"|(?<!\d)\d{{1,2}}(?=\s?(?:h|uhr)\b)"
    r"|[,;:：，|·•()（）\s–—.\-/]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at [start, end) of a text; `when` is its ISO 8601 form, None where it can be read in two ways."""

    start: int
    end: int
    when: str | None


def dates_in(text: str) -> list[FoundDate]:
    """Return the full dates (day, month, year) in a text, in order."""
    if not _holds_year(text):
        return []
    return [FoundDate(match.start(), match.end(), _when(match)) for match in _DATE.finditer(text)]


def dates_of_line(text: str) -> list[FoundDate]:
    """Return the dates in a line of dates: the full ones, else months, seasons and ranges of days."""
    return dates_in(text) or [
        FoundDate(
            match.start(),
            match.end(),
            f"{match['year']}-{MONTHS[match['month'].lower()]:02}" if match["year"] else None,
        )
        for match in (_PART.finditer(text) if _YEAR.search(text) else ())
    ]


def is_date_line(text: str) -> bool:
    """Whether a line gives a date or two, and nothing else but the words that go with them."""
    if len(text) > 120 or not _holds_year(text):
        return False
    place = _PLACE.match(text)
    rest, found = _DATE.subn(" ", text[place.end() :] if place and not _DATE.match(text) else text)
    rest = _DATE_LABEL.sub("", rest)
    rest, parts = _PART.subn(" ", rest) if _YEAR.search(rest) else (rest, 0)
    return found + parts > 0 and (rest.isspace() or not _DATE_LINE_FILLER.sub("", rest))


def _holds_year(text: str) -> bool:
    return bool(_YEAR.search(text)) or "年" in text


def _when(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(piece) for piece in re.split(r"[-/.]", part["iso"]))
    elif part["n1"]:
        first, second, year = int(part["n1"]), int(part["n2"]), int(part["n3"])
        if "." in match.group():
            day, month = first, second
        elif second > 12 >= first:
            month, day = first, second
        elif first > 12 >= second or first == second:
            day, month = first, second
        else:
            return None  # 03/04/2012 is 3 April in London and 4 March in New York
    elif part["cy"]:
        year, month, day = (_number(part[name]) for name in ("cy", "cm", "cd"))
    elif part["y3"]:
        year, month, day = (int(part[name]) for name in ("y3", "m3", "d3"))  # as blogs in Chinese print it
    else:
        day = int(part["d1"] or part["d2"])
        month = MONTHS[(part["m1"] or part["m2"]).lower()]
        year = int(part["y1"] or part["y2"])
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(digits: str) -> int:
    """Return the number that digits or Chinese numerals write: 2012, 二〇一二, 十九."""
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    if ten:
        return 10 * (CHINESE_DIGITS[tens[-1]] if tens else 1) + (CHINESE_DIGITS[ones[0]] if ones else 0)
    return int("".join(str(CHINESE_DIGITS[digit]) for digit in digits))
