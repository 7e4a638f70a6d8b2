"""Lines of a PDF by its tags: words apart where a line ends between them, whole where it ends in one."""

import re

import pypdfium2
import pytest

from annotate.model.edition import edition_blocks, stretches
from annotate.render.pdf.make import make_pdf
from annotate.render.print.page import print_html
from tests.edition_cases import lamplighter_edition
from tests.pdf_checkers import failures, kids, opened, structure, texts
from tests.samples_in_print import printed
from tests.surroundings import SAMPLE_NAMES

CSS = "@page { size: 90mm 120mm; margin: 8mm } html { font: 10pt/1.4 'Source Serif 4' }"
JUSTIFIED = CSS + " p { text-align: justify; hyphens: auto }"
ASIDE = frozenset({"Reference", "Note", "Annot"})
WORDS = "The lamplighter of the harbour remembered unforgettable projections in neighbouring villages "


def page(body, language="en"):
    return f'<!DOCTYPE html><html lang="{language}"><head><title>Lines</title></head><body>{body}</body></html>'


def as_read(text):
    """What a reader makes of a text: runs of white space are one space, a soft hyphen is none, an asterisk calls."""
    return " ".join(re.sub("[\u00ad\u2060*]", "", text).split())


def read(data, *names):
    """The texts of the elements with a name, in reading order, without what is called in them."""
    with opened(data) as document:
        pairs = list(zip(structure(document), texts(document), strict=True))
        own = {element.objgen: text for element, (_, _, text) in pairs if not kids(element)}
        return [as_read(_words(element, own)) for element, _ in pairs if str(element.S)[1:] in names]


def _words(element, own):
    if str(element.S)[1:] in ASIDE:
        return ""
    return "".join(_words(kid, own) for kid in kids(element)) or own.get(element.objgen, "")


def laid_out(body, css=CSS, language="en"):
    return make_pdf(page(f"<main>{body}</main>", language), css).data


def copied(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


@pytest.mark.parametrize("css", [CSS, JUSTIFIED], ids=["ragged", "justified"])
def test_words_at_the_ends_of_lines_are_apart_and_parted_words_whole(css):
    data = laid_out(f"<p>{WORDS * 9}</p>", css)
    assert read(data, "P") == [as_read(WORDS * 9)]
    assert failures(data) == []


@pytest.mark.parametrize(
    "words",
    [
        "<em>lantern</em> <em>light</em> ",
        "<em>lantern</em> light, ",
        "lantern <em>light</em>, ",
        "<em>lantern </em>light, ",
        "well-known <em>twenty-</em>first ",
        "co\u00adoper\u00adation, a grand\u00admother ",
        "films—pictures—shows and ",
        "a\u00a0franc each ",
        "line by<br>line ",
        "α β Ω — ≈ ",
    ],
)
def test_a_space_between_elements_stands_wherever_the_line_ends(words):
    data = laid_out(f"<p>{words * 30}</p>", JUSTIFIED)
    expected = re.sub("<[^>]*>", "", words.replace("<br>", " "))
    assert read(data, "P") == [as_read(expected * 30)]


def test_a_hyphen_that_parts_no_word_is_the_hyphen_that_one_types():
    data = laid_out(f"<p>{'neighbouring lamplighters ' * 20} A well-known show.</p>", JUSTIFIED)
    assert "well-known" in copied(data).replace("\r\n", "")


def test_no_space_comes_into_chinese_where_a_line_ends():
    words = "燈塔看守人記得村裡的放映" * 12
    assert read(laid_out(f"<p>{words}</p>", language="zh"), "P") == [words]


def test_words_from_right_to_left_are_apart_at_the_ends_of_lines():
    words = "שלום עולם נהדר " * 25
    data = laid_out(f'<p dir="rtl">{words}</p>', language="he")
    (told,) = read(data, "P")
    # What a font draws is read back from left to right, so that the letters of a word are in turn.
    assert sorted(told[::-1].split()) == sorted(words.split())
    assert as_read(copied(data)) == as_read(words)


def test_lines_of_verse_are_apart():
    lines = "".join(f"<span class='line'>The lamp burns number {number}</span>\n" for number in range(9))
    (told,) = read(laid_out(f"<p>{lines}</p>", CSS + " .line { display: block }"), "P")
    assert told == " ".join(f"The lamp burns number {number}" for number in range(9))


def test_what_is_copied_has_no_space_too_many():
    data = laid_out(f"<p>{WORDS * 5}</p><p>{'<em>one</em> <em>two</em> ' * 40}</p>", JUSTIFIED)
    assert "  " not in copied(data)


def test_every_paragraph_of_an_edition_is_read_word_for_word():
    edition = lamplighter_edition()
    narrow = "@page { size: 100mm 70mm; margin: 9mm 12mm }"
    assert_read(edition, make_pdf(print_html(edition), narrow).data)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_every_paragraph_of_a_sample_is_read_word_for_word(name):
    sample = printed(name)
    assert_read(sample.edition, sample.data)


def assert_read(edition, data):
    told = read(data, "P", "H1", "H2", "H3", "H4", "LBody", "TD", "TH", "Caption", "BlockQuote", "Div", "Part", "Sect")
    for block in edition_blocks(edition.parts):
        words = as_read(stretches(block.pieces))
        assert any(words in one for one in told), words
