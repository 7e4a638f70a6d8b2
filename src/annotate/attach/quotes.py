"""Where what evidence quotes stands in the copy of its source.

A quotation is looked up as it was typed (`match.verdict`): verbatim, but for accidents of writing, or with parts left
out. What is only like it gets no place. The target always says of which reading text it is (`reading_sha256`), since
the copy of a source can be changed without the file that quotes it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.attach import rules
from annotate.attach.anchor import resolve
from annotate.attach.carry import undecided
from annotate.attach.select import chosen, region_of, target_at
from annotate.errors import InputRefused
from annotate.match.excerpt import shortened
from annotate.match.near import WorkLimit
from annotate.match.verdict import copy_of, verdict
from annotate.model.annotation import Target

if TYPE_CHECKING:
    from annotate.match.verdict import Verdict
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Evidence
    from annotate.model.text import ReadingText, Span

OPTIONS = ("--quote-in", "--quote-occurrence")


def quote_target(
    quote: str, reading: ReadingText, *, within: str | None = None, occurrence: int | None = None, path: str
) -> Target | None:
    """Return the target of a quotation in a copy, None where the copy does not say it, or says only something like it.

    `within` is the block or turn of the copy it begins in, `occurrence` counts the places that are left from 1. Raises
    InputRefused, placed at `path`: `within` is unknown (A103), the quotation stands elsewhere (A102), at several places
    (A101) or not so often (A104).
    """
    found = verdict(quote, copy_of(reading.text), WorkLimit())
    places = _places(found)
    if not places:
        return None
    if within is not None:
        region = region_of(reading, within, path)
        left = [place for place in places if region.start <= place[0].start < region.end]
        if not left:
            block = reading.block_at(places[0][0].start)
            nearest = f"it stands in {block.id if block else '?'}"
            raise InputRefused(
                rules.ABSENT_QUOTE.at(path, quote=shortened(quote), where=f" in {within}", nearest=nearest)
            )
        places = left
    by_start = {place[0]: place for place in places}
    start = chosen(reading, quote, tuple(sorted(by_start)), occurrence, path=path, options=OPTIONS)
    targets = tuple(target_at(reading, span) for span in by_start[start])
    return undecided(targets[0] if len(targets) == 1 else Target(parts=targets), reading.sha256)


def evidence_resolution(evidence: Evidence, reading: ReadingText) -> Resolution | None:
    """Return where what evidence quotes stands in the copy of its source, as one of six outcomes.

    None where it quotes nothing. A position counts only in the reading text that its target names. A quotation without
    a target is looked for by its words, the parts of one with parts left out each by itself.
    """
    if evidence.target is not None:
        return resolve(evidence.target, reading, same_text=False)
    if evidence.quote is None or not evidence.quote.strip():
        return None
    found = verdict(evidence.quote, copy_of(reading.text), WorkLimit())
    parts = tuple(Target(exact=reading.slice(span)) for span in found.parts) if found.kind == "elided" else ()
    words = Target(parts=parts) if len(parts) > 1 else Target(exact=evidence.quote.strip())
    return resolve(words, reading, same_text=True)


def carried_target(target: Target, reading: ReadingText) -> tuple[Target, Resolution]:
    """Return a target as it is in a changed copy, and where it stands there; as it was where that is not certain."""
    words = _without_text(target)
    resolution = resolve(words, reading, same_text=False)
    if not resolution.outcome.trusted:
        return target, resolution
    targets = tuple(target_at(reading, span) for span in resolution.spans)
    return undecided(targets[0] if not target.parts else Target(parts=targets), reading.sha256), resolution


def _places(found: Verdict) -> list[tuple[Span, ...]]:
    if found.kind in {"verbatim", "normalised"}:
        return [(span,) for span in (*found.parts, *found.others)]
    return [found.parts] if found.kind == "elided" else []


def _without_text(target: Target) -> Target:
    if target.parts:
        return replace(target, parts=tuple(_without_text(part) for part in target.parts))
    return replace(target, reading_sha256=None, start=None, end=None)
