"""From a text and its annotations to published editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.api.edition_choices import choices_for, refuse_narrow_page
from annotate.api.edition_data import edition_data
from annotate.api.edition_pictures import pictures_of
from annotate.api.edition_view import edition_of
from annotate.api.files import STANDARD_INPUT, annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.api.rendered import FORMATS, Rendered
from annotate.api.validate import validate
from annotate.diagnostics import Severity
from annotate.errors import WorkFailed
from annotate.render.rules import NESTED_TOO_DEEPLY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.diagnostics import Finding
    from annotate.model.edition import Edition
    from annotate.model.edition_choices import Choices
    from annotate.render.pdf import Attachment, PdfResult


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
    where no edition can be made (fonts, a text nested too deeply). A PDF that reaches a limit, or would not conform to
    PDF/UA-1, is not among the editions, and `failed` says why; a `draft` is, with what it fails among the findings.
    """
    choices = choices or choices_for(text)
    if "pdf" in formats:
        refuse_narrow_page(choices, text)
    loaded = load_text(text)
    path = annotations or annotations_path(text)
    held = load_annotations(path) if annotations or path.exists() else None
    pictures, findings = pictures_of(loaded)
    editions: dict[str, bytes] = {}
    pages = None
    failed: tuple[Finding, ...] = ()
    try:
        edition, found = edition_of(loaded, held, choices, pictures)
        findings += found
        if "html" in formats:
            from annotate.render.fonts import font_faces  # noqa: PLC0415  # loads fontTools on first use
            from annotate.render.screen import html_edition  # noqa: PLC0415  # loads Jinja

            editions["html"] = html_edition(edition, font_faces(), choices)
        if "pdf" in formats:
            files = {picture.name: picture.data for picture in pictures.values()}
            made, failed = _pdf(edition, choices, files, edition_data(loaded, held), str(text.with_suffix(".pdf")))
            if made is not None:
                findings += made.findings
                if draft:
                    findings += tuple(replace(finding, severity=Severity.WARNING) for finding in failed)
                    failed = ()
                if not failed:
                    editions["pdf"], pages = made.data, made.pages
    except RecursionError:
        # Python's limit, which elements within one another reach before they reach that of XML.
        raise WorkFailed(NESTED_TOO_DEEPLY.at(text)) from None
    made_editions = {name: editions[name] for name in formats if name in editions}
    return Rendered(made_editions, findings, pages, _errors(loaded, held), failed)


def _pdf(
    edition: Edition, choices: Choices, files: Mapping[str, bytes], attachments: Sequence[Attachment], path: str
) -> tuple[PdfResult | None, tuple[Finding, ...]]:
    """Return the PDF of an edition, None where it cannot be made, and why or in what it does not conform."""
    from annotate.render.comments import comments  # noqa: PLC0415  # only for PDF
    from annotate.render.conformance import conformance_findings  # noqa: PLC0415  # only for PDF
    from annotate.render.pdf import make_pdf  # noqa: PLC0415  # only for PDF
    from annotate.render.pdf_protocol import NO_COMMENTS  # noqa: PLC0415
    from annotate.render.print import print_html  # noqa: PLC0415

    try:
        made = make_pdf(
            print_html(edition, choices),
            files={**files, **choices.theme.files},
            attachments=attachments,
            line_numbers="" if choices.line_numbers == "none" else choices.line_numbers,
            pdf_a=choices.pdf_a,
            comments=comments(edition) if choices.comments else NO_COMMENTS,
            path=path,
        )
    except WorkFailed as failure:
        return None, failure.findings
    return made, conformance_findings(made.data, path, pdf_a=choices.pdf_a)


def _errors(loaded: LoadedText, held: LoadedAnnotations | None) -> int:
    if held is None or loaded.path == STANDARD_INPUT:
        return 0
    found = validate((loaded.path, held.path), opened=[loaded, held]).findings
    return sum(finding.severity is Severity.ERROR for finding in found)
