"""How the annotations of a text stand once its words change, and which of them can follow."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api.load import load_annotations
from annotate.api.validate_files import annotations_beside
from annotate.attach import rebase_rules as rules
from annotate.attach.carry import carried
from annotate.attach.rebase import fates
from annotate.match import difference
from annotate.model.anchor import Outcome
from annotate.store import locked
from annotate.write.annotations import write_annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations
    from annotate.attach.rebase import Fate
    from annotate.diagnostics import Finding
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations
    from annotate.model.text import ReadingText, Span


@dataclass(frozen=True, slots=True)
class Following:
    """The annotations of one file, and what becomes of each in the new words of its text, by id."""

    loaded: LoadedAnnotations
    old: ReadingText
    new: ReadingText
    fates: Mapping[str, Fate]

    @property
    def lost(self) -> tuple[Fate, ...]:
        """The annotations without a certain place in the new words."""
        return tuple(fate for fate in self.fates.values() if not fate.after.outcome.trusted)

    def lost_named(self) -> str:
        """Return the annotations without a certain place in the new words, each with its outcome."""
        return ", ".join(f"{fate.id} ({fate.outcome})" for fate in self.lost)

    @property
    def path(self) -> Path:
        """The annotation file."""
        return self.loaded.path

    def carried(self) -> Annotations:
        """Return the annotations as those of the new words."""
        return carried(self.loaded.annotations, self.new, {name: fate.after for name, fate in self.fates.items()})

    def data(self) -> bytes:
        """Return the annotation file for the new words."""
        return write_annotations(self.carried())

    def summary(self) -> str:
        """Return how many annotations stand where they stood, have moved, or have no certain place."""
        counts = Counter(fate.outcome for fate in self.fates.values())
        named = [f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome]]
        return f"{len(self.fates)} annotations: {', '.join(named)}" if named else "no annotations"

    def findings(self) -> Iterator[Finding]:
        """Yield what became of the annotations (A110), and each that moved (A111) or has no certain place (A112)."""
        yield rules.FOLLOWED.at(self.path, summary=self.summary())
        places = self.places()
        for fate in self.fates.values():
            line, column = places.get(fate.id, (1, 1))
            before = named_place(fate.before, self.old)
            if fate.moved:
                after = named_place(fate.after, self.new)
                yield rules.MOVED.at(self.path, line, column, id=fate.id, before=before, after=after)
            elif not fate.after.outcome.trusted:
                how = self._how(fate)
                yield rules.PLACE_LOST.at(
                    self.path, line, column, id=fate.id, outcome=fate.outcome, how=how, before=before
                )

    def _how(self, fate: Fate) -> str:
        """Return how a passage reads where it may be now, or where it may be."""
        changed = brief_difference(fate, self.new)
        where = ", ".join(dict.fromkeys(_block(span, self.new) for span in fate.after.rivals))
        if changed:
            return f" ({_block(fate.after.spans[0], self.new)}: {changed})"
        return f" ({where})" if where else ""

    def places(self) -> dict[str, tuple[int, int]]:
        """Return line and column of every record of the file, by id."""
        json = self.loaded.json
        return {
            record["id"]: json.place((section, index, "id"))
            for section, records in json.value.items()
            if isinstance(records, list)
            for index, record in enumerate(records)
        }


def brief_difference(fate: Fate, reading: ReadingText) -> str:
    """Return how what stands at the place of an annotation differs from its words, word by word; "" without a place.

    What is the same is shortened to a few words.
    """
    if not fate.after.spans:
        return ""
    quoted = [piece.exact or "" for piece in fate.target.pieces]
    return difference.brief_difference(quoted, [reading.slice(span) for span in fate.after.spans])


def named_place(found: Resolution, reading: ReadingText) -> str:
    """Return a place as a person finds it: the block it begins in, and its offsets in the reading text."""
    if not found.spans:
        return "no place"
    span = found.spans[0]
    return f"{_block(span, reading)} ({span.start} to {span.end})"


def _block(span: Span, reading: ReadingText) -> str:
    block = reading.block_at(span.start)
    return block.id if block else "the start"


def annotations_of(text: Path) -> list[LoadedAnnotations]:
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
        yield [Following(loaded, old, new, fates(loaded.annotations, old, new)) for loaded in annotations_of(text)]
