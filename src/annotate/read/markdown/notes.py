"""The notes of a Markdown text: written in one place, called in another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from annotate.model.source import RawBlock

# A note may call a note, but no reader follows them further than this.
_DEEPEST = 8


@dataclass(slots=True)
class Definition:
    """A note as it was written: its label, its tokens, and whether it has been called."""

    label: str
    token: Token
    tokens: list[Token] = field(default_factory=list)
    called: bool = False


class Notes:
    """The notes of a text; `read` gives the blocks of one."""

    def __init__(self, read: Callable[[Definition], tuple[RawBlock, ...]]) -> None:
        self._read = read
        self._by_label: dict[str, Definition] = {}
        self._depth = 0

    def taken_out(self, tokens: Sequence[Token]) -> list[Token | Definition]:
        """Return the tokens without those of notes, each note in its place as its definition."""
        kept: list[Token | Definition] = []
        around: list[Definition] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                definition = Definition(token.meta["label"], token)
                self._by_label.setdefault(definition.label, definition)
                kept.append(definition)
                around.append(definition)
            elif token.type == "footnote_reference_close":
                around.pop()
            elif around:
                around[-1].tokens.append(token)
            else:
                kept.append(token)
        return kept

    def call(self, label: str, line: int) -> tuple[RawBlock, ...] | None:
        """Return the blocks of a note where it is called first; None where it has been called before."""
        definition = self._by_label.get(label)
        if definition is None or definition.called or self._depth >= _DEEPEST:
            return None
        definition.called = True
        self._depth += 1
        try:
            return self._read(definition)
        finally:
            self._depth -= 1

    def forget_all(self) -> None:
        """Let go of the notes: these and whoever reads them hold each other, and would hold the tokens of the text."""
        self._by_label.clear()

    def forget_call(self, label: str) -> None:
        """Take back that a note was called, where its call had no words to stand by."""
        self._by_label[label].called = False
