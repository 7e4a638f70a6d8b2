"""The coverage of texts: which claims they have and how these stand, and what is not annotated, cited or checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotate.model.annotation import KINDS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.model.text import Span

CHECKED_VERDICTS = ("verbatim", "normalised", "elided", "altered", "absent")
NO_COPY, NOT_SEARCHED = "no-copy", "not-searched"
VERDICTS = (*CHECKED_VERDICTS, NO_COPY, NOT_SEARCHED)


@dataclass(frozen=True, slots=True)
class ClaimSeen:
    """A claim as a report counts it.

    Attributes:
        id: its id.
        file: the annotation file it stands in.
        kind: the word of the file, as is `status`.
        status: how it stands.
        claimant: the name of who makes it, "" where nobody is named.
        words: its statement, else the words of the text, on one line.
        block: the block of the text it begins in, "" where its place is not certain.
        spans: where it stands in the reading text; empty where that is not certain.
        sourced: whether any evidence is given.
        disputed: whether evidence disputes it, or its status says "disputed" or "refuted".
        contradicted: whether a link says that a claim contradicts or attacks it, or that it contradicts one.
    """

    id: str
    file: str
    kind: str
    status: str
    claimant: str
    words: str
    block: str
    spans: tuple[Span, ...]
    sourced: bool
    disputed: bool
    contradicted: bool


@dataclass(frozen=True, slots=True)
class UnseenBlock:
    """A block without any annotation: its id and its first words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class SectionSeen:
    """What is annotated of a section.

    Attributes:
        title: its heading, "" before the first one.
        start: where its first block stands in the reading text, in code points.
        blocks: how many blocks it has; headings, titles, bylines and dates do not count.
        length: the code points of these blocks.
        unseen: those of them without any annotation, in order.
        unseen_length: the code points of those.
    """

    title: str
    start: int
    blocks: int
    length: int
    unseen: tuple[UnseenBlock, ...]
    unseen_length: int


@dataclass(frozen=True, slots=True)
class UnsureAnchor:
    """An annotation without a certain place in the text, and the words it was made for."""

    id: str
    file: str
    outcome: str
    words: str


@dataclass(frozen=True, slots=True)
class UncitedSource:
    """A source that no evidence cites, and the file it stands in."""

    id: str
    file: str
    title: str


@dataclass(frozen=True, slots=True)
class QuotationSeen:
    """A quotation, and the verdict on it.

    Attributes:
        block: the block of the text it begins in, "" for what evidence quotes.
        evidence: the id of the evidence that quotes it, "" for a quotation of the text.
        source: the id of the source it was held against, "" where none is known.
        file: the annotation file that has the source, "" where none does.
        verdict: one of VERDICTS.
        words: what is quoted, on one line.
    """

    block: str
    evidence: str
    source: str
    file: str
    verdict: str
    words: str


