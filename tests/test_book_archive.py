"""For the archive and with comments, a book and a Chinese text: they conform, and are painted as they are read."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.render.book.file import PdfFile
from tests.book_cases import RECORDS, write_book
from tests.pdf_checkers import failures, needs_outloud, needs_qpdf, opened, outloud_says, qpdf_says
from tests.test_pdf_comments import highlights

needs_chinese = pytest.mark.skipif(
    shutil.which("fc-list") is None
    or not subprocess.run(["fc-list", "Noto Serif CJK TC"], capture_output=True, check=False).stdout,
    reason="Noto CJK is not installed: apt-get install fonts-noto-cjk",
)
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


@needs_chinese
def test_a_chinese_edition_conforms_with_both(tmp_path, annotate):
    text = tmp_path / "deng.xml"
    source = text.with_suffix(".txt")
    source.write_text("河上的燈\n\n林文\n\n這部電影拍攝於一九一九年的冬天，攝製組一共十一人。\n", encoding="utf-8")
    annotate("parse", "-q", source, code=0)
    annotate("claim", "add", text, "攝製組一共十一人", "--statement", "攝製組有十一人。", code=0)
    annotate("render", text, "--to", "pdf", "--pdf-a", "--comments", code=0)
    data = text.with_suffix(".pdf").read_bytes()
    assert [failures(data, profile) for profile in ("ua1", "3a")] == [[], []]
