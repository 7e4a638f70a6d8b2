"""The copies of sources, and where what evidence quotes stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.library import library_path, load_library
from annotate.api.source_copy import open_copy
from annotate.attach.quotes import evidence_resolution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations, Source
    from annotate.model.source_copy import SourceCopy


def copies_below(sources: Iterable[Source], folder: Path) -> dict[str, SourceCopy]:
    """Return the copies of those sources that have one by the source's id, as they stand below `folder` now."""
    return {source.id: copy for source in sources if (copy := open_copy(source, folder)) is not None}


def copies_cited(loaded: LoadedAnnotations) -> dict[str, SourceCopy]:
    """Return the copies of the sources that evidence of a file cites, its own and the library's, by the source's id.

    Raises InputRefused for what is wrong with the library.
    """
    annotations, folder = loaded.annotations, loaded.path.parent
    cited = {evidence.source for claim in annotations.claims for evidence in claim.evidence}
    library = load_library(library_path(folder))
    shared = [one for one in library.library.beyond(annotations).sources if one.id in cited]
    own = [one for one in annotations.sources if one.id in cited]
    return {**copies_below(shared, library.path.parent), **copies_below(own, folder)}


def evidence_resolutions(annotations: Annotations, copies: Mapping[str, SourceCopy]) -> dict[str, Resolution]:
    """Return where what evidence quotes stands in the copy of its source, by the evidence's id.

    Left out is evidence that quotes nothing, and of a source whose copy is not in order or cannot be searched.
    """
    found: dict[str, Resolution] = {}
    # By source, since what makes a text ready for searching is kept for one text at a time.
    evidence = sorted((item for claim in annotations.claims for item in claim.evidence), key=lambda item: item.source)
    for item in evidence:
        copy = copies.get(item.source)
        resolution = evidence_resolution(item, copy.reading) if copy is not None and copy.reading is not None else None
        if resolution is not None:
            found[item.id] = resolution
    return found
