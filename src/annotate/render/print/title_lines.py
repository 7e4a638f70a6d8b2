"""A title in lines of even length, for the title page."""

from __future__ import annotations

from unicodedata import east_asian_width

_LINE = 24  # letters of the display cut on the narrowest page
# A line of Chinese or Japanese can end after any character, but neither before a mark that closes nor after one that
# opens (Requirements for Chinese Text Layout, 3.1.3).
_OPENING = frozenset("（《〈「『【〔［｛“‘")
_CLOSING = frozenset("、。，．：；？！）》〉」』】〕］｝”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def title_lines(title: str) -> list[str]:
    """Return a title in as few lines as it needs, of lengths as even as its words allow.

    A Chinese or Japanese character is as long as two letters.
    """
    whole = _length(title)
    lines = -(-whole // _LINE)
    broken: list[list[str]] = [[]]
    filled = 0
    for unit in _units(title):
        length = _length(unit)
        if broken[-1] and len(broken) < lines and filled + length / 2 > whole * len(broken) / lines:
            broken.append([])
        broken[-1].append(unit)
        filled += length
    return ["".join(line).strip() for line in broken]


def _units(title: str) -> list[str]:
    """Return a title in the pieces between which a line can end, each with the white space after it."""
    units = [""]
    for before, sign in zip(f" {title}", title, strict=False):
        parted = (before.isspace() or _wide(before) or _wide(sign)) and not sign.isspace()
        if parted and units[-1] and sign not in _CLOSING and before not in _OPENING:
            units.append(sign)
        else:
            units[-1] += sign
    return units


def _wide(sign: str) -> bool:
    return east_asian_width(sign) in {"W", "F"}


def _length(words: str) -> int:
    return sum(2 if _wide(sign) else 1 for sign in words)
