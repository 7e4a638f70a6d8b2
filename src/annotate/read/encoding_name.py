"""Which names are those of encodings of text."""

from __future__ import annotations


def is_encoding(name: str) -> bool:
    """Whether text can be decoded by this name, one of Python's or the IANA's ("windows-1252", "shift_jis")."""
    try:
        return isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return False
