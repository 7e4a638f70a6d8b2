"""Editions that were rendered before, kept in the user's cache: what has not changed is not rendered again."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from annotate.api.edition_choices import choices_for
from annotate.api.edition_ingredients import edition_digest
from annotate.api.files import STANDARD_INPUT
from annotate.api.rendered import FORMATS, Rendered
from annotate.diagnostics import Finding
from annotate.render.made_files import Room, keep_files, read_kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotate.model.edition_choices import Choices

_KIND, _TOLD = "editions", "rendered.json"
_ROOM = Room(folders=500, bytes=500 * 1024 * 1024)


def rendered_or_kept(
    text: Path,
    formats: Sequence[str] = FORMATS,
    *,
    annotations: Path | None = None,
    choices: Choices | None = None,
    draft: bool = False,
    fresh: bool = False,
) -> Rendered:
    """Return the editions of a text as `api.render.render` does, those kept that would come out the same.

    What was found when they were rendered is told again. Of an edition that does not conform nothing is kept. `fresh`
    renders anew whatever is kept. Raises as `render`.
    """
    choices = choices or choices_for(text)
    if text == STANDARD_INPUT:  # it can be read only once
        return _rendered(text, formats, annotations, choices, draft=draft)
    digest = _digest(text, annotations, choices, draft=draft)
    kept = None if fresh else _read(digest)
    missing = [name for name in formats if kept is None or name not in kept.editions]
    if not missing and kept is not None:
        return _part(kept, text, formats)
    made = _rendered(text, missing, annotations, choices, draft=draft)
    made = _joined(kept, made) if kept is not None else made
    # Files that were changed in the meantime are in the edition in part, or not at all: nobody can tell.
    if made.editions and _digest(text, annotations, choices, draft=draft) == digest:
        keep_files(_KIND, digest, _files(made, text), _ROOM)
    return _part(made, text, formats)


def _rendered(
    text: Path, formats: Sequence[str], annotations: Path | None, choices: Choices, *, draft: bool
) -> Rendered:
    from annotate.api.render import render  # noqa: PLC0415  # loads citations and templates

    return render(text, formats, annotations=annotations, choices=choices, draft=draft)


def _digest(text: Path, annotations: Path | None, choices: Choices, *, draft: bool) -> str:
    return sha256(f"{edition_digest(text, annotations, choices)} {draft}".encode()).hexdigest()


def _joined(kept: Rendered, made: Rendered) -> Rendered:
    """Return editions that were kept with those of other formats that were made of the same."""
    return replace(
        made,
        editions={**kept.editions, **made.editions},
        findings=tuple(dict.fromkeys((*kept.findings, *made.findings))),
        pages=made.pages if "pdf" in made.editions else kept.pages,
    )


def _part(rendered: Rendered, text: Path, formats: Sequence[str]) -> Rendered:
    """Return the editions in these formats alone, in their order, with the findings about them."""
    editions = {name: rendered.editions[name] for name in formats if name in rendered.editions}
    if "pdf" in formats:
        return replace(rendered, editions=editions)
    findings = tuple(finding for finding in rendered.findings if not _of_pdf(finding, text))
    return replace(rendered, editions=editions, findings=findings, pages=None)


def _of_pdf(finding: Finding, text: Path) -> bool:
    return finding.path == str(text.with_suffix(".pdf"))


def _read(digest: str) -> Rendered | None:
    files = read_kept(_KIND, digest)
    if files is None or _TOLD not in files:
        return None
    told: dict[str, Any] = json.loads(files[_TOLD])
    findings = tuple(map(Finding.from_json, told["findings"]))
    editions = {name: data for name, data in files.items() if name in FORMATS}
    return Rendered(editions, findings, told["pages"], told["errors"])


def _files(rendered: Rendered, text: Path) -> Mapping[str, bytes]:
    # What was found about a PDF that is not kept is found again with it.
    findings = [one for one in rendered.findings if "pdf" in rendered.editions or not _of_pdf(one, text)]
    told = {
        "findings": [asdict(finding) for finding in findings],
        "pages": rendered.pages,
        "errors": rendered.errors,
    }
    return {**rendered.editions, _TOLD: json.dumps(told).encode()}
