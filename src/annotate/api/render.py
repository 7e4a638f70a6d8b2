"""From a text and its annotations to published editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.api.edition_choices import choices_for, refuse_narrow_page
from annotate.api.edition_data import edition_data
from annotate.api.edition_view import opened_edition
from annotate.api.files import STANDARD_INPUT
from annotate.api.nesting import nesting_named
from annotate.api.rendered import FORMATS, Rendered
from annotate.api.validate import validate
from annotate.diagnostics import Severity
from annotate.errors import WorkFailed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotate.api.edition_view import OpenedEdition
    from annotate.diagnostics import Finding
    from annotate.model.edition_choices import Choices
    from annotate.render.pdf.make import PdfResult


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
    opened = opened_edition(text, choices, annotations)
    findings = opened.findings
    editions: dict[str, bytes] = {}
    pages = None
    failed: tuple[Finding, ...] = ()
    if "html" in formats:
        editions["html"] = _html(opened, choices)
    if "pdf" in formats:
        made, failed = _pdf(opened, choices, str(text.with_suffix(".pdf")))
        if made is not None:
            findings += made.findings
            if draft:
                findings += tuple(replace(finding, severity=Severity.WARNING) for finding in failed)
                failed = ()
            if not failed:
                editions["pdf"], pages = made.data, made.pages
    made_editions = {name: editions[name] for name in formats if name in editions}
    return Rendered(made_editions, findings, pages, _errors(opened), failed)


def _html(opened: OpenedEdition, choices: Choices) -> bytes:
    from annotate.render.fonts.faces import font_faces  # noqa: PLC0415  # loads fontTools on first use
    from annotate.render.screen.page import html_edition  # noqa: PLC0415  # loads Jinja

    with nesting_named(opened.loaded.path):
        return html_edition(opened.edition, font_faces(), choices)


def _pdf(opened: OpenedEdition, choices: Choices, path: str) -> tuple[PdfResult | None, tuple[Finding, ...]]:
    """Return the PDF of an edition, None where it cannot be made, and why or in what it does not conform."""
    from annotate.api.edition_pdf import edition_pdf  # noqa: PLC0415  # only for PDF
    from annotate.render.pdf.conformance import conformance_findings  # noqa: PLC0415  # only for PDF
    from annotate.render.print.page import print_html  # noqa: PLC0415

    try:
        with nesting_named(opened.loaded.path):
            html = print_html(opened.edition, choices)
            made = edition_pdf(html, opened, choices, path, attachments=edition_data(opened.loaded, opened.held))
            return made, conformance_findings(made.data, path, pdf_a=choices.pdf_a)
    except WorkFailed as failure:
        return None, failure.findings


def _errors(opened: OpenedEdition) -> int:
    """Return how many errors the checks find in the text and its annotations, which are published all the same."""
    loaded, held = opened.loaded, opened.held
    if held is None or loaded.path == STANDARD_INPUT:
        return 0
    found = validate((loaded.path, held.path), opened=[loaded, held]).findings
    return sum(finding.severity is Severity.ERROR for finding in found)
