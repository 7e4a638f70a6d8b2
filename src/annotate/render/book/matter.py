"""What a book has around its chapters: title page and contents before them; lists, sources, index, colophon behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate import __version__
from annotate.render.apparatus import ApparatusHtml
from annotate.render.book.chapter import linked_elsewhere
from annotate.render.markup import language_attributes, text
from annotate.render.pdf.page_references import PLACEHOLDER, Placement, Reference, references
from annotate.render.pointers import PagePointers
from annotate.render.print.flow import running_head
from annotate.render.print.page import in_columns
from annotate.render.print.style import print_style, spaced
from annotate.render.print.title_lines import title_lines
from annotate.render.shell import fill, finished
from annotate.render.words import USES, and_list, counted, day
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.model.book import BookPlan, BoundChapter
    from annotate.model.edition import ClaimEntry, Edition, IndexEntry, NoteEntry
    from annotate.model.edition_choices import Choices

BACK = "about"
"""The anchor of the section that every book ends with."""
# A chapter has a heading of the first rank, as what stands beside chapters has: below it comes the second.
_GROUP = '<h2 class="group">'
_TYPEFACES = (
    '<p class="typefaces">Set in Source Serif 4 and Source Sans 3, both designed at Adobe by Frank Grießhammer and'
    " Paul D. Hunt.</p>\n"
)


def lists_html(plan: BookPlan, choices: Choices, editions: Sequence[tuple[str, Edition]], *, first: bool) -> str:
    """Return the page that lists the claims of some chapters, given by title; `first` if it begins the list."""
    written = []
    for title, edition in editions:
        claims = ApparatusHtml(edition, _ListPointers()).claims()
        written.append(f'<h2 class="chapter-name">{text(title)}</h2>\n{claims}')
    heading = "List of claims" if first else ""
    return linked_elsewhere(_page(plan, choices, [("claims" if first else "", heading, "".join(written))]), "")


def frame_html(
    plan: BookPlan,
    choices: Choices,
    chapters: Sequence[BoundChapter],
    joint: Edition,
    folios: Mapping[str, int],
) -> str:
    """Return the page of all that stands around the chapters.

    `joint` has the claims, sources and entities of all chapters, `folios` the numbers of pages by the names of places.
    """
    apparatus = _BookApparatus(joint, {name: Placement(folio) for name, folio in folios.items()})
    sections = []
    if joint.sources:
        sections.append(("sources", "Sources", apparatus.sources()))
    if joint.index:
        index = apparatus.index().replace("<h3>", _GROUP).replace("</h3>", "</h2>")
        columns = in_columns(index, len(joint.index))
        sections.append(("index", "Index", _hint("Numbers are those of pages.") + columns))
    sections.append((BACK, "About this book", _about(plan, chapters, joint)))
    contents = [(chapter.named("text"), chapter.chapter.title, chapter.by(plan)) for chapter in chapters]
    if joint.claims:
        contents.append(("claims", "List of claims", ""))
    contents += [(anchor, name, "") for anchor, name, _ in sections]
    return linked_elsewhere(_page(plan, choices, sections, contents, joint.annotators), "")


def _page(
    plan: BookPlan,
    choices: Choices,
    sections: Iterable[tuple[str, str, str]],
    contents: Sequence[tuple[str, str, str]] = (),
    annotators: tuple[str, ...] = (),
) -> str:
    style = f"{print_style(choices)}\n{resource_text('templates/print/book.css')}"
    return fill(
        "book.html",
        language=finished(language_attributes(plan.language) or ' lang="en"'),
        title=plan.title,
        title_lines=title_lines(plan.title),
        subtitle=plan.subtitle,
        running_head=running_head(plan.title),
        author=and_list(plan.authors),
        editors=and_list(plan.editors),
        annotators=and_list(annotators),
        description=f"A book of {counted(len(plan.texts), 'annotated text')}.",
        style=finished(style),
        imprint=plan.imprint,
        contents=contents,
        placeholder=PLACEHOLDER,
        sections=[(anchor, name, finished(spaced(html))) for anchor, name, html in sections],
    )


class _BookApparatus(ApparatusHtml):
    """Writes the sources and the index of a book, which name pages alone: claims are numbered anew in each chapter."""

    def __init__(self, joint: Edition, places: Mapping[str, Placement]) -> None:
        super().__init__(joint, PagePointers())
        self._known = places

    def _use(self, relation: str, ids: tuple[str, ...]) -> str:
        verb = USES.get(relation) or f"{relation.capitalize()}:"
        claims = self._claims_among(ids)
        called = "a claim" if len(claims) == 1 else "claims"
        pages = self._references(call_name(claim.anchor) for claim in claims)
        if not pages:
            return f"{text(verb)} {called} without a certain place."
        page = "page" if len(pages) == 1 and pages[0].last is None else "pages"
        return f"{text(verb)} {called} on {page}\u00a0{_linked(pages)}."

    def _index_entry(self, entry: IndexEntry) -> str:
        named = [place.anchor for place in entry.places]
        named += [call_name(claim.anchor) for claim in self._claims_among(entry.claims)]
        where = _linked(self._references(named)) or "claims without a certain place"
        name = f'<span class="name">{text(entry.name)}</span>'
        return f'<li id="{text(entry.anchor)}">{name} <span class="where">{where}</span></li>'

    def _references(self, names: Iterable[str]) -> list[Reference]:
        """Return references to the pages of places that have one, runs joined."""
        return references((name, self._known[name]) for name in names if name in self._known)


def _linked(pages: Iterable[Reference]) -> str:
    return ", ".join(reference.html() for reference in pages)


class _ListPointers(PagePointers):
    """Points to the pages of calls by numbers that are printed when the book is bound."""

    def to_call(self, entry: ClaimEntry | NoteEntry) -> str:
        """Return the page where a claim is called."""
        if entry.place is None:
            return ""
        name = call_name(entry.anchor)
        return f'<a class="page" href="#{text(name)}"><span data-bound="{text(name)}">{PLACEHOLDER}</span></a>'


def call_name(entry: str) -> str:
    """Return the name of the place where the claim is called whose entry has this name in the book."""
    key, _, anchor = entry.rpartition("/")
    return f"{key}/call.{anchor}"


def _hint(words: str) -> str:
    return f'<p class="hint">{words}</p>\n'


def _about(plan: BookPlan, chapters: Sequence[BoundChapter], joint: Edition) -> str:
    """Return what is known of the book, then of each chapter."""
    rows = [
        ("Annotated by", text(and_list(joint.annotators)) if joint.annotators else "Not stated"),
        ("Last changed", text(day(joint.changed)) if joint.changed else ""),
        ("How to cite", text(_citation(plan, joint))),
        ("Made with", f"annotate {text(__version__)}"),
    ]
    chapters_told = (
        f"{_GROUP}{text(chapter.chapter.title)}</h2>\n{_rows(chapter.chapter.about)}" for chapter in chapters
    )
    return "".join([_rows(rows), *chapters_told, _TYPEFACES])


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<p class="row"><span class="term">{text(term)}</span> {said}</p>\n' for term, said in rows if said)


def _citation(plan: BookPlan, joint: Edition) -> str:
    by = f"{and_list(plan.authors).rstrip('.')}. " if plan.authors else ""
    title = plan.title if plan.title.endswith((".", "!", "?", "…")) else f"{plan.title}."
    edited = f" Edited by {and_list(plan.editors)}." if plan.editors else ""
    annotated = f" Annotated by {and_list(joint.annotators)}" if joint.annotators else " Annotated edition"
    return f"{by}{title}{edited}{annotated}{f', {joint.changed[:4]}' if joint.changed else ''}."
