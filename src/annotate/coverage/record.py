"""The coverage of texts as JSON values, in a shape that stays (`docs/formats.md`)."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from annotate.model.coverage import VERDICTS, share_seen, tallies_by, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.coverage import ClaimSeen, Coverage, QuotationSeen, SectionSeen, Tally, TextCoverage

REPORT_FORMAT = 1
_DECIMALS = 4


def as_record(coverage: Coverage) -> dict[str, Any]:
    """Return the coverage as JSON values: totals, then text by text, then what the libraries have to spare."""
    return {
        "format": REPORT_FORMAT,
        "total": {
            "texts": len(coverage.texts),
            **_claims(coverage.claims),
            "passages": _passages(coverage.sections),
            "uncited_sources": len(coverage.all_uncited),
            "unsure_anchors": len(coverage.unsure),
            "quotations": _verdicts(coverage.quotations),
        },
        "texts": [_text(text) for text in coverage.texts],
        "uncited_in_libraries": [asdict(source) for source in coverage.uncited],
    }


def _text(text: TextCoverage) -> dict[str, Any]:
    return {
        "file": text.file,
        "title": text.title,
        "annotations": list(text.annotations),
        **_claims(text.claims),
        "others": dict(text.others),
        "passages": _passages(text.sections),
        "sections": [
            {
                "title": section.title,
                **_passages((section,)),
                "without_annotation": [asdict(block) for block in section.unseen],
            }
            for section in text.sections
        ],
        "open": {
            "without_source": _named(claim for claim in text.claims if not claim.sourced),
            "disputed": _named(claim for claim in text.claims if claim.disputed),
            "contradicted": _named(claim for claim in text.claims if claim.contradicted),
        },
        "unsure_anchors": [asdict(anchor) for anchor in text.unsure],
        "uncited_sources": [asdict(source) for source in text.uncited],
        "quotations": _verdicts(text.quotations),
        "quoted": [asdict(quoted) for quoted in text.quotations],
    }


def _claims(claims: Sequence[ClaimSeen]) -> dict[str, Any]:
    counts = _tally(tally("", claims))
    return {
        **{name: counts[name] for name in ("claims", "without_source", "disputed", "contradicted")},
        **{
            f"by_{field}": [_tally(one) for one in tallies_by(field, claims)]
            for field in ("kind", "status", "claimant")
        },
    }


def _tally(counted: Tally) -> dict[str, Any]:
    return {**asdict(counted), "by_status": dict(counted.by_status)}


def _passages(sections: Sequence[SectionSeen]) -> dict[str, Any]:
    """Return blocks and code points, those with an annotation, and their share of the code points, from 0 to 1."""
    share = share_seen(sections)
    length, unseen = (sum(getattr(one, name) for one in sections) for name in ("length", "unseen_length"))
    blocks = sum(section.blocks for section in sections)
    return {
        "blocks": blocks,
        "annotated_blocks": blocks - sum(len(section.unseen) for section in sections),
        "characters": length,
        "annotated_characters": length - unseen,
        "annotated_share": None if share is None else round(share, _DECIMALS),
    }


def _verdicts(quotations: Sequence[QuotationSeen]) -> dict[str, int]:
    counts = Counter(quoted.verdict for quoted in quotations)
    return {verdict: counts[verdict] for verdict in VERDICTS}


def _named(claims: Iterable[ClaimSeen]) -> list[dict[str, str]]:
    return [
        {"id": claim.id, "file": claim.file, "block": claim.block, "kind": claim.kind, "words": claim.words}
        for claim in claims
    ]
