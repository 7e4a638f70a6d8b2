"""From a text to its edition: its annotations in their places, its sources cited, its quotations judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api.edition_pictures import pictures_of
from annotate.api.files import annotations_path
from annotate.api.library import library_path, load_library
from annotate.api.load import load_annotations, load_text
from annotate.api.nesting import nesting_named
from annotate.attach.anchor import resolve_all
from annotate.render.citations import Bibliography
from annotate.render.view import build_view

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotate.api.library import LoadedLibrary
    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.diagnostics import Finding
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Source
    from annotate.model.edition import Edition, PictureAtHand
    from annotate.model.edition_choices import Choices


@dataclass(frozen=True, slots=True)
class OpenedEdition:
    """A text and its annotations, if it has any, as they were opened, and the edition of both.

    `pictures` are those at hand, by the addresses that the text has for them.
    """

    loaded: LoadedText
    held: LoadedAnnotations | None
    edition: Edition
    pictures: Mapping[str, PictureAtHand]
    findings: tuple[Finding, ...]


def opened_edition(text: Path, choices: Choices, annotations: Path | None = None) -> OpenedEdition:
    """Open a text with its annotations and pictures, and return its edition, as far as choices bear on it.

    Without `annotations` the text's own are used if it has any. Raises InputRefused for what cannot be read, and
    WorkFailed (E309) for a text that is nested too deeply.
    """
    loaded = load_text(text)
    path = annotations or annotations_path(text)
    held = load_annotations(path) if annotations or path.exists() else None
    pictures, missing = pictures_of(loaded)
    with nesting_named(text):
        edition, findings = edition_of(loaded, held, choices, pictures)
    return OpenedEdition(loaded, held, edition, pictures, (*missing, *findings))


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
