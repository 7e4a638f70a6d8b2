"""Recognises pull quotes: words of the text that a page prints a second time to catch the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure.draft import PULL_QUOTE, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.structure.draft import Draft, Sketch

_RADIUS = 8  # blocks before and after in which the words stand
_FEWEST_WORDS = 6
_MOST_WORDS = 70
_OPENING = ("“", '"', "«", "„", "…", "...")
_SIGNS = "“”„«»\"‘’'…—–-.,!?;:"


def recognise_pull_quotes(sketch: Sketch) -> None:
    """Claim, in an interview, blocks all of whose words stand in a longer block nearby."""
    drafts = sketch.drafts
    if not any(draft.kind is Kind.TURN for draft in drafts):
        return
    plain = _Plain(drafts)
    for index, draft in enumerate(drafts):
        if not (draft.kind is None or draft.kind is Kind.QUOTATION or draft.kind is Kind.HEADING):
            continue
        if not (draft.ends_sentence or draft.stressed or draft.text.startswith(_OPENING)):
            continue
        words = plain[index].count(" ") + 1
        if not _FEWEST_WORDS <= words <= _MOST_WORDS:
            continue
        nearby = (at for at in range(max(index - _RADIUS, 0), min(index + 1 + _RADIUS, len(drafts))) if at != index)
        if any(len(plain[at]) > len(plain[index]) and plain[index] in plain[at] for at in nearby):
            draft.becomes(Kind.QUOTATION, "repeats words of a paragraph nearby, to catch the eye", PULL_QUOTE, 0.9)


class _Plain(dict[int, str]):
    """The words of blocks, by index, as they are compared: made when first asked for, since few are."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        super().__init__()
        self._drafts = drafts

    def __missing__(self, index: int) -> str:
        draft = self._drafts[index]
        text = draft.text if draft.kind is not Kind.BOILERPLATE else ""
        for sign in _SIGNS:
            text = text.replace(sign, " ")
        return self.setdefault(index, " ".join(text.casefold().split()))
