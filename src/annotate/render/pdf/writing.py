"""A PDF's objects written out once each: pydyf writes and compresses them all again for the second half of the ID.

That half is made of what the file holds (ISO 32000-1, 14.4). The bytes are the same. What an object was made of is let
go once it is written, since the memory of a long PDF is at its highest then.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from annotate.render.pdf.quick import Replacement


def replacements() -> list[Replacement]:
    """Return what is to stand in the place of what in pydyf, for `pdf.quick`."""
    original = pydyf.PDF.write

    def write(pdf: Any, *arguments: Any, **options: Any) -> None:
        """Write a PDF as pydyf does, from objects that keep their bytes; nothing else can be done with it after."""
        add_object = pdf.add_object

        def add(item: Any) -> None:
            item.__class__ = _keeping(type(item))
            add_object(item)

        kinds = {kind: _keeping(kind) for kind in set(map(type, pdf.objects))}
        for item in pdf.objects:
            item.__class__ = kinds[type(item)]
        pdf.add_object = add
        original(pdf, *arguments, **options)

    return [(pydyf.PDF, "write", write)]


def _keeping(kind: Any) -> Any:
    """Return the class of objects of a kind that keep their bytes, and nothing else, once they are asked for them."""
    bytes_of = kind.data.fget

    def data(item: Any) -> bytes:
        kept: bytes | None = vars(item).get("_written")
        if kept is None:
            kept = item._written = bytes_of(item)  # noqa: SLF001
            if isinstance(item, pydyf.Stream):
                item.stream = []
            elif isinstance(item, dict) and item.get("Type") == "/StructElem":  # most of all objects
                item.clear()
        return kept

    return type(kind.__name__, (kind,), {"data": property(data)})
