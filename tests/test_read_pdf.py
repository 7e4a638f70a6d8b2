"""A PDF is read as its reader sees it: paragraphs across lines, columns and pages, notes, heads and folios apart."""

import base64
import re
import zlib
from collections import Counter
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.api.load import load_text
from annotate.api.render import render
from annotate.errors import InputRefused
from annotate.model.document import leaves, plain_text
from annotate.model.source import Form
from annotate.read.pdf.reader import read_pdf
from annotate.read.pdf.rules import RULES
from annotate.read.pdf.text import text_of
from annotate.render.pdf.make import make_pdf
from tests.surroundings import SAMPLES

# On a page that is turned PDFium tells of a hyphen at the end of a line only after the next line.
WHOLE_WORDS = "p { hyphens: none }"
BARE = """
@page { size: A5; margin: 20mm }
body { font: 10pt/1.3 "Source Serif 4"; text-align: justify; hyphens: auto; margin: 0 }
h1 { font-size: 20pt; text-align: left } h2 { font-size: 13pt } h1, h2 { hyphens: none }
"""
PAGE = (
    BARE
    + """
@page { @top-center { content: "The Bridge"; font-size: 8pt } }
@page { @bottom-center { content: counter(page); font-size: 8pt } }
"""
)
INDENTED = "p { margin: 0; text-indent: 1.5em }"
SPACED = "p { margin: 0 0 .8em }"
ENGLISH = (
    "Keaton had the bridge built of green timber and burnt it only once, because a second locomotive could not be had.",
    "The townspeople came out to watch and were paid in sandwiches; what the whole undertaking cost is disputed today.",
    "Nobody who has seen the photograph forgets how slowly the trestle gives way under the weight of the engine.",
    "There are photographers in the background, and one of them has turned round to look at the camera itself.",
)
GERMAN = (
    "Die Lokomotivführerin betrachtet nachdenklich die Brückenkonstruktion, deren Holzbalken ungewöhnlich dünn wirken.",
    "Währenddessen versammeln sich Zuschauerinnen und Zuschauer am gegenüberliegenden Flussufer; niemand spricht.",
)
FRENCH = (
    "La passerelle s’effondre lentement sous le poids de la locomotive, et l’opérateur continue imperturbablement.",
    "Personne n’avait imaginé qu’une construction aussi impressionnante disparaîtrait en quelques secondes à peine.",
)


def prose(number: int, sentences=ENGLISH, times: int = 5) -> str:
    """A paragraph of its own: the sentences in an order that its number gives, with the number in words of its own."""
    ordered = [sentences[(number + i * (1 + number % 2)) % len(sentences)] for i in range(times)]
    return " ".join([f"Paragraph {number} begins.", *ordered])


