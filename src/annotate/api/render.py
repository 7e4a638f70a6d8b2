"""From a text and its annotations to published editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.api.edition_choices import choices_for
from annotate.api.edition_data import edition_data
from annotate.api.edition_pictures import pictures_of
from annotate.api.edition_view import edition_of
from annotate.api.files import STANDARD_INPUT, annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.api.rendered import FORMATS, Rendered
from annotate.api.validate import validate
from annotate.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations
    from annotate.diagnostics import Finding
    from annotate.model.edition_choices import Choices


def render(
    text: Path,
    formats: Sequence[str] = FORMATS,
    *,
    annotations: Path | None = None,
    choices: Choices | None = None,
    draft: bool = False,
) -> Rendered:
    """Return the editions of the text at `text` with its annotations, set as `choices` say.

    Without `choices` they are those of the text's project (`choices_for`); without `annotations` the text's own are
    used if it has any. The same input gives the same bytes. Raises InputRefused for what cannot be read, WorkFailed
    where an edition cannot be made (fonts, limits). A PDF that would not conform to PDF/UA-1 is not among the editions;
    a `draft` is, with what it fails among the findings.
    """
    choices = choices or choices_for(text)
    loaded = load_text(text)
    path = annotations or annotations_path(text)
    held = load_annotations(path) if annotations or path.exists() else None
    pictures, missing = pictures_of(loaded)
    edition, findings = edition_of(loaded, held, choices, pictures)
    findings = (*missing, *findings)
    editions: dict[str, bytes] = {}
    pages = None
    failed: tuple[Finding, ...] = ()
    if "html" in formats:
        from annotate.render.fonts import font_faces  # noqa: PLC0415  # loads fontTools on first use
        from annotate.render.screen import html_edition  # noqa: PLC0415  # loads Jinja

        editions["html"] = html_edition(edition, font_faces(), choices)
    if "pdf" in formats:
        from annotate.render.comments import comments  # noqa: PLC0415  # only for PDF
        from annotate.render.conformance import conformance_findings  # noqa: PLC0415  # only for PDF
        from annotate.render.pdf import make_pdf  # noqa: PLC0415  # only for PDF
        from annotate.render.pdf_protocol import NO_COMMENTS  # noqa: PLC0415
        from annotate.render.print import print_html  # noqa: PLC0415

        files = {picture.name: picture.data for picture in pictures.values()} | dict(choices.theme.files)
        made = make_pdf(
            print_html(edition, choices),
            files=files,
            attachments=edition_data(loaded, held),
            line_numbers="" if choices.line_numbers == "none" else choices.line_numbers,
            pdf_a=choices.pdf_a,
            comments=comments(edition) if choices.comments else NO_COMMENTS,
            path=str(text.with_suffix(".pdf")),
        )
        failed = conformance_findings(made.data, str(text.with_suffix(".pdf")), pdf_a=choices.pdf_a)
        findings += made.findings
        if draft:
            findings += tuple(replace(finding, severity=Severity.WARNING) for finding in failed)
            failed = ()
        if not failed:
            editions["pdf"], pages = made.data, made.pages
    made_editions = {name: editions[name] for name in formats if name in editions}
    return Rendered(made_editions, findings, pages, _errors(text, held), failed)


def _errors(text: Path, held: LoadedAnnotations | None) -> int:
    if held is None or text == STANDARD_INPUT:
        return 0
    return sum(found.severity is Severity.ERROR for found in validate((text, held.path)).findings)
