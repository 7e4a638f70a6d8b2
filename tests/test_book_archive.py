"""A book for the archive, with comments: it conforms as its chapters do, and is painted as it is read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.render.book_file import PdfFile
from tests.book_cases import RECORDS, write_book
from tests.pdf_checkers import failures, needs_outloud, needs_qpdf, opened, outloud_says, qpdf_says
from tests.test_pdf_comments import highlights

_STREAM = re.compile(rb"/Length (\d+)>>\nstream\n(.*?)(?:\r\n|\n|\r)endstream", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_book(tmp_path_factory.mktemp("archive") / "lanterns")


@pytest.fixture
def book(folder, annotate, monkeypatch):
    path = folder / "out" / "lanterns.pdf"
    if not path.exists():
        monkeypatch.chdir(folder)
        annotate("book", "lanterns", "--to", "pdf", "--pdf-a", "--comments", "-o", folder / "out", code=0)
    return path.read_bytes()


def test_it_conforms_to_both_standards_with_a_comment_for_each_claim(book):
    assert failures(book, "ua1") == []
    assert failures(book, "3a") == []
    with opened(book) as document:
        told = {str(annotation.NM) for _, annotation in highlights(document)}
    claims = {claim["id"] for record in RECORDS.values() for claim in record["claims"]}
    assert {name.rpartition("/")[2] for name in told} == claims


@needs_outloud
def test_it_is_painted_in_the_order_in_which_it_is_read(book, tmp_path):
    assert outloud_says(book, tmp_path) == []


@needs_qpdf
def test_its_syntax_is_sound(book, tmp_path):
    assert qpdf_says(book, tmp_path) == []


@given(st.lists(st.binary(max_size=3).map(lambda data: data + b"\r"), min_size=1, max_size=3))
def test_the_length_of_a_stream_is_the_same_told_from_its_end(streams):
    file = PdfFile()
    for data in streams:
        file.stream(file.new(), b"<</Length %d>>" % len(data), data)
    written = file.finished(1, 1)
    read = [(int(length), data) for length, data in _STREAM.findall(written)][: len(streams)]
    assert read == [(len(data), data) for data in streams]
