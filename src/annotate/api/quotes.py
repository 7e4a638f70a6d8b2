"""The quotations of a text and of its evidence, held against the copies of the sources; and what it has unquoted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotate.api.following import annotations_of
from annotate.api.library import library_path, load_library
from annotate.api.load import load_annotations, load_text
from annotate.api.quotations import copies_below, evidence_resolutions
from annotate.api.settings import settings_for
from annotate.attach.anchor import resolve_all
from annotate.check.copies import check as copies_check
from annotate.check.quotation_rules import REUSED
from annotate.check.quotations import is_said_by_same, quotation_findings
from annotate.check.quotations_compared import KINDS, Compared, compared
from annotate.check.quotations_copy import copy_texts
from annotate.check.quotations_reused import reused
from annotate.check.subject import Subject
from annotate.check.suppress import Selection, Suppressions
from annotate.diagnostics import in_order
from annotate.match.excerpt import shortened
from annotate.match.reuse import LEAST_WORDS
from annotate.model.document import leaves
from annotate.model.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.check.quotations_copy import CopyText
    from annotate.check.quotations_reused import Reused
    from annotate.diagnostics import Finding
    from annotate.model.text import ReadingText, Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as it was compared, and where it is.

    Attributes:
        compared: the quotation and the verdict.
        block: the block of the text it begins in, "" for what evidence quotes.
        found: what the copy has there, part by part; none where nothing like it is there.
        same_speaker: whether who says it there can be who says it by the text; None where one of them is not known.
    """

    compared: Compared
    block: str
    found: tuple[str, ...]
    same_speaker: bool | None


@dataclass(frozen=True, slots=True)
class Quotes:
    """What comparing has shown.

    Attributes:
        reading: the text's reading text.
        quoted: the quotations of the text in its order, then those of evidence in their files' order.
        reused: what the text has from copies without quotation marks; None where that was not asked.
        findings: what is wrong, in the order of files and places, as far as the project's settings report it.
        copies: how many copies there were to hold it against.
    """

    reading: ReadingText
    quoted: tuple[Quoted, ...]
    reused: tuple[Reused, ...] | None
    findings: tuple[Finding, ...]
    copies: int


def quotes(text: Path, *, annotations: Path | None = None, reuse: bool = False, least: int = LEAST_WORDS) -> Quotes:
    """Return the verdicts on all quotations of a text and of its evidence.

    Sources are those of all annotation files beside the text, or of the one given, and of the project's library. With
    `reuse`, passages of at least `least` words are looked for that stand in a copy and in no quotation marks. Raises
    InputRefused for what is wrong with the files; ValueError for `least` below 1.
    """
    loaded = load_text(text)
    hands = [load_annotations(annotations)] if annotations else annotations_of(text)
    judged: list[Quoted] = []
    findings: list[Finding] = []
    all_copies: dict[str, CopyText] = {}
    for subject in (_subject(loaded, hand) for hand in hands):
        copies = copy_texts(subject)
        found = compared(subject, copies)
        findings += quotation_findings(subject, found)
        findings += copies_check(subject)
        judged += (_quoted(one, copies) for one in found)
        all_copies.update(copies)
    unquoted = None
    if reuse:
        unquoted = reused(loaded.document, loaded.reading, all_copies, least)
        findings += _reuse_findings(loaded, unquoted)
    kept = tuple(_once(judged)) if hands else tuple(_uncompared(loaded))
    reported = Suppressions(settings_for(text.parent)).reported(dict.fromkeys(findings), Selection())
    return Quotes(loaded.reading, kept, unquoted, tuple(in_order(reported)), len(all_copies))


def _subject(text: LoadedText, hand: LoadedAnnotations) -> Subject:
    folder = hand.path.parent
    path = library_path(folder)
    library = load_library(path).library
    held = hand.annotations
    own = {source.id for source in held.sources}
    shared = [source for source in library.sources if source.id not in own]
    copies = {**copies_below(shared, path.parent), **copies_below(held.sources, folder)}
    return Subject(
        hand.json,
        held,
        datetime.now(UTC).date(),
        text.path.name,
        text.document,
        text.reading,
        resolve_all(held, text.reading),
        library=library,
        copies=copies,
        quotations=evidence_resolutions(held, copies),
    )


def _quoted(one: Compared, copies: Mapping[str, CopyText]) -> Quoted:
    copy = copies.get(one.source)
    found = tuple(copy.reading.slice(part) for part in one.verdict.parts) if copy is not None else ()
    known = bool(one.said_here and one.said_there)
    block = one.quotation.block if one.quotation is not None else ""
    return Quoted(one, block, found, is_said_by_same(one) if known else None)


def _once(judged: Sequence[Quoted]) -> list[Quoted]:
    """Return each quotation of the text once, though several annotation files have sources for it."""
    by_place: dict[tuple[Span, ...], Quoted] = {}
    for one in judged:
        if one.compared.quotation is not None:
            parts = one.compared.quotation.parts
            by_place[parts] = min(by_place.get(parts, one), one, key=_rank)
    return [*by_place.values(), *(one for one in judged if one.compared.quotation is None)]


def _rank(one: Quoted) -> tuple[int, bool]:
    return KINDS.index(one.compared.kind), not one.compared.cited


def _uncompared(text: LoadedText) -> list[Quoted]:
    """Return the quotations of a text without annotations, and so without sources."""
    found = quotations(text.document, text.reading)
    return [_quoted(Compared.without_copy(one, text.reading, text.document), {}) for one in found]


def _reuse_findings(text: LoadedText, unquoted: Sequence[Reused]) -> list[Finding]:
    lines = {block.id: block.line for block, _ in leaves(text.document.parts)}
    found = []
    for one in unquoted:
        block = text.reading.block_at(one.span.start)
        line = max(lines.get(block.id, 1), 1) if block else 1
        quote = shortened(text.reading.slice(one.span))
        place = f" in {one.place}" if one.place else ""
        found.append(REUSED.at(text.path, line, 1, words=one.words, source=one.source, place=place, quote=quote))
    return found
