"""The lists behind the text in print: an index whose ranges name each page and no other, on sheets like the text's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from annotate.api.render import render
from annotate.attach.anchor import resolve_all
from annotate.model.annotation import Annotations, Entity, Mention, Target, TextReference
from annotate.model.document import Block, Document, Metadata
from annotate.model.edition_choices import Choices
from annotate.model.text import reading_text
from annotate.render.pdf.make import make_pdf
from annotate.render.print.page import print_html
from annotate.render.view import build_view
from tests.pdf_signs import signs
from tests.samples_in_print import FOLIO_SIZE, covered, in_order, stand
from tests.surroundings import ROOT

if TYPE_CHECKING:
    from annotate.render.pdf.page_references import Placement

EDITIONS = ROOT / "tests" / "fixtures" / "editions"
MENTIONED = (*range(1, 22), 30, 31, 40)
NAME = "Ines Halloran"
SENTENCES = "She lit the lamp at dusk and wrote down what she saw. The pier was empty, and nobody could say why. "


def diary() -> Document:
    """Return a text of forty paragraphs, some of which name the keeper of the lamp."""
    blocks = []
    for day in range(1, 41):
        who = NAME if day in MENTIONED else "the keeper"
        words = f"On day {day} of that year {who} was at the lamp. {SENTENCES * (3 + day % 4)}That was day {day}."
        blocks.append(Block(f"b{day}", "p", (words,)))
    return Document(Metadata(title="A Diary of the Lamp", language="en"), (), tuple(blocks))


def keeper_in_print(**choices: Any) -> tuple[str, set[Placement]]:
    """Return what the index of the diary says of the keeper, and where the pages of the PDF name her."""
    document = diary()
    reading = reading_text(document)
    starts = [found.start() for found in re.finditer(NAME, reading.text)]
    mentions = [Mention(f"m-{at:06d}", Target(NAME, start=at, end=at + len(NAME)), "keeper") for at in starts]
    annotations = Annotations(
        TextReference("diary.xml", reading.sha256),
        entities=(Entity("keeper", "person", NAME, "Halloran, Ines"),),
        mentions=tuple(mentions),
    )
    edition = build_view(document, reading, annotations, resolve_all(annotations, reading))
    restart = choices.get("line_numbers", "none")
    data = make_pdf(print_html(edition, Choices(**choices)), line_numbers="" if restart == "none" else restart).data
    places = stand({f"m-{at:06d}": at for at in starts}, reading, data, restart)
    index = "".join(sign.character for found in signs(data) for sign in found).rpartition("Halloran,Ines")[2]
    named = re.match(r"[\d.,–]*", index)
    return named[0] if named else "", set(places.values())


def test_pages_in_a_row_are_joined_to_a_range_that_names_each_of_them():
    words, places = keeper_in_print()
    assert covered(words) == in_order(places)
    assert re.fullmatch(r"\d+–\d+(,\d+)+", words)


def test_places_on_many_pages_are_named_by_page_and_line():
    words, places = keeper_in_print(line_numbers="page", page="5.5x8.5")
    assert covered(words) == in_order(places)
    assert len(places) == len(MENTIONED)


@pytest.mark.parametrize("name", ["misbah-arabic", "laterne-german"])
def test_folios_stand_at_the_outside_of_every_sheet_to_the_last_list(name):
    data = render(EDITIONS / f"{name}.xml", ("pdf",), choices=Choices()).editions["pdf"]
    folios = []
    for number, sheet in enumerate(signs(data), 1):
        lowest = min((sign.baseline for sign in sheet), default=0)
        if folio := [sign for sign in sheet if sign.size == FOLIO_SIZE and abs(sign.baseline - lowest) < 1]:
            words = "".join(sign.character for sign in folio)
            folios += [(number, folio[0].left)] if words == str(number) else []
    assert len(folios) >= 2
    middle = 210  # points: half of the width of an A5 page
    first_is_left = name == "misbah-arabic"
    assert all((left < middle) == (number % 2 == first_is_left) for number, left in folios)
