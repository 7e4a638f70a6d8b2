"""Values of options: from what a person types to what records hold."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from annotate.attach.locator import locator_of
from annotate.check.dates import days_covered
from annotate.model.csl import DATE_FIELDS, NAME_FIELDS, WORD_FIELDS

if TYPE_CHECKING:
    from annotate.model.annotation import Locator

_PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", re.ASCII)  # no season
_EDTF = re.compile(
    r"(?:-?\d{4}(?:-\d\d(?:-\d\d)?)?|Y-?\d{5,9}|\d{3}X|\d\dXX|\d{4}-(?:\d\d-XX|XX(?:-XX)?))[?~%]?", re.ASCII
)
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)")


def locator(value: str) -> Locator:
    """Return the locator that `page:12` or `timestamp:00:43:12` names. Raises click.BadParameter for all else."""
    try:
        return locator_of(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def csl_date(value: str) -> dict[str, list[list[int]]] | str:
    """Return a date in EDTF (Library of Congress, levels 0 and 1) as CSL-JSON has it.

    Days, months and years, and spans of them, become `date-parts`, which every citation style understands; what is
    approximate, uncertain, unspecified, a season or open (`1927~`, `192X`, `1927-21`, `1927/..`) stays in EDTF. Raises
    click.BadParameter for what is no date.
    """
    text = value.strip().upper()
    ends = text.split("/")
    sound = len(ends) <= 2 and all(_EDTF.fullmatch(end) or (len(ends) == 2 and end in {"", ".."}) for end in ends)
    try:
        if not sound or set(ends) <= {"", ".."}:
            raise ValueError("it is not written as 2008, 2008-08-25, 1927~, 192X or 1926/1927")
        days_covered(text)
        parts = [[int(part) for part in end.split("-")] for end in ends if _PLAIN_DATE.fullmatch(end)]
        if any(one[0] == 0 for one in parts):
            raise ValueError("there is no year 0")
    except ValueError as error:
        raise click.BadParameter(f"“{value}” is no date: {error}") from None
    return {"date-parts": parts} if len(parts) == len(ends) else text


def csl_field_name(value: str) -> str:
    """Return a field of a source as CSL spells it. Raises click.BadParameter for an unknown one, with the nearest."""
    known = {name.lower(): name for name in (*NAME_FIELDS, *DATE_FIELDS, *WORD_FIELDS, "categories", "runtime")}
    found = known.get(value.strip().lower().replace("_", "-")) or known.get(value.strip().lower())
    if found is None:
        near = get_close_matches(value.lower(), known, 1)
        hint = f"; did you mean “{known[near[0]]}”?" if near else "; docs/fields.md lists them"
        raise click.BadParameter(f"there is no field “{value}” of a source{hint}")
    return found


def csl_field(value: str) -> tuple[str, Any]:
    """Return the field and the value that `genre=Newsreel` or `interviewer=Ada Quill` sets.

    A name is read as `name` does and a date as `csl_date`; fields that hold several have a list of one. Raises
    click.BadParameter for what is neither.
    """
    given, separator, rest = value.partition("=")
    if not separator or not rest.strip():
        raise click.BadParameter(f"“{value}” is not FIELD=VALUE, such as genre=Newsreel")
    field = csl_field_name(given)
    if field == "runtime":
        raise click.BadParameter("the running time is said with --runtime")
    if field in NAME_FIELDS:
        return field, [name(rest)]
    if field in DATE_FIELDS:
        return field, csl_date(rest)
    return field, [rest.strip()] if field == "categories" else rest.strip()


def runtime(value: str) -> int:
    """Return the seconds of a running time, `1:18:52` or in minutes `79`. Raises click.BadParameter for all else."""
    seconds = 0
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d):([0-5]\d)", value.strip(), re.ASCII):
        hours, minutes, rest = (int(part) for part in match.groups())
        seconds = hours * 3600 + minutes * 60 + rest
    elif match := re.fullmatch(r"(\d{1,5})(?: ?min(?:utes)?)?", value.strip(), re.ASCII):
        seconds = int(match.group(1)) * 60
    if not seconds:
        raise click.BadParameter(f"“{value}” is not a running time such as 1:18:52, or 79 for minutes")
    return seconds


def offsets(value: str) -> tuple[int, int]:
    """Return the start and end that `1204:1310` names. Raises click.BadParameter for all else."""
    if match := re.fullmatch(r"\s*(\d{1,9})\s*:\s*(\d{1,9})\s*", value, re.ASCII):
        return int(match.group(1)), int(match.group(2))
    raise click.BadParameter(f"“{value}” is not START:END, such as 1204:1310")


def tag(value: str) -> str:
    """Return a tag with single spaces. Raises click.BadParameter for an empty one."""
    words = " ".join(value.split())
    if not words:
        raise click.BadParameter("a tag must have a letter")
    return words


def name(value: str) -> dict[str, str]:
    """Return `Given Family`, `Family, Given` or `{An Organisation}` as a CSL-JSON name.

    Lower-case words before the family name (van, de) belong to it; a name of one word stays as it is. Raises
    click.BadParameter for an empty name.
    """
    text = " ".join(value.split())
    if text.startswith("{") and text.endswith("}"):
        parts = {"literal": text[1:-1].strip()}
    elif "," in text:
        family, given, *suffix = (part.strip() for part in text.split(","))
        parts = {"family": family, "given": given, "suffix": ", ".join(suffix)}
    else:
        parts = _spaced_name(text.split())
    parts = {part: words for part, words in parts.items() if words}
    if not parts.keys() & {"literal", "family"}:
        raise click.BadParameter(f"“{value}” is not a name such as “Mordaunt Hall”")
    return parts


def _spaced_name(words: list[str]) -> dict[str, str]:
    if len(words) < 2:
        return {"literal": " ".join(words)}
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start]), "suffix": suffix}
