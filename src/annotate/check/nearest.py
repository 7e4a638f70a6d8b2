"""The name a person probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `word`, upper and lower case alike; None if none is like it."""
    by_lower = {name.lower(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word.lower()[:_SHOWN], by_lower, 1)
    return by_lower[found[0]] if found else None


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a line of help: the nearest known name, or `otherwise`."""
    found = nearest(word, known)
    return f'did you mean "{found}"?' if found else otherwise
