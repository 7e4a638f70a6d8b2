"""Carrying the annotations of a text to a revised text: what becomes of each, decisions of a person, and writing."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from annotate.api.annotation_file import AnnotationFile, change, held_by, opened
from annotate.api.files import ANNOTATIONS_SUFFIX
from annotate.api.following import Following, annotations_of
from annotate.api.load import load_annotations, load_text
from annotate.attach import rebase_rules, rules
from annotate.attach.carry import TARGETED, placed
from annotate.attach.clock import now
from annotate.attach.edit import Signature
from annotate.attach.join import joined, waits
from annotate.attach.rebase import fates
from annotate.attach.who import writer
from annotate.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.attach.rebase import Fate
    from annotate.attach.where import Where
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Annotations, Link
    from annotate.model.text import Span


@dataclass(frozen=True, slots=True)
class Rebase:
    """One annotation file on its way to a revised text.

    Attributes:
        following: what becomes of its annotations.
        text: the revised text.
        destination: the annotation file they go to; it may be the one they come from.
        there: ids of those that have a certain place in it already.
    """

    following: Following
    text: LoadedText
    destination: AnnotationFile
    there: frozenset[str]

    @property
    def in_place(self) -> bool:
        """Whether the file itself is carried, because it belongs to the revised text."""
        return os.path.realpath(self.following.path) == os.path.realpath(self.destination.path)

    @property
    def undecided(self) -> tuple[Fate, ...]:
        """The annotations that wait for a person to say where they belong, in the order of the older text."""
        waiting = (fate for fate in self.following.lost if fate.id not in self.there)
        return tuple(sorted(waiting, key=lambda fate: fate.order))


@dataclass(frozen=True, slots=True)
class Done:
    """What writing annotations to a revised text's file changed there, if anything, and what a person should know."""

    changed: bool
    findings: tuple[Finding, ...]


def rebases(old: Path, new: Path, *, annotations: Path | None = None) -> list[Rebase]:
    """Return what becomes of the annotations of the text at `old` in the revised text at `new`; nothing is written.

    Its annotation files are those beside it, else those beside the revised text, else the one given. Raises
    InputRefused: A106 or A107 where the revised text's own annotation file does not fit it, A107 where the file given
    is of neither text, A114 where there is none, A115 where both are one text.
    """
    older, revised = load_text(old), load_text(new)
    if os.path.realpath(old) == os.path.realpath(new):
        raise InputRefused(rebase_rules.SAME_TEXT.at(new))
    files = [load_annotations(annotations)] if annotations else annotations_of(old) or annotations_of(new)
    if not files:
        raise InputRefused(rebase_rules.NOTHING_TO_CARRY.at(old))
    return [_rebase(loaded, older, revised) for loaded in files]


def rebase(
    found: Rebase, chosen: Mapping[str, tuple[Span, ...]] | None = None, *, who: str | None = None, write: bool = True
) -> Done:
    """Write the annotations of one file to that of the revised text.

    `chosen` are the places (one span of the revised text for each part) a person chose for annotations that wait, by
    id. All else that waits keeps its words and says so. Findings: A113 for each record that the revised text has
    already and of which both files say different things, A116 where copies of sources do not come along.
    """
    signature = Signature(writer(who, os.environ), now(os.environ))
    chosen = chosen or {}

    def carry(held: Annotations, where: Where) -> tuple[Annotations, tuple[bool, tuple[str, ...]]]:
        if found.in_place:
            changed = _brought(_as_it_is_now(found, held), chosen, signature)
            return changed, (changed != held, ())
        fitting, _ = held_by(held, found.text, where, found.destination)
        changed, differing = joined(fitting, _brought(found, chosen, signature))
        return changed, (changed != held or not os.path.lexists(found.destination.path), differing)

    if write:
        changed, differing = change(found.destination, carry, found.text, who=who)
    else:
        _, (changed, differing) = carry(*opened(found.destination, found.text))
    return Done(changed, (*_kept(found, differing), *_copies(found)))


