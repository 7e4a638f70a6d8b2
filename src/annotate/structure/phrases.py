"""Phrases that betray what a line is, written one a line and compiled to one pattern."""

from __future__ import annotations

import re


def any_of(phrases: str) -> str:
    """Return the pattern that matches any of `phrases`: regular expressions, one a line, blank lines ignored."""
    lines = (line.strip() for line in phrases.strip().splitlines())
    return "(?:" + "|".join(line for line in lines if line) + ")"


def starts_with(phrases: str) -> re.Pattern[str]:
    """Return a pattern to `match` lines with that begin with any of `phrases`, upper or lower case."""
    return re.compile(any_of(phrases), re.IGNORECASE)
