"""From a source text to TEI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate import __version__
from annotate.api.load import STANDARD_INPUT, annotations_path, read_bytes
from annotate.errors import InputRefused
from annotate.model.text import reading_text
from annotate.read.plain import read_plain
from annotate.read.tei import read_tei
from annotate.store import replace_file
from annotate.structure.pipeline import structure
from annotate.write import rules
from annotate.write.tei import digest_in, write_tei

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.diagnostics import Finding
    from annotate.model.document import Document


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text: the document, its TEI (UTF-8) and what the parser is not sure of."""

    document: Document
    tei: bytes
    findings: tuple[Finding, ...]


def parse(source: Path) -> Parsed:
    """Return the TEI of the plain text at `source` (`-`: standard input).

    The same bytes give the same TEI. Raises InputRefused where the file is no text (F101 to F110).
    """
    return parse_bytes(read_bytes(source), str(source))


def parse_bytes(data: bytes, path: str) -> Parsed:
    """Return the TEI of a plain text; `path` is its name in findings and, where it has no title, in the header."""
    source, warnings = read_plain(data, path)
    document, unsure = structure(source, __version__)
    return Parsed(document, write_tei(document), (*warnings, *unsure))


def write_parsed(parsed: Parsed, source: Path, destination: Path, *, force: bool = False) -> None:
    """Write the TEI of a parsed text, unless that would harm a person's work.

    Raises InputRefused where the destination is the source itself (F112), a text that was edited by hand since it was
    parsed (F113), a text that annotations point at and whose words would change (F114), or no text of ours (F115);
    `force` overrules the last three. Raises WorkFailed where it cannot be written.
    """
    if destination.exists() and source != STANDARD_INPUT and source.exists() and destination.samefile(source):
        raise InputRefused(rules.ONTO_SOURCE.at(destination))
    if destination.exists() and not force:
        _refuse_harm(parsed, destination)
    replace_file(destination, parsed.tei)


def _refuse_harm(parsed: Parsed, destination: Path) -> None:
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
