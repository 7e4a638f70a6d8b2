"""Both editions carry the same notes, in the same order, with the same numbers and words, wherever the PDF has them.

The notes are read back from the files that `annotate render` makes: the HTML page as a browser parses it, the PDF by
its structure, as it is read aloud.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from annotate.api.render import render
from annotate.model.edition_choices import GLOSSES, NOTES, Choices
from tests.edition_cases import elements as html_elements
from tests.edition_cases import has_class, parse, text_of
from tests.pdf_structure import elements
from tests.pdf_text import squeezed
from tests.surroundings import SAMPLE_NAMES, SAMPLES

LISTS = ("Claims and notes", "Claims", "Notes")
CLAIM, NOTE = "claim", "note"


def kind_of(note: str) -> str:
    """Return which series a note belongs to: claims have numbers, notes letters."""
    return CLAIM if note[0].isdigit() else NOTE


def of_page(page: bytes) -> list[str]:
    """Return the notes beside the text of the HTML page, from top to bottom."""
    cards = [element for element in html_elements(parse(page)) if has_class(element, "card") and element.get("id")]
    return [squeezed(text_of(card, lambda element: has_class(element, "more"))) for card in cards]


def of_pdf(data: bytes) -> dict[str, list[str]]:
    """Return by place the texts of the notes of a PDF in reading order: beside and below the text, and in each list."""
    found: dict[str, list[str]] = {"page": []}
    heading = ""
    for element in elements(data, "Note", "P", "H2"):
        if element.kind == "H2":
            heading = element.text
        elif element.kind == "Note":
            found["page"].append(element.text)
        elif heading in map(squeezed, LISTS):
            found.setdefault(heading, []).append(element.text)
    return found


def notes_of_pdf(data: bytes) -> list[str]:
    return [note for notes in of_pdf(data).values() for note in notes]


@pytest.fixture(scope="module")
def pages():
    """Return the notes of each sample's HTML page."""
    return {name: of_page(render(SAMPLES / f"{name}.xml", ("html",)).editions["html"]) for name in SAMPLE_NAMES}


@cache
def made(name, **choices):
    rendered = render(SAMPLES / f"{name}.xml", ("pdf",), choices=Choices(**choices))
    assert rendered.failed == ()
    return rendered.editions["pdf"]


@pytest.mark.parametrize("name", SAMPLE_NAMES)
@pytest.mark.parametrize("place", NOTES)
def test_both_editions_carry_the_same_notes(pages, name, place):
    assert pages[name]
    assert notes_of_pdf(made(name, notes=place)) == pages[name]


@pytest.mark.parametrize("glosses", [place for place in GLOSSES if place != "with"])
@pytest.mark.parametrize("place", NOTES)
def test_each_series_is_the_same_in_both_editions_wherever_it_stands(pages, place, glosses):
    name = "archive-interview"
    found = notes_of_pdf(made(name, notes=place, glosses=glosses))
    for kind in (CLAIM, NOTE):
        series = [note for note in pages[name] if kind_of(note) == kind]
        assert series
        assert [note for note in found if kind_of(note) == kind] == series


def test_notes_with_the_claims_stand_in_one_series_and_else_in_two(pages):
    name = "general-review"
    together = of_pdf(made(name, notes="end"))
    apart = of_pdf(made(name, notes="end", glosses="end"))
    assert together["Claimsandnotes"] == pages[name]
    assert {kind_of(note) for note in apart["Claims"]} == {CLAIM}
    assert {kind_of(note) for note in apart["Notes"]} == {NOTE}


def test_at_the_foot_of_a_page_the_second_series_stands_below_the_first():
    feet = elements(made("general-review", notes="foot", glosses="foot"), "Note")
    for one, other in pairwise(feet):
        on_one_page = one.boxes[0].page == other.boxes[0].page
        if on_one_page:
            assert other.boxes[0].top < one.boxes[0].bottom
            assert (kind_of(one.text), kind_of(other.text)) != (NOTE, CLAIM)
    assert {kind_of(note.text) for note in feet} == {CLAIM, NOTE}
