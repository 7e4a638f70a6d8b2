"""Where the sentences of running text begin."""

from __future__ import annotations

from annotate.lazy_pattern import lazy_pattern

_LONGEST_ABBREVIATION = 6  # code points
_SENTENCE_END = lazy_pattern(r"[.!?…][”’\"»)\]]*\s+(?![a-zß-öø-ÿ])|[。！？]")
_ABBREVIATED = frozenset(("Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Jr", "Sr", "Sra", "Mme", "No", "Vol"))


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which the sentences of a text begin, the first of them 0."""
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        word = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()].rpartition(" ")[2]
        if not (match.group()[0] == "." and (len(word) == 1 or word in _ABBREVIATED)):
            starts.append(match.end())
    return starts


def sentence_start(text: str) -> int:
    """Return the offset at which the last sentence of a text begins."""
    return sentence_starts(text)[-1]
