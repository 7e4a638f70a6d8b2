"""Parts a paragraph that holds a question in bold or italic type and its answer after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.structure.voice import asks

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

_FEWEST = 3  # paragraphs of that form
_SHORTEST = 8  # code points of a question
_STRESS = frozenset({"emph", "hi"})


def part_questions_from_answers(sketch: Sketch) -> None:
    """Part paragraphs that begin with a stressed question and go on plain, where three at least do."""
    ends = {
        id(draft): end
        for draft in sketch.drafts
        if draft.kind is None and draft.marks and (end := _question_end(draft))
    }
    if len(ends) < _FEWEST:
        return
    parted: list[Draft] = []
    for draft in sketch.drafts:
        parted += _parted(draft, ends[id(draft)]) if id(draft) in ends else [draft]
    sketch.drafts = parted


def _question_end(draft: Draft) -> int:
    """Return where the stressed question ends that a paragraph begins with (code points), 0 if there is none."""
    text = draft.text
    for mark in draft.marks:
        if mark.start == 0 and mark.name in _STRESS and _SHORTEST <= mark.end < len(text.rstrip()):
            return mark.end if asks(text[: mark.end].rstrip()) and text[mark.end :].strip() else 0
    return 0


def _parted(draft: Draft, at: int) -> list[Draft]:
    """Return a block as two, the second beginning with the first word after offset `at`."""
    text = draft.text
    end = len(text[:at].rstrip())
    start = len(text) - len(text[at:].lstrip())
    before = replace(
        draft,
        text=text[:end],
        marks=tuple(replace(mark, end=min(mark.end, end)) for mark in draft.marks if mark.start < end),
        notes=tuple(note for note in draft.notes if note.at <= end),
        calls=tuple(call for call in draft.calls if call.end <= end),
    )
    after = replace(
        draft,
        text=text[start:],
        marks=tuple(
            replace(mark, start=max(mark.start - start, 0), end=mark.end - start)
            for mark in draft.marks
            if mark.end > start
        ),
        notes=tuple(replace(note, at=max(note.at - start, 0)) for note in draft.notes if note.at > end),
        calls=tuple(
            replace(call, start=call.start - start, end=call.end - start) for call in draft.calls if call.start >= start
        ),
    )
    return [before, after]
