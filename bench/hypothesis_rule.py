"""The rule by which the annotator Hypothesis anchors a quote, as a baseline.

After `src/annotator/anchoring/match-quote.ts` of hypothesis/client: errors up to half the quote, at most 256; quote,
prefix, suffix and position weigh 50, 20, 20 and 2; the best candidate is taken. Verbatim places hide all others, and of
the rest only those with the fewest errors are candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import edlib

from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.model.annotation import Target

_MOST_ERRORS = 256
_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2


def anchored(target: Target, text: str) -> Span | None:
    """Return where the rule puts a target in a text, or None."""
    quote = target.exact or ""
    found = _search(text, quote, min(_MOST_ERRORS, len(quote) // 2))
    scored = [(_score(target, text, span, errors), span) for span, errors in found]
    return max(scored, key=lambda item: item[0])[1] if scored else None


def _score(target: Target, text: str, span: Span, errors: int) -> float:
    prefix, suffix = target.prefix or "", target.suffix or ""
    before, after = text[max(0, span.start - len(prefix)) : span.start], text[span.end : span.end + len(suffix)]
    score = _QUOTE * (1 - errors / len(target.exact or " "))
    score += _PREFIX * (_likeness(before, prefix) if prefix else 1)
    score += _SUFFIX * (_likeness(after, suffix) if suffix else 1)
    if target.start is not None:
        score += _POSITION * (1 - abs(span.start - target.start) / len(text))
    return score


def _likeness(text: str, wanted: str) -> float:
    found = _search(text, wanted, len(wanted)) if text else []
    return 1 - found[0][1] / len(wanted) if found else 0.0


def _search(text: str, wanted: str, most: int) -> list[tuple[Span, int]]:
    """Return the verbatim places, else those with the fewest errors, and these."""
    places = []
    at = text.find(wanted)
    while at >= 0:
        places.append((Span(at, at + len(wanted)), 0))
        at = text.find(wanted, at + 1)
    if places:
        return places
    found = edlib.align(wanted, text, mode="HW", task="locations", k=most)
    if found["editDistance"] < 0:
        return []
    return [(Span(start or 0, end + 1), found["editDistance"]) for start, end in found["locations"]]
