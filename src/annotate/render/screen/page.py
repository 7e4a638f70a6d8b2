"""The screen edition: one HTML file that opens from disk, needs no network, and works without its script."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import TYPE_CHECKING

from annotate.model.edition import edition_blocks, stretches
from annotate.model.edition_choices import Choices
from annotate.render.about import about_html, authors
from annotate.render.apparatus import ApparatusHtml, description, summary
from annotate.render.markup import english_attributes, language_attributes, link, text
from annotate.render.pointers import ParagraphPointers
from annotate.render.questions import questions_html
from annotate.render.screen.claim_map import map_key, map_svg
from annotate.render.screen.claim_table import claim_table
from annotate.render.screen.compact import compact_script, compact_style
from annotate.render.screen.flow import ScreenFlow
from annotate.render.screen.linked_data import head_metadata, json_in_page, linked_data
from annotate.render.screen.source_graph import LINES, graph_svg, line_sample
from annotate.render.screen.source_table import source_table
from annotate.render.screen.typefaces import font_rules
from annotate.render.shell import digest, fill, filled_bytes, finished
from annotate.render.words import KINDS, STATUSES
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.model.edition import Edition
    from annotate.render.fonts.faces import FontFace

_PICTURE = re.compile(r'<img src="([^"]*)"')
_FEWEST_MAPPED = 3  # fewer claims are seen without a map
_FEWEST_HEADINGS = 3  # below that a list of contents is longer than the walk to the heading


def html_edition(edition: Edition, fonts: Sequence[FontFace] = (), choices: Choices = Choices()) -> bytes:
    """Return the edition as an HTML file (UTF-8), with the characters it needs of `fonts` within it.

    Without fonts the reader's own serif and sans serif are used. The same edition gives the same bytes.
    """
    body = _body(edition, choices)
    own_rules = choices.theme.screen_css
    sheet = compact_style(resource_text("templates/screen.css"))
    style = font_rules(fonts, body, _title(edition), own_rules) + sheet + own_rules
    script = compact_script(resource_text("templates/screen.js"))
    # Only now, as the fonts are made for the characters of the page.
    body = _PICTURE.sub(_EmbeddedPictures(edition), body)
    return filled_bytes(
        "screen.html",
        language=finished(_page_language(edition)),
        policy=_policy(style, script),
        title=edition.metadata.title,
        author=authors(edition),
        description=description(edition),
        metadata=list(head_metadata(edition)),
        linked=finished(json_in_page(linked_data(edition))),
        record=finished(json_in_page(edition.record)) if edition.record else "",
        style=finished(style),
        script=finished(script),
        body=finished(body),
    )


class _EmbeddedPictures:
    """Puts the bytes of a picture in the place of its name, so that the one file is whole."""

    def __init__(self, edition: Edition) -> None:
        self._held = {picture.name: picture for picture in edition.pictures.values()}

    def __call__(self, found: re.Match[str]) -> str:
        held = self._held[found[1]]
        return f'<img src="data:{held.media_type};base64,{b64encode(held.data).decode()}"'


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _page_language(edition: Edition) -> str:
    return language_attributes(edition.language) or ' lang="en"'


def _body(edition: Edition, choices: Choices) -> str:
    # The editor's words are English; the text is in its own language, or in one nobody has stated.
    own = "" if language_attributes(edition.language) else ' lang="" dir="auto"'
    english = english_attributes(edition.language)
    flow = ScreenFlow(edition)
    front = flow.nodes(edition.front)
    title = "" if edition.titled else f'<h1 class="column" id="title">{text(edition.metadata.title)}</h1>\n'
    sections = list(_sections(edition, choices))
    return fill(
        "screen_body.html",
        english=finished(english),
        own=finished(own),
        front=finished(title + front),
        text=finished(flow.nodes((*edition.body, *edition.back))),
        contents=finished(_contents(edition)),
        map=finished(map_svg(edition) if len(edition.claims) >= _FEWEST_MAPPED else ""),
        map_table=finished(claim_table(edition)),
        legend=[(words, finished(sample)) for words, sample in map_key(edition)],
        sections=[(anchor, name, finished(html)) for anchor, name, html in sections],
        kinds=list(KINDS.items()),
        statuses=list(STATUSES.items()),
        claims=bool(edition.claims),
        called=_called(edition),
        summary=summary(edition),
    )


def _called(edition: Edition) -> str:
    """Return what in the text calls claims and notes, "" where nothing does."""
    claims = "a number in the text calls a claim" if any(claim.place for claim in edition.claims) else ""
    notes = "a letter in the text calls a note" if any(note.place for note in edition.notes) else ""
    return (
        "A number in the text calls a claim, a letter calls a note"
        if claims and notes
        else (claims or notes).capitalize()
    )


def _sections(edition: Edition, choices: Choices) -> Iterator[tuple[str, str, str]]:
    """Yield the sections of the apparatus that hold something: anchor, heading, HTML."""
    pointers = ParagraphPointers()
    apparatus = ApparatusHtml(edition, pointers)
    if questions := questions_html(edition, choices.theme.questions, pointers):
        yield "questions", "Questions", questions
    if edition.claims:
        yield "claims", "Claims", apparatus.claims()
    if edition.notes:
        yield "notes", "Notes", apparatus.notes()
    if edition.unplaced:
        yield "unplaced", "Annotations without a certain place", apparatus.unplaced()
    if edition.sources:
        yield "sources", "Sources", _graph(edition) + apparatus.sources()
    if edition.index:
        yield "index", "Index", apparatus.index()
    yield "about", "About this edition", about_html(edition)


def _graph(edition: Edition) -> str:
    """Return the graph of claims and sources, folded, with its key and a table; "" where there is nothing to draw."""
    drawing = graph_svg(edition)
    if not drawing:
        return ""
    drawn = {item.relation for claim in edition.claims for item in claim.evidence}
    key = ", ".join(f'<span class="sample">{line_sample(name)} {name}</span>' for name in LINES if name in drawn)
    return (
        "<details><summary>Graph: which source speaks for which claim</summary>\n<figure>\n"
        f'<div role="region" tabindex="0" aria-label="Graph">\n{drawing}</div>\n'
        f"<figcaption>Claims by their numbers, sources by their names: {key}. The same as a table:</figcaption>\n"
        f'</figure>\n<div role="region" tabindex="0" aria-label="Table of claims and sources">\n{source_table(edition)}'
        "</div>\n</details>\n"
    )


def _contents(edition: Edition) -> str:
    """Return the headings of the text as links, if there are enough to need a list."""
    headings = [block for block in edition_blocks(edition.parts) if block.level > 1]
    if len(headings) < _FEWEST_HEADINGS:
        return ""
    items = "".join(f"<li>{link(f'#{block.anchor}', text(stretches(block.pieces)))}</li>\n" for block in headings)
    return f"<ol>\n{items}</ol>\n"


def _title(edition: Edition) -> str:
    """Return the title as the page shows it."""
    shown = [stretches(block.pieces) for block in edition_blocks(edition.parts) if block.level == 1]
    return "".join(shown) or edition.metadata.title
