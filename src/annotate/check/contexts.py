"""Whether a passage has whole words, and around it the words that the text has there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import context_rules as rules
from annotate.check.records import described, targeted
from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised
from annotate.match.words import cuts_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding, Rule
    from annotate.model.annotation import Target
    from annotate.model.text import Span

RULES = rules.RULES
_SLACK = 32
"""Code points of the text that are looked at beyond the length of a context, for white space written otherwise."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the edges and surroundings of passages (A160 to A164).

    In a text that has changed since, other surroundings are to be expected (A150).
    """
    reading = subject.reading
    held = reading is not None and subject.annotations.text.reading_sha256 == reading.sha256
    for section, index, record in targeted(subject.annotations):
        resolution = subject.resolutions.get(record.id)
        trusted = held and resolution is not None and resolution.outcome.trusted
        spans = resolution.spans if resolution is not None and trusted else ()
        for number, piece in enumerate(record.target.pieces):
            place = (section, index, "target", *(("parts", number) if record.target.parts else ()))
            quote = piece.exact or ""
            if quote.strip() and quote.strip() != quote:
                where = "before it" if quote[0].isspace() else "behind it"
                yield _finding(subject, rules.LOOSE_SPACE, (*place, "exact"), where=where)
            elif quote.strip() and not any(map(str.isalnum, quote)):
                yield _finding(subject, rules.NO_WORD, (*place, "exact"), quote=shortened(quote))
            elif len(spans) == len(record.target.pieces) and reading is not None:
                yield from _surroundings(subject, place, piece, spans[number], reading.text)
                yield from _edges(subject, (*place, "exact"), spans[number], reading.text)


def _finding(subject: Subject, rule: Rule, place: tuple[str | int, ...], **fields: object) -> Finding:
    section, index = str(place[0]), int(place[1])
    record = described(section, getattr(subject.annotations, section)[index])
    return subject.finding(rule, *place, record=record, **fields)


def _surroundings(
    subject: Subject, place: tuple[str | int, ...], piece: Target, span: Span, text: str
) -> Iterator[Finding]:
    prefix, suffix = piece.prefix, piece.suffix
    if prefix and not text.endswith(prefix, 0, span.start):
        before = text[max(0, span.start - len(prefix) - _SLACK) : span.start]
        if not normalised(before).strip().endswith(normalised(prefix).strip()):
            found = shortened(before[-len(prefix) :])
            yield _finding(
                subject, rules.OTHER_CONTEXT, (*place, "prefix"), side="prefix", given=shortened(prefix), found=found
            )
    if suffix and not text.startswith(suffix, span.end):
        after = text[span.end : span.end + len(suffix) + _SLACK]
        if not normalised(after).strip().startswith(normalised(suffix).strip()):
            found = shortened(after[: len(suffix)])
            yield _finding(
                subject, rules.OTHER_CONTEXT, (*place, "suffix"), side="suffix", given=shortened(suffix), found=found
            )
    at_an_edge = span.start == 0 or span.end == len(text)
    if piece.start is not None and (prefix is None) != (suffix is None) and not at_an_edge:
        given, missing = ("suffix", "prefix") if prefix is None else ("prefix", "suffix")
        yield _finding(subject, rules.ONE_SIDED, (*place, given), given=given, missing=missing)


def _edges(subject: Subject, place: tuple[str | int, ...], span: Span, text: str) -> Iterator[Finding]:
    for edge, offset in (("begins", span.start), ("ends", span.end)):
        # The cheap question first: most edges stand beside a space or a stop.
        beside = text[offset - 1 : offset + 1] if offset else ""
        if len(beside) == len("ab") and beside.isalnum() and cuts_word(text, offset):
            start = max(0, offset - _SLACK)
            nearby = text[start : offset + _SLACK]
            word = next(found for found in words(nearby) if found.start < offset - start < found.end)
            yield _finding(subject, rules.CUT_WORD, place, edge=edge, word=nearby[word.start : word.end])
