"""From the texts that a project makes a book of to one PDF, and a page for the screen that leads to theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.api import book_rules as rules
from annotate.api.book_chapters import ChapterToMake, made_chapters
from annotate.api.book_pages import book_pages
from annotate.api.edition_choices import choices_for, refuse_narrow_page
from annotate.api.files import annotations_path
from annotate.api.rendered import FORMATS, Rendered, write_editions
from annotate.api.settings import settings_for
from annotate.diagnostics import Severity
from annotate.errors import InputRefused
from annotate.model.book import BoundChapter, chapter_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.api.rendered import Written
    from annotate.diagnostics import Finding
    from annotate.model.book import BookPlan
    from annotate.model.edition_choices import Choices
    from annotate.render.pdf.make import Attachment


@dataclass(frozen=True, slots=True)
class MadeBook:
    """What became of a book: its files, how many chapters it has and how many of them were laid out anew, findings.

    `failed` says why there is no PDF although one was asked for: it would not conform.
    """

    written: tuple[Written, ...]
    findings: tuple[Finding, ...]
    chapters: int
    anew: int = 0
    pages: int | None = None
    failed: tuple[Finding, ...] = ()


def made_book(
    plan: BookPlan,
    home: Path,
    formats: Sequence[str] = FORMATS,
    *,
    output: Path | None = None,
    jobs: int = 0,
    draft: bool = False,
    **said: Any,
) -> MadeBook:
    """Make a book in the formats wanted and write it beside its settings, or to `output`: a folder, or a file's name.

    `home` is the folder that the texts are seen from; `said` are choices that a person made, as in `choices_for`, and
    `jobs` processes share the work (0: as processors). The bytes are the same whatever was kept. Raises InputRefused
    and WorkFailed as `api.render.render`, and WorkFailed where a file cannot be written.
    """
    choices = choices_for(home / plan.texts[0], **said)
    if "pdf" in formats:
        refuse_narrow_page(choices, home / plan.texts[0])
    book = MadeBook((), (), len(plan.texts))
    if "html" in formats:
        written, findings = book_pages(plan, home, choices, home if output is None else output, jobs)
        book = replace(book, written=written, findings=findings)
    if "pdf" in formats:
        rendered, anew = book_pdf(plan, home, choices, jobs=jobs, draft=draft)
        book = replace(
            book,
            written=(*book.written, *write_editions(rendered, home / plan.name, output)),
            findings=tuple(dict.fromkeys((*book.findings, *rendered.findings))),
            anew=anew,
            pages=rendered.pages,
            failed=rendered.failed,
        )
    return book


def book_plan(name: str | None, folder: Path) -> tuple[BookPlan, Path]:
    """Return the book of that name in the settings that hold for a folder, or their only one; and their own folder.

    Raises InputRefused for settings that cannot be read (F160 to F165), for a book that is not there and for chapters
    without a text (E340 to E342).
    """
    settings = settings_for(folder)
    path = settings.path or str(folder / "annotate.toml")
    if not settings.books:
        raise InputRefused(rules.NO_BOOKS.at(path))
    known = ", ".join(settings.books)
    if name is None and len(settings.books) > 1:
        raise InputRefused(rules.NO_SUCH_BOOK.at(path, name="", remedy=f"say which one you mean: {known}"))
    plan = settings.books.get(name) if name is not None else next(iter(settings.books.values()))
    if plan is None:
        near = get_close_matches(name or "", settings.books, 1)
        remedy = f"did you mean “{near[0]}”?" if near else f"there are {known}"
        raise InputRefused(rules.NO_SUCH_BOOK.at(path, name=name, remedy=remedy))
    home = Path(path).parent
    missing = [
        rules.NO_CHAPTER.at(path, *place, text=text)
        for text, place in zip(plan.texts, plan.places, strict=True)
        if not (home / text).is_file()
    ]
    if missing:
        raise InputRefused(*missing)
    return plan, home


def book_pdf(
    plan: BookPlan, home: Path, choices: Choices, *, jobs: int = 0, draft: bool = False
) -> tuple[Rendered, int]:
    """Return the PDF of a book, and how many of its chapters were laid out anew: those of which something has changed.

    A PDF that does not conform to PDF/UA-1 is not among the editions; a `draft` is, with what it fails among the
    findings.
    """
    from annotate.api.book_binding import bound_book  # noqa: PLC0415  # loads the checker and what lays out

    path = str(home / f"{plan.name}.pdf")
    keys = chapter_keys(plan)
    texts = [home / text for text in plan.texts]
    todo = [ChapterToMake(text, key, plan.title, choices) for text, key in zip(texts, keys, strict=True)]
    made = made_chapters(todo, jobs)
    bound = [BoundChapter(key, chapter.record) for key, chapter in zip(keys, made, strict=True)]
    attachments = sorted(_attachments(texts, bound), key=_name)
    book = bound_book(plan, choices, bound, [chapter.part for chapter in made], attachments, path, jobs)
    findings, failed = book.findings, book.failed
    if draft:
        findings += tuple(replace(finding, severity=Severity.WARNING) for finding in failed)
        failed = ()
    rendered = Rendered({} if failed else {"pdf": book.data}, findings, book.pages, failed=failed)
    return rendered, sum(chapter.anew for chapter in made)


def _name(attachment: Attachment) -> bytes:
    """Return the name of a file as the tree of names is sorted (ISO 32000-1, 7.9.6)."""
    return attachment.name.encode()


def _attachments(texts: Sequence[Path], bound: Sequence[BoundChapter]) -> Iterator[Attachment]:
    """Yield the texts and annotation files of the chapters under the keys of their chapters, and all sources."""
    import json  # noqa: PLC0415  # only where a book is bound

    from annotate.render.pdf.make import Attachment  # noqa: PLC0415  # as above

    items: dict[str, Mapping[str, Any]] = {}
    for text, chapter in zip(texts, bound, strict=True):
        title = chapter.chapter.title
        yield Attachment(f"{chapter.key}.xml", f"The text of “{title}” (TEI P5)", "Source", text.read_bytes())
        held = annotations_path(text)
        if held.exists():
            name = f"{chapter.key}.annotations.json"
            yield Attachment(name, f"The annotations of “{title}”", "Source", held.read_bytes())
        for source in chapter.chapter.sources:
            items.setdefault(json.dumps(source.item, sort_keys=True), source.item)
    if items:
        data = json.dumps(list(items.values()), ensure_ascii=False, indent=1).encode() + b"\n"
        yield Attachment("sources.csl.json", "The sources of all chapters (CSL-JSON)", "Data", data)
