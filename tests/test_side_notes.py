"""Notes in the margin: read back from the PDF, all are there, in order, beside their calls, none over another."""

from __future__ import annotations

import re
from itertools import combinations

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from annotate.model.annotation import Annotations, Note, Target, TextReference
from annotate.model.document import Block, Document, Metadata
from annotate.model.edition_choices import SIDE_PAGES, Choices
from annotate.model.text import reading_text
from annotate.render.book.chapter import chapter_html
from annotate.render.pdf.conformance import conformance_findings
from annotate.render.pdf.make import make_pdf
from annotate.render.print.page import print_html
from annotate.render.view import build_view
from tests.edition_cases import by_id, lamplighter_edition, parse, resolutions, text_of
from tests.pdf_checkers import needs_outloud, outloud_says
from tests.pdf_structure import elements
from tests.pdf_text import squeezed

WORDS = "the keeper climbs and counts his steps while rain comes over a grey harbour from nowhere in particular".split()


def words(count: int) -> str:
    return " ".join(WORDS[number % len(WORDS)] for number in range(count)) + "."


def edition_with(paragraphs: list[int], notes: list[tuple[int, int]]):
    """Return the edition of an essay: words of each paragraph; of each note the paragraph it is on, and its words."""
    blocks = tuple(
        Block(f"b{number}", "p", (f"{words(count)} Lamp {number} burns. {words(count // 2)}",))
        for number, count in enumerate(paragraphs, 1)
    )
    document = Document(Metadata(title="The Lamps of Fårö", language="en"), body=blocks)
    reading = reading_text(document)
    made = tuple(
        Note(f"n-{number:06d}", Target(exact=f"Lamp {at % len(paragraphs) + 1} burns"), "gloss", words(count))
        for number, (at, count) in enumerate(notes, 1)
    )
    annotations = Annotations(TextReference("lamps.xml", reading.sha256), notes=made)
    return build_view(document, reading, annotations, resolutions(annotations, reading))


def said(page: str, edition) -> list[str]:
    """Return the words of each note as the print page has them, in the order of their letters."""
    found = by_id(parse(page))
    return [squeezed(text_of(found[entry.anchor], lambda _: False)) for entry in edition.notes if entry.place]


# A failing case is not made smaller: each costs a layout, which takes a second or two.
@settings(max_examples=6, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.lists(st.integers(3, 300), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 60) | st.integers(1, 600)), min_size=1, max_size=60),
    st.sampled_from(SIDE_PAGES),
)
def test_all_notes_are_there_in_order_none_over_another_or_off_its_page(paragraphs, notes, page):
    edition = edition_with(paragraphs, notes)
    html = print_html(edition, Choices(page=page, notes="side"))
    made = make_pdf(html)
    found = elements(made.data, "Note")
    assert [note.text for note in found] == said(html, edition)
    document = pypdfium2.PdfDocument(made.data)
    width, height = document[0].get_size()
    document.close()
    runs = [(number, run) for number, note in enumerate(found) for run in note.runs]
    for _, run in runs:
        assert 0 < run.left < run.right < width
        assert 0 < run.bottom < run.top < height
    text = [(-1, run) for element in elements(made.data, "P") for run in element.runs]
    for (of, one), (of_other, other) in combinations([*runs, *text], 2):
        across = one.left < other.right and other.left < one.right
        down = one.bottom < other.top and other.bottom < one.top
        assert of == of_other or one.page != other.page or not (across and down)


@pytest.mark.parametrize("page", SIDE_PAGES)
def test_a_note_begins_on_the_line_of_its_call(page):
    edition = edition_with([40, 40, 40], [(0, 10), (1, 10), (2, 10)])
    made = make_pdf(print_html(edition, Choices(page=page, notes="side")))
    calls = [element.boxes[0] for element in elements(made.data, "P") if "burns" in element.text]
    notes = [note.boxes[0] for note in elements(made.data, "Note")]
    assert [note.page for note in notes] == [call.page for call in calls]
    assert all(call.bottom < note.top < call.top for note, call in zip(notes, calls, strict=True))
    assert all(note.left > call.right for note, call in zip(notes, calls, strict=True))


