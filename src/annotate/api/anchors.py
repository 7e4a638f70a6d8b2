"""Where every target of a text's annotations stands, in the text or the copy of a source: outcome, place and rivals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api.following import annotations_of
from annotate.api.load import load_annotations, load_text
from annotate.api.quotations import copies_cited, evidence_resolutions
from annotate.attach.anchor import resolve_all
from annotate.match.difference import brief_difference
from annotate.model.annotation import Target

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations
    from annotate.model.anchor import Resolution
    from annotate.model.text import ReadingText, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """One target, and where it stands.

    Attributes:
        file: the annotation file it is in.
        id: the claim, note, mention, passage or evidence it belongs to.
        target: the words that were quoted, and their context.
        resolution: one of the six outcomes, with score, place and rivals.
        reading: the reading text it lies in.
        source: the source in whose copy it lies, None in the text.
    """

    file: Path
    id: str
    target: Target
    resolution: Resolution
    reading: ReadingText
    source: str | None = None

    @property
    def quotes(self) -> list[str]:
        """The words of each part."""
        return [piece.exact or "" for piece in self.target.pieces]

    @property
    def difference(self) -> str:
        """Word by word how the place differs from the quote; "" where it does not or there is none."""
        found = [self.reading.slice(span) for span in self.resolution.spans]
        return brief_difference(self.quotes, found) if found and found != self.quotes else ""

    def block(self, span: Span) -> str | None:
        """Return the id of the block a place begins in, None before the first."""
        block = self.reading.block_at(span.start)
        return block.id if block else None


def anchors(text: Path, *, annotations: Path | None = None) -> tuple[Anchor, ...]:
    """Return where every target stands, of all annotation files beside the text or of the one given.

    Those in the text come first, in the order of their places; then by source those in copies, of evidence that quotes
    something and whose source has a copy in order. In each, those without a place come last.

    Raises InputRefused for what is wrong with the files.
    """
    reading = load_text(text).reading
    files = [load_annotations(annotations)] if annotations else annotations_of(text)
    found = []
    for loaded in files:
        resolutions = resolve_all(loaded.annotations, reading)
        found += [
            Anchor(loaded.path, record, target, resolutions[record], reading)
            for record, target in loaded.annotations.targets()
        ]
        found += _in_copies(loaded)
    return tuple(sorted(found, key=_place))


def _in_copies(loaded: LoadedAnnotations) -> list[Anchor]:
    """Return where what evidence quotes stands in the copies of its sources."""
    copies = copies_cited(loaded)
    resolutions = evidence_resolutions(loaded.annotations, copies)
    anchored = []
    for claim in loaded.annotations.claims:
        for item in claim.evidence:
            reading = copies[item.source].reading if item.id in resolutions else None
            if reading is not None:
                target = item.target or Target(exact=item.quote)
                anchored.append(Anchor(loaded.path, item.id, target, resolutions[item.id], reading, item.source))
    return anchored


def _place(anchor: Anchor) -> tuple[str, bool, int, str]:
    spans = anchor.resolution.spans or anchor.resolution.rivals
    return (anchor.source or "", not spans, spans[0].start if spans else 0, anchor.id)
