"""Stanzas in a plain text: short lines that stand together and are no list, credits, address or dialogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.read.plain.lines import Line

_LONGEST_LINE = 60  # code points
_MOST_LINES = 40
_SHARE_OF_WIDTH = 0.8  # of the width a text is wrapped at; lines of verse end before they are full
_NO_VERSE = lazy_pattern(
    r"""
    [-*•‣◦▪·–—]\s | \(?\d{1,3}[.)\]:]\s | \[\d      # items, dialogue with dashes, notes
    | [^\s:：]{1,25}(?:\s[^\s:：]{1,25}){0,3}[:：](?:\s|$)     # labels of speakers, of credits
    | https?:|www\. | ©
    """,
    re.VERBOSE,
)
_FIGURES = lazy_pattern(r"\d")
_TURN = ",;:—–-"  # how a line ends that goes on in the next
_CLOSES = lazy_pattern(r"[.!?…;,—–。！？”’\"»]+$")


def is_stanza(run: Sequence[Line], width: int, before: Sequence[Line], base: int) -> bool:
    """Whether a run of lines between blank lines is verse.

    `width` is that the text is wrapped at, 0 if it is not; `before` is the run before it; `base` how far the text is
    indented. Its lines are short, begin alike and end in no prose; two of them must be set apart, too.
    """
    if not (2 <= len(run) <= _MOST_LINES) or not before or len(run[0].words) > _LONGEST_LINE:
        return False
    longest = max(len(line.words) for line in run)
    if longest > _LONGEST_LINE or (width and longest > _SHARE_OF_WIDTH * width):
        return False
    if any(_NO_VERSE.match(line.words) for line in run) or sum(bool(_FIGURES.search(line.words)) for line in run) > 1:
        return False
    words = [line.words.count(" ") + 1 for line in run]
    if sum(words) < 3 * len(run) or max(words) > 14:
        return False
    if _CLOSES.search(run[-1].words) is None:
        return False
    apart = all(line.indent >= base + 2 for line in run)
    turned = sum(line.words[-1] in _TURN for line in run[:-1])
    stops = sum(line.words[-1] in ".!?" for line in run[:-1])
    if apart or before[-1].words[-1] in ":：":
        return turned > 0 or stops < len(run) - 1 or len(run) >= 3
    return len(run) >= 3 and turned * 3 >= len(run) - 1 and stops * 2 <= len(run)
