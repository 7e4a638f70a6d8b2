"""A PDF for the archive: PDF/A-3a and PDF/UA-1 at once, and it says both where a program looks for it."""

import re
from io import BytesIO

import pydyf  # type: ignore[import-untyped]
import pypdfium2
import pytest
from PIL import Image

from annotate.render.pdf import archive as pdf_archive
from annotate.render.pdf.conformance import conformance_findings
from annotate.render.pdf.make import Attachment, make_pdf
from annotate.render.print.page import print_html
from tests.edition_cases import lamplighter_edition
from tests.pdf_checkers import failures, needs_qpdf, opened, qpdf_says

CARRIED = (
    Attachment("lamplighter.xml", "The text, in TEI", "Source", b"<TEI/>"),
    Attachment("lamplighter.annotations.json", "Its annotations", "Data", b"{}"),
)


@pytest.fixture(scope="module")
def archived():
    return make_pdf(print_html(lamplighter_edition()), attachments=CARRIED, line_numbers="page", pdf_a=True).data


@pytest.fixture(scope="module")
def document(archived):
    with opened(archived) as read:
        yield read


def test_it_conforms_to_pdf_a_and_to_pdf_ua(archived):
    assert failures(archived, "3a") == []
    assert failures(archived, "ua1") == []
    assert conformance_findings(archived, "lamplighter.pdf", pdf_a=True) == ()


def test_it_names_both_standards_where_one_finds_them_without_reading_pdf(archived):
    packet = archived[archived.index(b"<?xpacket begin") : archived.index(b"<?xpacket end")].decode("utf-8")
    assert 'pdfaid:part="3"' in packet
    assert 'pdfaid:conformance="A"' in packet
    assert 'pdfuaid:part="1"' in packet
    # PDF/A wants to be told of properties that it does not know itself.
    assert "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in packet


def test_its_colours_are_those_of_a_profile_it_carries(document):
    (intent,) = document.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"  # as every ICC profile has it
    assert len(document.trailer.ID) == 2


def test_its_files_say_what_they_are_to_it(document):
    told = {str(item.UF): (str(item.AFRelationship), "/Subtype" in item.EF.F) for item in document.Root.AF}
    assert told == {"lamplighter.xml": ("/Source", True), "lamplighter.annotations.json": ("/Data", True)}


def test_without_being_asked_a_pdf_does_not_claim_to_be_one_for_the_archive():
    plain = make_pdf("<html lang=en><title>x</title><body><p>x</p>").data
    with opened(plain) as document:
        assert b"pdfaid" not in document.Root.Metadata.read_bytes()
        assert "/OutputIntents" not in document.Root
    assert {finding.code for finding in conformance_findings(plain, "x.pdf", pdf_a=True)} == {"E312"}
    assert conformance_findings(plain, "x.pdf") == ()


def test_the_length_of_a_stream_can_be_told_from_its_end(monkeypatch):
    monkeypatch.setattr(pydyf.Stream, "data", pydyf.Stream.data)
    pdf_archive.install()
    for content in (b"last byte 13\r", b"last byte 10\n", b"a letter", b"", b"\r\r"):
        written = pydyf.Stream([content]).data
        (length,) = map(int, re.findall(rb"/Length (\d+)", written))
        between = written.partition(b"stream\n")[2].removesuffix(b"endstream")
        before = between.removesuffix(b"\r\n") if between.endswith(b"\r\n") else between.removesuffix(b"\n")
        assert before == content
        assert length == len(content)


@needs_qpdf
def test_its_syntax_is_sound(archived, tmp_path):
    assert qpdf_says(archived, tmp_path) == []


def picture(mode, form, colour):
    written = BytesIO()
    Image.new(mode, (8, 8), colour).save(written, form)
    return written.getvalue()


PICTURES = {
    "seen-through.png": picture("RGBA", "PNG", (200, 20, 30, 100)),
    "grey.png": picture("L", "PNG", 5),
    "photograph.jpg": picture("RGB", "JPEG", (200, 20, 30)),
    "for-four-inks.jpg": picture("CMYK", "JPEG", (0, 255, 255, 0)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_any_kind_may_stand_in_it(name):
    html = f'<html lang="en"><title>A still</title><body><h1>A still</h1><img alt="A lamp" src="{name}">'
    data = make_pdf(html, files={name: PICTURES[name]}, pdf_a=True).data
    assert failures(data, "3a") == []
    assert failures(data, "ua1") == []


def test_a_picture_for_four_inks_keeps_its_colour():
    name = "for-four-inks.jpg"
    html = f'<html lang="en"><title>Red</title><body><img alt="Red" src="{name}" style="width: 5cm">'
    with pypdfium2.PdfDocument(make_pdf(html, files={name: PICTURES[name]}, pdf_a=True).data) as shown:
        red, green, blue = shown[0].render().to_pil().getpixel((150, 150))
    assert red > 200
    assert max(green, blue) < 60
