"""What a text quotes, and what evidence quotes, held against the copies of the sources.

A quotation of the text is held against the sources that the claims about its passage cite, then against all copies.
What is found word for word in a source that is not cited counts only from FEWEST_WORDS words on, since fewer stand
anywhere by chance; what is only like it there, from FEWEST_LIKE words and a likeness of LIKE. Evidence is held against
its source alone, however short it is.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, TypeAlias

from annotate.check.quotations_copy import names_of
from annotate.match.near import WorkLimit
from annotate.match.verdict import Verdict, VerdictKind, copy_of, verdict, verdict_of_parts
from annotate.match.words import words
from annotate.model.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.check.quotations_copy import CopyText
    from annotate.check.subject import Subject
    from annotate.model.annotation import Evidence
    from annotate.model.document import Document
    from annotate.model.quotation import Quotation
    from annotate.model.text import ReadingText, Span

Kind: TypeAlias = VerdictKind | Literal["no-copy"]
FAITHFUL: frozenset[Kind] = frozenset({"verbatim", "normalised", "elided"})
KINDS: tuple[Kind, ...] = ("verbatim", "normalised", "elided", "altered", "not-searched", "absent", "no-copy")
"""Every verdict; where several copies give one, the first of these counts."""
FEWEST_WORDS = 5
FEWEST_LIKE = 6
LIKE = 0.85


@dataclass(frozen=True, slots=True)
class Compared:
    """A quotation and what the copies say of it.

    Attributes:
        words: what is quoted, part by part, without quotation marks.
        verdict: what the copy of `source` says; `no-copy` stands in `kind` where there is none to hold it against.
        kind: the verdict's kind. Of a quotation of the text that stands in no copy it is `absent` only where
            sources are cited for its passage and all of them have a copy, else `no-copy`.
        source: the id of the source, "" where none is known.
        cited: whether that source is cited for it.
        quotation: its place in the text, None for what evidence quotes.
        evidence: the evidence that quotes it, None for a quotation of the text.
        pointer: where the evidence stands in the annotation file.
        said_here: the names of who says it, by the text.
        said_there: the names of who says it, by the copy; none where the copy does not tell.
        place: the blocks of the copy it stands in, and their page or time: "b4, page 12"; "" where it is not found.
    """

    words: tuple[str, ...]
    kind: Kind
    verdict: Verdict
    source: str = ""
    cited: bool = False
    quotation: Quotation | None = None
    evidence: Evidence | None = None
    pointer: tuple[str | int, ...] = ()
    said_here: tuple[str, ...] = ()
    said_there: tuple[str, ...] = ()
    place: str = ""

    @classmethod
    def without_copy(cls, quotation: Quotation, reading: ReadingText, document: Document) -> Compared:
        """Return a quotation of a text before it is held against anything."""
        return cls(
            quotation.words(reading),
            "no-copy",
            Verdict("absent", score=0.0),
            quotation=quotation,
            said_here=names_of(quotation.who, document),
        )

    @property
    def text(self) -> str:
        """What is quoted, on one line."""
        return " ".join(" … ".join(self.words).split())


def compared(subject: Subject, copies: Mapping[str, CopyText]) -> tuple[Compared, ...]:
    """Return all quotations of the text in its order, then those of evidence in the file's order."""
    return (*_of_text(subject, copies), *_of_evidence(subject, copies))


def _of_evidence(subject: Subject, copies: Mapping[str, CopyText]) -> list[Compared]:
    found: list[Compared] = []
    for index, claim in enumerate(subject.annotations.claims):
        for number, evidence in enumerate(claim.evidence):
            if evidence.quote is None or not evidence.quote.strip():
                continue
            pointer = ("claims", index, "evidence", number)
            found.append(
                Compared(
                    (evidence.quote.strip(),),
                    "no-copy",
                    Verdict("absent", score=0.0),
                    evidence.source,
                    cited=True,
                    evidence=evidence,
                    pointer=pointer,
                )
            )
    # By source, since only a few copies are kept ready.
    limit = WorkLimit()
    for at in sorted(range(len(found)), key=lambda at: found[at].source):
        copy = copies.get(found[at].source)
        if copy is not None:
            judged = verdict(found[at].words[0], copy_of(copy.reading.text), limit)
            found[at] = _told(found[at], copy, judged)
    return found


