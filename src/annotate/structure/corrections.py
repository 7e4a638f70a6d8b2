"""Puts right what a person has corrected: blocks found again by their words."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.draft import Kind
from annotate.structure.reshape import joined, split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.diagnostics import Finding
    from annotate.model.parsing import Correction, Parsing
    from annotate.model.source import RawBlock
    from annotate.structure.draft import Draft, Sketch

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
    "verse": Kind.VERSE,
    "stage": Kind.STAGE,
    "caption": Kind.CAPTION,
    "boilerplate": Kind.BOILERPLATE,
}
_LONGEST_LABEL = 60  # code points, white space apart, that may stand before a turn's first words
_BESIDE = frozenset((Kind.BOILERPLATE, Kind.CAPTION, Kind.PICTURE, Kind.STAGE))  # a turn goes on over these
_REASON = "corrected by hand"


def reshaped(blocks: Sequence[RawBlock], parsing: Parsing) -> tuple[tuple[RawBlock, ...], list[Finding]]:
    """Return the blocks joined and split as corrected, and a finding for each correction that finds nothing."""
    wanted = [correction for correction in parsing.corrections if correction.join_next or correction.split_at]
    changed = list(blocks)
    findings = []
    for correction in wanted:
        at = _found(correction, [_key(block.text) for block in changed])
        pieces = None if at is None else _pieces(changed[at : at + 2], correction)
        if at is None or pieces is None:
            findings.append(_lost(correction, parsing))
        else:
            changed[at : at + (2 if correction.join_next else 1)] = pieces
    return tuple(changed), findings


def _pieces(blocks: Sequence[RawBlock], correction: Correction) -> tuple[RawBlock, ...] | None:
    """Return what a block becomes, given with the next one: joined or split; None where that cannot be."""
    if correction.join_next:
        return (joined(*blocks),) if len(blocks) == 2 else None
    cut = blocks[0].text.find(correction.split_at or "")
    return split(blocks[0], cut) if cut > 0 else None


def correct_kinds(sketch: Sketch, parsing: Parsing) -> None:
    """Make blocks what a person says they are, and turns theirs whom a person names."""
    wanted = [correction for correction in parsing.corrections if correction.kind or correction.speaker]
    keys = [_key(draft.label + draft.text) for draft in sketch.drafts] if wanted else []
    for correction in wanted:
        at = _found(correction, keys)
        if at is None:
            sketch.findings.append(_lost(correction, parsing))
        elif correction.speaker is not None:
            _give_to(sketch.drafts, at, correction.speaker)
        else:
            _become(sketch.drafts, at, correction)


def _give_to(drafts: Sequence[Draft], at: int, speaker: str) -> None:
    """Make a block the turn of a speaker; the further paragraphs of its turn go with it.

    A block without a label after a turn of the same speaker goes on with that turn.
    """
    draft = drafts[at]
    before = next((other for other in reversed(drafts[:at]) if other.kind not in _BESIDE), None)
    draft.becomes(Kind.TURN, _REASON)
    same = before is not None and before.kind is Kind.TURN and before.speaker == speaker
    draft.speaker, draft.continues = speaker, same and not draft.label
    for other in _going_on(drafts, at):
        other.speaker = speaker


def _become(drafts: Sequence[Draft], at: int, correction: Correction) -> None:
    draft = drafts[at]
    kind = _KINDS[correction.kind or "p"]
    if draft.kind is Kind.TURN and not draft.continues:
        for other in _going_on(drafts, at)[:1]:
            other.continues = False  # the rest of its turn does not become the turn before
    draft.give_label_back()
    draft.speaker, draft.continues, draft.part = "", False, ""
    draft.becomes(kind, _REASON, (correction.subtype or "other") if kind is Kind.BOILERPLATE else "")


def _going_on(drafts: Sequence[Draft], at: int) -> list[Draft]:
    """Return the further paragraphs of the turn that a block begins or belongs to."""
    return list(takewhile(lambda draft: draft.kind is Kind.TURN and draft.continues, islice(drafts, at + 1, None)))


def _key(text: str) -> str:
    """Return what two writings of a text have in common: a label's space, a line's end do not matter."""
    return "".join(text.split())


def _found(correction: Correction, keys: Sequence[str]) -> int | None:
    """Return the index of the block that begins with the words, a speaker label before them if none begins so."""
    wanted = _key(correction.words)
    places = [index for index, key in enumerate(keys) if key.startswith(wanted)]
    if not places:
        limit = len(wanted) + _LONGEST_LABEL
        places = [index for index, key in enumerate(keys) if ":" in key[: key.find(wanted, 0, limit) + 1]]
    return places[correction.occurrence - 1] if 0 < correction.occurrence <= len(places) else None


def _lost(correction: Correction, parsing: Parsing) -> Finding:
    return rules.CORRECTION_LOST.at(parsing.path or "the corrections", words=correction.words[:60])
