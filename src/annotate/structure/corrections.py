"""Puts right what a person has corrected: blocks found again by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.draft import Draft, Kind
from annotate.structure.reshape import joined, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.diagnostics import Finding
    from annotate.model.parsing import Correction, Parsing
    from annotate.model.source import RawBlock
    from annotate.structure.draft import Sketch

_KINDS = {
    "title": Kind.TITLE,
    "subtitle": Kind.SUBTITLE,
    "byline": Kind.BYLINE,
    "date": Kind.DATE,
    "credits": Kind.CREDITS,
    "rating": Kind.RATING,
    "head": Kind.HEADING,
    "p": Kind.PARAGRAPH,
    "quote": Kind.QUOTATION,
    "list": Kind.ITEM,
    "caption": Kind.CAPTION,
    "boilerplate": Kind.BOILERPLATE,
}
_LONGEST_LABEL = 60  # code points that may stand before a turn's first words
_REASON = "corrected by hand"


def reshaped(blocks: Sequence[RawBlock], parsing: Parsing) -> tuple[tuple[RawBlock, ...], list[Finding]]:
    """Return the blocks joined and split as corrected, and a finding for each correction that finds nothing."""
    changed = list(blocks)
    findings = []
    for correction in parsing.corrections:
        if not (correction.join_next or correction.split_at):
            continue
        at = _found(correction, (block.text for block in changed))
        if at is None:
            findings.append(_lost(correction, parsing))
        elif correction.join_next and at + 1 < len(changed):
            changed[at : at + 2] = [joined(changed[at], changed[at + 1])]
        elif correction.split_at:
            cut = changed[at].text.find(correction.split_at)
            if cut > 0:
                changed[at : at + 1] = split(changed[at], cut)
            else:
                findings.append(_lost(correction, parsing))
    return tuple(changed), findings


def correct_kinds(sketch: Sketch, parsing: Parsing) -> None:
    """Make blocks what a person says they are, and turns theirs whom a person names."""
    for correction in parsing.corrections:
        if correction.kind is None and correction.speaker is None:
            continue
        at = _found(correction, (draft.text for draft in sketch.drafts))
        if at is None:
            sketch.findings.append(_lost(correction, parsing))
            continue
        draft = sketch.drafts[at]
        if correction.speaker is not None:
            _give_to(draft, sketch.drafts[at + 1 :], correction.speaker)
        elif correction.kind is not None:
            _become(draft, correction)


def _give_to(draft: Draft, following: Sequence[Draft], speaker: str) -> None:
    """Make a block the turn of a speaker; the further paragraphs of its turn go with it."""
    draft.becomes(Kind.TURN, _REASON)
    draft.speaker, draft.continues = speaker, False
    for other in following:
        if not other.continues or other.kind is not Kind.TURN:
            return
        other.speaker = speaker


def _become(draft: Draft, correction: Correction) -> None:
    kind = _KINDS[correction.kind or "p"]
    if kind is not Kind.TURN:
        draft.give_label_back()
    draft.speaker, draft.continues, draft.part = "", False, ""
    draft.becomes(kind, _REASON, (correction.subtype or "other") if kind is Kind.BOILERPLATE else "")


def _found(correction: Correction, texts: Iterable[str]) -> int | None:
    """Return the index of the first block that begins with the words, a speaker label before them allowed."""
    wanted = " ".join(correction.words.split())
    for index, text in enumerate(texts):
        if text.find(wanted, 0, len(wanted) + _LONGEST_LABEL) >= 0 and (
            text.startswith(wanted) or ":" in text[: text.find(wanted)]
        ):
            return index
    return None


def _lost(correction: Correction, parsing: Parsing) -> Finding:
    return rules.CORRECTION_LOST.at(parsing.path or "the corrections", words=correction.words[:60])
