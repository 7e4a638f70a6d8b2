"""Adding, changing and removing sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.api.editing import Done, apply
from annotate.api.library import uses_of
from annotate.api.source_item import readable_id
from annotate.attach import edit
from annotate.attach.remove import removed
from annotate.attach.rename import renamed
from annotate.model.annotation import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.edit import Signature
    from annotate.attach.where import Where
    from annotate.model.annotation import Annotations


def add_source(text: Path, item: Mapping[str, Any], **how: Unpack[How]) -> Done:
    """Add a source, a CSL-JSON item with its `type`; without an `id` it gets a readable one.

    Raises InputRefused: S102, S104, or findings of the schema for what is no CSL-JSON.
    """
    return add_sources(text, [item], **how)


def add_sources(text: Path, items: Sequence[Mapping[str, Any]], **how: Unpack[How]) -> Done:
    """Add sources, all or none, and return their ids, one a line. Raises InputRefused as `add_source`."""

    def added(held: Annotations, where: Where, _: Signature) -> tuple[Annotations, Done]:
        used, names = held.ids(), []
        for item in items:
            source_id = str(item.get("id") or readable_id(item, used))
            rest = {key: value for key, value in item.items() if key not in {"id", "type"}}
            held = edit.add_source(held, Source({"id": source_id, "type": item["type"], **rest}), where)
            used.add(source_id)
            names.append(source_id)
        return held, Done("\n".join(names))

    return apply(text, added, how)


def edit_source(
    text: Path,
    source_id: str,
    fields: Mapping[str, Any],
    *,
    cleared: Collection[str] = (),
    new_id: str | None = None,
    **how: Unpack[How],
) -> Done:
    """Set CSL fields of a source, take others away, and give it a `new_id`, which its evidence then names.

    Raises InputRefused: S101, S102, S104, N122, or findings of the schema.
    """

    def changed(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        held = edit.edited_source(held, source_id, fields, cleared, where)
        if new_id is None:
            return held, Done(source_id)
        elsewhere = uses_of(source_id, Path(where.path)) if how.get("library") else []
        return renamed(held, "sources", source_id, new_id, signature, where, elsewhere=elsewhere), Done(new_id)

    return apply(text, changed, how)


def remove_source(text: Path, source_id: str, *, cascade: bool = False, **how: Unpack[How]) -> Done:
    """Remove a source, with `cascade` the evidence that cites it; one of the library that texts cite is never removed.

    Raises InputRefused: S101, S103.
    """

    def without(held: Annotations, where: Where, signature: Signature) -> tuple[Annotations, Done]:
        elsewhere = uses_of(source_id, Path(where.path)) if how.get("library") else []
        left = removed(held, "sources", source_id, signature, where, cascade=cascade, elsewhere=elsewhere)
        gone = held.source(source_id)
        kept = (f"the files of its copy stay: {gone.copy.file}",) if gone and gone.copy else ()
        return left, Done(source_id, kept)

    return apply(text, without, how)
