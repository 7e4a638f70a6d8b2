"""Whether the verdicts on several claims can stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import opposition_rules as rules
from annotate.check.claims import where_it_stands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Claim

RULES = rules.RULES
_SIDES = {"supported": "for", "disputed": "against", "refuted": "against"}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield where verdicts on claims run against each other (C180 to C183)."""
    yield from _on_one_passage(subject)
    if subject.annotations.links:
        yield from _linked(subject)
        yield from _circles(subject)


def _on_one_passage(subject: Subject) -> Iterator[Finding]:
    """Yield claims with a verdict opposite to that of an earlier one on the same passage.

    Two claims with statements of their own, or that a link joins, are known to be two.
    """
    joined = {frozenset((link.start, link.end)) for link in subject.annotations.links}
    first: dict[tuple[object, str], Claim] = {}
    for index, claim in enumerate(subject.annotations.claims):
        side = _SIDES.get(claim.status)
        if side is None:
            continue
        where = where_it_stands(subject, claim)
        first.setdefault((where, side), claim)
        other = first.get((where, "against" if side == "for" else "for"))
        if other is None or claim.statement != other.statement or frozenset((claim.id, other.id)) in joined:
            continue
        yield subject.finding(
            rules.OPPOSITE_VERDICTS,
            "claims",
            index,
            "status",
            id=claim.id,
            status=claim.status,
            other=other.id,
            opposite=other.status,
        )


def _linked(subject: Subject) -> Iterator[Finding]:
    statuses = {claim.id: claim.status for claim in subject.annotations.claims}
    for index, link in enumerate(subject.annotations.links):
        ends = statuses.get(link.start), statuses.get(link.end)
        if link.start == link.end:
            continue
        if link.relation == "contradicts" and ends == ("supported", "supported"):
            rule = rules.BOTH_SUPPORTED
        elif link.relation == "supports" and ends[0] == "refuted":
            rule = rules.SUPPORTS_REFUTED
        else:
            continue
        yield subject.finding(rule, "links", index, "relation", id=link.id, start=link.start, end=link.end)


def _circles(subject: Subject) -> Iterator[Finding]:
    """Yield each link of contradiction between two claims that others already join (C182).

    Contradiction has no direction. Where one of the two is refuted, the circle is settled there.
    """
    statuses = {claim.id: claim.status for claim in subject.annotations.claims}
    groups: dict[str, str] = {}
    seen: set[frozenset[str]] = set()
    for index, link in enumerate(subject.annotations.links):
        ends = frozenset((link.start, link.end))
        if link.relation != "contradicts" or ends in seen or len(ends) == 1 or not ends <= statuses.keys():
            continue
        seen.add(ends)
        start, end = _group(groups, link.start), _group(groups, link.end)
        if start != end:
            groups[start] = end
        elif all(statuses[claim] != "refuted" for claim in ends):
            yield subject.finding(
                rules.CONTRADICTION_CIRCLE, "links", index, id=link.id, start=link.start, end=link.end
            )


def _group(groups: dict[str, str], claim: str) -> str:
    """Return what stands for all claims that are joined to this one; the way there is made shorter."""
    while claim in groups:
        groups[claim] = groups.get(groups[claim], groups[claim])
        claim = groups[claim]
    return claim
