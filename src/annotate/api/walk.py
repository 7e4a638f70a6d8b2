"""Walking through the blocks of a text that may be something else, and keeping what a person says of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.api.block_words import words_of
from annotate.api.correct import correct, correctable
from annotate.errors import InputRefused
from annotate.model.parsing import Correction

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotate.api.correct import Corrected
    from annotate.diagnostics import Finding
    from annotate.model.decision import Decision

_WORD_OF = {"heading": "head", "paragraph": "p", "quotation": "quote", "item": "list"}
_BEYOND = frozenset(("note", "cell", "picture", "biography"))  # what no correction makes a block


@dataclass(slots=True)
class Walk:
    """The blocks to be looked at in order, where the person is, and what has been said so far.

    Attributes:
        text: the text.
        decisions: what was decided of each block that can be corrected.
        doubtful: the indices in `decisions` of those to be looked at.
        persons: the names of the persons who speak.
        at: how many of them have been passed.
    """

    text: Path
    decisions: tuple[Decision, ...]
    doubtful: tuple[int, ...]
    persons: tuple[str, ...]
    at: int = 0
    _said: list[tuple[int, Correction]] = field(default_factory=list)
    _texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def decision(self) -> Decision | None:
        """The block to be looked at now; None at the end."""
        return self.decisions[self.doubtful[self.at]] if self.at < len(self.doubtful) else None

    @property
    def neighbours(self) -> tuple[Decision | None, Decision | None]:
        """The blocks before and after it in the text."""
        here = self.doubtful[self.at]
        before = self.decisions[here - 1] if here else None
        return before, self.decisions[here + 1] if here + 1 < len(self.decisions) else None

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What has been said so far, in order."""
        return tuple(correction for _, correction in self._said)

    def skip(self) -> None:
        """Leave the block as it is."""
        self.at += 1

    def say(
        self,
        *,
        kind: str | None = None,
        subtype: str | None = None,
        speaker: str | None = None,
        join_next: bool = False,
        split_at: str | None = None,
    ) -> None:
        """Correct the block, and go on to the next."""
        block = self.decisions[self.doubtful[self.at]].block
        words, occurrence = words_of(block, self._texts)
        correction = Correction(words, block, kind, subtype, speaker, join_next, split_at, occurrence)
        self._said.append((self.at, correction))
        if speaker and speaker not in self.persons:
            self.persons = (*self.persons, speaker)
        self.at += 1

    def confirm(self) -> bool:
        """Say that the block is what it was read as, so that nobody is asked again; False where that cannot be."""
        decision = self.decisions[self.doubtful[self.at]]
        if decision.kind == "turn":
            if not decision.speaker:
                return False
            self.say(speaker=decision.speaker)
        elif decision.kind in _BEYOND:
            return False
        else:
            self.say(kind=_WORD_OF.get(decision.kind, decision.kind), subtype=decision.subtype or None)
        return True

    def undo(self) -> bool:
        """Take the last correction back and return to its block; False where there is none."""
        if not self._said:
            return False
        self.at, _ = self._said.pop()
        return True


def walk(text: Path, *, every: bool = False) -> Walk:
    """Return a walk through the doubtful blocks of a text, or through every block.

    Raises InputRefused as `correct` does.
    """
    parsed = correctable(text).parsed()
    decisions = tuple(decision for decision in parsed.decisions if decision.kind != "note")
    doubtful = tuple(index for index, decision in enumerate(decisions) if every or decision.unsure)
    persons = tuple(person.name for person in parsed.document.metadata.persons)
    return Walk(text, decisions, doubtful, persons, _texts={one.block: one.words for one in decisions})


def apply(walked: Walk) -> tuple[Corrected | None, tuple[Finding, ...]]:
    """Apply what was said in a walk, and return the corrected text with the findings of what was refused.

    Where all together is refused, each correction is tried by itself, so that one of them does not cost the others.
    """
    try:
        return correct(walked.text, walked.corrections), ()
    except InputRefused as refused:
        if len(walked.corrections) == 1:
            return None, tuple(refused.findings)
    corrected: Corrected | None = None
    findings: list[Finding] = []
    for correction in walked.corrections:
        try:
            corrected = correct(walked.text, (correction,))
        except InputRefused as refused:
            findings += refused.findings
    return corrected, tuple(findings)
