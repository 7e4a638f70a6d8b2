"""Whether the copies of sources are what their records say, and say what evidence quotes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import copy_rules as rules
from annotate.match.difference import brief_difference
from annotate.match.excerpt import shortened
from annotate.match.near import WorkLimit
from annotate.match.verdict import Copy, verdict
from annotate.model.anchor import Outcome
from annotate.model.locator_value import contradicts
from annotate.model.source_copy import CopyState
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding, Rule
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Evidence
    from annotate.model.source_copy import SourceCopy
    from annotate.model.text import ReadingText

RULES = rules.RULES
_LISTED = 5
_SAYS_IT = frozenset({"verbatim", "normalised", "elided"})
_WRONG: dict[CopyState, Rule] = {
    CopyState.MISSING: rules.MISSING,
    CopyState.CHANGED: rules.CHANGED,
    CopyState.OUTSIDE: rules.OUTSIDE,
    CopyState.UNREADABLE: rules.UNREADABLE,
    CopyState.REWORDED: rules.REWORDED,
}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with copies of sources and with quotations from them (S130 to S142)."""
    yield from copy_findings(subject)
    for index, claim in enumerate(subject.annotations.claims):
        for number, evidence in enumerate(claim.evidence):
            copy = subject.copies.get(evidence.source)
            resolution = subject.quotations.get(evidence.id)
            if copy is not None and copy.reading is not None and resolution is not None:
                quotation = _Quotation(subject, ("claims", index, "evidence", number), evidence, copy, copy.reading)
                yield from quotation.findings(resolution)


def copy_findings(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the copies of the file's own sources (S130 to S136)."""
    files: dict[str, str] = {}
    for index, source in enumerate(subject.annotations.sources):
        copy = subject.copies.get(source.id)
        if source.copy is None or copy is None:
            continue
        rule = _WRONG.get(copy.state)
        if rule is None and copy.reading is None:
            rule = rules.NOT_SEARCHABLE
        if rule is not None:
            reason = f" ({copy.reason})" if copy.reason and rule is rules.REWORDED else copy.reason
            yield subject.finding(
                rule, "sources", index, "copy", "file", id=source.id, file=source.copy.file, reason=reason
            )
        other = files.setdefault(source.copy.sha256, source.id)
        if other != source.id:
            yield subject.finding(rules.SHARED, "sources", index, "copy", "file", id=source.id, other=other)


class _Quotation:
    """What evidence quotes, where it stands in the file, and the copy it is from."""

    def __init__(
        self,
        subject: Subject,
        pointer: tuple[str | int, ...],
        evidence: Evidence,
        copy: SourceCopy,
        reading: ReadingText,
    ) -> None:
        self._subject, self._pointer, self._evidence, self._copy = subject, pointer, evidence, copy
        self._reading = reading
        target = evidence.target
        self._words = [piece.exact or "" for piece in target.pieces] if target else [evidence.quote or ""]

    def findings(self, resolution: Resolution) -> Iterator[Finding]:
        """Yield what is wrong with its place, and with what it says there."""
        evidence, reading = self._evidence, self._reading
        if resolution.outcome is Outcome.ORPHANED:
            yield self._finding(rules.QUOTE_ABSENT, quote=shortened(" … ".join(self._words)))
        elif resolution.outcome is Outcome.NOT_SEARCHED and any(word.strip() for word in self._words):
            yield self._finding(rules.QUOTE_NOT_SEARCHED)
        elif spans := resolution.spans or resolution.rivals[:1]:
            found = [reading.slice(span) for span in spans]
            if not self._says(spans, found):
                yield self._said_otherwise(spans, found)
            elif resolution.outcome.trusted or (evidence.target is None and resolution.outcome is Outcome.NEAR):
                yield from self._located(spans)
            else:
                yield self._finding(rules.QUOTE_UNSURE, places=self._blocks((*resolution.spans, *resolution.rivals)))

    def _says(self, spans: Sequence[Span], found: list[str]) -> bool:
        """Whether the copy says there what was quoted."""
        quote = self._evidence.quote
        if quote is None or not quote.strip():
            return found == self._words
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        return verdict(quote, Copy(self._reading.slice(whole)), WorkLimit()).kind in _SAYS_IT

    def _said_otherwise(self, spans: Sequence[Span], found: list[str]) -> Finding:
        quote = self._evidence.quote
        if quote is not None and self._evidence.target is not None and found == self._words:
            return self._finding(rules.QUOTE_ELSEWHERE, quote=shortened(quote), found=shortened(" … ".join(found)))
        difference = brief_difference([quote] if quote else self._words, found)
        return self._finding(rules.QUOTE_NEAR, place=f" in {self._blocks(spans)}", difference=difference)

    def _located(self, spans: Sequence[Span]) -> Iterator[Finding]:
        locator, count = self._evidence.locator, self._copy.count
        if locator is None or count is None:
            return
        place = count.place(spans)
        if contradicts(place, locator):
            actual = place.time if locator.label == "timestamp" else ", ".join(place.pages)
            yield self._finding(
                rules.LOCATOR_DISAGREES, "locator", label=locator.label, value=locator.value, actual=actual
            )

    def _blocks(self, spans: Sequence[Span]) -> str:
        found = (self._reading.block_at(span.start) for span in spans)
        names = list(dict.fromkeys(block.id for block in found if block))
        return ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "")

    def _finding(self, rule: Rule, *steps: str, **fields: object) -> Finding:
        evidence = self._evidence
        place = steps or (("quote",) if evidence.quote is not None else ("target",))
        return self._subject.finding(rule, *self._pointer, *place, id=evidence.id, source=evidence.source, **fields)