def _rebase(loaded: LoadedAnnotations, old: LoadedText, new: LoadedText) -> Rebase:
    of = os.path.realpath(loaded.path.parent / loaded.annotations.text.file)
    if of not in (os.path.realpath(old.path), os.path.realpath(new.path)):
        file = loaded.annotations.text.file
        raise InputRefused(rules.OTHER_TEXT.at(loaded.path, file=file, text=old.path.name))
    following = Following(loaded, old.reading, new.reading, fates(loaded.annotations, old.reading, new.reading))
    if of == os.path.realpath(new.path):
        return Rebase(following, new, AnnotationFile(loaded.path, new.path), frozenset())
    destination = AnnotationFile(_named_after(loaded.path, old.path, new.path), new.path)
    there: frozenset[str] = frozenset()
    if os.path.lexists(destination.path):
        held, where = opened(destination, new)
        held, _ = held_by(held, new, where, destination)
        there = frozenset(name for name, target in held.targets() if not waits(target))
    return Rebase(following, new, destination, there)


def _as_it_is_now(found: Rebase, held: Annotations) -> Rebase:
    """Return the same of a file that may have been changed in between."""
    following = found.following
    if held == following.loaded.annotations:
        return found
    loaded = replace(following.loaded, annotations=held)
    now_found = fates(held, following.old, following.new)
    return replace(found, following=replace(following, loaded=loaded, fates=now_found))


def _named_after(path: Path, old: Path, new: Path) -> Path:
    """Return the annotation file of the revised text: `NEW.WHO.annotations.json` for `OLD.WHO.annotations.json`."""
    beginning, name = f"{old.stem}.", path.name
    rest = name.removeprefix(beginning) if name.startswith(beginning) else ANNOTATIONS_SUFFIX.lstrip(".")
    return new.with_name(f"{new.stem}.{rest}")


def _brought(found: Rebase, chosen: Mapping[str, tuple[Span, ...]], signature: Signature) -> Annotations:
    """Return the annotations as those of the revised text, at the places chosen where they had none."""
    annotations = found.following.carried()
    waiting = {fate.id for fate in found.undecided}
    for section in TARGETED:
        records = tuple(
            placed(record, found.text.reading, chosen[record.id], signature)
            if record.id in chosen and record.id in waiting
            else record
            for record in getattr(annotations, section)
        )
        annotations = annotations.with_section(section, records)
    if found.in_place:
        return annotations
    links = tuple(_seen_from(link, found) for link in annotations.links)
    return replace(annotations, links=links)


def _seen_from(link: Link, found: Rebase) -> Link:
    """Return a link whose ends in other files are named as seen from the folder of the revised text."""
    here, there = found.following.path.parent, found.destination.path.parent

    def end(name: str) -> str:
        file, sign, record = name.rpartition("#")
        return f"{PurePath(os.path.relpath(here / file, there)).as_posix()}{sign}{record}" if sign else name

    if os.path.realpath(here) == os.path.realpath(there):
        return link
    return replace(link, start=end(link.start), end=end(link.end))


def _kept(found: Rebase, differing: tuple[str, ...]) -> list[Finding]:
    following, places = found.following, found.following.places() if differing else {}
    return [
        rebase_rules.KEPT.at(following.path, *places.get(name, (1, 1)), id=name, file=found.destination.path.name)
        for name in differing
    ]


def _copies(found: Rebase) -> list[Finding]:
    """Return that copies of sources stay behind, where the revised text is in another folder without them."""
    folder, there = found.following.path.parent, found.destination.path.parent
    left = [
        source.id
        for source in found.following.loaded.annotations.sources
        if source.copy and not (there / source.copy.file).exists()
    ]
    if not left or os.path.realpath(folder) == os.path.realpath(there):
        return []
    return [rebase_rules.COPIES_STAY.at(found.destination.path, which=", ".join(left), folder=folder)]
