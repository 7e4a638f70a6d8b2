"""The timeline of a transcript: moments of a recording, to which turns point with their start and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.document import Group


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a recording: its `xml:id`, and the seconds since the recording began."""

    id: str
    seconds: float


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of a recording in seconds; `end` is None where the source does not tell it."""

    start: float
    end: float | None = None

    def __str__(self) -> str:
        """Return it as a CSL locator of the label `timestamp` has it: `00:01:12`, or `00:01:12-00:01:15`."""
        first = time_code(self.start)
        last = first if self.end is None else time_code(self.end)
        return first if last <= first else f"{first}-{last}"


def time_code(seconds: float) -> str:
    """Return whole seconds as HH:MM:SS."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def stretch_of(groups: Sequence[Group], seconds: dict[str, float]) -> Stretch | None:
    """Return when the words in `groups` (outermost first) were said, None where nothing tells it.

    `seconds` are those of the timeline's moments by id (`seconds_by_id`).
    """
    for group in reversed(groups):
        start = seconds.get(group.attributes.get("start", "").removeprefix("#"))
        if start is not None:
            return Stretch(start, seconds.get(group.attributes.get("end", "").removeprefix("#")))
    return None


def seconds_by_id(timeline: Sequence[Moment]) -> dict[str, float]:
    """Return the seconds of each moment by its id."""
    return {moment.id: moment.seconds for moment in timeline}
