"""Whether writing a parsed text anew would harm a person's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.files import annotations_path, read_bytes
from annotate.errors import InputRefused
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.write import rules
from annotate.write.digest import digest_in

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.parse import Parsed


def refuse_harm(parsed: Parsed, destination: Path) -> None:
    """Raise InputRefused where writing a parsed text would harm what stands at `destination`.

    That is a text edited by hand since it was parsed (F113), a text that annotations point at and whose words would
    change (F114), or no text of ours (F115).
    """
    data = read_bytes(destination)
    if data == parsed.tei:
        return
    try:
        written = read_tei(data, str(destination))
    except InputRefused:
        raise InputRefused(rules.NOT_OURS.at(destination)) from None
    provenance = written.metadata.provenance
    if provenance is None:
        raise InputRefused(rules.NOT_OURS.at(destination))
    if provenance.text_sha256 != digest_in(data):
        raise InputRefused(rules.EDITED_BY_HAND.at(destination))
    old, new = reading_text(written), reading_text(parsed.document)
    annotations = annotations_path(destination)
    if annotations.exists() and old.sha256 != new.sha256:
        before, after = _first_difference(old.text, new.text)
        raise InputRefused(rules.ANNOTATED.at(destination, annotations=annotations.name, old=before, new=after))


def _first_difference(old: str, new: str, shown: int = 40) -> tuple[str, str]:
    """Return what stands at the first place where two texts differ, `shown` code points of each."""
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, at) + 1
    return old[start : start + shown], new[start : start + shown]
