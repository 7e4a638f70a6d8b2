"""The moments of a transcript: every time code its turns have, in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.timeline import Moment
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.structure.draft import Draft


def is_timed(draft: Draft) -> bool:
    """Whether a block has a time code."""
    return "start" in draft.attributes


def times_given(draft: Draft) -> dict[str, str]:
    """Return `start` and `end` of a block, in seconds, as far as it has them."""
    return {name: draft.attributes[name] for name in ("start", "end") if name in draft.attributes}


def timeline_of(drafts: Iterable[Draft]) -> tuple[Moment, ...]:
    """Return the moments at which turns begin or end, `w0` at the recording's beginning; none without time codes."""
    seconds = {
        float(given)
        for draft in drafts
        if draft.kind is Kind.TURN and is_timed(draft)
        for given in times_given(draft).values()
    }
    if not seconds:
        return ()
    return tuple(Moment(f"w{number}", at) for number, at in enumerate(sorted(seconds | {0.0})))


def times_of(draft: Draft, moments: dict[float, str]) -> dict[str, str]:
    """Return `start` and `end` of a turn as pointers to moments, whose ids `moments` gives by their seconds."""
    return {name: f"#{moments[float(given)]}" for name, given in times_given(draft).items()}
