"""Values of options: from what a person types to what records hold."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

import click

from annotate.model.annotation import Locator
from annotate.model.csl import LOCATOR_LABELS

_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)")


def locator(value: str) -> Locator:
    """Return the locator that `page:12` or `timestamp:00:43:12` names: a CSL label and its value.

    Raises click.BadParameter for an unknown label, with the nearest.
    """
    label, _, rest = value.partition(":")
    label, rest = label.strip().lower(), rest.strip()
    if not rest:
        raise click.BadParameter(f"“{value}” is not LABEL:VALUE, such as page:12 or timestamp:00:43:12")
    if label not in LOCATOR_LABELS:
        near = get_close_matches(label, LOCATOR_LABELS, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"the labels are {', '.join(LOCATOR_LABELS)}"
        raise click.BadParameter(f"there is no locator label “{label}”; {hint}")
    return Locator(label, rest)


def csl_date(value: str) -> dict[str, list[list[int]]]:
    """Return `2008`, `2008-08` or `2008-08-25` as a CSL-JSON date. Raises click.BadParameter for what is no date."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value.strip(), re.ASCII)
    parts = [int(part) for part in match.groups() if part] if match else [0]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        raise click.BadParameter(f"“{value}” is not a date written as 2008, 2008-08 or 2008-08-25") from None
    return {"date-parts": [parts]}


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
