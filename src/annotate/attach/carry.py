"""Writing the places of annotations in a text into them, so that they hold for the text as it is now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotate.attach.anchor import made_on
from annotate.attach.select import target_at
from annotate.model.annotation import Annotations, Target
from annotate.model.text import READING_RULE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.attach.edit import Signature
    from annotate.model.anchor import Resolution
    from annotate.model.text import ReadingText, Span

TARGETED = ("claims", "notes", "mentions", "passages")


def untrusted(resolutions: Mapping[str, Resolution]) -> dict[str, Resolution]:
    """Return the resolutions that need a person's word: all but `exact` and `moved`, in order."""
    return {name: resolution for name, resolution in resolutions.items() if not resolution.outcome.trusted}


def carried(annotations: Annotations, reading: ReadingText, resolutions: Mapping[str, Resolution]) -> Annotations:
    """Return the annotations as those of `reading`, every target filled in that has a certain place there.

    A target without one stays as it is, and says which text it was made on: under the new digest an old position that
    was never confirmed could pass for an exact one. Annotations made on `reading` stay as they are.
    """
    if made_on(annotations, reading):
        return annotations
    before = annotations.text.reading_sha256
    for section in TARGETED:
        records = tuple(
            replace(record, target=_placed(record.target, reading, resolutions[record.id].spans))
            if resolutions[record.id].outcome.trusted
            else replace(record, target=undecided(record.target, before))
            for record in getattr(annotations, section)
        )
        annotations = annotations.with_section(section, records)
    text = replace(annotations.text, reading_sha256=reading.sha256, reading_rule=READING_RULE)
    return replace(annotations, text=text)


def placed(record: Any, reading: ReadingText, spans: tuple[Span, ...], signature: Signature) -> Any:
    """Return a claim, note, mention or passage at the places a person chose for its parts, one span each.

    Where these have other words than its target, `signature` says who changed it and when.
    """
    target = _placed(record.target, reading, spans)
    if [piece.exact for piece in target.pieces] == [piece.exact for piece in record.target.pieces]:
        return replace(record, target=target)
    return replace(record, target=target, modified=signature.when, modified_by=signature.who)


def undecided(target: Target, reading_sha256: str) -> Target:
    """Return a target that says of which text (SHA-256 of its reading text, hex) its words and position are."""
    if target.parts:
        return replace(target, parts=tuple(undecided(part, reading_sha256) for part in target.parts))
    return replace(target, reading_sha256=target.reading_sha256 or reading_sha256)


def _placed(target: Target, reading: ReadingText, spans: tuple[Span, ...]) -> Target:
    if target.parts or len(spans) > 1:
        return Target(parts=tuple(target_at(reading, span) for span in spans))
    return target_at(reading, spans[0])
