"""What a screen reader is told of a PDF: paragraphs whole across pages, notes after them, headings, tables."""

from itertools import pairwise

import pikepdf
import pytest

from annotate.model.edition import edition_blocks, stretches
from annotate.render.pdf.make import make_pdf
from annotate.render.print.page import print_html
from tests.edition_cases import lamplighter_edition
from tests.pdf_checkers import failures, kids, needs_outloud, opened, outloud_says, structure, texts
from tests.pdf_text import squeezed

CSS = "@page { size: 90mm 60mm; margin: 8mm } html { font: 10pt/1.4 'Source Serif 4' } .note { float: footnote }"
ASIDE = frozenset({"Reference", "Note", "Link"})


def page(body):
    return f'<!DOCTYPE html><html lang="en"><head><title>Read aloud</title></head><body>{body}</body></html>'


def outline(document):
    """Names and texts of the elements that hold text or notes, in reading order, the smallest left out."""
    small = {"Span", "NonStruct", "Reference", "Lbl", "Link"}
    return [(name, " ".join(text.split())) for name, _, text in texts(document) if name not in small]


def names(document):
    return [str(element.S)[1:] for element in structure(document)]


@pytest.fixture(scope="module")
def edition():
    return lamplighter_edition()


@pytest.fixture(scope="module")
def document(edition):
    narrow = "@page { size: 100mm 70mm; margin: 9mm 12mm }"
    with opened(make_pdf(print_html(edition), narrow).data) as read:
        yield read


def test_a_paragraph_that_a_page_ends_in_is_one_with_the_notes_of_its_first_page_behind_it():
    long = "word " * 150
    html = page(
        f'<main><p>Before.</p><p>First<span class="note">One.</span> {long}<span class="note">Two.</span> last.</p>'
        "<p>After.</p></main>"
    )
    data = make_pdf(html, CSS).data
    with opened(data) as document:
        assert len(document.pages) > 2
        told = [(name, text) for name, text in outline(document) if name in {"P", "Note"}]
        assert [name for name, _ in told] == ["P", "P", "Note", "P", "Note"]
        assert told[1][1].startswith("First")
        assert told[1][1].endswith("last.")
        assert [text.lstrip("12. ") for name, text in told if name == "Note"] == ["One.", "Two."]
    assert failures(data) == []


def test_a_note_that_runs_over_to_the_next_page_is_one_note():
    html = page(f'<main><p>Said<span class="note">{"long " * 160}end.</span> so. {"word " * 120}</p></main>')
    data = make_pdf(html, CSS).data
    with opened(data) as document:
        (note,) = [text for name, text in outline(document) if name == "Note"]
        assert squeezed(note).endswith("longend.")
        assert squeezed(note).count("long") == 160


def test_every_paragraph_of_an_edition_is_whole(document, edition):
    pairs = zip(structure(document), texts(document), strict=True)
    own = {element.objgen: text for element, (_, _, text) in pairs if not kids(element)}
    told = {squeezed(_without_asides(element, own)) for element in structure(document)}
    for block in edition_blocks(edition.parts):
        words = squeezed(stretches(block.pieces))
        assert any(words in one for one in told), words


def _without_asides(element, own):
    """The text of an element without what is called in it; `own` has the texts of those that hold no others."""
    if str(element.S)[1:] in ASIDE:
        return ""
    return "".join(_without_asides(kid, own) for kid in kids(element)) or own.get(element.objgen, "")


def test_notes_are_read_in_the_order_of_their_calls_and_none_before_its_call(document):
    read = [(name, text) for name, _, text in texts(document) if name in {"Reference", "Note"}]
    called: list[str] = []
    for name, text in read:
        if name == "Reference":
            called += [mark.strip("\u2060 ") for mark in text.split(",")]
        else:
            mark = text.split()[0] if text.split() else ""
            assert any(mark.startswith(call) for call in called if call), text
    assert called


def test_a_list_that_goes_on_in_the_next_column_is_one_list():
    items = "".join(f"<li>Item {number} of the list</li>" for number in range(1, 60))
    html = page(f'<main><div style="column-count: 2"><ul>{items}</ul></div></main>')
    data = make_pdf(html, CSS).data
    with opened(data) as document:
        assert names(document).count("L") == 1
        assert names(document).count("LI") == 59
        read = [text for name, text in outline(document) if name == "LBody"]
        assert [squeezed(text) for text in read] == [f"Item{number}ofthelist" for number in range(1, 60)]
    assert failures(data) == []


def test_what_stands_between_two_pieces_of_text_stays_between_them():
    html = page("<main><ul><li>one<ul><li>within</li></ul>two</li></ul><div>three<p>four</p>five</div></main>")
    with opened(make_pdf(html, CSS).data) as document:
        (whole,) = [text for name, text in outline(document) if name == "Part"]
        positions = [whole.index(word) for word in ("three", "four", "five")]
        assert positions == sorted(positions)
        assert whole.index("one") < whole.index("two")


def test_the_headings_of_a_table_say_what_they_head():
    html = page(
        '<main><table><thead><tr><th scope="col">Film</th><th scope="col">Year</th></tr></thead><tbody>'
        '<tr><th scope="row">The Lamp</th><td></td></tr></tbody></table></main>'
    )
    data = make_pdf(html, CSS).data
    with opened(data) as document:
        heads = [element for element in structure(document) if element.S == "/TH"]
        assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column", "/Row"]
        assert names(document).count("TD") == 1  # an empty cell is counted, too
    assert failures(data) == []


def test_nothing_empty_is_read_out(document):
    for element in structure(document):
        held = element.get("/K", pikepdf.Array())
        assert "/Alt" in element or element.S in {"/TD", "/TH"} or not isinstance(held, pikepdf.Array) or len(held)


def test_headings_go_down_one_rank_at_a_time(document):
    ranks = [int(name[1:]) for name in names(document) if name[0] == "H" and name[1:].isdigit()]
    assert ranks[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_calls_are_references_and_marks_links(document):
    calls = [element for element in structure(document) if element.S == "/Reference"]
    assert calls
    assert all("/Link" in {str(kid.S) for kid in kids(call)} for call in calls)


def test_a_link_on_two_lines_has_no_piece_without_a_letter():
    links = " ".join(f'<a href="https://example.org/{number}">{"letters " * number}</a>' for number in range(1, 40))
    data = make_pdf(page(f"<main><p>{links}</p></main>"), CSS).data
    with opened(data) as document:
        elements = [text for name, _, text in texts(document) if name == "Link"]
        assert all(text.strip() for text in elements)
        assert sum(len(sheet.obj.get("/Annots", ())) for sheet in document.pages) == len(elements)
    assert failures(data) == []


@needs_outloud
def test_outloud_has_nothing_to_say_of_narrow_pages(edition, tmp_path):
    narrow = "@page { size: 100mm 150mm; margin: 9mm 12mm }"
    assert outloud_says(make_pdf(print_html(edition), narrow).data, tmp_path) == []
