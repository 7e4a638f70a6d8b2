"""Whether every annotation has its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.check import anchor_rules as rules
from annotate.check.records import described, targeted
from annotate.match.difference import shown, word_difference
from annotate.match.excerpt import shortened
from annotate.model.anchor import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding, Rule
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Target
    from annotate.model.text import ReadingText, Span

RULES = rules.RULES
_LISTED = 5


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The target of one annotation, where it stands in the file, and what resolving it has shown."""

    subject: Subject
    pointer: tuple[str | int, ...]
    record: str
    target: Target

    def finding(self, rule: Rule, *steps: str | int, **fields: object) -> Finding:
        """Return a finding at the target, or at what `steps` lead to inside it."""
        return self.subject.finding(rule, *self.pointer, *steps, record=self.record, **fields)

    @property
    def quotes(self) -> list[str]:
        """The quotation of each part."""
        return [piece.exact or "" for piece in self.target.pieces]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the targets of claims, notes, mentions and passages (A117, A150 to A159)."""
    if _changed(subject):
        yield _text_changed(subject)
    for section, index, record in targeted(subject.annotations):
        resolution = subject.resolutions.get(record.id)
        if resolution is not None and resolution.outcome is Outcome.EXACT and not record.target.parts:
            continue  # it stands where it says; that is so of nearly all
        anchor = _Anchor(subject, (section, index, "target"), described(section, record), record.target)
        malformed = list(_malformed(anchor))
        yield from malformed
        if not malformed and resolution is not None and subject.reading is not None:
            yield from _misplaced(anchor, resolution, subject.reading)


def _changed(subject: Subject) -> bool:
    return subject.reading is not None and subject.annotations.text.reading_sha256 != subject.reading.sha256


def _text_changed(subject: Subject) -> Finding:
    outcomes = [resolution.outcome for resolution in subject.resolutions.values()]
    return subject.finding(
        rules.TEXT_CHANGED,
        "text",
        "reading_sha256",
        held=sum(outcome.trusted for outcome in outcomes),
        total=len(outcomes),
        moved=outcomes.count(Outcome.MOVED),
    )


def _malformed(anchor: _Anchor) -> Iterator[Finding]:
    for number, piece in enumerate(anchor.target.pieces):
        steps = ("parts", number) if anchor.target.parts else ()
        if piece.exact is not None and not piece.exact.strip():
            yield anchor.finding(rules.BLANK_TARGET, *steps, "exact")
        if piece.start is not None and piece.end is not None and piece.end < piece.start:
            yield anchor.finding(rules.ENDS_BEFORE_START, *steps, "end", start=piece.start, end=piece.end)


def _misplaced(anchor: _Anchor, resolution: Resolution, reading: ReadingText) -> Iterator[Finding]:
    outcome, spans = resolution.outcome, resolution.spans
    if outcome is Outcome.NEAR:
        yield _near(anchor, resolution, reading)
    elif outcome is Outcome.AMBIGUOUS:
        yield anchor.finding(rules.AMBIGUOUS, places=_places(resolution.rivals, reading))
    elif outcome is Outcome.ORPHANED:
        yield anchor.finding(rules.ORPHANED, quote=shortened(" … ".join(anchor.quotes)))
    elif outcome is Outcome.NOT_SEARCHED:
        yield anchor.finding(rules.NOT_SEARCHED)
    elif outcome is Outcome.MOVED and not _changed(anchor.subject):
        # In a text that has changed passages are expected to move; there one finding counts them.
        yield anchor.finding(rules.MOVED, block=_block(spans[0], reading))
    if outcome.trusted and any(later.start < earlier.end for earlier, later in pairwise(spans)):
        yield anchor.finding(rules.PARTS_OVERLAP, "parts")


def _near(anchor: _Anchor, resolution: Resolution, reading: ReadingText) -> Finding:
    # Of several parts one may have no place; then there are no spans to show.
    block = _block(resolution.spans[0], reading) if resolution.spans else "the text"
    found = [reading.slice(span) for span in resolution.spans]
    if found == anchor.quotes:
        if any(piece.reading_sha256 for piece in anchor.target.pieces):
            return anchor.finding(rules.UNDECIDED, block=block)
        rivals = resolution.rivals
        others = f"; the same words stand in {_places(rivals, reading)}" if rivals else ""
        return anchor.finding(rules.LOOK_ALIKE, block=block, others=others)
    runs = word_difference(" … ".join(anchor.quotes), " … ".join(found))
    return anchor.finding(rules.NEAR, block=block, difference=f"“{shown(runs)}”")


def _block(span: Span, reading: ReadingText) -> str:
    block = reading.block_at(span.start)
    return block.id if block else "the text"


def _places(spans: tuple[Span, ...], reading: ReadingText) -> str:
    names = list(dict.fromkeys(_block(span, reading) for span in spans))
    shown_names = ", ".join(names[:_LISTED])
    rest = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"{shown_names}{rest}" if len(names) > 1 else f"{shown_names}, {len(spans)} times"
