"""How `annotate parse --explain` prints what was decided of each block, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.cli.output import print_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotate.model.decision import Decision

_COLUMNS = ("block", "line", "sure", "kind", "speaker", "words", "why")
_WORDS = 32  # code points of a block that are shown


def print_explanation(decisions: Iterable[Decision], *, to_stderr: bool) -> None:
    """Print a table of decisions, one block a line; what a person should look at bears a question mark."""
    print_table(_COLUMNS, [_row(decision) for decision in decisions], to_stderr=to_stderr)


def explanation(source: Path, text: Path | None, decisions: Iterable[Decision]) -> dict[str, Any]:
    """Return what was decided of a source as JSON values."""
    blocks = [
        {
            "block": decision.block,
            "line": decision.line,
            "kind": decision.kind,
            **({"subtype": decision.subtype} if decision.subtype else {}),
            **({"speaker": decision.speaker} if decision.speaker else {}),
            "words": decision.words,
            "reason": decision.reason,
            "certainty": decision.certainty,
        }
        for decision in decisions
    ]
    return {"source": str(source), "text": str(text) if text else None, "blocks": blocks}


def _row(decision: Decision) -> tuple[str, ...]:
    words = decision.words if len(decision.words) <= _WORDS else decision.words[: _WORDS - 1] + "…"
    return (
        decision.block,
        str(decision.line),
        f"{decision.certainty:.0%}" + (" ?" if decision.unsure else ""),
        decision.kind + (f": {decision.subtype}" if decision.subtype else ""),
        decision.speaker,
        words,
        decision.reason,
    )