def paragraphs(texts) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@cache
def made(body: str, css: str, language: str = "en") -> bytes:
    head = '<title>The Bridge and the Train</title><meta name="author" content="Ada Quill">'
    return make_pdf(f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>', css).data


def read(data: bytes):
    source, findings = read_pdf(data, "bridge.pdf")
    return source, {finding.code: finding for finding in findings}


def text_blocks(source) -> list[str]:
    return [block.text for block in source.blocks if not block.boilerplate and block.form is not Form.PICTURE]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("set_with", [INDENTED, SPACED, INDENTED + "body { text-align: left }"])
def test_paragraphs_come_back_as_they_were_written_across_lines_and_pages(set_with):
    texts = [prose(n, times=4 + n % 3) for n in range(12)]
    source, findings = read(made(f"<h1>The Bridge</h1><h2>First part</h2>{paragraphs(texts)}", PAGE + set_with))
    assert text_blocks(source) == ["The Bridge", "First part", *texts]
    assert [block.form for block in source.blocks if not block.boilerplate][:3] == [
        Form.TITLE, Form.HEADING, Form.UNSAID
    ]  # fmt: skip
    assert re.search(r"\d+ words parted .*“[a-z]+-[a-z]+”", findings["F567"].sentence)


def test_columns_are_read_one_after_the_other_also_where_the_last_page_is_not_full():
    texts = [prose(n) for n in range(21)]
    body = f"<h1>The Bridge</h1><p>By Ada Quill</p><div>{paragraphs(texts)}</div>"
    css = PAGE.replace("A5", "A4") + INDENTED + "div { columns: 2; column-gap: 8mm; column-fill: auto }"
    source, _ = read(made(body, css))
    assert text_blocks(source) == ["The Bridge", "By Ada Quill", *texts]


@pytest.mark.parametrize(("language", "sentences"), [("de", GERMAN), ("fr", FRENCH)])
def test_other_languages_are_joined_like_english(language, sentences):
    texts = [prose(n, sentences) for n in range(8)]
    source, findings = read(made(paragraphs(texts), PAGE + INDENTED, language))
    assert text_blocks(source) == texts
    assert "F567" in findings
    assert source.declared.language == language


def test_running_heads_and_folios_are_boilerplate_in_place_and_pages_begin_with_their_printed_number():
    source, _ = read(made(paragraphs(prose(n) for n in range(12)), PAGE + "html { counter-reset: page 40 }" + INDENTED))
    furniture = [block.text for block in source.blocks if block.boilerplate]
    pages = furniture.count("The Bridge")
    assert pages > 2
    folios = [text for text in furniture if text != "The Bridge"]
    assert folios == [str(int(folios[0]) + i) for i in range(pages)]
    breaks = [mark.attributes["n"] for block in source.blocks for mark in block.marks if mark.name == "pb"]
    assert breaks == folios
    assert all(block.boilerplate == "navigation" for block in source.blocks if block.text in furniture)


NOTED = (
    "<p>{before} It stood in Oregon<span>See the register of {number}, page 12, for what is known of it.</span>. "
    "{after}</p>"
)
NOTES = (
    PAGE + INDENTED + "span { float: footnote; font-size: 8pt } ::footnote-marker { content: counter(footnote) '. ' }"
    "::footnote-call { content: counter(footnote); font-size: 70%; vertical-align: super; line-height: 0 }"
)


def test_notes_at_the_foot_stand_where_they_are_called_without_their_signs():
    bodies = [NOTED.format(before=prose(n), number=1900 + n, after=ENGLISH[0]) for n in range(6)]
    source, _ = read(made("".join(bodies), NOTES))
    called = [block for block in source.blocks if block.notes]
    assert [note.sign for block in called for note in block.notes] == ["1", "2", "3", "4", "5", "6"]
    for number, block in enumerate(called):
        (note,) = block.notes
        assert note.blocks[0].text == f"See the register of {1900 + number}, page 12, for what is known of it."
        assert block.text[: note.at].endswith("It stood in Oregon")
        assert block.text[note.at :] == f". {ENGLISH[0]}"


def test_small_type_at_the_foot_without_a_call_is_left_as_it_is_and_named():
    small = '<div style="font-size: 7pt">7. A note that nothing calls.</div>'
    source, findings = read(made(paragraphs([prose(1), prose(2)]) + small, BARE + INDENTED))
    assert text_blocks(source)[-1] == "7. A note that nothing calls."
    assert "7. A note" in findings["F572"].sentence


def test_bold_italic_and_links_are_marks_and_script_links_are_named():
    body = (
        "<p>He made <i>The General</i> in <b>1926</b>, says "
        '<a href="https://example.org/keaton">this page</a> and no other.</p>'
    )
    source, _ = read(made(body, BARE))
    (block,) = (block for block in source.blocks if block.text.startswith("He made"))
    marked = {(block.text[m.start : m.end], m.name, *m.attributes.values()) for m in block.marks if m.name != "pb"}
    assert marked == {
        ("The General", "hi", "italic"),
        ("1926", "hi", "bold"),
        ("this page", "ref", "https://example.org/keaton"),
    }


def test_a_question_in_bold_is_no_heading_but_a_mark_over_the_whole():
    body = "".join(f"<p><b>What happened in scene {n}?</b></p><p>{prose(n)}</p>" for n in range(4))
    source, _ = read(made(body, PAGE + SPACED))
    questions = [block for block in source.blocks if block.text.startswith("What happened")]
    assert len(questions) == 4
    for block in questions:
        assert block.form is Form.UNSAID
        assert any(m.start == 0 and m.end == len(block.text) and m.attributes == {"rend": "bold"} for m in block.marks)


def test_a_word_that_has_its_own_hyphen_keeps_it():
    narrow = BARE.replace("hyphens: auto", "hyphens: manual; width: 24mm; text-align: left")
    source, findings = read(
        made("<p>a well-known man, well-known men, many well-known women, the well-known</p>", narrow)
    )
    assert text_blocks(source) == ["a well-known man, well-known men, many well-known women, the well-known"]
    assert "F567" not in findings


def test_a_drop_capital_belongs_to_its_word():
    css = BARE + "span { float: left; font-size: 34pt; line-height: 28pt; padding-right: 2pt }"
    source, _ = read(made(f"<p><span>T</span>rains came late. {prose(3)}</p>", css))
    assert text_blocks(source) == [f"Trains came late. {prose(3)}"]


PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_a_picture_is_named_in_its_place_with_its_description_and_caption():
    figure = "<img src='bridge.png' alt='A bridge' style='width: 60mm; height: 40mm; display: block'>"
    figure += "<figcaption style='font-size: 8pt'>The bridge in 1926.</figcaption>"
    body = f"<p>{prose(1)}</p><figure>{figure}</figure><p>{prose(2)}</p>"
    html = f'<html lang="en"><head><title>x</title></head><body>{body}</body></html>'
    data = make_pdf(html, BARE + SPACED, files={"bridge.png": base64.b64decode(PICTURE)}).data
    source, findings = read(data)
    forms = [block.form for block in source.blocks if not block.boilerplate]
    assert forms == [Form.UNSAID, Form.PICTURE, Form.CAPTION, Form.UNSAID]
    shown, caption = (block for block in source.blocks if block.group)
    assert shown.group == caption.group
    assert shown.attributes == {"url": "#page=1", "alt": "A bridge"}
    assert caption.text == "The bridge in 1926."
    assert "1 picture" in findings["F568"].sentence


def test_every_paragraph_of_a_printed_edition_comes_back_whole_with_its_apparatus_as_notes():
    text = SAMPLES / "general-review.xml"
    source, _ = read(render(text, ("pdf",)).editions["pdf"])
    read_back = iter(text_blocks(source))
    written = [
        plain_text(block.content) for block, _ in leaves(load_text(text).document.parts) if block.boilerplate is None
    ]
    assert [paragraph for paragraph in written if not any(own.endswith(paragraph) for own in read_back)] == []
    signs = [note.sign for block in source.blocks for note in block.notes]
    assert [sign for sign in signs if sign.isdecimal()] == [str(number) for number in range(1, 29)]


def test_what_the_file_declares_is_taken_over_but_not_the_names_of_files():
    data = made(paragraphs([prose(1)]), PAGE)
    declared = read(data)[0].declared
    assert (declared.title, declared.authors, declared.language) == ("The Bridge and the Train", ("Ada Quill",), "en")
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Title"] = "Microsoft Word - review_final2.docx"
        pdf.docinfo["/CreationDate"] = "D:20190302141500+01'00'"
        pdf.docinfo["/Author"] = "Ada Quill; Bea Marrow"
        changed = saved(pdf)
    declared = read(changed)[0].declared
    assert (declared.title, declared.authors, declared.date) == (None, ("Ada Quill", "Bea Marrow"), "2019-03-02")


def test_a_readers_remark_is_a_comment_on_the_words_under_it():
    data = made("<p>The bridge was of green timber.</p>", BARE)
    with pikepdf.open(BytesIO(data)) as pdf:
        with pypdfium2.PdfDocument(data) as document:
            text = document[0].get_textpage()
            at = text.get_text_range().index("green")
            boxes = [text.get_charbox(i) for i in range(at, at + 5)]
        low, high = boxes[0][:2], boxes[-1][2:]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=[*low, *high],
            QuadPoints=[low[0], high[1], high[0], high[1], low[0], low[1], high[0], low[1]],
            Contents="Really?", T="Bea", M="D:20200102030405Z",
        )  # fmt: skip
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, Rect=[0, 0, 9, 9],
                T="Name", V="Fenn",
            )
        )  # fmt: skip
        script = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("javascript:alert(1)")),
        )  # fmt: skip
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note, field, script]))
        pdf.attachments["figures.csv"] = b"1,2"
        source, findings = read(saved(pdf))
    (comment,) = source.comments
    block = source.blocks[comment.block]
    assert "green" in block.text[comment.start : comment.end]
    assert comment.end - comment.start < 9
    assert (comment.body, comment.author, comment.date) == ("Really?", "Bea", "2020-01-02T03:04:05Z")
    assert "“Name” holds “Fenn”" in findings["F569"].sentence
    assert "javascript:alert(1)" in findings["F570"].sentence
    assert "figures.csv" in findings["F573"].sentence


