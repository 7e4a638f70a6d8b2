"""What a proof-reader marks on a printed page: spaces, marks set twice, words and stanzas divided where none may be."""

import re

import pypdfium2
import pytest

from annotate.model.document import Block, Document, Group, Inline, Metadata
from annotate.model.text import reading_text
from annotate.render.pdf.make import make_pdf
from annotate.render.print.page import print_html
from annotate.render.print.style import spaced
from annotate.render.view import build_view

ADDRESS = "https://example.org/projectionists/untersuchungsanstaltsprotokollverzeichnisse.html"


def edition_of(*blocks):
    document = Document(Metadata(title="The Lamp", language="en"), body=blocks)
    return build_view(document, reading_text(document))


def pages_of(edition) -> list[str]:
    document = pypdfium2.PdfDocument(make_pdf(print_html(edition)).data)
    try:
        return [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()


@pytest.mark.parametrize(
    ("html", "set_as"),
    [
        ("of <i>a film</i>", "of<i> a film</i>"),
        ('read <i lang="he" dir="rtl">ה</i>,', 'read <i lang="he" dir="rtl">ה</i>,'),
        ('Vane <span><span data-pages="b1"></span>; claim 2', 'Vane <span><span data-pages="b1"></span>; claim 2'),
    ],
)
def test_a_space_stays_between_the_words_it_parts(html, set_as):
    assert spaced(html) == set_as


@pytest.mark.parametrize("marks", [("- ", "- "), ("• ", "• "), ("1. ", "2) "), ("(a) ", "(b) ")])
def test_items_that_bring_their_own_marks_get_no_second_ones(marks):
    items = tuple(Block(f"b{at}", "item", (f"{mark}a tin",)) for at, mark in enumerate(marks, 1))
    assert '<ul class="own-marks">' in print_html(edition_of(Group("list", items)))


def test_items_without_marks_of_their_own_are_marked():
    items = (Block("b1", "item", ("- a tin",)), Block("b2", "item", ("a reel",)))
    assert "own-marks" not in print_html(edition_of(Group("list", items))).rpartition("</style>")[2]


def test_no_hyphen_is_put_into_an_address():
    words = [f"The list of {number} lamps is at {ADDRESS} and was read. " for number in range(12)]
    text = "".join(pages_of(edition_of(Block("b1", "p", ("".join(words),)))))
    assert re.sub(r"[\r\n]", "", text).count(ADDRESS) == len(words)


@pytest.mark.parametrize("before", range(20, 30))
def test_a_stanza_stands_on_one_page_with_the_line_that_announces_it(before):
    lines = [Block(f"b{at}", "p", ("A lamp.",)) for at in range(1, before)]
    stanza = tuple(Inline("l", (f"Verse {at}\n",)) for at in range(1, 5))
    announced = Block(f"b{before}", "p", ("They sang:",))
    pages = pages_of(edition_of(*lines, announced, Block(f"b{before + 1}", "lg", stanza)))
    holding = [at for at, text in enumerate(pages) if "Verse" in text or "They sang" in text]
    assert len(holding) == 1
