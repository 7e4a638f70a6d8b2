"""What was decided of each block, for a person to look over, and findings where it is not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.decision import Decision
from annotate.structure import rules
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotate.diagnostics import Finding
    from annotate.structure.draft import Draft

_FINDINGS = 10  # a person reads; what goes beyond is counted
_NUMBERS = 8


def decision_of(draft: Draft, number: str, *, in_note: bool) -> Decision:
    """Return the decision about a block, given with its number; `in_note`: it stands in an author's note."""
    return Decision(
        number,
        draft.line,
        "note" if in_note else (draft.kind or Kind.PARAGRAPH),
        draft.subtype,
        draft.speaker,
        f"{draft.label} {draft.text}".strip(),
        draft.reason,
        draft.certainty,
    )


def unsure_findings(decisions: Iterable[Decision], path: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield where a person should look (T106, T107): blocks read alike for the same reason are one finding.

    A block of whose line `found` already says that its speaker is uncertain (T102) is not named again.
    """
    named = {finding.line for finding in found if finding.code == rules.UNSURE_TURN.code}
    alike: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        if decision.unsure and decision.line not in named:
            alike.setdefault((decision.kind, decision.reason), []).append(decision)
    groups = list(alike.values())
    for group in groups[:_FINDINGS]:
        yield _finding(group, path)
    rest = [decision for group in groups[_FINDINGS:] for decision in group]
    if rest:
        yield rules.FURTHER_UNSURE.at(path, rest[0].line, count=len(rest), blocks=_numbers(rest))


def _finding(alike: Sequence[Decision], path: str) -> Finding:
    first = alike[0]
    blocks = f"block {first.block} is" if len(alike) == 1 else f"{len(alike)} blocks ({_numbers(alike)}) are"
    kind = first.kind + (f" ({first.subtype})" if first.subtype else "")
    return rules.UNSURE_BLOCK.at(path, first.line, blocks=blocks, kind=kind, reason=first.reason, block=first.block)


def _numbers(decisions: Sequence[Decision]) -> str:
    named = ", ".join(decision.block for decision in decisions[:_NUMBERS])
    return named if len(decisions) <= _NUMBERS else f"{named}, ..."
