"""Dates in running text: where they stand and, where only one reading is possible, their ISO 8601 form."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar jänner enero janeiro gennaio",
            "february feb février februar febrero fevereiro febbraio",
            "march mar mars märz marzo março",
            "april apr avril abril aprile",
            "may mai mayo maio maggio",
            "june jun juin juni junio junho giugno",
            "july jul juillet juli julio julho luglio",
            "august aug août agosto",
            "september sep sept septembre septiembre setembro settembre",
            "october oct octobre oktober octubre outubro ottobre",
            "november nov novembre noviembre novembro",
            "december dec décembre dezember diciembre dezembro dicembre",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?=T?\b)
    | (?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<n3>\d{{4}})
    | (?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?:de\s+)?(?P<y1>\d{{4}})
    | (?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})
    | (?P<cy>\d{{4}})\s?年\s?(?P<cm>\d{{1,2}})\s?月\s?(?P<cd>\d{{1,2}})\s?日
    )(?![\w/])""",
    re.IGNORECASE | re.VERBOSE,
)
# What may stand beside the dates in a line that gives nothing but dates.
_DATE_LINE_FILLER = re.compile(
    r"""\b(?:published|posted|updated|last|modified|date|dated|first|on|at|am|pm|a\.m\.|p\.m\.|et|est|edt|gmt|utc|cet|cest|bst|pt|pst
    |mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday
    |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|publié|le|mis|à|jour|am|den|vom|veröffentlicht|publicado|el|em
    |montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag
    |lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\d{1,2}[:.h]\d{2}(?::\d{2})?|[,;:|·•()\s–—.\-]""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at [start, end) of a text; `when` is its ISO 8601 form, None where it can be read in two ways."""

    start: int
    end: int
    when: str | None


def dates_in(text: str) -> list[FoundDate]:
    """Return the full dates (day, month, year) in a text, in order."""
    return [FoundDate(match.start(), match.end(), _when(match)) for match in _DATE.finditer(text)]


def is_date_line(text: str) -> bool:
    """Whether a line gives a date or two, and nothing else but the words that go with them."""
    if len(text) > 120:
        return False
    rest, found = _DATE.subn(" ", text)
    return found > 0 and not _DATE_LINE_FILLER.sub("", rest)


def _when(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(piece) for piece in part["iso"].split("-"))
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
        year, month, day = int(part["cy"]), int(part["cm"]), int(part["cd"])
    else:
        day = int(part["d1"] or part["d2"])
        month = _MONTHS[(part["m1"] or part["m2"]).lower()]
        year = int(part["y1"] or part["y2"])
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
