"""Seeded revisions of a text that know where each of its characters went."""

from __future__ import annotations

from functools import cache
from random import Random

from annotate.model.document import Block, Document, Metadata
from annotate.model.text import ReadingText, Span, reading_text

NEW_WORDS = "perhaps however late in the evening a lamp that nobody had lit stood burning over the empty stage".split()


def reading(*paragraphs: str) -> ReadingText:
    """The reading text of some paragraphs."""
    blocks = tuple(Block(f"b{number}", "p", (text,)) for number, text in enumerate(paragraphs, 1))
    return reading_text(Document(Metadata("Untitled"), body=blocks))


class Revision:
    """A text under revision: paragraphs of (character, offset in the text before, or None if it came in anew)."""

    def __init__(self, text: str, seed: int | str) -> None:
        self.random = Random(seed)
        self.paragraphs: list[list[tuple[str, int | None]]] = [[]]
        for offset, sign in enumerate(text):
            if text.startswith("\n\n", offset):
                self.paragraphs.append([])
            elif sign != "\n":
                self.paragraphs[-1].append((sign, offset))

    def revise(self, changes: int) -> Revision:
        """Make some changes, each of any kind."""
        for _ in range(changes):
            self.random.choice(
                (
                    self.replace_word,
                    self.replace_word,
                    self.replace_word,
                    self.insert_words,
                    self.insert_words,
                    self.drop_words,
                    self.drop_words,
                    self.insert_paragraph,
                    self.drop_paragraph,
                    self.move_paragraph,
                    self.duplicate_paragraph,
                    self.split_paragraph,
                )
            )()
        return self

    def _words(self, paragraph: list[tuple[str, int | None]]) -> list[tuple[int, int]]:
        """Where the words of a paragraph start and end, each with the space behind it."""
        bounds, start = [], 0
        for index, (sign, _) in enumerate(paragraph, 1):
            if sign == " " or index == len(paragraph):
                bounds.append((start, index))
                start = index
        return bounds

    def _place(self) -> tuple[list[tuple[str, int | None]], list[tuple[int, int]], int]:
        paragraph = self.random.choice([one for one in self.paragraphs if one])
        words = self._words(paragraph)
        return paragraph, words, self.random.randrange(len(words))

    def _new(self, count: int) -> list[tuple[str, int | None]]:
        words = [self.random.choice(NEW_WORDS) + str(self.random.randrange(10)) for _ in range(count)]
        return [(sign, None) for sign in " ".join(words) + " "]

    def replace_word(self) -> None:
        paragraph, words, at = self._place()
        paragraph[slice(*words[at])] = self._new(1)

    def insert_words(self) -> None:
        paragraph, words, at = self._place()
        paragraph[words[at][0] : words[at][0]] = self._new(self.random.randint(1, 4))

    def drop_words(self) -> None:
        paragraph, words, at = self._place()
        if len(words) > 6:
            last = min(len(words) - 1, at + self.random.randint(0, 3))
            del paragraph[words[at][0] : words[last][1]]

    def insert_paragraph(self) -> None:
        self.paragraphs.insert(self.random.randint(0, len(self.paragraphs)), self._new(self.random.randint(5, 40)))

    def drop_paragraph(self) -> None:
        if len(self.paragraphs) > 3:
            del self.paragraphs[self.random.randrange(len(self.paragraphs))]

    def move_paragraph(self) -> None:
        paragraph = self.paragraphs.pop(self.random.randrange(len(self.paragraphs)))
        self.paragraphs.insert(self.random.randint(0, len(self.paragraphs)), paragraph)

    def duplicate_paragraph(self) -> None:
        copied = list(self.random.choice(self.paragraphs))
        self.paragraphs.insert(self.random.randint(0, len(self.paragraphs)), copied)

    def split_paragraph(self) -> None:
        number = self.random.randrange(len(self.paragraphs))
        words = self._words(self.paragraphs[number])
        if len(words) > 8:
            at = words[self.random.randrange(2, len(words) - 2)][0]
            self.paragraphs[number : number + 1] = [self.paragraphs[number][:at], self.paragraphs[number][at:]]

    def _kept(self) -> list[list[tuple[str, int | None]]]:
        """The paragraphs as a reading text has them: no white space at their ends, no empty ones."""
        kept = []
        for paragraph in self.paragraphs:
            start, end = 0, len(paragraph)
            while start < end and paragraph[start][0] == " ":
                start += 1
            while end > start and paragraph[end - 1][0] == " ":
                end -= 1
            if start < end:
                kept.append(paragraph[start:end])
        return kept

    @property
    def texts(self) -> list[str]:
        """The paragraphs as they are now."""
        return ["".join(sign for sign, _ in paragraph) for paragraph in self._kept()]

    def places(self, passage: Span, text: str) -> set[Span]:
        """Where a passage of the text before stands now, whole: one place, more if its paragraph was copied, or none.

        A copy of a paragraph is as good as its original: a reader could not tell which of two is which.
        """
        wanted = [offset for offset in range(passage.start, passage.end) if text[offset] != "\n"]
        signs, starts = self._whereabouts()
        found = set()
        for start in starts.get(wanted[0], ()):
            if [offset for offset, _ in signs[start : start + len(wanted)]] == wanted:
                found.add(Span(signs[start][1], signs[start + len(wanted) - 1][1] + 1))
        return {place for place in found if len(place) == len(passage)}

    @cache  # noqa: B019  # a revision lives as long as the test that made it
    def _whereabouts(self) -> tuple[list[tuple[int | None, int]], dict[int | None, list[int]]]:
        """Each character now by its offset before and now, and which of these stood at an offset before."""
        signs: list[tuple[int | None, int]] = []
        now = 0
        starts: dict[int | None, list[int]] = {}
        for paragraph in self._kept():
            for _, before in paragraph:
                starts.setdefault(before, []).append(len(signs))
                signs.append((before, now))
                now += 1
            now += 2
        return signs, starts
