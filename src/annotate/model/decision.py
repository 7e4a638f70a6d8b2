"""What the parser decided of a block, why, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

UNSURE = 0.8  # certainty below which a person is asked to look


@dataclass(frozen=True, slots=True)
class Decision:
    """What a block of the source was read as.

    Attributes:
        block: its number in the text (`b12`).
        line: the 1-based line of the source; of a format without lines, its 1-based number.
        kind: what it is, in a word (`paragraph`, `turn`, `heading` ...); `note` for what stands in an author's note.
        subtype: of boilerplate, its subtype; else "".
        speaker: whose turn it is; "" where that is not known or it is no turn.
        words: its words, the speaker label before them.
        reason: why, in a few words.
        certainty: how sure that is, from 0 to 1.
    """

    block: str
    line: int
    kind: str
    subtype: str
    speaker: str
    words: str
    reason: str
    certainty: float

    @property
    def unsure(self) -> bool:
        """Whether a person should look."""
        return self.certainty < UNSURE
