"""Chooses by a seed what of a text is quoted, and what stands about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.model.text import Span

if TYPE_CHECKING:
    from random import Random

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_SENTENCE = re.compile(r"[^\n.!?]+[.!?]+[”\"’)]*")
_SHAPES = ("word", "phrase", "phrase", "sentence", "long", "long", "across", "block", "end")


class Chooser:
    """The choices made of one text."""

    def __init__(self, text: str, random: Random) -> None:
        """Take a reading text and the source of all choices."""
        self.text = text
        self.random = random
        self._words = [match.span() for match in WORD.finditer(text)]
        self._vocabulary = [text[start:end].lower() for start, end in self._words]

    def passage(self) -> Span:
        """Return a word, a phrase, a sentence, some 120 characters, words over two blocks, a block or either end."""
        shape = self.random.choice(_SHAPES)
        if shape == "sentence":
            return self._one_of(_SENTENCE)
        if shape == "block":
            return self._one_of(_BLOCK)
        first = self.random.randrange(len(self._words) - 20)
        if shape == "across":
            second_block = self.random.choice([match.end() for match in re.finditer("\n\n", self.text)])
            first = next((n for n, word in enumerate(self._words) if word[0] >= second_block), 5)
            first = max(0, first - self.random.randint(1, 5))
            return self._of_words(first, self.random.randint(6, 14))
        if shape == "end":
            count = self.random.randint(2, 20)
            if self.random.random() < 0.5:
                return Span(0, self._words[count][1])
            return Span(self._words[-count][0], len(self.text))
        return self._of_words(first, {"word": 1, "phrase": self.random.randint(2, 6), "long": 20}[shape])

    def words(self, count: int) -> str:
        """Return some words of the text in no order, as a person might write them anew."""
        return " ".join(self.random.choice(self._vocabulary) for _ in range(count))

    def sentence(self) -> str:
        """Return a new sentence."""
        return self.words(self.random.randint(5, 14)).capitalize() + "."

    def _one_of(self, pattern: re.Pattern[str]) -> Span:
        found = [match.span() for match in pattern.finditer(self.text) if 20 <= len(match.group().strip()) <= 900]
        start, end = self.random.choice(found)
        while self.text[start].isspace():
            start += 1
        return Span(start, end)

    def _of_words(self, first: int, count: int) -> Span:
        return Span(self._words[first][0], self._words[min(len(self._words), first + count) - 1][1])


def blocks_about(text: str, passage: Span) -> Span:
    """Return the blocks that hold a passage, with the blank line after them."""
    held = [block for block in map(re.Match.span, _BLOCK.finditer(text)) if _meet(block, passage)]
    return Span(held[0][0], min(len(text), held[-1][1] + 2))


def sentences_about(text: str, passage: Span) -> Span:
    """Return the sentences that hold a passage; the passage where it is in none."""
    held = [sentence for sentence in map(re.Match.span, _SENTENCE.finditer(text)) if _meet(sentence, passage)]
    if not held:
        return passage
    return Span(min(held[0][0], passage.start), max(held[-1][1], passage.end))


def block_starts(text: str, away: Span) -> list[int]:
    """Return where blocks begin that do not touch `away`."""
    return [start for start, end in map(re.Match.span, _BLOCK.finditer(text)) if end < away.start or start > away.end]


def _meet(one: tuple[int, int], other: Span) -> bool:
    return one[0] < other.end and other.start < one[1]
