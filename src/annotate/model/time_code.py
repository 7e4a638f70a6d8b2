"""Time codes of films: `00:43:12`, or a range of two."""

from __future__ import annotations

import re

_TIME_CODE = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,](\d{1,3}))?")
_RANGE = re.compile(r"\s*[-–—]\s*")


def seconds_of(value: str) -> tuple[float, float]:
    """Return first and last second of a timestamp locator; both are the same where it is no range.

    Raises ValueError where it is not of the form HH:MM:SS, or two of these with a hyphen or dash between, the later
    one last.
    """
    codes = [_TIME_CODE.fullmatch(code) for code in _RANGE.split(value.strip())]
    if not 1 <= len(codes) <= 2:
        raise ValueError("it has more than a beginning and an end")
    times = []
    for code in codes:
        if code is None:
            raise ValueError("it is not of the form HH:MM:SS")
        hours, minutes, seconds, fraction = code.groups()
        times.append(int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}"))
    if times[-1] < times[0]:
        raise ValueError("it ends before it begins")
    return times[0], times[-1]
