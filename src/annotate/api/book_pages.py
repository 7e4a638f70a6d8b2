"""A book for the screen: a page for each chapter, and one that leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api.files import annotations_path
from annotate.api.rendered import Rendered, write_editions
from annotate.api.shared_work import shared
from annotate.errors import InputRefused
from annotate.model.book import ListedChapter, chapter_keys

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.rendered import Written
    from annotate.diagnostics import Finding
    from annotate.model.book import BookPlan
    from annotate.model.edition_choices import Choices


def book_pages(
    plan: BookPlan, home: Path, choices: Choices, folder: Path, jobs: int
) -> tuple[tuple[Written, ...], tuple[Finding, ...]]:
    """Write the pages of a book to a folder, and return the files, the contents last, and what was found.

    A chapter's page has the name of its text; one that has not changed is not rendered again. Raises InputRefused with
    the findings of all chapters that cannot be read, and WorkFailed where a page cannot be written.
    """
    from annotate.render.book.page import book_page  # noqa: PLC0415  # loads Jinja

    keys = chapter_keys(plan)
    todo = [_Page(home / text, key, folder, choices) for text, key in zip(plan.texts, keys, strict=True)]
    pages = list(shared(_made, todo, jobs))
    refused = [finding for page in pages if page.listed is None for finding in page.findings]
    if refused:
        raise InputRefused(*refused)
    listed = [page.listed for page in pages if page.listed]
    contents = Rendered({"html": book_page(plan, listed)}, ())
    written = [one for page in pages for one in page.written]
    findings = (finding for page in pages for finding in page.findings)
    return (*written, *write_editions(contents, folder / f"{plan.name}.xml")), tuple(findings)


@dataclass(frozen=True, slots=True)
class _Page:
    """A chapter whose page is wanted: its text, the name of the page, the folder it goes to."""

    text: Path
    key: str
    folder: Path
    choices: Choices


@dataclass(frozen=True, slots=True)
class _MadePage:
    """What became of it; nothing is listed of a chapter that was refused."""

    listed: ListedChapter | None
    written: tuple[Written, ...] = ()
    findings: tuple[Finding, ...] = ()


def _made(page: _Page) -> _MadePage:
    from annotate.api.kept_editions import rendered_or_kept  # noqa: PLC0415  # loads what renders
    from annotate.api.load import load_annotations, load_text  # noqa: PLC0415  # as above

    try:
        rendered = rendered_or_kept(page.text, ("html",), choices=page.choices)
        metadata = load_text(page.text).document.metadata
        held = annotations_path(page.text)
        annotations = load_annotations(held).annotations if held.exists() else None
    except InputRefused as refusal:
        return _MadePage(None, findings=refusal.findings)
    listed = ListedChapter(
        f"{page.key}.html",
        metadata.title,
        metadata.authors,
        len(annotations.claims) if annotations else 0,
        len(annotations.notes) if annotations else 0,
        metadata.language or "",
    )
    return _MadePage(listed, write_editions(rendered, page.folder / f"{page.key}.xml"), rendered.findings)
