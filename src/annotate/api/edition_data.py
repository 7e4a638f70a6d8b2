"""What an edition was made from, as the files that its PDF carries: the text, its annotations, its sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotate.api.files import STANDARD_INPUT

if TYPE_CHECKING:
    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.render.pdf.make import Attachment


def edition_data(loaded: LoadedText, held: LoadedAnnotations | None) -> tuple[Attachment, ...]:
    """Return the TEI text, byte for byte, the annotation file, and the sources as CSL-JSON for a reference manager."""
    from annotate.render.pdf.make import Attachment  # noqa: PLC0415  # only for PDF

    name = "text.xml" if loaded.path == STANDARD_INPUT else loaded.path.name
    files = [Attachment(name, "The text (TEI P5)", "Source", loaded.data)]
    if held is None:
        return tuple(files)
    files.append(Attachment(held.path.name, "The annotations", "Source", held.json.text.encode()))
    if held.annotations.sources:
        items = [dict(source.item) for source in held.annotations.sources]
        data = json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"
        named = f"{name.removesuffix('.xml')}.csl.json"
        files.append(Attachment(named, "The sources (CSL-JSON)", "Data", data))
    return tuple(files)
