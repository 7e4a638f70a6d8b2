"""Whose words a passage is: the speaker's in a turn of an interview, else the author's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.attach import rules
from annotate.errors import InputRefused

if TYPE_CHECKING:
    from annotate.model.annotation import Target
    from annotate.model.document import Document
    from annotate.model.text import ReadingBlock, ReadingText


def claimant_name(document: Document, reading: ReadingText, target: Target, path: str) -> str | None:
    """Return the name of the person who says the words of a positioned target, None where the text does not tell.

    Raises InputRefused (C101) where they are the words of several persons.
    """
    voices = {_voice(document, block): None for block in _blocks(reading, target)}
    names = list(dict.fromkeys(name for voice in voices for name in voice or ("somebody unnamed",)))
    if len(voices) > 1 or len(names) > 1:
        raise InputRefused(rules.SPEAKER_UNCLEAR.at(path, speakers=", ".join(names)))
    return next((voice[0] for voice in voices if voice), None)


def _blocks(reading: ReadingText, target: Target) -> list[ReadingBlock]:
    ranges = [(piece.start, piece.end) for piece in target.pieces if piece.start is not None and piece.end is not None]
    return [
        block
        for block in reading.blocks
        if any(start < block.span.end and block.span.start < end for start, end in ranges)
    ]


def _voice(document: Document, block: ReadingBlock) -> tuple[str, ...]:
    if not block.turn:
        return document.metadata.authors[:1]
    persons = [(name, document.person(name)) for name in block.who]
    return tuple(person.name if person else name for name, person in persons)
