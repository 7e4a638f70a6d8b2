"""Adding, changing and removing entities, and where a text mentions them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.api.editing import Done, apply, apply_on_passage, apply_to_record, with_entity
from annotate.api.library import uses_of
from annotate.attach import edit
from annotate.attach.find import find_entity
from annotate.attach.ids import free_id, slug
from annotate.attach.remove import removed
from annotate.attach.rename import renamed
from annotate.model.annotation import Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from annotate.api.editing import How, OnPassage
    from annotate.attach.edit import Signature
    from annotate.attach.passage import Passage
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations, Target


def add_entity(
    text: Path,
    name: str,
    entity_type: str,
    *,
    entity_id: str | None = None,
    sort_name: str | None = None,
    same_as: Sequence[str] = (),
    **how: Unpack[How],
) -> Done:
    """Add a person, organisation, film, work, place or event; without an id it gets a readable one.

    Raises InputRefused: S102, S104, findings of the schema for a value no field takes.
    """

    def added(held: Annotations, where: Where, _: Signature) -> tuple[Annotations, Done]:
        new_id = entity_id or free_id(slug(name) or entity_type, held.ids())
        entity = Entity(new_id, entity_type, " ".join(name.split()), sort_name, tuple(dict.fromkeys(same_as)))
        return edit.add_entity(held, entity, where), Done(new_id)

    return apply(text, added, how)


def edit_entity(
    text: Path, name: str, fields: Mapping[str, Any], *, new_id: str | None = None, **how: Unpack[How]
) -> Done:
    """Change fields of an entity, given by id or name (None takes one away), and give it a `new_id`.

    What names the entity then names it by the new id. Raises InputRefused: N110, N104, S102, S104, N122.
    """

    def changed(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        old = find_entity(held, name, where).id
        held = edit.edited(held, "entities", old, fields, signature, where)
        if new_id is None:
            return held, Done(old)
        elsewhere = uses_of(old, Path(where.path)) if how.get("library") else []
        return renamed(held, "entities", old, new_id, signature, where, elsewhere=elsewhere), Done(new_id)

    return apply(text, changed, how)


def remove_entity(text: Path, name: str, *, cascade: bool = False, **how: Unpack[How]) -> Done:
    """Remove an entity, given by id or name; with `cascade` its mentions too, and its claims lose their claimant.

    One of the library that texts use stays. Raises InputRefused: N110, N104, and N113 where it is still used.
    """

    def without(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        entity = find_entity(held, name, where)
        elsewhere = uses_of(entity.id, Path(where.path)) if how.get("library") else []
        left = removed(held, "entities", entity.id, signature, where, cascade=cascade, elsewhere=elsewhere)
        return left, Done(entity.id)

    return apply(text, without, how)


def add_mention(
    text: Path, passage: Passage, *, entity: str, entity_type: str | None = None, **how: Unpack[How]
) -> Done:
    """Add a mention of an entity, given by id or name; a new one needs a type.

    Raises InputRefused: A101 to A135, N104, N106.
    """

    def added(held: Annotations, where: Where, on: OnPassage) -> tuple[Annotations, Done]:
        held, entity_id, made = with_entity(held, entity, where, entity_type=entity_type)
        mention = Mention(on.new_id("m", held), on.target, entity_id or entity, on.signature.who, on.signature.when)
        return edit.add_mention(held, mention), Done(mention.id, made)

    return apply_on_passage(text, passage, how, added)


def edit_mention(
    text: Path,
    mention_id: str,
    *,
    entity: str | None = None,
    entity_type: str | None = None,
    on: Passage | None = None,
    **how: Unpack[How],
) -> Done:
    """Change whom a mention names, or the passage it is `on`. Raises InputRefused: N102, N104, N106, A101 to A135."""

    def changed(
        held: Annotations, where: Where, signature: Signature, target: Mapping[str, Target]
    ) -> tuple[Annotations, Done]:
        held, entity_id, made = with_entity(held, entity, where, entity_type=entity_type)
        new = {**target, **({"entity": entity_id} if entity else {})}
        return edit.edited(held, "mentions", mention_id, new, signature, where), Done(mention_id, made)

    return apply_to_record(text, on, how, changed)


def remove_mention(text: Path, mention_id: str, **how: Unpack[How]) -> Done:
    """Remove a mention; its entity stays. Raises InputRefused: N102."""
    return apply(
        text,
        lambda held, where, signature: (removed(held, "mentions", mention_id, signature, where), Done(mention_id)),
        how,
    )
