"""The PDF edition: what a reader, a screen reader and a validator find in it, and what stops it."""

import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from annotate.diagnostics import Finding
from annotate.errors import WorkFailed
from annotate.render.fonts import faces as fonts
from annotate.render.pdf import make as pdf
from annotate.render.pdf import worker as pdf_worker
from annotate.render.pdf.conformance import conformance_findings
from annotate.render.pdf.make import Limits, make_pdf
from annotate.render.pdf.protocol import Request
from tests.pdf_checkers import structure

CSS = """
@page { size: A5; margin: 20mm; @top-center { content: string(title) } @bottom-center { content: counter(page) } }
html { font: 10pt/1.4 "Source Serif 4"; hyphens: auto }
h1 { string-set: title content(); font: 400 22pt "Source Serif 4 Display"; bookmark-level: 1 }
h2 { font: 600 12pt "Source Sans 3"; bookmark-level: 2 }
.note { float: footnote }
nav a::after { content: leader(".") target-counter(attr(href), page) }
.speaker { font-variant: small-caps }
"""
BODY = """
<header><h1>The General</h1><p>By A. Critic</p></header>
<nav><h2>Contents</h2><ol><li><a href="#one">Part one</a></li><li><a href="#two">Part two</a></li></ol></nav>
<main><h2 id="one">Part one</h2>
<p id="b1">The train leaves<span class="note">Claim 1: see <a href="https://example.org/a">the source</a>.</span> and
<em lang="fr">le comédien</em> follows.</p>
<blockquote><p>A quotation.</p></blockquote><ul><li>one</li><li>two</li></ul>
<h2 id="two">Part two</h2>
<table><thead><tr><th scope="col">No.</th><th scope="col">Claim</th></tr></thead>
<tbody><tr><th scope="row">1</th><td>So <a href="#b1">it is</a></td></tr></tbody></table>
<p><span class="speaker">Keaton</span> Yes.<span class="note">Claim 2.</span></p></main>
"""


def page(body, head=""):
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><title>The General, annotated</title>'
        f'<meta name="author" content="A. Critic">{head}</head><body>{body}</body></html>'
    )


@pytest.fixture(scope="module")
def made():
    return make_pdf(page(BODY), CSS)


@pytest.fixture(scope="module")
def opened(made):
    with pikepdf.open(BytesIO(made.data)) as document:
        yield document


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    finally:
        document.close()


