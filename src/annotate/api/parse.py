"""From a source text to TEI."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotate import __version__
from annotate.api.files import STANDARD_INPUT, read_bytes
from annotate.api.parsing_file import overruled, parsing_path, read_parsing, write_parsing
from annotate.errors import InputRefused
from annotate.model.source import picture_addresses
from annotate.read.formats import read_source
from annotate.store import replace_file
from annotate.structure.pipeline import AS_FOUND, structure
from annotate.write import rules
from annotate.write.tei import write_tei

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.comments import PlacedComment
    from annotate.api.pictures import PictureFile
    from annotate.diagnostics import Finding
    from annotate.model.decision import Decision
    from annotate.model.document import Document
    from annotate.model.parsing import Parsing
    from annotate.model.source import SourceText


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text: the document, its TEI (UTF-8), findings, a reader's comments, and what was decided and why.

    `pictures` are the pictures of the source that are at hand; the TEI names them in `NAME.media/`.
    """

    document: Document
    tei: bytes
    findings: tuple[Finding, ...]
    comments: tuple[PlacedComment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    pictures: tuple[PictureFile, ...] = ()


def parse(source: Path, parsing: Parsing = AS_FOUND, *, name: str | None = None) -> Parsed:
    """Return the TEI of the source at `source` (`-`: standard input), parsed as `parsing` says.

    `name` is the text's, after which the folder of its pictures is called; by default the source's. The same
    bytes and the same parsing give the same TEI. Raises InputRefused where the file is no text (F101 to F110) or its
    format's reader refuses it.
    """
    beside = None if source == STANDARD_INPUT else source.parent
    return parse_bytes(read_bytes(source), str(source), parsing, name=name, beside=beside)


def parse_bytes(
    data: bytes, path: str, parsing: Parsing = AS_FOUND, *, name: str | None = None, beside: Path | None = None
) -> Parsed:
    """Return the TEI of a source; `path` is its name in findings and, where it has no title, in the header.

    `name` is the text's, by default the source's; `beside` is the folder in which pictures of the source may lie.
    """
    source, warnings = read_source(data, path, parsing.format, encoding=parsing.encoding, main_only=parsing.main_only)
    pictures: tuple[PictureFile, ...] = ()
    if any(picture_addresses(source.blocks)):
        from annotate.api.pictures import kept_pictures  # noqa: PLC0415  # only for texts with pictures

        source, pictures, told_of_pictures = kept_pictures(source, name or PurePath(path).stem, beside)
        warnings = [*warnings, *told_of_pictures]
    structured = structure(source, __version__, parsing)
    document = structured.document
    comments = _placed(source, document) if source.comments else ()
    lost = len(source.comments) - len(comments)
    told = (rules.COMMENTS_WITHOUT_PLACE.at(path, count=lost),) if lost else ()
    findings = (*warnings, *structured.findings, *told)
    return Parsed(document, write_tei(document), findings, comments, structured.decisions, pictures)


def _placed(source: SourceText, document: Document) -> tuple[PlacedComment, ...]:
    from annotate.api.comments import placed_comments  # noqa: PLC0415  # loads what edits annotations
    from annotate.model.text import reading_text  # noqa: PLC0415

    return placed_comments(source, reading_text(document))


def write_parsed(
    parsed: Parsed, source: Path, destination: Path, *, force: bool = False, write: bool = True
) -> tuple[Finding, ...]:
    """Write the TEI of a parsed text, unless that would harm a person's work; return what became of annotations.

    Raises InputRefused where the destination is the source itself (F112), a text that was edited by hand since it was
    parsed (F113), a text that annotations point at and whose words would change (F114), or no text of ours (F115);
    `force` overrules the last three. Raises WorkFailed where it cannot be written. Without `write` all is done but
    the writing.
    """
    if not destination.exists():
        if write:
            replace_file(destination, parsed.tei)
        return ()
    if source != STANDARD_INPUT and source.exists() and destination.samefile(source):
        raise InputRefused(rules.ONTO_SOURCE.at(destination))
    from annotate.api.harm import write_over  # noqa: PLC0415  # loads the reader of TEI, which a new text need not

    return write_over(parsed, destination, force=force, write=write)


def parse_to(
    source: Path, destination: Path | None, said: Parsing | None = None, *, force: bool = False, write: bool = True
) -> Parsed:
    """Parse a source as its parse file and `said` tell, write the TEI to `destination` if there is one, and return it.

    The parse file is the destination's, else the one beside the source. What `said` says is kept in that of the
    destination; a reader's comments in the source become notes. Without `write` nothing is written. Raises as `parse`
    and `write_parsed` do.
    """
    held = _held(source, destination)
    parsing = overruled(held, said) if said else held
    parsed = parse(source, parsing, name=destination.stem if destination else None)
    if destination is None:
        return parsed
    kept = _keep_pictures(parsed, source, destination, force=force) if write and parsed.pictures else ()
    followed = write_parsed(parsed, source, destination, force=force, write=write)
    if write:
        if parsed.comments:
            from annotate.api.comments import add_comments  # noqa: PLC0415

            add_comments(destination, parsed.comments)
        elsewhere = os.path.realpath(source.parent) != os.path.realpath(destination.parent)
        if source != STANDARD_INPUT and (said or (elsewhere and parsing != AS_FOUND)):
            write_parsing(parsing_path(destination), parsing, source)
    return replace(parsed, findings=(*parsed.findings, *kept, *followed))


def _keep_pictures(parsed: Parsed, source: Path, destination: Path, *, force: bool) -> tuple[Finding, ...]:
    """Write the pictures of a text that is about to be written, so that it never names one that is not there."""
    from annotate.api.pictures import write_pictures  # noqa: PLC0415

    write_parsed(parsed, source, destination, force=force, write=False)
    return tuple(write_pictures(parsed.pictures, destination, force=force))


def _held(source: Path, destination: Path | None) -> Parsing:
    """Return what the parse file of the destination says, else the one beside the source."""
    for path in (destination, None if source == STANDARD_INPUT else source):
        if path is not None and (kept := parsing_path(path)).exists():
            return read_parsing(kept)[0]
    return AS_FOUND
