"""Recognises the turns of a transcript with time codes: each block that has one is a turn, whoever speaks it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind
from annotate.structure.timeline import is_timed

if TYPE_CHECKING:
    import re

    from annotate.structure.draft import Draft, Sketch

_CHANGE = r"(?:(?:[-‐–—]|>>+)\s*)?"  # the sign of a change of speakers
_CAPITALS = lazy_pattern(rf"{_CHANGE}(?P<name>[^\W\d_a-zß-öø-ÿ](?:[^\W_a-zß-öø-ÿ]|[ .'’#&\-])*?)\s?[:：]\s+(?!\d)")
_NAME = lazy_pattern(
    rf"{_CHANGE}(?P<name>[^\W\d_a-zß-öø-ÿ][\w.'’\-]*(?: (?:[^\W\d_a-zß-öø-ÿ]|\d)[\w.'’\-]*){{0,3}})\s?[:：]\s+"
)
_LONGEST_LABEL = 40  # code points


def recognise_timed_turns(sketch: Sketch) -> None:
    """Claim every block with a time code as a turn, and take the speaker labels off those that begin with one.

    In capitals ("MAN: Hello.") two such lines in the whole text make labels; in lower case two names must alternate,
    each of them twice. What bears no label is nobody's: it may be the next speaker's.
    """
    timed = [draft for draft in sketch.drafts if is_timed(draft) and draft.kind is None]
    if not timed:
        return
    labels = _labels(timed)
    for draft in timed:
        label = labels.get(id(draft))
        if label is None:
            draft.becomes(Kind.TURN, "stands under a time code")
            continue
        draft.speaker = sketch.speakers.get(label["name"], label["name"])
        draft.cut_label(label.end())
        draft.becomes(Kind.TURN, f"stands under a time code and begins with the speaker label “{draft.label}”")


def _labels(timed: list[Draft]) -> dict[int, re.Match[str]]:
    """Return the labels that are speakers', by the identity of their blocks."""
    capitals = {id(draft): found for draft in timed if (found := _label(_CAPITALS, draft.text))}
    names = {id(draft): found for draft in timed if (found := _label(_NAME, draft.text))}
    counts = Counter(found["name"] for found in names.values())
    recurring = {name for name, count in counts.items() if count > 1}
    accepted = capitals if len(capitals) > 1 else {}
    if len(recurring) > 1:
        accepted |= {key: found for key, found in names.items() if found["name"] in recurring}
    return accepted


def _label(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = pattern.match(text, 0, _LONGEST_LABEL)
    return found if found and text[found.end() :] else None
