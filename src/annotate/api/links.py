"""Adding, changing and removing links between claims, notes and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.editing import Done, apply, seed
from annotate.api.linked_files import end_from_here, ends_elsewhere
from annotate.attach import edit, ids
from annotate.attach.remove import removed
from annotate.model.annotation import Link

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations


def add_link(text: Path, start: str, relation: str, end: str, **how: Unpack[How]) -> Done:
    """Add a link between two claims, notes or passages: ids, or `OTHER.annotations.json#ID`.

    Raises InputRefused: N114 where an end is not there, N115, N116, findings of the schema for an unknown relation.
    """

    def added(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        ends = end_from_here(start, where), end_from_here(end, where)
        link_id = ids.new_id("l", held.ids(), seed())
        link = Link(link_id, ends[0], relation, ends[1], signature.who, signature.when)
        return edit.add_link(held, link, where, ends_elsewhere(ends, where)), Done(link_id)

    return apply(text, added, how)


def edit_link(
    text: Path,
    link_id: str,
    *,
    start: str | None = None,
    relation: str | None = None,
    end: str | None = None,
    **how: Unpack[How],
) -> Done:
    """Change a link's ends or relation. Raises InputRefused: N112, and as `add_link`."""

    def changed(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        ends = {name: end_from_here(given, where) for name, given in (("start", start), ("end", end)) if given}
        new = {**ends, **({"relation": relation} if relation else {})}
        link = next((link for link in held.links if link.id == link_id), None)
        known = ends_elsewhere([*ends.values(), *((link.start, link.end) if link else ())], where)
        return edit.edited_link(held, link_id, new, signature, where, known), Done(link_id)

    return apply(text, changed, how)


def remove_link(text: Path, link_id: str, **how: Unpack[How]) -> Done:
    """Remove a link; what it tied stays. Raises InputRefused: N112."""
    return apply(
        text,
        lambda held, where, signature: (removed(held, "links", link_id, signature, where), Done(link_id)),
        how,
    )
