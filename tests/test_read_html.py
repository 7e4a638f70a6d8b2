"""Web pages: what each part of a page becomes, what it declares, what is named as lost, what is refused."""

from __future__ import annotations

import pytest

from annotate.errors import InputRefused
from annotate.model.source import Declared, Form, RawBlock, RawMark
from annotate.read.html.dates import iso_date
from annotate.read.html.reader import read_html

PROSE = (
    "Vienna after the war is a city of four powers, and at night it belongs to none of them: the camera tilts, the"
    " streets are wet, and whoever walks through them is heard long before he is seen by anybody who might care."
)


def blocks_of(body: str, head: str = "", language: str = "en") -> tuple[RawBlock, ...]:
    page = f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return read_html(page.encode(), "page.html")[0].blocks


def findings_of(body: str, head: str = "") -> dict[str, str]:
    page = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return {finding.code: finding.sentence for finding in read_html(page.encode(), "page.html")[1]}


def declared_by(head: str, body: str = "<p>Words.</p>") -> Declared:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_html(page.encode(), "page.html")[0].declared


def forms(blocks: tuple[RawBlock, ...]) -> list[tuple[str, str]]:
    return [(block.form.value, block.text) for block in blocks]


def refused(data: bytes) -> list[str]:
    with pytest.raises(InputRefused) as raised:
        read_html(data, "page.html")
    return [finding.code for finding in raised.value.findings]


def test_headings_paragraphs_and_bare_text_are_told_apart() -> None:
    assert forms(blocks_of("<h2>One</h2><p>Two <!-- three --> four</p>five<div>six</div>")) == [
        ("heading", "One"),
        ("paragraph", "Two four"),
        ("", "five"),
        ("", "six"),
    ]


def test_white_space_is_one_space_and_no_break_spaces_stay() -> None:
    (block,) = blocks_of("<p>\n  a \t b&nbsp;\n c <b> d </b> e  </p>")
    assert block.text == "a b\u00a0 c d e"
    assert block.marks == (RawMark(7, 8, "hi", {"rend": "bold"}),)


def test_inline_elements_become_the_marks_of_tei() -> None:
    (block,) = blocks_of(
        '<p><em>a</em><i>b</i><cite>c</cite><q>d</q><sup>e</sup><span lang="de">f</span>'
        '<a href="https://example.org/x y">g</a><span style="font-variant: small-caps">h</span></p>'
    )
    assert block.text == "abcdefgh"
    assert [(mark.name, dict(mark.attributes)) for mark in block.marks] == [
        ("emph", {}),
        ("hi", {"rend": "italic"}),
        ("title", {"level": "m"}),
        ("q", {}),
        ("hi", {"rend": "superscript"}),
        ("foreign", {"xml:lang": "de"}),
        ("ref", {"target": "https://example.org/x%20y"}),
        ("hi", {"rend": "small-caps"}),
    ]


def test_markup_around_several_paragraphs_is_in_each() -> None:
    first, second = blocks_of("<b><p>One</p><p>Two</p></b><i></i>")
    assert first.marks == second.marks == (RawMark(0, 3, "hi", {"rend": "bold"}),)


def test_lists_keep_their_depth_and_belong_together() -> None:
    blocks = blocks_of("<ol><li>One<ul><li>Deeper</li></ul></li><li>Two</li></ol><ul><li>Other</li></ul>")
    assert [(b.text, b.level, b.group, b.attributes["rend"]) for b in blocks] == [
        ("One", 1, "list1", "numbered"),
        ("Deeper", 2, "list1", "bulleted"),
        ("Two", 1, "list1", "numbered"),
        ("Other", 1, "list2", "bulleted"),
    ]


def test_quotations_of_several_paragraphs_are_one() -> None:
    blocks = blocks_of("<blockquote><p>One</p><p>Two</p></blockquote><blockquote>Three</blockquote>")
    assert {block.form for block in blocks} == {Form.QUOTATION}
    assert [block.group for block in blocks] == ["quotation1", "quotation1", "quotation2"]


def test_a_table_of_data_keeps_rows_labels_spans_and_empty_cells() -> None:
    blocks = blocks_of(
        "<table><tr><th>Role<th>Actor</tr><tr><td>Holly<td><p>Cotten</p><p>Joseph</p></tr>"
        "<tr><td><td>Lee</tr><tr><td colspan=2>and others</tr></table>"
    )
    assert [(b.row, b.text, dict(b.attributes)) for b in blocks] == [
        (0, "Role", {"role": "label"}),
        (0, "Actor", {"role": "label"}),
        (1, "Holly", {}),
        (1, "Cotten Joseph", {}),
        (2, "", {}),
        (2, "Lee", {}),
        (3, "and others", {"cols": "2"}),
    ]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    blocks = blocks_of(f"<table><tr><td>Menu<td><p>One</p><p>Two</p><p>{PROSE}</p></tr></table>")
    assert Form.CELL not in {block.form for block in blocks}


