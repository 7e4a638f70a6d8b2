"""What the evidence of a file quotes, held against the copies of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.quotations import copies_below
from annotate.match.excerpt import shortened
from annotate.match.near import WorkLimit
from annotate.match.verdict import Copy, verdict
from annotate.model.coverage import NO_COPY, QuotedEvidence

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotate.api.library import LoadedLibrary
    from annotate.api.load import LoadedAnnotations
    from annotate.model.annotation import Evidence
    from annotate.model.source_copy import SourceCopy

_WORDS = 160  # code points of a quotation that a report shows


def quotations_of(held: LoadedAnnotations, library: LoadedLibrary) -> tuple[QuotedEvidence, ...]:
    """Return what the evidence of a file quotes, in the file's order, each with the verdict of its source's copy.

    A copy that is missing, was changed or has no words is as good as none.
    """
    quoting = [
        (claim, evidence)
        for claim in held.annotations.claims
        for evidence in claim.evidence
        if evidence.quote and evidence.quote.strip()
    ]
    by_source: dict[str, list[Evidence]] = {}
    for _, evidence in quoting:
        by_source.setdefault(evidence.source, []).append(evidence)
    verdicts: dict[str, str] = {}
    for source, copy in _copies(held, library, by_source.keys()).items():
        if copy.reading is not None:
            against = Copy(copy.reading.text)
            for evidence in by_source[source]:
                verdicts[evidence.id] = verdict(evidence.quote or "", against, WorkLimit()).kind
    return tuple(
        QuotedEvidence(
            evidence.id,
            claim.id,
            evidence.source,
            str(held.path),
            verdicts.get(evidence.id, NO_COPY),
            shortened(evidence.quote or "", _WORDS),
        )
        for claim, evidence in quoting
    )


def _copies(held: LoadedAnnotations, library: LoadedLibrary, wanted: Collection[str]) -> dict[str, SourceCopy]:
    own = [source for source in held.annotations.sources if source.copy and source.id in wanted]
    shared = library.library.beyond(held.annotations).sources
    used = [source for source in shared if source.copy and source.id in wanted]
    return {**copies_below(used, library.path.parent), **copies_below(own, held.path.parent)}
