"""Claims and notes as comments of a PDF: each lies on its words, says what it says, and moves nothing."""

import ctypes
from dataclasses import replace

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.model.edition_choices import Choices
from annotate.render.comments import comments, pdf_date
from annotate.render.pdf.make import make_pdf
from annotate.render.pdf.protocol import CommentedBlock, ink
from annotate.render.pdf.word_places import Follower
from annotate.render.print.page import print_html
from tests.edition_cases import lamplighter, lamplighter_edition
from tests.pdf_checkers import failures, needs_outloud, opened, outloud_says, structure
from tests.pdf_text import squeezed


@pytest.fixture(scope="module")
def edition():
    return lamplighter_edition()


@pytest.fixture(scope="module")
def made(edition):
    return make_pdf(print_html(edition), comments=comments(edition)).data


@pytest.fixture(scope="module")
def document(made):
    with opened(made) as read:
        yield read


def highlights(document):
    """The comments of a PDF with the number of their page, in the order of the pages and of what they say aloud."""
    for number, sheet in enumerate(document.pages):
        for annotation in sheet.obj.get("/Annots", pikepdf.Array()):
            if annotation.Subtype == "/Highlight":
                yield number, annotation


def words_under(data, number, annotation):
    """The text that lies within the quadrilaterals of a highlight, without white space and hyphens."""
    corners = [float(corner) for corner in annotation.QuadPoints]
    pdf = pypdfium2.PdfDocument(data)
    try:
        sheet = pdf[number]
        text = sheet.get_textpage()
        found = []
        for at in range(0, len(corners), 8):
            left, top, right, bottom = corners[at], corners[at + 1], corners[at + 2], corners[at + 5]
            found += [_sign(text, index) for index in _within(text, left, bottom, right, top)]
        text.close()
        sheet.close()
        return squeezed("".join(found))
    finally:
        pdf.close()


def _within(text, left, bottom, right, top):
    """The characters whose middle lies in a rectangle, in the order of the text."""
    for index in range(text.count_chars()):
        edges = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, edges))
        x1, x2, y1, y2 = (edge.value for edge in edges)
        if x2 > x1 and left < (x1 + x2) / 2 < right and bottom < (y1 + y2) / 2 < top:
            yield index


def _sign(text, index):
    return chr(pdfium.FPDFText_GetUnicode(text, index))


def test_each_comment_lies_on_its_words_and_on_no_others(made, document, edition):
    _, _, annotations, _ = lamplighter()
    targets = {name: target.exact for name, target in annotations.targets()}
    under: dict[str, str] = {}
    for number, annotation in highlights(document):
        name = str(annotation.NM)
        under[name] = under.get(name, "") + words_under(made, number, annotation)
    placed = {entry.id for entry in (*edition.claims, *edition.notes) if entry.place is not None}
    assert under.keys() == placed
    assert under == {name: squeezed(targets[name]) for name in placed}


def test_a_comment_says_what_the_note_says_who_made_it_and_when(document, edition):
    records = {record["id"]: record for family in ("claims", "notes") for record in edition.record[family]}
    for _, annotation in highlights(document):
        name = str(annotation.NM)
        entry = edition.entry(name)
        said = str(annotation.Contents)
        assert entry.kind.capitalize() in str(annotation.Subj)
        assert str(annotation.get("/T", "")) == records[name].get("creator", "")
        assert str(annotation.get("/CreationDate", "")) == pdf_date(records[name].get("created"))
        assert "<" not in said
        assert (getattr(entry, "statement", None) or "") in said
        for item in getattr(entry, "evidence", ()):
            assert (item.quote or "") in said


def test_a_comment_is_printed_has_a_look_and_is_read_aloud_after_its_words(document):
    found = [annotation for _, annotation in highlights(document)]
    assert found
    for annotation in found:
        assert annotation.F == 4
        assert annotation.AP.N.BBox == annotation.Rect
    read = [element for element in structure(document) if element.S == "/Annot"]
    assert len(read) == len(found)
    assert all(str(element.Alt).startswith("Comment on ") for element in read)
    assert [element.K[0].Obj.objgen for element in read] == [annotation.objgen for annotation in found]