def saved(pdf: pikepdf.Pdf, **options) -> bytes:
    out = BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def simple_pdf(*contents: bytes, flate: bool = False) -> bytes:
    """A PDF written by hand: one content stream a page, with the fonts /R, /B (bold) and /I (italic)."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (6 + 2 * i) for i in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)]
    fonts = (b"Helvetica", b"Helvetica-Bold", b"Helvetica-Oblique")
    objects += [b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name for name in fonts]
    for index, content in enumerate(contents):
        packed = zlib.compress(content) if flate else content
        resources = b"<</Font<</R 3 0 R/B 4 0 R/I 5 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources%s/Contents %d 0 R>>"
            % (resources, 7 + 2 * index)
        )
        filtered = b"/Filter/FlateDecode" if flate else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(packed), filtered, packed))
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def refusal(data: bytes) -> str:
    with pytest.raises(InputRefused) as refused:
        read_pdf(data, "bad.pdf")
    return refused.value.findings[0].code


HELLO = b"BT /R 12 Tf 50 700 Td (Hello there.) Tj ET"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F104"),
        (b"%PDF-1.7\n", "F561"),
        (b"no PDF at all", "F561"),
        (simple_pdf(HELLO)[:200], "F561"),
        (simple_pdf(b"0 0 100 100 re f"), "F562"),
        (simple_pdf(b" " * 50_000_000, flate=True), "F562"),
        (simple_pdf(*[HELLO] * 10_001), "F563"),
        (simple_pdf(b"BT /R 12 Tf " + b"(aaaaaaaaaaaaaaaa ) Tj " * 2_000_000 + b"ET", flate=True), "F563"),
    ],
    ids=["empty", "header", "other", "cut", "scan", "bomb", "pages", "text bomb"],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data, code):
    assert refusal(data) == code


def test_a_password_is_asked_for_and_an_empty_one_is_no_hindrance():
    with pikepdf.open(BytesIO(simple_pdf(HELLO))) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(owner="o", user="secret"))
        unlocked = saved(pdf, encryption=pikepdf.Encryption(owner="o", user=""))
    assert refusal(locked) == "F560"
    assert text_blocks(read(unlocked)[0]) == ["Hello there."]


def test_a_file_without_its_end_and_pages_without_text_are_named():
    data = simple_pdf(HELLO)
    assert "F571" in read(data.replace(b"%%EOF", b""))[1]
    assert "F571" not in read(data)[1]


def test_characters_without_a_meaning_stand_as_replacement_characters_and_are_counted():
    source, findings = read(simple_pdf(b"BT /R 12 Tf 50 700 Td (Hello \\001 there.) Tj ET"))
    assert "\x01" not in "".join(block.text for block in source.blocks)
    assert findings.keys() <= {"F566"}


def test_a_turned_page_is_read_upright():
    with pikepdf.open(BytesIO(made(paragraphs([prose(1), prose(2)]), BARE + INDENTED + WHOLE_WORDS))) as pdf:
        pdf.pages[0].Rotate = 90
        turned = saved(pdf)
    assert text_blocks(read(turned)[0]) == [prose(1), prose(2)]
    sideways = simple_pdf(b"BT /R 12 Tf 0 1 -1 0 100 100 Tm (First line of text) Tj 0 -14 Td (and its second.) Tj ET")
    assert squeezed("".join(text_blocks(read(sideways)[0]))) == "Firstlineoftextanditssecond."


def test_parsing_twice_gives_the_same():
    data = made(paragraphs(prose(n) for n in range(12)), PAGE + INDENTED)
    assert read_pdf(data, "x.pdf") == read_pdf(data, "x.pdf")


def test_every_rule_has_a_code_of_its_own_in_the_range():
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all("F560" <= code <= "F589" for code in codes)


WORDS = st.sampled_from(
    [
        "the",
        "train",
        "Bridge,",
        "over.",
        "well-",
        "known",
        "1926",
        "12",
        "1",
        "*",
        "Q:",
        "-",
        "caf\\351",
        "\\223so\\224",
        "i",
    ]
)
LINES = st.tuples(
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    st.sampled_from(["R", "R", "R", "B", "I"]),
    st.sampled_from([10, 10, 10, 8, 6, 16, 30]),
    st.sampled_from([50, 50, 62, 310, 250]) | st.integers(-20, 590),
    st.sampled_from([40, 60, 100, 112, 124, 136, 300, 304, 700, 760]) | st.integers(5, 790),
)
PAGES = st.lists(st.lists(LINES, max_size=14), min_size=1, max_size=3).filter(any)


def drawn(lines) -> bytes:
    pieces = [f"/{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj" for text, font, size, x, y in lines]
    return f"BT {' '.join(pieces)} ET".encode("ascii")


@given(PAGES)
@settings(max_examples=80)
def test_every_visible_character_is_in_the_text_or_named(pages):
    data = simple_pdf(*(drawn(lines) for lines in pages))
    source, findings = text_of(data, "law.pdf")
    shown: Counter[str] = Counter()
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage().get_text_range().replace("\x02", "-").replace("\ufffe", "-")
            shown.update(squeezed(text))
    kept = Counter(squeezed("".join(block.text for block in source.blocks)))
    notes = [note for block in source.blocks for note in block.notes]
    for note in notes:
        kept.update(squeezed("".join(block.text for block in note.blocks)))
        kept.update(note.sign * 2)
    lost, added = shown - kept, kept - shown
    joined = any(finding.code == "F567" for finding in findings)
    assert not added
    assert set(lost) <= ({"-"} if joined else set()) | ({".", "*", ","} if notes else set())


@given(PAGES)
@settings(max_examples=30)
def test_marks_and_notes_lie_within_their_blocks_and_are_nested(pages):
    source, _ = text_of(simple_pdf(*(drawn(lines) for lines in pages)), "law.pdf")
    for block in source.blocks:
        assert block.text == " ".join(re.split(r"[ \t\n\r]+", block.text.strip(" \t\n\r")))
        assert all(0 <= mark.start <= mark.end <= len(block.text) for mark in block.marks)
        assert all(0 <= note.at <= len(block.text) for note in block.notes)
        spans = [(mark.start, mark.end) for mark in block.marks]
        assert not [(a, b) for a in spans for b in spans if a[0] < b[0] < a[1] < b[1]]
    assert [block.line for block in source.blocks] == list(range(1, len(source.blocks) + 1))