def test_a_picture_is_named_with_its_caption() -> None:
    picture, caption = blocks_of('<figure><img src="still.jpg" alt="A  doorway"><figcaption>Door</figcaption></figure>')
    assert (picture.form, dict(picture.attributes)) == (Form.PICTURE, {"url": "still.jpg", "alt": "A doorway"})
    assert (caption.form, caption.text, caption.group) == (Form.CAPTION, "Door", picture.group)


def test_a_picture_in_running_text_stays_at_its_place() -> None:
    (block,) = blocks_of('<p>Four <img src="stars.png"> of five <img class="emoji" alt="😀" src="e.png"></p>')
    assert block.text == "Four of five 😀"
    assert block.marks == (RawMark(5, 5, "graphic", {"url": "stars.png"}),)


def test_a_picture_loaded_late_has_its_real_address() -> None:
    _, picture, _ = blocks_of('<p>x</p><p><img src="data:image/gif;base64,R0==" data-src="a.jpg"></p><p>y</p>')
    assert picture.attributes["url"] == "a.jpg"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One<br>two</p>", [("paragraph", "One two")]),
        ("<p>One<br><br>two<br> <br>three</p>", [("paragraph", "One"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<p>A line<br>and one more<br>and a last</p>", [("verse", "A line\nand one more\nand a last")]),
        ("<p>By Ann Vole<br>2 May 1999</p>", [("paragraph", "By Ann Vole"), ("paragraph", "2 May 1999")]),
        (
            "<p><b>Why?</b><br>Because.<br><b>How?</b><br>So.</p>",
            [("paragraph", "Why? Because."), ("paragraph", "How? So.")],
        ),
        ("<p>Q: Why?<br>A: Because.</p>", [("paragraph", "Q: Why?"), ("paragraph", "A: Because.")]),
        ("<pre>A line\n  and one more\n\nNext</pre>", [("verse", "A line\nand one more"), ("", "Next")]),
    ],
)
def test_line_breaks_mean_spaces_paragraphs_or_verse(body: str, expected: list[tuple[str, str]]) -> None:
    assert forms(blocks_of(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        '<p>Said<sup><a href="#fn1" id="r1">1</a></sup>.</p><ol><li id="fn1">The note. <a href="#r1">↩</a></li></ol>',
        '<p>Said<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p>',
        '<p>Said<sup id="c"><a href="#note1">[1]</a></sup>.</p><p id="note1"><a href="#c">^</a> The note.</p>',
        '<p>Said<a role="doc-noteref" href="#x"><sup>1</sup></a>.</p><aside role="doc-note" id="x">The note.</aside>',
    ],
    ids=["markdown", "word", "wiki", "roles"],
)
def test_footnotes_stand_at_their_calls(body: str) -> None:
    (block,) = blocks_of(body)
    assert block.text == "Said."
    (note,) = block.notes
    assert (note.at, note.sign, [inner.text for inner in note.blocks]) == (4, "1", ["The note."])


@pytest.mark.parametrize(
    ("paragraph", "texts", "at"),
    [
        ("<p>a<br>CALL<br>b</p>", ["a", "b"], (0, 1)),
        ("<p>a<br><br>CALL b</p>", ["a", "b"], (1, 0)),
        ("<p>&nbsp; CALL</p>", ["\u00a0"], (0, 1)),
        ("<p>a</p><p>CALL</p>", ["a"], (0, 1)),
        ("<p>Q: a<br>CALL A: b</p>", ["Q: a", "A: b"], (1, 0)),
    ],
)
def test_a_note_called_between_lines_is_called_once(paragraph: str, texts: list[str], at: tuple[int, int]) -> None:
    call = '<sup><a href="#fn1">1</a></sup>'
    blocks = blocks_of(paragraph.replace("CALL", call) + '<p id="fn1">Note.</p>')
    assert [block.text for block in blocks] == texts
    assert [(index, note.at) for index, block in enumerate(blocks) for note in block.notes] == [at]


def test_a_table_of_contents_calls_no_notes() -> None:
    blocks = blocks_of('<p><a href="#preface">1</a></p><div id="preface"><h2>Preface</h2><p>Words.</p></div>')
    assert not any(block.notes for block in blocks)
    assert [block.text for block in blocks] == ["1", "Preface", "Words."]


PAGE = f"""
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>The Third Man</h1><p class="byline">By Ann Vole</p><p>{PROSE}</p><div class="ad-box">Buy socks!</div>
<p>{PROSE.replace("Vienna", "Berlin")}</p></article><section class="comments"><p>Great!</p></section>
"""


def test_what_stands_outside_the_text_is_kept_in_place_and_marked() -> None:
    blocks = blocks_of(PAGE, "<title>The Third Man</title>")
    assert [(block.boilerplate, block.text[:12]) for block in blocks] == [
        ("navigation", "Home"),
        ("", "The Third Ma"),
        ("", "By Ann Vole"),
        ("", "Vienna after"),
        ("advert", "Buy socks!"),
        ("", "Berlin after"),
        ("comments", "Great!"),
    ]
    assert blocks[1].form is Form.TITLE


def test_the_picture_between_title_and_text_belongs_to_the_text() -> None:
    page = PAGE.replace('<p class="byline">', '<figure><img src="a.jpg"><figcaption>A still</figcaption></figure><p>')
    shown = [block.form for block in blocks_of(page, "<title>The Third Man</title>") if not block.boilerplate]
    assert shown[:3] == [Form.TITLE, Form.PICTURE, Form.CAPTION]


def test_main_only_leaves_out_and_counts_what_stands_outside() -> None:
    page = f"<html><body>{PAGE}</body></html>".encode()
    source, findings = read_html(page, "page.html", main_only=True)
    assert not any(block.boilerplate for block in source.blocks)
    (left_out,) = [finding for finding in findings if finding.code == "F461"]
    assert "3 blocks with 4 words" in left_out.sentence


def test_a_page_without_a_main_text_is_kept_whole_and_said_so() -> None:
    assert "F460" in findings_of("<ul><li><a href=/a>a</a><li><a href=/b>b</a></ul>")


REVIEW = """<script type="application/ld+json">{"@graph": [{"@type": "Review", "headline": "Night and Fog of War",
"author": {"@id": "#ann"}, "datePublished": "1999-05-02T23:30:00-05:00", "inLanguage": "en-GB",
"publisher": {"@type": "Organization", "name": "Old Film Post"},
"reviewRating": {"ratingValue": 4, "bestRating": "5"},
"itemReviewed": {"@type": "Movie", "name": "The Third Man", "director": [{"name": "Carol Reed"}],
"dateCreated": "1949", "duration": "PT1H44M"}}, {"@id": "#ann", "@type": "Person", "name": "Ann Vole"}]}</script>"""


def test_a_review_declares_its_film_and_rating() -> None:
    assert declared_by(REVIEW) == Declared(
        title="Night and Fog of War",
        authors=("Ann Vole",),
        date="1999-05-02",
        publisher="Old Film Post",
        language="en-GB",
        genre="review",
        rating="4/5",
        film="The Third Man",
        directors=("Carol Reed",),
        film_date="1949",
        runtime=6240,
    )


def test_meta_elements_declare_what_json_ld_does_not() -> None:
    declared = declared_by(
        '<title>A Walk | Old Film Post</title><meta property="og:site_name" content="Old Film Post">'
        '<meta name="author" content="By Ann Vole and Ben Moth"><meta name="DC.date" content="2 May 1999">'
        '<meta name="keywords" content="noir, Vienna"><link rel="canonical" href="https://example.org/walk">'
        '<meta property="og:locale" content="en_GB">'
    )
    assert (declared.title, declared.authors, declared.date) == ("A Walk", ("Ann Vole", "Ben Moth"), "1999-05-02")
    assert (declared.tags, declared.url, declared.language) == (("noir", "Vienna"), "https://example.org/walk", "en-GB")


def test_links_are_made_whole_where_the_page_says_where_it_was() -> None:
    (block,) = blocks_of('<p><a href="../b#c">x</a></p>', '<link rel="canonical" href="https://example.org/a/d">')
    assert block.marks[0].attributes["target"] == "https://example.org/b#c"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1999-05-02T10:00:00Z", "1999-05-02"),
        ("19990502", "1999-05-02"),
        ("Sunday, 2 May 1999", "1999-05-02"),
        ("May 2nd, 1999 10:00", "1999-05-02"),
        ("Sun, 02 May 1999 10:00:00 GMT", "1999-05-02"),
        ("1999", "1999"),
        ("30/04/1999", "1999-04-30"),
        ("04.04.1999", "1999-04-04"),
        ("03/04/1999", None),
        ("1999-13-02", None),
        ("yesterday", None),
    ],
)
def test_dates_are_iso_where_they_are_clear(written: str, date: str | None) -> None:
    assert iso_date(written) == date