def test_comments_move_no_letter(made, edition):
    def letters(data):
        pdf = pypdfium2.PdfDocument(data)
        found = []
        for sheet in pdf:
            text = sheet.get_textpage()
            for index in range(text.count_chars()):
                x, y = ctypes.c_double(), ctypes.c_double()
                pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
                found.append((_sign(text, index), round(x.value, 2), round(y.value, 2)))
            text.close()
            sheet.close()
        pdf.close()
        return found

    assert letters(made) == letters(make_pdf(print_html(edition)).data)


def test_it_conforms_with_comments(made):
    assert failures(made) == []


@needs_outloud
def test_outloud_has_nothing_to_say_of_it(made, tmp_path):
    assert outloud_says(made, tmp_path) == []


def test_without_being_asked_there_are_no_comments(edition):
    with opened(make_pdf(print_html(edition, Choices())).data) as plain:
        assert list(highlights(plain)) == []


def test_words_that_run_over_to_the_next_page_have_a_comment_there_too(edition):
    tall = "@page { size: 90mm 40mm; margin: 8mm } main { font-size: 14pt }"
    data = make_pdf(print_html(edition), tall, comments=comments(edition)).data
    with opened(data) as document:
        pages: dict[str, list[tuple[int, str]]] = {}
        for number, annotation in highlights(document):
            pages.setdefault(str(annotation.NM), []).append((number, str(annotation.Contents)))
    over = [found for found in pages.values() if len(found) > 1]
    assert over
    for (_, first), *rest in over:
        assert all(said == f"(continued) {first}" for _, said in rest)


def test_who_and_when_are_left_out_where_nobody_knows(edition):
    (first, *_) = comments(replace(edition, record={})).items
    assert (first.author, first.created, first.modified) == ("", "", "")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-20T10:00:00Z", "D:20261120100000Z"),
        ("2026-11-20T10:00:00+02:00", "D:20261120080000Z"),
        ("2026-11-20", "D:20261120000000Z"),
        ("last week", ""),
        (None, ""),
    ],
)
def test_a_date_is_written_as_pdf_writes_dates(written, read):
    assert pdf_date(written) == read


WORDS = st.text(st.sampled_from("ab- \xad\u2010é"), max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_words_are_followed_through_lines_that_lose_spaces_and_gain_hyphens(parts, data):
    text = "".join(parts)
    length = len(ink(text))
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    follower = Follower(CommentedBlock("b1", ink(text), (("c-1", start, end),)))
    followed = ""
    for part in parts:
        # A hyphen of the text at the end of a line looks like one of the typesetter's, so only letters may stand there.
        hyphen = data.draw(st.sampled_from(["", "\u2011"]))
        line = part.strip() + hyphen
        for name, first, last in follower.take(line):
            assert name == "c-1"
            followed += ink(line[first:last])
    assert followed.replace("\u2011", "") == ink(text)[start:end]


def test_words_in_other_letters_are_found_and_those_that_nobody_sees_are_named(edition):
    capitals = "main p { text-transform: uppercase }"
    written = make_pdf(print_html(edition), capitals, comments=comments(edition))
    assert [finding for finding in written.findings if finding.code == "E313"] == []
    hidden = make_pdf(print_html(edition), "main p { display: none }", comments=comments(edition))
    named = [finding.sentence for finding in hidden.findings if finding.code == "E313"]
    assert named
    assert all("the PDF has no comment for " in sentence for sentence in named)


def test_a_letter_that_becomes_two_is_followed():
    follower = Follower(CommentedBlock("b1", "dieStraßeamHafen", (("c-1", 3, 9), ("c-2", 11, 16))))
    (first, second) = follower.take("DIE STRASSE AM HAFEN")
    assert first == ("c-1", 4, 11)
    assert second == ("c-2", 15, 20)