def png(width=8, height=8):
    """A grey picture, made here so that no file is needed."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def failure_of(html, css="", **options):
    with pytest.raises(WorkFailed) as failure:
        make_pdf(html, css, **options)
    findings = [finding for finding in failure.value.findings if isinstance(finding, Finding)]
    assert findings
    return findings


def test_lists_within_lists_conform_to_pdf_ua():
    items = "<ul><li>One<p>more</p><ul><li>two</li><li><p>three</p></li></ul>four</li><li><p>five</p></li></ul>"
    made = make_pdf(f'<html lang="en"><title>Lists</title><body><h1>Lists</h1>{items}</body></html>')
    assert conformance_findings(made.data, "lists.pdf") == ()


def test_it_conforms_to_pdf_ua(made):
    page_validation = pytest.importorskip("page", reason="the package page-validation is not installed")
    report = page_validation.validate_pdf_bytes(made.data, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert made.findings == ()


def test_it_says_its_title_author_and_language_and_bears_no_date(opened):
    assert opened.docinfo.Title == "The General, annotated"
    assert opened.docinfo.Author == "A. Critic"
    assert opened.Root.Lang == "en-GB"
    assert "/CreationDate" not in opened.docinfo
    assert b"CreateDate" not in opened.Root.Metadata.read_bytes()


def test_it_has_bookmarks(opened):
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["The General"]
        assert [item.title for item in outline.root[0].children] == ["Contents", "Part one", "Part two"]


def test_it_holds_our_fonts_and_no_others(made, opened):
    names = {str(font.BaseFont) for font in opened.pages[0].Resources.Font.as_dict().values()}
    assert names
    assert all(re.match(r"/[A-Z]{6}\+Source-(Serif|Sans)", name) for name in names)
    assert len(made.data) < 60_000


def test_its_text_is_that_of_the_html(made):
    text = " ".join(text_of(made.data).split())
    for sentence in ("By A. Critic", "The train leaves", "follows.", "A quotation.", "Claim 1: see the source."):
        assert sentence in text


def test_running_heads_folios_and_leaders_are_artifacts(opened):
    contents = opened.pages[0].Contents.read_bytes()
    assert contents.count(b"/Artifact\n<</Type /Pagination>>\nBDC") >= 2
    assert contents.count(b"/Artifact\n<</Type /Layout>>\nBDC") > 10
    owned = {int(number) for number in re.findall(rb"/MCID (\d+)", contents)}
    read_aloud = {
        int(kid)
        for element in structure(opened)
        for kid in (element.K if isinstance(element.get("/K"), pikepdf.Array) else [])
        if isinstance(kid, int)
    }
    assert owned == read_aloud


def test_notes_are_notes_with_a_name_each_and_their_calls_references(opened):
    elements = list(structure(opened))
    notes = [element for element in elements if element.S == "/Note"]
    assert [str(note.ID) for note in notes] == ["note-1", "note-2"]
    assert sum(element.S == "/Reference" for element in elements) == 2


def test_links_are_printed_say_where_they_lead_and_stand_in_no_other_link(opened):
    links = list(opened.pages[0].Annots)
    assert {str(link.Contents) for link in links} == {"Part one 1", "Part two 1", "the source", "it is"}
    assert all(link.F == 4 for link in links)
    elements = [element for element in structure(opened) if element.S == "/Link"]
    assert len(elements) == len(links)
    assert all(element.P.S != "/Link" for element in elements)


def test_a_change_of_language_is_marked(opened):
    assert "fr" in {str(element.Lang) for element in structure(opened) if "/Lang" in element}


def test_the_same_input_gives_the_same_bytes_whatever_fonts_the_machine_has(made, tmp_path, monkeypatch):
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.chdir(tmp_path)
    assert make_pdf(page(BODY), [CSS]).data == made.data


def test_the_identifier_follows_the_contents(opened):
    other = make_pdf(page(BODY + "<p>More.</p>"), CSS)
    with pikepdf.open(BytesIO(other.data)) as document:
        assert document.trailer.ID[0] != opened.trailer.ID[0]


def test_a_figure_of_the_edition_is_set_and_described():
    html = page('<p>A still:</p><img src="figures/still.png" alt="The train" style="width: 2cm">')
    result = make_pdf(html, CSS, files={"figures/still.png": png()})
    with pikepdf.open(BytesIO(result.data)) as document:
        (figure,) = [element for element in structure(document) if element.S == "/Figure"]
        assert str(figure.Alt) == "The train"
        assert len(document.pages[0].Resources.XObject) == 1
    assert result.findings == ()


def test_a_resource_that_is_no_file_of_the_edition_stops_the_work_and_is_named():
    html = page('<img src="figures/still.png" alt="x"><img src="http://127.0.0.1:9/x.png" alt="x">')
    findings = failure_of(html, "p { background: url(file:///etc/hostname) }", path="review.pdf")
    assert {finding.code for finding in findings} == {"E304"}
    named = " ".join(finding.sentence for finding in findings)
    assert "http://127.0.0.1:9/x.png" in named
    assert "figures/still.png" in named


def test_a_link_that_is_not_of_the_web_is_left_out_but_its_words_stay():
    result = make_pdf(page('<p>Read <a href="javascript:alert(1)">this</a> and <a href="file:///etc">that</a>.</p>'))
    assert [finding.code for finding in result.findings] == ["E305", "E305"]
    assert "Read this and that." in text_of(result.data)
    with pikepdf.open(BytesIO(result.data)) as document:
        assert not document.pages[0].get("/Annots")
    assert b"javascript" not in result.data


def test_the_stars_of_a_rating_are_set():
    result = make_pdf(page("<p>Keaton ★★★⯨☆ <i>★</i></p>"), CSS)
    assert result.findings == ()
    assert "★★★⯨☆" in text_of(result.data)


def test_characters_without_a_font_are_a_warning():
    result = make_pdf(page("<p>Runes (&#5792;ᚢᚢ)</p>"))
    assert [finding.code for finding in result.findings] == ["E204"]


def test_what_the_layout_engine_remarks_is_a_warning():
    result = make_pdf(page('<p><a href="#nowhere">there</a></p>'), "p { float: sideways }")
    assert [finding.code for finding in result.findings] == ["E306", "E306"]


POISON = Limits(cpu_seconds=3, memory_bytes=2 * 1024**3, wall_seconds=60)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div style='display: flex'>" * 30 + "x" + "</div>" * 30, "E301"),
        ("<div>" * 400 + "x" + "</div>" * 400, "E309"),
        ("<p style='font-size: 1e9px'>x</p>", "E310"),
    ],
    ids=["endless", "nested", "absurd"],
)
def test_poison_is_stopped_and_named(body, code):
    (finding,) = failure_of(page(body), limits=POISON, path="review.pdf")
    assert (finding.code, finding.path) == (code, "review.pdf")


def test_more_memory_than_allowed_is_stopped_and_named():
    limits = Limits(cpu_seconds=60, memory_bytes=256 * 1024**2, wall_seconds=120)
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux limits address space")
    # Enough room to start in on any machine, and a text that surely is too much for it.
    (finding,) = failure_of(page(f"<p>{'word ' * 10_000_000}</p>"), CSS, limits=limits)
    assert finding.code == "E302"
    assert "256 MB" in finding.sentence


def test_a_process_that_ends_without_an_answer_is_named(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    (finding,) = failure_of(page(BODY))
    assert finding.code == "E303"
    assert "exit code 1" in finding.sentence


def test_a_process_that_never_ends_is_ended(tmp_path, monkeypatch):
    sleeper = tmp_path / "sleeper"
    sleeper.write_text("#!/bin/sh\nexec /bin/sleep 600\n", encoding="utf-8")
    sleeper.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(sleeper))
    (finding,) = failure_of(page(BODY), limits=replace(POISON, wall_seconds=1))
    assert finding.code == "E301"


def test_a_layout_engine_without_fonts_never_starts(tmp_path, monkeypatch):
    empty = tmp_path / "fonts.conf"
    empty.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    without = replace(fonts.fonts(), configuration=empty)
    monkeypatch.setattr(fonts, "fonts", lambda: without)
    (finding,) = failure_of(page(BODY))
    assert finding.code == "E308"


def test_a_missing_system_library_is_named_with_the_line_to_type(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    request = Request("", (), {}, "", 1, 1)
    reply, data = pdf_worker.attempt(request)
    assert (reply.status, data) == ("library", b"")


def test_the_process_gets_little_of_the_environment(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("SECRET_TOKEN", "x")
    seen = pdf._environment()
    assert not {"HTTPS_PROXY", "SECRET_TOKEN"} & set(seen)
    assert seen["FONTCONFIG_FILE"] == str(fonts.fonts().configuration)


def test_longer_texts_are_given_more():
    short, long = Limits.for_length(20_000), Limits.for_length(3_000_000)
    assert short.cpu_seconds < long.cpu_seconds < long.wall_seconds
    assert short.memory_bytes < long.memory_bytes


def test_neither_the_parent_nor_help_loads_the_layout_engine():
    program = "import sys, annotate.render.pdf.make; print('weasyprint' in sys.modules, 'fontTools' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert shown.split() == ["False", "False"]
