"""Words of a vocabulary that a project may extend: the kinds and statuses of claims, the kinds of notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.model.annotation import KINDS, NOTE_KINDS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence


class ProjectWord(click.Choice[str]):
    """One of the words there are, or of those that the settings of the text's project add."""

    def __init__(self, words: Sequence[str], vocabulary: str) -> None:
        super().__init__(words)
        self._vocabulary = vocabulary

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word. Raises click.BadParameter for another, InputRefused for what is wrong with the settings."""
        if value not in self.choices:
            from annotate.api.settings import settings_for  # noqa: PLC0415  # most words are those there are

            text = ctx.params.get("text") if ctx else None  # which comes first on a command line
            folder = text.parent if isinstance(text, Path) else Path()
            if value in settings_for(folder).vocabulary.get(self._vocabulary, ()):
                return str(value)
        return super().convert(value, param, ctx)


CLAIM_KIND = ProjectWord(KINDS, "claim-kind")
CLAIM_STATUS = ProjectWord(STATUSES, "claim-status")
NOTE_KIND = ProjectWord(NOTE_KINDS, "note-kind")
