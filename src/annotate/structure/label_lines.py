"""Recognises speaker labels that stand on lines of their own, above what they label."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind
from annotate.structure.labelled import introduction_before
from annotate.structure.labels import is_full, may_name
from annotate.structure.names import abbreviations
from annotate.structure.speakers import resolved

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_LABEL_WORDS = 4
_SPEAKER = lazy_pattern(r"speaker\s?[:：]\s*", re.IGNORECASE)


def attach_labels_on_lines_of_their_own(sketch: Sketch) -> None:
    """Take speaker labels that stand on lines of their own off the blocks, and set them before what they label.

    Two at least must recur, each with something to say after it.
    """
    drafts = sketch.drafts
    if any(draft.kind is Kind.TURN for draft in drafts):
        return
    lines = {
        index: _named_by(draft.text)
        for index, draft in enumerate(drafts[:-1])
        if (draft.kind is None or draft.kind is Kind.HEADING) and _label_line(_named_by(draft.text))
    }
    lines = {index: text for index, text in lines.items() if drafts[index + 1].kind is None}
    counts = Counter(text for index, text in lines.items() if index + 1 not in lines)
    labels = {text for text, count in counts.items() if count >= 2}
    if len(labels) < 2:
        return
    # "HL" twice is Harald Lund, who was named in full the first time.
    labels |= {text for text in counts if is_full(text) and abbreviations(text) & labels}
    lines = {index: text for index, text in lines.items() if text in labels}
    names = resolved(lines.values(), introduction_before(sketch, min(lines)), sketch.speakers, sketch.languages)
    machines = {lines[index] for index in lines if _SPEAKER.match(drafts[index].text)}
    names |= {name: sketch.speakers.get(name, name) for name in machines}  # "F6" is no letter for a question
    for index in sorted(lines, reverse=True):
        turn = drafts[index + 1]
        turn.label, turn.speaker = drafts[index].text, names[lines[index]]
        turn.becomes(Kind.TURN, "stands below the name of its speaker")
    sketch.drafts = [draft for index, draft in enumerate(drafts) if index not in lines]


def _named_by(line: str) -> str:
    """Return the name in a label line; a machine's transcript says "SPEAKER: F6"."""
    return _SPEAKER.sub("", line.rstrip(":： "))


def _label_line(name: str) -> bool:
    return name.count(" ") < _LONGEST_LABEL_WORDS and may_name(name) and name[-1] not in ".!?"
