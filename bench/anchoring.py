"""Measures what finding quotes in a long, revised text costs, and how many are found where they went.

A thousand quotes of about 120 characters, in a text of 300,000 words of which 2 % were changed; beside as many bare
`str.find` calls, and rapidfuzz over the whole text. `python -m bench.anchoring` prints its figures.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from dataclasses import replace
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

from rapidfuzz.fuzz import partial_ratio_alignment

from annotate.attach.anchor import resolve_all
from annotate.match.search import search_text
from annotate.model.annotation import Annotations, Claim, Target, TextReference
from annotate.model.text import ReadingBlock, ReadingText, Span
from bench.passages import WORD
from bench.prose import interview

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotate.model.anchor import Resolution

WORDS, QUOTES, LENGTH, CONTEXT, SHARE = 300_000, 1_000, 120, 32, 0.02
UNCHANGED = 100_000
LIMITS = {"positions": 1.0, "no positions": 3.0, "rapidfuzz": 0.01, "found": 0.99, "unchanged seconds": 1.0}
_PAIRS = 7
_SEARCHED_WHOLE = 40  # quotes; rapidfuzz over the whole text is measured by these and reckoned up to all


class Revised:
    """A text of which a share of the words was replaced, doubled or left out, and where each place of it went."""

    def __init__(self, text: str, random: Random) -> None:
        """Take the text and the source of all choices."""
        vocabulary = sorted(set(WORD.findall(text[:100_000])))
        pieces: list[tuple[int, int, str]] = []
        at = 0
        for match in WORD.finditer(text):
            if random.random() >= SHARE:
                continue
            pieces.append((at, match.start(), text[at : match.start()]))
            other, chance = random.choice(vocabulary), random.random()
            if chance < 0.6:
                pieces.append((*match.span(), other))
            elif chance < 0.8:
                pieces += [(*match.span(), match.group()), (match.end(), match.end(), f" {other}")]
            else:
                pieces.append((*match.span(), ""))
            at = match.end()
        pieces.append((at, len(text), text[at:]))
        self.text = "".join(piece for _, _, piece in pieces)
        self._pieces: list[tuple[int, int, int, int]] = []
        length = 0
        for start, end, piece in pieces:
            self._pieces.append((start, end, length, length + len(piece)))
            length += len(piece)
        self._starts = [piece[0] for piece in self._pieces]

    def fate(self, passage: Span) -> Span:
        """Return where a passage that begins and ends with words went."""
        first = self._pieces[bisect_right(self._starts, passage.start) - 1]
        last = self._pieces[bisect_right(self._starts, passage.end - 1) - 1]
        start = first[2] + passage.start - first[0]
        end = last[3] if passage.end == last[1] else last[2] + passage.end - last[0]
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)


def quoted(text: str, random: Random) -> list[Span]:
    """Return passages of at least LENGTH characters that begin and end with words."""
    words = [match.span() for match in WORD.finditer(text)]
    found = []
    for _ in range(QUOTES):
        first = random.randrange(len(words) - LENGTH)
        start = words[first][0]
        found.append(Span(start, next(end for _, end in words[first:] if end - start >= LENGTH)))
    return found


def figures() -> dict[str, Any]:
    """Return the cost beside each peer, how many were right, and what is above its limit."""
    random = Random(1)
    old = interview(WORDS)
    revised, passages = Revised(old, random), quoted(old, random)
    text, reading = revised.text, _reading(revised.text)
    targets = [_target(old, passage) for passage in passages]
    placed = _annotations(_reading(old), targets)
    unplaced = _annotations(_reading(old), [replace(target, start=None, end=None) for target in targets])
    pairs: dict[str, list[float]] = {"positions": [], "no positions": [], "rapidfuzz": []}
    resolve_all(placed, reading)  # imports what is imported at the first need
    whole = _seconds(
        lambda: [partial_ratio_alignment(target.exact or "", text) for target in targets[:_SEARCHED_WHOLE]]
    )
    seconds = []
    for _ in range(_PAIRS):
        bare = _seconds(lambda: [text.find(target.exact or "") for target in targets])
        with_positions = _seconds(lambda: resolve_all(placed, reading))
        without = _seconds(lambda: resolve_all(unplaced, reading))
        pairs["positions"].append(with_positions / bare)
        pairs["no positions"].append(without / bare)
        pairs["rapidfuzz"].append(max(with_positions, without) / (whole * QUOTES / _SEARCHED_WHOLE))
        seconds.append(with_positions)
    report: dict[str, Any] = {name: median(ratios) for name, ratios in pairs.items()} | {"seconds": median(seconds)}
    report |= _rightness(resolve_all(unplaced, reading), [revised.fate(passage) for passage in passages])
    report["unchanged seconds"] = _unchanged(reading, random)
    return report | {"above_limit": list(_above(report))}


def _above(report: Mapping[str, Any]) -> list[str]:
    above = [
        f"anchors, {name}: {report[name]:.3f} is {'below' if name == 'found' else 'above'} {limit}"
        for name, limit in LIMITS.items()
        if (report[name] < limit if name == "found" else report[name] > limit)
    ]
    return above + ([f"anchors: {report['wrong']} silently wrong"] if report["wrong"] else [])


def _rightness(resolutions: Mapping[str, Resolution], fates: list[Span]) -> dict[str, float]:
    """Return the share found (nine tenths of the place in common), and how many were trusted at another place."""
    found = wrong = 0
    for resolution, fate in zip(resolutions.values(), fates, strict=True):
        span = resolution.spans[0] if resolution.spans else Span(0, 0)
        common = min(span.end, fate.end) - max(span.start, fate.start)
        right = common >= 0.9 * (max(span.end, fate.end) - min(span.start, fate.start))
        found += right
        wrong += resolution.outcome.trusted and span != fate
    return {"found": found / len(fates), "wrong": wrong}


def _unchanged(reading: ReadingText, random: Random) -> float:
    """Return the seconds that resolving many targets on the very text they were made on takes."""
    starts = (random.randrange(len(reading.text) - LENGTH) for _ in range(UNCHANGED))
    targets = [_target(reading.text, Span(start, start + LENGTH)) for start in starts]
    made = _annotations(reading, targets)
    return _seconds(lambda: resolve_all(made, reading))


def _seconds(work: Callable[[], object]) -> float:
    search_text.cache_clear()  # so that the index is paid for each time
    start = process_time()
    work()
    return process_time() - start


def _reading(text: str) -> ReadingText:
    return ReadingText(text, (ReadingBlock("b1", Span(0, len(text))),))


def _target(text: str, span: Span) -> Target:
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Target(text[span.start : span.end], before or None, after or None, span.start, span.end)


def _annotations(reading: ReadingText, targets: list[Target]) -> Annotations:
    claims = tuple(Claim(f"c-{number:06d}", target, "factual") for number, target in enumerate(targets))
    return Annotations(TextReference("text.xml", reading.sha256), claims=claims)


if __name__ == "__main__":
    json.dump(figures(), sys.stdout, indent=2)
