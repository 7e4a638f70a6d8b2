"""The edition of a text that was opened: its annotations in their places, its sources cited, its quotations judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.library import library_path, load_library
from annotate.attach.anchor import resolve_all
from annotate.render.citations import Bibliography
from annotate.render.view import build_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.api.library import LoadedLibrary
    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.diagnostics import Finding
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Source
    from annotate.model.edition import Edition, PictureAtHand
    from annotate.model.edition_choices import Choices


def edition_of(
    loaded: LoadedText, held: LoadedAnnotations | None, choices: Choices, pictures: Mapping[str, PictureAtHand]
) -> tuple[Edition, tuple[Finding, ...]]:
    """Return the edition of a text with its annotations, if it has any, as far as choices bear on it, and findings."""
    shown = choices.boilerplate
    if held is None:
        return build_view(loaded.document, loaded.reading, pictures=pictures, boilerplate=shown), ()
    library = load_library(library_path(held.path.parent))
    annotations = library.library.used_by(held.annotations).joined_to(held.annotations)
    language = loaded.document.metadata.language or "en"
    bibliography = Bibliography(choices.style, annotations.sources, language, path=str(held.path))
    resolutions = resolve_all(annotations, loaded.reading)
    edition = build_view(
        loaded.document,
        loaded.reading,
        annotations,
        resolutions,
        citations=bibliography,
        pictures=pictures,
        boilerplate=shown,
        verdicts=_verdicts(loaded, held, library, resolutions) if any(map(_kept, annotations.sources)) else {},
    )
    return edition, bibliography.findings


def _kept(source: Source) -> bool:
    return source.copy is not None


def _verdicts(
    loaded: LoadedText, held: LoadedAnnotations, library: LoadedLibrary, resolutions: Mapping[str, Resolution]
) -> dict[str, str]:
    """Return what the copies of the sources say of the quotes of evidence, by the evidence's id."""
    from annotate.api.report_quotations import judged_by  # noqa: PLC0415  # only where copies are kept

    judged = judged_by(loaded, held, library, resolutions)
    return {one.evidence.id: one.kind for _, one in judged if one.evidence is not None}