def test_notes_stand_in_the_outer_margin_of_both_pages_of_a_spread():
    edition = edition_with([500, 500, 500], [(0, 10), (1, 10), (2, 10)])
    made = make_pdf(print_html(edition, Choices(notes="side")))
    text = {box.page: box for element in elements(made.data, "P") for box in element.boxes}
    notes = [note.boxes[0] for note in elements(made.data, "Note")]
    assert {note.page % 2 for note in notes} == {0, 1}
    for note in notes:
        right_hand = note.page % 2 == 1
        assert note.left > text[note.page].right if right_hand else note.right < text[note.page].left


def test_a_note_is_read_after_the_paragraph_that_calls_it_wherever_it_stands():
    edition = edition_with([30, 300, 30], [(0, 900), (0, 20), (1, 20), (2, 20)])
    made = make_pdf(print_html(edition, Choices(notes="side")))
    read = [element for element in elements(made.data, "P", "Note") if element.boxes[0].page > 2]
    order = "".join("N" if element.kind == "Note" else "P" for element in read)
    assert re.sub("P+", "P", order).startswith("PNNPNPN")
    assert len(read[1].boxes) > 1  # a long one goes on in the next margin, and is one note all the same


def test_what_no_margin_holds_stands_on_pages_of_its_own_before_the_apparatus():
    edition = edition_with([40], [(0, 120)] * 30)
    made = make_pdf(print_html(edition, Choices(notes="side")))
    notes = elements(made.data, "Note")
    apparatus = next(element.boxes[0].page for element in elements(made.data, "H2"))
    text = max(box.page for element in elements(made.data, "P") if "burns" in element.text for box in element.boxes)
    assert len(notes) == 30
    pages = {box.page for note in notes for box in note.boxes}
    assert pages == set(range(text, apparatus))
    assert len(pages) > 2


@pytest.mark.parametrize("page", ["A4", "A5"])
def test_a_pdf_with_notes_at_the_side_conforms(page):
    made = make_pdf(print_html(lamplighter_edition(), Choices(page=page, notes="side")))
    assert conformance_findings(made.data, "lamplighter.pdf") == ()
    assert made.findings == ()


@needs_outloud
@pytest.mark.parametrize("line_numbers", ["none", "page"])
@pytest.mark.parametrize("page", ["A4", "A5"])
def test_notes_are_painted_in_the_order_in_which_they_are_read(page, line_numbers, tmp_path):
    made = make_pdf(print_html(lamplighter_edition(), Choices(page=page, notes="side", line_numbers=line_numbers)))
    assert outloud_says(made.data, tmp_path) == []


def test_the_chapters_of_a_book_have_their_notes_at_the_side_too():
    edition = lamplighter_edition()
    made = make_pdf(chapter_html(edition, Choices(notes="side"), key="lamp", book="Lamps"))
    called = [entry for entry in (*edition.claims, *edition.notes) if entry.place]
    assert len(elements(made.data, "Note")) == len(called)


def test_the_same_edition_gives_the_same_bytes():
    html = print_html(lamplighter_edition(), Choices(notes="side", glosses="foot"))
    assert make_pdf(html).data == make_pdf(html).data


def test_a_page_too_narrow_for_notes_is_refused_with_what_to_choose(annotate, tmp_path):
    (tmp_path / "lamp.txt").write_text("The Lamp\n\nBy Nora Fenn\n\nThe lamp burns.\n", encoding="utf-8")
    text = tmp_path / "lamp.xml"
    annotate("parse", tmp_path / "lamp.txt", code=0)
    _, out, err = annotate("render", text, "--to", "pdf", "--page", "5.5x8.5", "--glosses", "side", code=1)
    assert "E332 a page of 5.5x8.5 has no room for notes in the margin" in out + err
    assert "choose a page of A5, A4, Letter, B5, 6x9" in out + err
    assert not text.with_suffix(".pdf").exists()
    annotate("render", text, "--to", "html", "--page", "5.5x8.5", "--glosses", "side", code=0)