@dataclass(frozen=True, slots=True)
class TextCoverage:
    """How far one text is annotated.

    Attributes:
        file: the text.
        title: its title.
        language: its language, a BCP 47 tag, where it is known.
        annotations: the annotation files that were read for it.
        length: the code points of its reading text.
        claims: in the order of the text; those without a certain place come last.
        others: how many notes, mentions, passages and links there are, by the name of their section.
        sections: in the order of the text.
        reach: where annotations stand in the reading text, in order, without overlaps.
        unsure: annotations without a certain place.
        uncited: sources of the annotation files that these do not cite.
        quotations: what the text quotes, then what evidence quotes.
    """

    file: str
    title: str
    language: str | None
    annotations: tuple[str, ...]
    length: int
    claims: tuple[ClaimSeen, ...]
    others: Mapping[str, int]
    sections: tuple[SectionSeen, ...]
    reach: tuple[Span, ...]
    unsure: tuple[UnsureAnchor, ...]
    uncited: tuple[UncitedSource, ...]
    quotations: tuple[QuotationSeen, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the texts of a report are annotated; `uncited` are entries of their libraries that none of them cites."""

    texts: tuple[TextCoverage, ...]
    uncited: tuple[UncitedSource, ...] = ()

    @property
    def claims(self) -> tuple[ClaimSeen, ...]:
        """The claims of all texts."""
        return tuple(claim for text in self.texts for claim in text.claims)

    @property
    def sections(self) -> tuple[SectionSeen, ...]:
        """The sections of all texts."""
        return tuple(section for text in self.texts for section in text.sections)

    @property
    def short_names(self) -> Mapping[str, str]:
        """The names of all files below the innermost folder that holds them, by their path."""
        paths = [path for text in self.texts for path in (text.file, *text.annotations)]
        paths += [source.file for source in self.uncited]
        parts = [PurePath(path).parts for path in paths]
        levels = zip(*(folders[:-1] for folders in parts), strict=False)  # as far as the shortest goes
        shared = len(list(takewhile(lambda level: len(set(level)) == 1, levels)))
        return {path: "/".join(folders[shared:]) for path, folders in zip(paths, parts, strict=True)}

    @property
    def all_uncited(self) -> tuple[UncitedSource, ...]:
        """The sources never cited, of the annotation files and of the libraries."""
        return (*(source for text in self.texts for source in text.uncited), *self.uncited)

    @property
    def unsure(self) -> tuple[UnsureAnchor, ...]:
        """The annotations of all texts without a certain place."""
        return tuple(anchor for text in self.texts for anchor in text.unsure)

    @property
    def quotations(self) -> tuple[QuotationSeen, ...]:
        """What all texts and their evidence quote."""
        return tuple(quoted for text in self.texts for quoted in text.quotations)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of one kind, status or claimant there are, and how they stand."""

    name: str
    claims: int
    without_source: int
    disputed: int
    contradicted: int
    by_status: Mapping[str, int]


def tally(name: str, claims: Sequence[ClaimSeen]) -> Tally:
    """Return the count of some claims under a name."""
    statuses = Counter(claim.status for claim in claims)
    return Tally(
        name,
        len(claims),
        sum(not claim.sourced for claim in claims),
        sum(claim.disputed for claim in claims),
        sum(claim.contradicted for claim in claims),
        {status: statuses[status] for status in _in_order(statuses, STATUSES)},
    )


def tallies_by(field: str, claims: Iterable[ClaimSeen]) -> tuple[Tally, ...]:
    """Return the counts by `kind`, `status` or `claimant`.

    Kinds and statuses stand in the order of their vocabulary, a project's own words after these; claimants by how much
    they claim, then by name.
    """
    grouped: dict[str, list[ClaimSeen]] = {}
    for claim in claims:
        grouped.setdefault(str(getattr(claim, field)), []).append(claim)
    if field == "claimant":
        names = sorted(grouped, key=lambda name: (-len(grouped[name]), name))
    else:
        names = _in_order(grouped, KINDS if field == "kind" else STATUSES)
    return tuple(tally(name, grouped[name]) for name in names)


def share_seen(sections: Iterable[SectionSeen]) -> float | None:
    """Return which share of the code points of sections stands in blocks with an annotation, None of an empty text."""
    counted = tuple(sections)
    length = sum(section.length for section in counted)
    return 1 - sum(section.unseen_length for section in counted) / length if length else None


def percentage(share: float | None) -> str:
    """Return a share as whole per cent, such that 0 and 100 are said only where they are true, “–” of nothing."""
    if share is None:
        return "–"
    return f"{round(share * 100) if share in {0, 1} else min(99, max(1, round(share * 100)))} %"


def open_reasons(claim: ClaimSeen) -> tuple[str, ...]:
    """Return what is open about a claim, in words that go on “it is”; nothing where it has its sources and no rival."""
    told = ((not claim.sourced, "without source"), (claim.disputed, "disputed"), (claim.contradicted, "contradicted"))
    return tuple(words for holds, words in told if holds)


def unchecked(quotations: Iterable[QuotationSeen]) -> tuple[QuotationSeen, ...]:
    """Return the quotations that could not be held against their source."""
    return tuple(quoted for quoted in quotations if quoted.verdict not in CHECKED_VERDICTS)


def _in_order(words: Iterable[str], vocabulary: Sequence[str]) -> list[str]:
    found = set(words)
    return [*(word for word in vocabulary if word in found), *sorted(found - set(vocabulary))]
