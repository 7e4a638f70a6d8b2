"""Seeded, English-like prose of any length: an interview about films, with headings, turns and quotations."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

ASKER = "Martha Quill"
ANSWERER = "Edwin Sayer"
_FILLERS = "the this that every one no some her his our their".split()
_NOUNS = (
    "camera reel actor shadow train letter station window actress projector print scene river garden audience critic "
    "studio orchestra title lamp curtain balcony theatre horse soldier telegram editor ticket summer winter street "
    "harbour negative director cutter pianist poster story newspaper premiere carriage mirror staircase bridge"
).split()
_ADJECTIVES = (
    "silent early careful lost bright patient restored tinted famous forgotten quiet long broken wooden hurried "
    "ordinary foreign narrow golden distant clumsy exact open modest"
).split()
_VERBS = (
    "follows leaves shows answers frames remembers carries interrupts finds repeats crosses lights lifts watches "
    "replaces cuts holds hides explains doubts invents preserves forgets returns"
).split()
_LINKS = "and but because while although until where so before after".split()
_PLACES = "Lyon Potsdam Turin Brighton Odessa Malmö Lisbon Trieste Bergen Kraków".split()
_FILMS = ("The Glass Harbour", "Night Mail to Trieste", "A Winter Staircase", "The Cutter’s Daughter", "Seven Reels")


class Part(NamedTuple):
    """A part of a text: `title`, `byline`, `date`, `paragraph`, `turn`, `quotation` or `heading`."""

    kind: str
    text: str


class Prose:
    """A source of sentences and paragraphs; the same seed gives the same words."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def phrase(self) -> str:
        """Return a noun with what stands before it."""
        pick = self._random.choice
        adjective = f"{pick(_ADJECTIVES)} " if self._random.random() < 0.6 else ""
        return f"{pick(_FILLERS)} {adjective}{pick(_NOUNS)}"

    def clause(self) -> str:
        """Return a subject, a verb and an object."""
        return f"{self.phrase()} {self._random.choice(_VERBS)} {self.phrase()}"

    def sentence(self) -> str:
        """Return a sentence of one to three clauses; some name a place and a year, a film, or quote somebody."""
        pick, chance = self._random.choice, self._random.random()
        clauses = [self.clause()] + [f"{pick(_LINKS)} {self.clause()}" for _ in range(self._random.randrange(3))]
        text = ", ".join(clauses)
        if chance < 0.12:
            text = f"in {pick(_PLACES)} in {self._random.randrange(1896, 1929)} {text}"
        elif chance < 0.2:
            text = f"in {pick(_FILMS)} {text}"
        elif chance < 0.3:
            text = f"as somebody said, “{self.clause()}”, and {text}"
        return text[0].upper() + text[1:] + "."

    def paragraph(self) -> str:
        """Return three to seven sentences."""
        return " ".join(self.sentence() for _ in range(self._random.randrange(3, 8)))

    def heading(self) -> str:
        """Return a line of a few words without a full stop."""
        phrase = f"{self._random.choice(_ADJECTIVES)} {self._random.choice(_NOUNS)}s"
        return phrase[0].upper() + phrase[1:]

    def question(self) -> str:
        """Return a question."""
        return f"Would you say that {self.clause()}, {self._random.choice(_LINKS)} {self.clause()}?"


def interview_parts(words: int, seed: int = 1) -> list[Part]:
    """Return the parts of an interview of about `words` words: the first turn that reaches that many is the last."""
    prose = Prose(seed)
    parts = [
        Part("title", "The Patience of Light"),
        Part("byline", f"By {ASKER}"),
        Part("date", "12 March 2021"),
        Part(
            "paragraph",
            f"{ANSWERER} has restored silent films for forty years. {ASKER} spoke with him in his workshop. "
            + prose.paragraph(),
        ),
    ]
    counted, turns = sum(len(part.text.split()) for part in parts), 0
    while counted < words:
        # The first turns bear full names, as printed interviews do; later ones initials.
        asker, answerer = (ASKER, ANSWERER) if not turns else ("MQ", "ES")
        fresh = [
            Part("turn", f"{asker}: {prose.question()}"),
            Part("turn", f"{answerer}: {prose.paragraph()}"),
            Part("paragraph", prose.paragraph()),
        ]
        if turns % 8 == 7:
            fresh.append(Part("quotation", f"“{prose.sentence()} {prose.sentence()}”"))
        if turns % 12 == 11:
            fresh.append(Part("heading", prose.heading()))
        parts += fresh
        counted += sum(len(part.text.split()) for part in fresh)
        turns += 1
    return parts


def interview(words: int, seed: int = 1) -> str:
    """Return such an interview as a plain text."""
    return "\n\n".join(part.text for part in interview_parts(words, seed)) + "\n"
