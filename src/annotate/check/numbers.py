"""Numbers in a text, written in figures or in English words."""

from __future__ import annotations

from annotate.lazy_pattern import lazy_pattern

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_ONES.split())} | {
    word: value * 10 for value, word in enumerate(_TENS.split(), start=2)
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_OTHER = {"dozen": 12, "first": 1, "second": 2, "third": 3}
# Thousands are parted by a comma, a stop, an apostrophe or a narrow space; a fraction has one or two figures, or more
# than three.
_FIGURES = lazy_pattern("[0-9]{1,3}(?:[.,'’\u00a0\u202f][0-9]{3}){1,4}(?![0-9])|[0-9]+(?:[.,][0-9]+)?")
_PARTING = lazy_pattern("[.,'’\u00a0\u202f]")
_THOUSANDS = lazy_pattern("[0-9]{1,3}(?:[.,'’\u00a0\u202f][0-9]{3})+")
_WORD = lazy_pattern("[a-z]+")
_LEAST = 10
"""Smaller numbers in words are mostly no figures: "one of the two"."""


def figures_in(text: str) -> set[str]:
    """Return the numbers that a text gives in figures, without what parts thousands, a decimal comma as a point."""
    found = set()
    for match in _FIGURES.finditer(text):
        figures = match[0]
        whole = _THOUSANDS.fullmatch(figures) is not None
        found.add(_PARTING.sub("", figures) if whole else figures.replace(",", "."))
    return found


def numbers_in(text: str) -> set[str]:
    """Return the numbers that a text gives in figures or in English words, in figures."""
    return figures_in(text) | {str(value) for value in _in_words(text)}


def stated_numbers(text: str) -> set[str]:
    """Return the numbers that a text stands or falls by: those in figures, and those in words from ten upwards."""
    return figures_in(text) | {str(value) for value in _in_words(text) if value >= _LEAST}


def _in_words(text: str) -> list[int]:
    """Return the numbers written in English words, in order: runs of words such as "five hundred and thirty-three"."""
    found: list[int] = []
    total: int | None = None
    part = 0
    for word in _WORD.findall(text.lower()):
        if word in _SMALL:
            value = _SMALL[word]
            # "nineteen twenty-six" are two numbers to us; a ten and a one are added, two ones are not.
            if total is not None and part % 100 and not (part % 10 == 0 and value < _LEAST):
                found.append(total + part)
                total, part = 0, value
            else:
                total, part = total or 0, part + value
        elif word in _LARGE and total is not None:
            scale = _LARGE[word]
            part = (part or 1) * scale
            if scale > _LARGE["hundred"]:
                total, part = total + part, 0
        elif word != "and" or total is None:
            if total is not None:
                found.append(total + part)
            total, part = None, 0
            if word in _OTHER:
                found.append(_OTHER[word])
    return [*found, total + part] if total is not None else found
