"""Words that differ by one character, found without comparing each with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFTEN = 3
_LONGEST = 60
_SHORTEST = 5


def rare_twins(counts: Mapping[str, int]) -> dict[str, str]:
    """Return each word that occurs once and differs by one character from one that occurs three times or more.

    `counts` says how often each word occurs. A character is changed, left out or put in. Words below five characters
    and above sixty are left alone. Words with figures are too: "reel 1" and "reel 2" are two things.

    The words with one character left out are what two such words have in common (the method of SymSpell, W. Garbe).
    """
    short = {word for word in counts if _SHORTEST <= len(word) <= _LONGEST and not any(map(str.isdigit, word))}
    common: dict[str, str] = {}
    for word in sorted(word for word in short if counts[word] >= _OFTEN):
        for form in (word, *_shortened(word)):
            common.setdefault(form, word)
    twins = {}
    for word in sorted(word for word in short if counts[word] == 1):
        found = next((common[form] for form in (word, *_shortened(word)) if form in common), None)
        if found is not None and _is_one_edit(word, found):
            twins[word] = found
    return twins


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _is_one_edit(one: str, other: str) -> bool:
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return (
        one[start + 1 :] == other[start + 1 :] or one[start + 1 :] == other[start:] or one[start:] == other[start + 1 :]
    )
