"""What all edits of the annotations of a text have in common: who writes, where, for trial only, and what they tell."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from annotate.api.annotation_file import annotation_file, change, held_by, library_file, preview
from annotate.api.load import load_text
from annotate.attach import ids
from annotate.attach.changes import changes
from annotate.attach.clock import now
from annotate.attach.edit import Signature
from annotate.attach.find import ensure_entity
from annotate.attach.passage import target_of
from annotate.attach.who import writer
from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path
    from typing import TypeAlias

    from annotate.api.annotation_file import AnnotationFile
    from annotate.api.load import LoadedText
    from annotate.attach.passage import Passage
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Target

    Edit: TypeAlias = Callable[[Annotations, Where, Signature], tuple[Annotations, "Done"]]


class How(TypedDict, total=False):
    """How an edit is made.

    `annotations` is the file, where it is not the text's own; `who` signs (default: ANNOTATE_USER, else git's user
    name); with `dry_run` nothing is written, and `Done.diff` says what would be. With `library` the project's library
    is edited in the file's stead.
    """

    annotations: Path | None
    who: str | None
    dry_run: bool
    library: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What an edit did.

    Attributes:
        id: the id of what was added, changed or removed.
        remarks: what a person should be told besides.
        changes: what was changed, a line each (`attach.changes`); none where everything was so already.
        diff: of an edit made for trial, what it would do to the file, as a unified diff; None of one that was made.
    """

    id: str
    remarks: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    diff: str | None = None


@dataclass(frozen=True, slots=True)
class OnPassage:
    """What an annotation is made of besides a person's words: the text, the target in it, who writes, and the seed."""

    text: LoadedText
    target: Target
    signature: Signature
    seed: str | None

    def new_id(self, letter: str, held: Annotations) -> str:
        """Return an id that is not in use in `held`."""
        return ids.new_id(letter, held.ids(), self.seed)


def file_of(text: Path, how: How) -> AnnotationFile:
    """Return the file that is edited. Raises InputRefused (A108) where there is none to be found."""
    return library_file(text) if how.get("library") else annotation_file(text, how.get("annotations"))


def apply(text: Path, edit: Edit, how: How, loaded: LoadedText | None = None) -> Done:
    """Apply an edit to the annotations of a text and return what it did.

    Raises InputRefused and WorkFailed as `annotation_file.change`.
    """
    signature = Signature(writer(how.get("who"), os.environ), now(os.environ))
    file = file_of(text, how)

    def told(held: Annotations, where: Where) -> tuple[Annotations, Done]:
        changed, done = edit(held, where, signature)
        return changed, replace(done, changes=tuple(changes(held, changed)))

    if how.get("dry_run"):
        done, diff = preview(file, told, loaded)
        return replace(done, diff=diff)
    return change(file, told, loaded, who=signature.who)


def apply_on_passage(
    text: Path,
    passage: Passage,
    how: How,
    edit: Callable[[Annotations, Where, OnPassage], tuple[Annotations, Done]],
    *,
    mending: bool = False,
) -> Done:
    """Find a passage, and apply an edit that needs it to annotations that fit the text as it is now.

    An edit that is `mending` an anchor is made although others have no certain place in the text. Raises InputRefused
    for a passage that is not found or not clear (A101 to A135), and as `apply`.
    """
    file, loaded = annotation_file(text, how.get("annotations")), load_text(text)
    target = target_of(loaded.reading, passage, str(text))

    def fitted(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        held, carried = held_by(held, loaded, where, file, mending=mending)
        changed, done = edit(held, where, OnPassage(loaded, target, signature, seed()))
        return changed, replace(done, remarks=(*carried, *_words_taken(passage, target), *done.remarks))

    return apply(text, fitted, how, loaded)


def _words_taken(passage: Passage, target: Target) -> tuple[str, ...]:
    """Return what a person should be told of a passage that is not just the words they typed."""
    words = " … ".join(piece.exact or "" for piece in target.pieces)
    return () if normalised(words) == normalised(passage.quote) else (f"on “{shortened(words, 120)}”",)


def apply_to_record(
    text: Path,
    on: Passage | None,
    how: How,
    edit: Callable[[Annotations, Where, Signature, Mapping[str, Target]], tuple[Annotations, Done]],
) -> Done:
    """Apply an edit of one record that may move to another passage, `on`.

    The edit is given the fields that the passage sets: the target, or none. Raises InputRefused as `apply_on_passage`
    where there is a passage, else as `apply`.
    """
    if on is None:
        return apply(text, lambda held, where, signature: edit(held, where, signature, {}), how)
    return apply_on_passage(
        text,
        on,
        how,
        lambda held, where, found: edit(held, where, found.signature, {"target": found.target}),
        mending=True,
    )


def retagged(tags: Iterable[str], tagged: Iterable[str], untagged: Collection[str]) -> tuple[str, ...]:
    """Return tags with some added at the end and others taken away; each once."""
    return tuple(tag for tag in dict.fromkeys((*tags, *tagged)) if tag not in untagged)


def with_entity(
    held: Annotations,
    name: str | None,
    where: Where,
    *,
    entity_type: str | None = None,
    usually: str | None = None,
) -> tuple[Annotations, str | None, tuple[str, ...]]:
    """Return the annotations with the entity of this id or name, its id, and a remark if it is new."""
    if name is None:
        return held, None, ()
    changed, entity_id = ensure_entity(held, name, where, entity_type=entity_type, usually=usually)
    new = changed.entity(entity_id) if changed is not held else None
    return changed, entity_id, (f"new {new.type}: {new.name} ({new.id})",) if new else ()


def seed() -> str | None:
    """Return what fixes ids for reproducible work (ANNOTATE_SEED), None where they are random."""
    return os.environ.get("ANNOTATE_SEED") or None