@pytest.mark.parametrize(
    ("code", "body", "head"),
    [
        ("F454", "<p>Shown.</p><p hidden>The end.</p>", ""),
        ("F454", '<p>Shown.</p><div style="display: none">The end.</div>', ""),
        ("F454", "<p>Shown.</p><template>The end.</template>", ""),
        ("F455", '<p><a href=" java&#9;script:go()">go</a></p>', ""),
        ("F456", '<p>x<img src="data:image/png;base64,AAAA"></p>', ""),
        ("F457", '<p>x</p><iframe src="https://example.org/trailer"></iframe>', ""),
        ("F458", "<p>x<spoiler>y</spoiler></p>", ""),
        ("F459", "<p>x</p>", '<script type="application/ld+json">{"a": "b"c"}</script>'),
        ("F463", '<p><a href="#cast">cast</a></p>', ""),
        ("F464", "<p>x</p><p>&#8203;</p>", ""),
        ("F466", "<p>x</p>", '<meta name="date" content="03/04/2011">'),
    ],
)
def test_what_a_text_cannot_keep_is_named(code: str, body: str, head: str) -> None:
    assert code in findings_of(body, head)


def test_hidden_words_are_named_with_their_place() -> None:
    assert "<p> in line 1 with 2 words (“The end.”)" in findings_of("<p>Shown.</p><p hidden>The end.</p>")["F454"]