def _of_text(subject: Subject, copies: Mapping[str, CopyText]) -> list[Compared]:
    if subject.document is None or subject.reading is None:
        return []
    reading, document = subject.reading, subject.document
    quoted = quotations(document, reading)
    found = [Compared.without_copy(one, reading, document) for one in quoted]
    cited = _Cited(subject)
    sources = [cited.for_(one) for one in quoted]
    limit = WorkLimit()
    for exact in (True, False):
        for name, copy in copies.items():
            for at, one in enumerate(found):
                if one.kind in FAITHFUL and (one.cited or name not in sources[at]):
                    continue
                judged = _judged(one, copy, limit, cited=name in sources[at], exact=exact)
                if judged is not None:
                    found[at] = _better(one, replace(_told(one, copy, judged), source=name, cited=name in sources[at]))
    return [_unless_uncopied(one, min(sources[at] - copies.keys(), default="")) for at, one in enumerate(found)]


def _unless_uncopied(one: Compared, uncopied: str) -> Compared:
    """Return a quotation that is in no copy as `no-copy` where a source is cited for it that has none."""
    if not uncopied or one.kind not in {"absent", "no-copy"}:
        return one
    return replace(one, kind="no-copy", verdict=Verdict("absent", score=0.0), source=uncopied, cited=True)


def _judged(one: Compared, copy: CopyText, limit: WorkLimit, *, cited: bool, exact: bool) -> Verdict | None:
    """Return what a copy says, None where that tells nothing: too few words in a source that is not cited."""
    many = sum(len(words(part)) for part in one.words)
    if not cited and many < (FEWEST_WORDS if exact else FEWEST_LIKE):
        return None
    # A source that is not cited is looked through by its index alone.
    allowed = None if exact else limit if cited else WorkLimit(0)
    judged = verdict_of_parts(one.words, copy_of(copy.reading.text), allowed)
    if exact:
        return judged if judged.kind in FAITHFUL else copy.interrupted(one.words)
    if not cited and (judged.kind != "altered" or judged.score < LIKE):
        return None
    return judged


def _told(one: Compared, copy: CopyText, judged: Verdict) -> Compared:
    return replace(one, kind=judged.kind, verdict=judged, said_there=copy.speakers(judged), place=copy.place(judged))


def _better(one: Compared, other: Compared) -> Compared:
    """Return which of two answers counts: the more faithful, of equals that of a source cited, else the first."""

    def rank(of: Compared) -> tuple[int, bool, float]:
        return KINDS.index(of.kind), not of.cited, -of.verdict.score

    return min(one, other, key=rank)


class _Cited:
    """Which sources the claims about a passage cite."""

    def __init__(self, subject: Subject) -> None:
        found = sorted(
            (span.start, span.end, tuple(item.source for item in claim.evidence))
            for claim in subject.annotations.claims
            if claim.evidence and (resolution := subject.resolutions.get(claim.id)) is not None
            for span in (resolution.spans if resolution.outcome.trusted else ())
        )
        self._found = found
        self._starts = [start for start, _, _ in found]
        # How far those up to each reach, so that one need not go back to the first.
        self._reach = list(accumulate((end for _, end, _ in found), max))

    def for_(self, quotation: Quotation) -> frozenset[str]:
        """Return the sources that are cited for a quotation, with a copy or without."""
        return frozenset(name for part in quotation.parts for name in self._over(part))

    def _over(self, part: Span) -> Iterator[str]:
        at = bisect_left(self._starts, part.end) - 1
        while at >= 0 and self._reach[at] > part.start:
            _, end, names = self._found[at]
            if end > part.start:
                yield from names
            at -= 1
