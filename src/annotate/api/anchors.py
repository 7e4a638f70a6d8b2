"""Where every target of a text's annotations stands: the outcome of each, its place and its rivals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api.following import annotations_of
from annotate.api.load import load_annotations, load_text
from annotate.attach.anchor import resolve_all
from annotate.match.difference import brief_difference

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Target
    from annotate.model.text import ReadingText, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """One target, and where it stands.

    Attributes:
        file: the annotation file it is in.
        id: the claim, note, mention or passage it belongs to.
        target: the words that were quoted, and their context.
        resolution: one of the six outcomes, with score, place and rivals.
    """

    file: Path
    id: str
    target: Target
    resolution: Resolution

    @property
    def quotes(self) -> list[str]:
        """The words of each part."""
        return [piece.exact or "" for piece in self.target.pieces]

    def difference(self, reading: ReadingText) -> str:
        """Return word by word how the place differs from the quote; "" where it does not or there is none."""
        found = [reading.slice(span) for span in self.resolution.spans]
        return brief_difference(self.quotes, found) if found and found != self.quotes else ""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of a text in the order of their places, those without a place last."""

    reading: ReadingText
    anchors: tuple[Anchor, ...]

    def block(self, span: Span) -> str | None:
        """Return the id of the block a place begins in, None before the first."""
        block = self.reading.block_at(span.start)
        return block.id if block else None


def anchors(text: Path, *, annotations: Path | None = None) -> Anchors:
    """Return where every target stands, of all annotation files beside the text or of the one given.

    Raises InputRefused for what is wrong with the files.
    """
    reading = load_text(text).reading
    files = [load_annotations(annotations)] if annotations else annotations_of(text)
    found = []
    for loaded in files:
        resolutions = resolve_all(loaded.annotations, reading)
        found += [
            Anchor(loaded.path, record, target, resolutions[record]) for record, target in loaded.annotations.targets()
        ]
    return Anchors(reading, tuple(sorted(found, key=_place)))


def _place(anchor: Anchor) -> tuple[bool, int, str]:
    spans = anchor.resolution.spans or anchor.resolution.rivals
    return (not spans, spans[0].start if spans else 0, anchor.id)