def test_what_a_script_says_is_no_text() -> None:
    (block,) = blocks_of("<p>x<script>document.write('<p>y')</script></p><style>p {}</style>")
    assert block.text == "x"


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("F104", b""),
        ("F462", b"  \n"),
        ("F462", b"<!-- nothing -->"),
        ("F462", b"<html><body><script src=app.js></script></body></html>"),
        ("F107", b"<p>a\x00b</p>"),
        ("F107", b"<p>a&#1;b</p>"),
        ("F107", b'<p><a href="x&#xFFFF;y">b</a></p>'),
        ("F450", b"<div>" * 3000 + b"x"),
        ("F451", b"<b>" * 2_000_001),
        ("F451", b"<p " + b"a " * 10_001 + b">x</p>"),
    ],
)
def test_what_is_no_text_is_refused(code: str, data: bytes) -> None:
    assert refused(data) == [code]


def test_deep_nesting_loses_nothing() -> None:
    page = b"<html><body>" + b"<div>" * 1500 + b"inside" + b"</div>" * 1500 + b"after</body></html>"
    assert [block.text for block in read_html(page, "page.html")[0].blocks] == ["inside", "after"]


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "“naïve” – €"),
        ("gb2312", "gb18030", "朱镕基的電影"),
        ("shift_jis", "shift_jis", "映画の批評"),
        ("windows-1251", "cp1251", "Кино и жизнь"),
        ("utf-8", "utf-8", "naïve 映画"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(charset: str, encoding: str, text: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'.encode(encoding)
    source, _ = read_html(page, "page.html")
    assert [block.text for block in source.blocks] == [text]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_says_more_than_the_page(encoding: str) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>naïve 映画</p></body></html>'.encode(encoding)
    assert [block.text for block in read_html(page, "page.html")[0].blocks] == ["naïve 映画"]


def test_utf_8_is_read_as_such_whatever_the_page_says() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>naïve “x”</p></body></html>'.encode()
    source, findings = read_html(page, "page.html")
    assert [block.text for block in source.blocks] == ["naïve “x”"]
    assert "F452" in {finding.code for finding in findings}


def test_single_bytes_that_are_no_characters_are_named_where_they_stand() -> None:
    page = b'<html><head><meta charset="utf-8"></head>\n<body><p>' + b"it\x92s na\xc3\xafve</p></body></html>"
    source, findings = read_html(page, "page.html")
    assert [block.text for block in source.blocks] == ["it\ufffds naïve"]
    (bad,) = [finding for finding in findings if finding.code == "F453"]
    assert (bad.line, bad.column) == (2, 12)


def test_well_formed_xhtml_is_read_as_xml() -> None:
    page = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p><a id="a"/>x&nbsp;y</p></body></html>'
    )
    (block,) = read_html(page.encode(), "page.html")[0].blocks
    assert (block.text, block.marks) == ("x\u00a0y", ())
