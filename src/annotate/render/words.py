"""The words readers see for the record's vocabularies; a project's own words are shown as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_MONTHS = "January February March April May June July August September October November December".split()

ATTITUDES: Mapping[str, str] = {
    "asserts": "asserted",
    "reports": "reported",
    "alleges": "alleged",
    "believes": "believed",
    "asks": "asked",
    "denies": "denied",
}
RELATIONS: Mapping[str, str] = {
    "supports": "Supported by",
    "disputes": "Disputed by",
    "qualifies": "Qualified by",
    "mentions": "Mentioned in",
}
USES: Mapping[str, str] = {
    "supports": "Supports",
    "disputes": "Disputes",
    "qualifies": "Qualifies",
    "mentions": "Touches on",
}
VERDICTS: Mapping[str, str] = {
    "verbatim": "verbatim in the source",
    "normalised": "verbatim in the source but for typography",
    "elided": "verbatim in the source, with omissions",
    "altered": "not word for word what the source says",
    "absent": "not found in the source",
}
LINKS: Mapping[str, tuple[str, str]] = {
    "supports": ("supports", "is supported by"),
    "attacks": ("attacks", "is attacked by"),
    "contradicts": ("contradicts", "is contradicted by"),
    "restates": ("restates", "is restated by"),
    "qualifies": ("qualifies", "is qualified by"),
    "reuses": ("reuses", "is reused by"),
}
ENTITIES: Mapping[str, str] = {
    "person": "Persons",
    "film": "Films",
    "work": "Works",
    "organisation": "Organisations",
    "place": "Places",
    "event": "Events",
}
# What the page shows a claim's kind by (the form of its underline) and its status by (a sign after its number).
KINDS: Mapping[str, str] = {
    "factual": "solid line",
    "interpretive": "dashed line",
    "evaluative": "dotted line",
    "normative": "double line",
}
STATUSES: Mapping[str, str] = {
    "supported": "+",
    "disputed": "±",
    "refuted": "×",
    "unverifiable": "?",
    "unreviewed": "",
}


def letters(number: int) -> str:
    """Return the mark of the n-th note: a to z, then aa, ab, ... (from 1)."""
    mark = ""
    while number:
        number, place = divmod(number - 1, 26)
        mark = chr(ord("a") + place) + mark
    return mark


def and_list(words: list[str] | tuple[str, ...]) -> str:
    """Return `a`, `a and b` or `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return `1 claim`, `2 claims`, `no claims`."""
    return f"{number or 'no'} {singular if number == 1 else plural or singular + 's'}"


def day(date: str) -> str:
    """Return an ISO 8601 date as it is read, `4 March 2019`; anything else as it is."""
    match = _DATE.fullmatch(date)
    if match is None or not 1 <= int(match[2]) <= len(_MONTHS):
        return date
    return " ".join(filter(None, (match[3] and str(int(match[3])), _MONTHS[int(match[2]) - 1], match[1])))
