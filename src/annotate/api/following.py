"""How the annotations of a text stand once its words change, and which of them can follow."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api import rules
from annotate.api.load import load_annotations
from annotate.api.validate_files import annotations_beside
from annotate.attach.anchor import resolve_all
from annotate.attach.carry import carried, untrusted
from annotate.model.anchor import Outcome
from annotate.store import locked
from annotate.write.annotations import write_annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations
    from annotate.diagnostics import Finding
    from annotate.model.anchor import Resolution
    from annotate.model.text import ReadingText


@dataclass(frozen=True, slots=True)
class Following:
    """The annotations of one file, and where each stands in the old and in the new words of its text, by id."""

    loaded: LoadedAnnotations
    old: ReadingText
    new: ReadingText
    before: Mapping[str, Resolution]
    after: Mapping[str, Resolution]

    @property
    def lost(self) -> dict[str, Resolution]:
        """The annotations without a certain place in the new words."""
        return untrusted(self.after)

    def lost_named(self) -> str:
        """Return the annotations without a certain place in the new words, each with its outcome."""
        return ", ".join(f"{name} ({found.outcome})" for name, found in self.lost.items())

    @property
    def path(self) -> Path:
        """The annotation file."""
        return self.loaded.path

    def data(self) -> bytes:
        """Return the annotation file for the new words; of annotations that have all kept a certain place."""
        return write_annotations(carried(self.loaded.annotations, self.new, self.after))

    def summary(self) -> str:
        """Return how many annotations stand where they stood, have moved, or have lost their place."""
        counts = Counter(self._fate(name) for name in self.after)
        named = [f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome]]
        return f"{len(self.after)} annotations: {', '.join(named)}" if named else "no annotations"

    def findings(self) -> Iterator[Finding]:
        """Yield what became of the annotations (F127), and each that moved (F128) or lost its place (F129)."""
        yield rules.FOLLOWED.at(self.path, summary=self.summary())
        places = self._places()
        for name, found in self.after.items():
            fate, before = self._fate(name), _named(self.before[name], self.old)
            line, column = places.get(name, (1, 1))
            if fate is Outcome.MOVED:
                yield rules.MOVED.at(self.path, line, column, id=name, before=before, after=_named(found, self.new))
            elif fate is not Outcome.EXACT:
                yield rules.PLACE_LOST.at(self.path, line, column, id=name, outcome=fate, before=before)

    def _fate(self, name: str) -> Outcome:
        """Return the outcome for a person: what stands at the same offsets as before has not moved."""
        before, after = self.before[name], self.after[name]
        stayed = after.outcome.trusted and before.outcome.trusted and before.spans == after.spans
        return Outcome.EXACT if stayed else after.outcome

    def _places(self) -> dict[str, tuple[int, int]]:
        json = self.loaded.json
        return {
            record["id"]: json.place((section, index, "id"))
            for section, records in json.value.items()
            if isinstance(records, list)
            for index, record in enumerate(records)
        }


def _named(found: Resolution, reading: ReadingText) -> str:
    """Return a place as a person finds it: the block it begins in, and its offsets in the reading text."""
    if not found.spans:
        return "no place"
    span = found.spans[0]
    block = reading.block_at(span.start)
    return f"{block.id if block else 'the start'} ({span.start} to {span.end})"


def _annotations_of(text: Path) -> list[LoadedAnnotations]:
    """Return the annotation files beside a text that are about it: NAME.annotations.json and NAME.WHO.annotations.json.

    Raises InputRefused for one that is no annotation file.
    """
    loaded = [load_annotations(path) for path in annotations_beside(text)]
    here = os.path.realpath(text)
    return [one for one in loaded if os.path.realpath(one.path.parent / one.annotations.text.file) == here]


@contextmanager
def followings(text: Path, old: ReadingText, new: ReadingText) -> Iterator[list[Following]]:
    """Give how the annotations of a text stand in its new words; their files are locked until the block ends."""
    with ExitStack() as stack:
        for path in annotations_beside(text):
            stack.enter_context(locked(path))
        yield [
            Following(loaded, old, new, resolve_all(loaded.annotations, old), resolve_all(loaded.annotations, new))
            for loaded in _annotations_of(text)
        ]
