"""Recognises the time codes of a transcript in plain text: "[00:01:12] ADA: ...", "00:01:12 Ada Quill" on a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind
from annotate.structure.speakers import resolved

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

_CODE = r"(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:[.,]\d{1,3})?"
_LONG_CODE = r"\d{1,3}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?"
_TO = r"\s?(?:-->|[-–—])\s?"
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]*(?: (?:[^\W\d_a-zß-öø-ÿ]|\d)[\w.'’\-]*){0,3}"
# A short code counts only between brackets or behind a name: "10:30 Coffee" is a programme.
_BEFORE = lazy_pattern(
    rf"(?:[\[(<{{](?P<a>{_CODE})(?:{_TO}(?P<b>{_CODE}))?[\])>}}]|(?P<c>{_LONG_CODE})(?:{_TO}(?P<d>{_LONG_CODE}))?)"
    rf"(?:\s*[:：\-–—](?=\s|\Z))?(?:\s+|\Z)(?:(?P<name>{_NAME})\s?(?:[:：](?:\s+|\Z)|\Z))?"
)
_BEHIND = lazy_pattern(
    rf"(?P<name>{_NAME})(?:\s?[,|–—-])?\s?(?:[\[(](?P<a>{_CODE})[\])]\s?[:：]?(?:\s+|\Z)|(?P<c>{_CODE})\s?[:：]?\Z)"
)
_LONGEST_LABEL = 90  # code points
_FEWEST = 3  # codes make a transcript
_FORWARD = 0.9  # of them go forward in time
_CARRIED = 0.7  # how sure it is that a code without a name in between leaves the speaker as he was


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A time code at the start of a block: its seconds, the name beside it, and the length of both."""

    start: float
    end: float | None
    name: str
    length: int


def recognise_time_codes(sketch: Sketch) -> None:
    """Claim the blocks that begin with a time code as turns with that time; code and name become the label.

    Three codes at least, going forward, make a transcript. A code on a line of its own belongs to the block below it.
    """
    stamps = {index: stamp for index, draft in sketch.open() if (stamp := _stamp(draft.text)) is not None}
    if len(stamps) < _FEWEST:
        return
    steps = [before.start <= after.start for before, after in pairwise(stamps.values())]
    if sum(steps) < _FORWARD * len(steps):
        return
    _below_their_lines(sketch, stamps)
    names = _full_names(sketch, stamps)
    speaker = ""
    for index, stamp in stamps.items():
        draft = sketch.drafts[index]
        draft.speaker = speaker = names.get(stamp.name, speaker)
        end = {} if stamp.end is None else {"end": f"{stamp.end:.3f}"}
        draft.attributes = {**draft.attributes, "start": f"{stamp.start:.3f}", **end}
        if stamp.name or not speaker:
            draft.becomes(Kind.TURN, f"begins with the time code “{draft.label}”")
        else:
            draft.becomes(Kind.TURN, "begins with a time code, and no other speaker is named", certainty=_CARRIED)


def _below_their_lines(sketch: Sketch, stamps: dict[int, _Stamp]) -> None:
    """Take the labels off the blocks; one that is all its block has goes to the block below. `stamps` move along."""
    kept: list[Draft] = []
    moved: dict[int, _Stamp] = {}
    waiting: tuple[str, _Stamp] | None = None
    for index, draft in enumerate(sketch.drafts):
        stamp = stamps.get(index)
        if waiting is not None:
            draft.label, moved[len(kept)] = waiting
            waiting = None
        elif stamp is not None and draft.text[stamp.length :]:
            draft.cut_label(stamp.length)
            moved[len(kept)] = stamp
        elif stamp is not None and _is_words(sketch, stamps, index + 1):
            waiting = (draft.text, stamp)
            continue
        kept.append(draft)
    sketch.drafts = kept
    stamps.clear()
    stamps.update(moved)


def _is_words(sketch: Sketch, stamps: dict[int, _Stamp], index: int) -> bool:
    return index < len(sketch.drafts) and index not in stamps and sketch.drafts[index].kind is None


def _full_names(sketch: Sketch, stamps: dict[int, _Stamp]) -> dict[str, str]:
    before = "\n".join(draft.text for draft in sketch.drafts[: min(stamps, default=0)])
    return resolved((stamp.name for stamp in stamps.values() if stamp.name), before, sketch.speakers, sketch.languages)


def _stamp(text: str) -> _Stamp | None:
    colon = text.find(":", 0, _LONGEST_LABEL)
    if colon < 0 or not (text[colon - 1 : colon].isdecimal() and text[colon + 1 : colon + 2].isdecimal()):
        return None  # no name has a colon, so the first must be that of the code
    found = _BEFORE.match(text) or _BEHIND.match(text)
    if found is None:
        return None
    parts = found.groupdict()
    end = parts.get("b") or parts.get("d")
    return _Stamp(_seconds(parts["a"] or parts["c"]), _seconds(end) if end else None, parts["name"] or "", found.end())


def _seconds(code: str) -> float:
    total = 0.0
    for part in code.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
