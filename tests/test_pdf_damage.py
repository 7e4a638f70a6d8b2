"""A PDF that was damaged in one thing is not taken for one that conforms: the check names what is wrong."""

from io import BytesIO

import pikepdf
import pytest

from annotate.render.comments import comments
from annotate.render.pdf.conformance import conformance_findings
from annotate.render.pdf.make import Attachment, make_pdf
from annotate.render.print.page import print_html
from tests.edition_cases import lamplighter_edition
from tests.pdf_checkers import opened, structure

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>A lamp</title><path d="M0 0h9v9z"/></svg>'
)


@pytest.fixture(scope="module")
def sound():
    edition = lamplighter_edition()
    html = print_html(edition).replace("</main>", f"{PICTURE}</main>")
    carried = (Attachment("lamplighter.xml", "The text, in TEI", "Source", b"<TEI/>"),)
    return make_pdf(html, comments=comments(edition), attachments=carried, pdf_a=True).data


def of_annotations(pdf, kind):
    return [note for sheet in pdf.pages for note in sheet.obj.get("/Annots", ()) if str(note.Subtype) == kind]


def first(pdf, name):
    return next(element for element in structure(pdf) if name == element.S)


def no_language(pdf):
    del pdf.Root.Lang


def no_title_shown(pdf):
    del pdf.Root.ViewerPreferences


def no_title(pdf):
    told = pdf.Root.Metadata.read_bytes()
    start, end = told.index(b"<dc:title>"), told.index(b"</dc:title>") + len(b"</dc:title>")
    pdf.Root.Metadata.write(told[:start] + told[end:])


def no_metadata(pdf):
    del pdf.Root.Metadata


def no_marks(pdf):
    del pdf.Root.MarkInfo


def no_structure(pdf):
    del pdf.Root.StructTreeRoot


def no_name_for_a_picture(pdf):
    del first(pdf, "/Figure").Alt


def no_name_for_a_note(pdf):
    del first(pdf, "/Note").ID


def an_unknown_kind_of_element(pdf):
    first(pdf, "/Note").S = pikepdf.Name.Glossary


def headings_that_skip_a_rank(pdf):
    first(pdf, "/H2").S = pikepdf.Name.H5


def an_undescribed_link(pdf):
    del of_annotations(pdf, "/Link")[0].Contents


def a_link_outside_its_element(pdf):
    del of_annotations(pdf, "/Link")[0].StructParent


def an_undescribed_comment(pdf):
    del of_annotations(pdf, "/Highlight")[0].Contents
    del first(pdf, "/Annot").Alt


def a_comment_outside_the_structure(pdf):
    del of_annotations(pdf, "/Highlight")[0].StructParent


def no_order_of_tabs(pdf):
    for sheet in pdf.pages:
        del sheet.obj.Tabs


def a_font_that_is_not_embedded(pdf):
    font = next(iter(pdf.pages[3].Resources.Font.values()))
    told = font.DescendantFonts[0].FontDescriptor
    del told[next(key for key in told if key.startswith("/FontFile"))]


def a_font_without_characters(pdf):
    for font in pdf.pages[3].Resources.Font.values():
        del font.ToUnicode


def text_outside_the_structure(pdf):
    sheet = pdf.pages[3]
    sheet.Contents.write(sheet.Contents.read_bytes() + b"\nBT ET q 0 0 9 9 re f Q")


def no_profile_of_colours(pdf):
    del pdf.Root.OutputIntents


def no_relation_of_a_file(pdf):
    del pdf.Root.AF[0].AFRelationship


def a_comment_that_is_not_printed(pdf):
    of_annotations(pdf, "/Highlight")[0].F = 0


def a_comment_without_a_look(pdf):
    del of_annotations(pdf, "/Highlight")[0].AP


def a_script(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


ACCESSIBILITY = (
    no_language, no_title_shown, no_title, no_metadata, no_marks, no_structure, no_name_for_a_picture,
    no_name_for_a_note, an_unknown_kind_of_element, headings_that_skip_a_rank, an_undescribed_link,
    a_link_outside_its_element, an_undescribed_comment, a_comment_outside_the_structure, no_order_of_tabs,
    a_font_that_is_not_embedded, a_font_without_characters, text_outside_the_structure,
)  # fmt: skip
ARCHIVE = (
    no_profile_of_colours, no_relation_of_a_file, a_comment_that_is_not_printed, a_comment_without_a_look, a_script,
    no_metadata, a_font_that_is_not_embedded,
)  # fmt: skip


def damaged(data, damage):
    written = BytesIO()
    with opened(data) as pdf:
        damage(pdf)
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def test_what_is_sound_stays_so_when_it_is_written_anew(sound):
    assert conformance_findings(damaged(sound, lambda _: None), "x.pdf") == ()


@pytest.mark.parametrize("damage", ACCESSIBILITY, ids=lambda damage: damage.__name__)
def test_damage_to_what_makes_a_pdf_accessible_is_named(sound, damage):
    findings = conformance_findings(damaged(sound, damage), "x.pdf")
    assert findings
    assert all((finding.code, finding.path) == ("E312", "x.pdf") for finding in findings)
    assert all("PDF/UA-1 (PDFUA1-" in finding.sentence for finding in findings)


@pytest.mark.parametrize("damage", ARCHIVE, ids=lambda damage: damage.__name__)
def test_damage_to_what_makes_a_pdf_one_for_the_archive_is_named(sound, damage):
    whole = conformance_findings(damaged(sound, lambda _: None), "x.pdf", pdf_a=True)
    findings = conformance_findings(damaged(sound, damage), "x.pdf", pdf_a=True)
    assert {finding.sentence for finding in findings if "PDF/A-3a" in finding.sentence} - {
        finding.sentence for finding in whole
    }
