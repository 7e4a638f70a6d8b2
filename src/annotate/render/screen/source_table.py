"""The graph of claims and sources as a table: for each claim what speaks for it, against it and about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render.markup import link, text
from annotate.render.screen.source_graph import LINES
from annotate.render.words import RELATIONS

if TYPE_CHECKING:
    from annotate.model.edition import ClaimEntry, Edition, EvidenceEntry


def source_table(edition: Edition) -> str:
    """Return a row for each claim with evidence and a column for each relation there is; "" where there is none.

    A relation that a project added stands in a column of its own.
    """
    called = [(claim, [item for item in claim.evidence if item.anchor]) for claim in edition.claims]
    called = [(claim, evidence) for claim, evidence in called if evidence]
    if not called:
        return ""
    present = {item.relation for _, evidence in called for item in evidence}
    relations = [*(name for name in LINES if name in present), *sorted(present - set(LINES))]
    heads = "".join(f'<th scope="col">{text(RELATIONS.get(name, name.capitalize()))}</th>' for name in relations)
    rows = "".join(_row(claim, evidence, relations) for claim, evidence in called)
    return f'<table>\n<thead><tr><th scope="col">Claim</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _row(claim: ClaimEntry, evidence: list[EvidenceEntry], relations: list[str]) -> str:
    head = link(f"#{claim.anchor}", text(claim.mark))
    cells = "".join(f"<td>{_sources(relation, evidence)}</td>" for relation in relations)
    return f'<tr><th scope="row">{head}</th>{cells}</tr>\n'


def _sources(relation: str, evidence: list[EvidenceEntry]) -> str:
    """Return the sources that stand in a relation to a claim, with the places in them."""
    return "; ".join(link(f"#{item.anchor}", item.citation) for item in evidence if item.relation == relation)
