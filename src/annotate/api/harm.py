"""Writing a parsed text over an older one, unless that would harm a person's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.files import read_bytes
from annotate.errors import InputRefused
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.store import replace_file
from annotate.write import rules
from annotate.write.digest import digest_in

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.following import Following
    from annotate.api.parse import Parsed
    from annotate.diagnostics import Finding
    from annotate.model.document import Document
    from annotate.model.text import ReadingText


def write_over(parsed: Parsed, destination: Path, *, force: bool, write: bool) -> tuple[Finding, ...]:
    """Replace the text at `destination` by a parsed one, and return what became of its annotations (A110 to A112).

    Its annotation files are carried to the new words; an annotation without a certain place there waits. Raises
    InputRefused where what stands there was edited by hand since it was parsed (F113), is annotated and its words would
    change (F114), or is no text of ours (F115); `force` overrules that. Without `write` nothing is written.
    """
    data = read_bytes(destination)
    if data == parsed.tei:
        return ()
    written = _readable(data, destination)
    if not force:
        _refuse_harm(written, data, destination)
    old, new = reading_text(written) if written else None, reading_text(parsed.document)
    if old is None or old.sha256 == new.sha256:
        if write:
            replace_file(destination, parsed.tei)
        return ()
    return _with_annotations(parsed, destination, old, new, force=force, write=write)


def _with_annotations(
    parsed: Parsed, destination: Path, old: ReadingText, new: ReadingText, *, force: bool, write: bool
) -> tuple[Finding, ...]:
    from annotate.api.following import followings  # noqa: PLC0415  # loads the schema, for annotated texts only

    with followings(destination, old, new) as found:
        if found and not force:
            raise InputRefused(*_refusals(found, destination, old, new))
        if write:
            replace_file(destination, parsed.tei)
            for following in found:
                replace_file(following.path, following.data())
        return tuple(finding for following in found for finding in following.findings())


def _readable(data: bytes, path: Path) -> Document | None:
    try:
        return read_tei(data, str(path))
    except InputRefused:
        return None


def _refuse_harm(written: Document | None, data: bytes, path: Path) -> None:
    if written is None or written.metadata.provenance is None:
        raise InputRefused(rules.NOT_OURS.at(path))
    if written.metadata.provenance.text_sha256 != digest_in(data):
        raise InputRefused(rules.EDITED_BY_HAND.at(path))


def _refusals(found: list[Following], path: Path, old: ReadingText, new: ReadingText) -> list[Finding]:
    """Return that each annotation file points at the text, and what would become of its annotations."""
    before, after = _first_difference(old.text, new.text)
    refusals = []
    for following in found:
        summary = following.summary()
        named = following.path.name
        refusals.append(rules.ANNOTATED.at(path, annotations=named, old=before, new=after, summary=summary))
        refusals += list(following.findings())[1:]
    return refusals


def _first_difference(old: str, new: str, shown: int = 40) -> tuple[str, str]:
    """Return what stands at the first place where two texts differ, `shown` code points of each."""
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, at) + 1
    return old[start : start + shown], new[start : start + shown]
