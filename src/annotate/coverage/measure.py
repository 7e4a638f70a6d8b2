"""From a text and all annotations of it to what a report says of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.coverage.sections import merged, sections_of
from annotate.match.excerpt import shortened
from annotate.model.coverage import ClaimSeen, TextCoverage, UncitedSource, UnsureAnchor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations, Claim, Target
    from annotate.model.coverage import QuotationSeen
    from annotate.model.document import Document
    from annotate.model.text import ReadingText

_WORDS = 160  # code points of a claim's words
_OTHERS = ("notes", "mentions", "passages", "links")


@dataclass(frozen=True, slots=True)
class Hand:
    """An annotation file of a text.

    Attributes:
        file: its path.
        annotations: its own records.
        names: names of the entities its claims can name, by id.
        resolutions: where its targets stand, by the annotation's id.
    """

    file: str
    annotations: Annotations
    names: Mapping[str, str]
    resolutions: Mapping[str, Resolution]


def text_coverage(
    file: str,
    document: Document,
    reading: ReadingText,
    hands: Sequence[Hand],
    opposed: Collection[tuple[str, str]],
    quotations: Sequence[QuotationSeen] = (),
) -> TextCoverage:
    """Return how far a text is annotated by all hands; `opposed` is what `opposed_claims` gave for all files.

    `quotations` are those of the text and of its evidence, as they were judged.
    """
    sure = [resolution for hand in hands for resolution in hand.resolutions.values() if resolution.outcome.trusted]
    reach = merged(span for resolution in sure for span in resolution.spans)
    claims = [_claim(claim, hand, reading, opposed) for hand in hands for claim in hand.annotations.claims]
    claims.sort(key=lambda claim: (not claim.spans, claim.spans[:1], claim.file, claim.id))
    return TextCoverage(
        file,
        document.metadata.title,
        document.metadata.language,
        tuple(hand.file for hand in hands),
        len(reading.text),
        tuple(claims),
        {name: sum(len(getattr(hand.annotations, name)) for hand in hands) for name in _OTHERS},
        sections_of(document, reading, reach),
        reach,
        tuple(_unsure(hands)),
        tuple(uncited for hand in hands for uncited in _uncited(hand)),
        tuple(quotations),
    )


def opposed_claims(files: Iterable[tuple[str, Annotations]]) -> frozenset[tuple[str, str]]:
    """Return (normal path of the file, id) of what a link says to be contradicted or attacked, in any of the files.

    Of two that contradict each other both are; of an attack, what is attacked.
    """
    found = set()
    for file, held in files:
        for link in held.links:
            ends = {"contradicts": (link.start, link.end), "attacks": (link.end,)}.get(link.relation, ())
            for end in ends:
                elsewhere, _, record = end.rpartition("#")
                path = Path(file).parent / elsewhere if elsewhere else Path(file)
                found.add((os.path.normpath(path), record))
    return frozenset(found)


def cited_sources(annotations: Annotations) -> frozenset[str]:
    """Return the ids of the sources that evidence cites."""
    return frozenset(evidence.source for claim in annotations.claims for evidence in claim.evidence)


def _claim(claim: Claim, hand: Hand, reading: ReadingText, opposed: Collection[tuple[str, str]]) -> ClaimSeen:
    resolution = hand.resolutions.get(claim.id)
    spans = resolution.spans if resolution is not None and resolution.outcome.trusted else ()
    block = reading.block_at(spans[0].start) if spans else None
    relations = {evidence.relation for evidence in claim.evidence}
    return ClaimSeen(
        claim.id,
        hand.file,
        claim.kind,
        claim.status,
        hand.names.get(claim.claimant, claim.claimant) if claim.claimant else "",
        shortened(claim.statement or _words(claim.target), _WORDS),
        block.id if block else "",
        spans,
        bool(claim.evidence),
        "disputes" in relations or claim.status in {"disputed", "refuted"},
        (os.path.normpath(hand.file), claim.id) in opposed,
    )


def _unsure(hands: Iterable[Hand]) -> Iterator[UnsureAnchor]:
    for hand in hands:
        for name, target in hand.annotations.targets():
            resolution = hand.resolutions.get(name)
            if resolution is not None and not resolution.outcome.trusted:
                yield UnsureAnchor(name, hand.file, str(resolution.outcome), shortened(_words(target), _WORDS))


def _uncited(hand: Hand) -> Iterator[UncitedSource]:
    cited = cited_sources(hand.annotations)
    for source in hand.annotations.sources:
        if source.id not in cited:
            yield UncitedSource(source.id, hand.file, " ".join(source.title.split()))


def _words(target: Target) -> str:
    return " … ".join(piece.exact for piece in target.pieces if piece.exact)
