"""The print page: the HTML and CSS that WeasyPrint lays out as a small book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.edition import edition_blocks, stretches
from annotate.model.edition_choices import Choices
from annotate.render.about import about_rows, authors, film_credit
from annotate.render.apparatus import ApparatusHtml, description
from annotate.render.markup import english_attributes, language_attributes, text
from annotate.render.pointers import PagePointers
from annotate.render.print.entry_keys import key_style, keys_in_words
from annotate.render.print.flow import PrintFlow, running_head
from annotate.render.print.note_series import NoteSeries
from annotate.render.print.style import print_style, spaced
from annotate.render.print.title_lines import title_lines
from annotate.render.questions import questions_html
from annotate.render.shell import fill, finished
from annotate.render.words import and_list, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.model.edition import Edition

_FEWEST_IN_COLUMNS = 8
_LINES = {
    "none": "",
    "page": "Others count the lines of each page: 12.5 is page 12, line\u00a05.",
    "section": "Others count the lines of each section: 12.5 is page 12, line\u00a05.",
    "text": "Others count the lines of the whole text: 12.305 is page 12, line\u00a0305.",
}


def print_html(edition: Edition, choices: Choices = Choices()) -> str:
    """Return the edition as an HTML page with its stylesheet, for WeasyPrint 70 or newer.

    The same edition and choices give the same text. Raises KeyError for a page that is not among PAGES, or not among
    SIDE_PAGES where notes stand in the margin.
    """
    series = NoteSeries(edition, choices)
    flow = PrintFlow(edition, series)
    metadata = edition.metadata
    own = language_attributes(edition.language) or ' lang="en"'
    english = english_attributes(edition.language)
    title = "" if edition.titled else f'<h1 id="title">{text(metadata.title)}</h1>\n'
    front = title + flow.nodes(edition.front)
    sections = list(_sections(edition, choices, series))
    return fill(
        "print.html",
        language=finished(own),
        english=finished(english),
        title=metadata.title,
        title_lines=title_lines(metadata.title),
        running_head=running_head(metadata.title),
        author=authors(edition),
        annotators=and_list(edition.annotators),
        films=[(film.title, film_credit(film)) for film in metadata.films],
        first=", ".join(filter(None, (metadata.publisher, day(metadata.date or "")))),
        description=description(edition),
        style=finished(print_style(choices, edition.language) + key_style(edition, choices.keys)),
        front=finished(spaced(front)),
        text=finished(spaced(flow.nodes((*edition.body, *edition.back)))),
        contents=list(_contents(edition, sections)),
        sections=[(anchor, name, finished(spaced(html))) for anchor, name, html in sections],
        about=[(term, finished(spaced(said))) for term, said in about_rows(edition)],
        annotated=bool(edition.claims or edition.notes),
        calls=series.in_words(),
        side_notes=finished(spaced(series.side())),
        keys=keys_in_words(choices.keys),
        lines=_LINES[choices.line_numbers],
    )


def _sections(edition: Edition, choices: Choices, series: NoteSeries) -> Iterator[tuple[str, str, str]]:
    """Yield the sections of the apparatus that hold something: anchor, heading, HTML."""
    pointers = PagePointers()
    apparatus = ApparatusHtml(edition, pointers)
    # A class is asked before it reads what others found.
    if questions := questions_html(edition, choices.theme.questions, pointers):
        yield "questions", "Questions", questions
    yield from series.sections()
    if edition.claims:
        yield "claims", "List of claims", apparatus.claims() + _other_orders(apparatus)
    if edition.unplaced:
        yield "unplaced", "Annotations without a certain place", apparatus.unplaced()
    if edition.sources:
        sources = apparatus.sources()
        note = _hint(f"Numbers in parentheses are those of {_counted(choices)}.") if "data-pages" in sources else ""
        yield "sources", "Sources", note + sources
    if edition.index:
        index = apparatus.index()
        note = _hint(f"Numbers are those of {_counted(choices)}.") if "data-pages" in index else ""
        yield "index", "Index", note + in_columns(index, len(edition.index))


def in_columns(index: str, entries: int) -> str:
    """Return an index in columns, if it has enough entries for more than one."""
    return f'<div class="columns">\n{index}</div>\n' if entries >= _FEWEST_IN_COLUMNS else index


def _counted(choices: Choices) -> str:
    """Return what the numbers of references count."""
    return "pages" if choices.line_numbers == "none" else "pages and lines: 12.5 is page 12, line\u00a05"


def _other_orders(apparatus: ApparatusHtml) -> str:
    """Return the claims by claimant and by status, where that says anything."""
    orders = (("By claimant", apparatus.claims_by_claimant()), ("By status", apparatus.claims_by_status()))
    return "".join(f"<h3>{heading}</h3>\n{html}" for heading, html in orders if html)


def _hint(words: str) -> str:
    return f'<p class="hint">{words}</p>\n'


def _contents(edition: Edition, sections: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what the list of contents names, in order: anchor and words."""
    blocks = list(edition_blocks(edition.parts))
    headed = [number for number, block in enumerate(blocks) if block.level == 2]
    # An interview may have its first heading over a note behind it.
    if not headed or headed[0] > len(blocks) / 2:
        yield "text", "The text"
    for block in (blocks[number] for number in headed):
        yield block.anchor, stretches(block.pieces)
    for anchor, name, _ in sections:
        yield anchor, name
    yield "about", "About this edition"
