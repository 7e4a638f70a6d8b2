"""Writing certain places back into targets, so that they hold for the text as it is now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.attach.select import target_at
from annotate.model.annotation import Annotations, Target
from annotate.model.text import READING_RULE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.model.anchor import Resolution
    from annotate.model.text import ReadingText, Span

TARGETED = ("claims", "notes", "mentions", "passages")


def untrusted(resolutions: Mapping[str, Resolution]) -> dict[str, Resolution]:
    """Return the resolutions that need a person's word: all but `exact` and `moved`, in order."""
    return {name: resolution for name, resolution in resolutions.items() if not resolution.outcome.trusted}


def carried(annotations: Annotations, reading: ReadingText, resolutions: Mapping[str, Resolution]) -> Annotations:
    """Return the annotations with every target filled in for `reading`, and its digest.

    Only for annotations whose every resolution is trusted: under the new digest an old position that was never
    confirmed could pass for an exact one. Raises ValueError otherwise.
    """
    if untrusted(resolutions):
        raise ValueError("annotations with uncertain anchors cannot be carried to another text")
    for section in TARGETED:
        records = tuple(
            replace(record, target=_filled(record.target, reading, resolutions[record.id].spans))
            for record in getattr(annotations, section)
        )
        annotations = annotations.with_section(section, records)
    text = replace(annotations.text, reading_sha256=reading.sha256, reading_rule=READING_RULE)
    return replace(annotations, text=text)


def _filled(target: Target, reading: ReadingText, spans: tuple[Span, ...]) -> Target:
    if target.parts:
        return Target(parts=tuple(target_at(reading, span) for span in spans))
    return target_at(reading, spans[0])
