"""The files a PDF carries: what each is to the pages, and no time of day in them.

WeasyPrint embeds files but tells their relationship only in PDF/A, and notes when each was made, so that no two runs
give the same bytes.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.render.pdf.protocol import Attached


def tell_relationships(pdf: Any, attached: Sequence[Attached]) -> None:
    """Write the relationship of each embedded file and list all in the catalogue (ISO 32000-2, 14.13)."""
    relationships = {item.name: item.relationship for item in attached}
    references = pydyf.Array()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Type") == "/EmbeddedFile":
            for date in ("CreationDate", "ModDate"):
                item.extra["Params"].pop(date, None)
        elif isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Filespec":
            item["AFRelationship"] = f"/{relationships[item['UF'].string]}"
            references.append(item.reference)
    if references:
        pdf.catalog["AF"] = references
