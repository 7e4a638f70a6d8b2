"""When the words of claims were said, in a transcript with time codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.files import STANDARD_INPUT
from annotate.api.load import load_text
from annotate.attach.anchor import resolve_all
from annotate.errors import InputRefused
from annotate.model.timeline import Stretch

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations
    from annotate.model.text import ReadingText


def times_said(text: Path, annotations: Annotations) -> dict[str, str]:
    """Return by the id of an annotation when its words were said (`00:01:12`, or `00:01:12-00:01:15`).

    Only where the text has a timeline and the annotation a certain place in it; empty where the text cannot be read,
    which the other commands tell.
    """
    if text == STANDARD_INPUT:
        return {}
    try:
        loaded = load_text(text)
    except InputRefused:
        return {}
    if not loaded.document.timeline:
        return {}
    found = resolve_all(annotations, loaded.reading)
    times = ((name, _time(resolution, loaded.reading)) for name, resolution in found.items())
    return {name: str(time) for name, time in times if time is not None}


def _time(resolution: Resolution, reading: ReadingText) -> Stretch | None:
    if not resolution.outcome.trusted:
        return None
    blocks = [
        block
        for span in resolution.spans
        for block in (reading.block_at(span.start), reading.block_at(max(span.end - 1, span.start)))
    ]
    stretches = [block.time for block in blocks if block is not None and block.time is not None]
    if not stretches:
        return None
    ends = [stretch.end for stretch in stretches if stretch.end is not None]
    return Stretch(min(stretch.start for stretch in stretches), max(ends) if ends else None)
