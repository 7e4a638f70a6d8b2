"""Whether two names can be of one person: what a text calls somebody, and what the source calls who speaks there.

One name holds the words of the other ("Klayman", "Alison Klayman"), or gives initials of them ("A. Klayman", "AK").
Names that say nothing against each other are taken for one person's: a false alarm costs more trust than it earns.
"""

from __future__ import annotations

from annotate.match.normalise import normalised
from annotate.match.words import words

_LONGEST_LABEL = 3  # letters of a speaker label made of initials


def same_person(one: str, other: str) -> bool:
    """Whether two names can be of one person; case and accidents of writing do not count."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return True
    short, long = sorted((first, second), key=len)
    return _holds(long, short) or _initials(one, second) or _initials(other, first)


def _words(name: str) -> list[str]:
    text = normalised(name).casefold()
    return [text[span.start : span.end] for span in words(text)]


def _holds(long: list[str], short: list[str]) -> bool:
    """Whether each word of the shorter name is one of the longer, in order, or the first letter of one."""
    at = 0
    for word in short:
        while at < len(long) and not _fits(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _initials(name: str, words_of_other: list[str]) -> bool:
    label = [character for character in name if character.isalpha()]
    if not 0 < len(label) <= _LONGEST_LABEL or not all(character.isupper() for character in label):
        return False
    folded = [character.casefold() for character in label]
    firsts = [word[0] for word in words_of_other]
    return folded in (firsts, [firsts[0], firsts[-1]], firsts[:1])
