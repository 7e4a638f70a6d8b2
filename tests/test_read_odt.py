"""What a person relies on when an OpenDocument text is read: nothing of it is lost, and each loss is named."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.model.source import Form
from annotate.read.odt.reader import read_odt
from tests.office_files import codes, kinds, marked, odt_file, zipped


def read(text, **parts):
    return read_odt(odt_file(text, **parts), "essay.odt")


def only(text, **parts):
    """Read a file of one block that gives no finding."""
    source, findings = read(text, **parts)
    assert not findings
    assert len(source.blocks) == 1
    return source.blocks[0]


def refused(data):
    with pytest.raises(InputRefused) as caught:
        read_odt(data, "essay.odt")
    return [finding.code for finding in caught.value.findings]


def named(finding):
    return finding.sentence.partition("“")[2].rpartition("”")[0]


def footnote(words, kind="footnote", sign="1"):
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{sign}</text:note-citation>'
        f"<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
    )


def span(style, words):
    return f'<text:span text:style-name="{style}">{words}</text:span>'


def test_styles_say_what_paragraphs_are_through_those_they_are_based_on():
    source, findings = read(
        '<text:p text:style-name="Title">The Train</text:p>'
        '<text:h text:outline-level="2">Arrival</text:h>'
        '<text:p text:style-name="P1">Nobody ran.</text:p>'
        '<text:p text:style-name="P1">Nobody at all.</text:p>'
        '<text:p text:style-name="Horizontal_20_Line"/>'
        "<text:p>It is short.</text:p>"
    )
    assert not findings
    assert [(block.form, block.level) for block in source.blocks] == [
        (Form.TITLE, 1),
        (Form.HEADING, 2),
        (Form.QUOTATION, 1),
        (Form.QUOTATION, 1),
        (Form.BREAK, 0),
        (Form.PARAGRAPH, 0),
    ]
    assert source.blocks[2].group == source.blocks[3].group
    assert not any(block.marks for block in source.blocks), "how a style looks is not emphasis"


def test_spans_are_marked_and_may_switch_off_what_is_around_them():
    block = only(f"<text:p>A {span('T1', 'very ' + span('T2', 'long'))} {span('Emphasis', 'film')}</text:p>")
    assert marked(block) == [("hi italic", "very long"), ("hi bold", "long"), ("emph", "film")]
    bold = only(f'<text:p text:style-name="P2">Why {span("T5", "not")}</text:p>')
    assert marked(bold) == [("hi bold", "Why")]
    french = span("T4", "mise en scène")
    assert marked(only(f"<text:p>What critics like to call its {french}</text:p>")) == [
        ("foreign fr-FR", "mise en scène")
    ]


def test_white_space_is_collapsed_and_spaces_tabs_and_line_breaks_are_spaces():
    assert only('<text:p> a\n  b<text:s text:c="4"/>c<text:tab/>d<text:line-break/>e </text:p>').text == "a b c d e"


def test_links_and_notes_keep_their_places_and_addresses():
    link = '<text:a xlink:href="https://example.org/a?b">the archive</text:a>'
    source, findings = read(
        f"<text:p>See {link}{footnote('In ' + link)} now{footnote('End.', 'endnote', 'i')}.</text:p>"
    )
    assert not findings
    block = source.blocks[0]
    assert block.text == "See the archive now."
    assert marked(block) == [("ref https://example.org/a?b", "the archive")]
    assert [(n.at, n.place, n.sign) for n in block.notes] == [(15, "foot", "1"), (19, "end", "i")]
    assert marked(block.notes[0].blocks[0]) == [("ref https://example.org/a?b", "the archive")]


def test_a_link_to_a_script_is_named_and_its_words_are_kept():
    source, findings = read('<text:p><text:a xlink:href="JavaScript:alert(1)">here</text:a></text:p>')
    assert (source.blocks[0].text, source.blocks[0].marks, codes(findings)) == ("here", (), ["F517"])


def test_comments_keep_passage_author_and_date():
    said = "<dc:creator>Ada Quill</dc:creator><dc:date>2024-05-01T10:00:00.123</dc:date><text:p>Sure?</text:p>"
    source, findings = read(
        f'<text:p>It is <office:annotation office:name="4">{said}</office:annotation>fifty seconds'
        f'<office:annotation-end office:name="4"/> long.<office:annotation>{said}</office:annotation></text:p>'
    )
    assert not findings
    text = source.blocks[0].text
    assert text == "It is fifty seconds long."
    assert [text[c.start : c.end] for c in source.comments] == ["fifty seconds", ""]
    assert {(c.body, c.author, c.date) for c in source.comments} == {("Sure?", "Ada Quill", "2024-05-01T10:00:00.123Z")}


def test_tracked_deletions_are_named_at_their_place():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
        "<dc:creator>Bo</dc:creator></office:change-info><text:p>no longer</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    source, findings = read(
        f'{changes}<text:p>One.</text:p><text:p>It is <text:change text:change-id="c1"/>now.</text:p>'
    )
    assert [text for _, text in kinds(source)] == ["One.", "It is now."]
    (finding,) = findings
    assert (finding.line, finding.sentence) == (2, "left out as deleted by Bo: “no longer”")


def test_hidden_text_is_left_out_and_named():
    source, findings = read(
        f"<text:p>Seen{span('T3', ' unseen' + footnote('below'))}.</text:p>"
        '<text:section text:name="s" text:display="none"><text:p>Gone.</text:p></text:section>'
    )
    assert [text for _, text in kinds(source)] == ["Seen."]
    assert [named(finding) for finding in findings] == ["unseen below", "Gone."]


def test_lists_keep_depth_kind_and_what_belongs_together():
    def item(*content):
        return f"<text:list-item>{''.join(content)}</text:list-item>"

    inner = f"<text:list>{item('<text:p>deep</text:p>')}</text:list>"
    source, _ = read(
        f'<text:list text:style-name="L1">{item("<text:p>one</text:p>", inner)}'
        f"{item('<text:p>two</text:p>')}</text:list>"
        f'<text:list text:style-name="L1">{item("<text:p>other</text:p>")}</text:list>'
    )
    assert [(block.text, block.level, block.attributes["rend"]) for block in source.blocks] == [
        ("one", 1, "numbered"),
        ("deep", 2, "bulleted"),
        ("two", 1, "numbered"),
        ("other", 1, "numbered"),
    ]
    assert len({block.group for block in source.blocks[:3]}) == 1
    assert source.blocks[3].group != source.blocks[0].group


def test_tables_keep_rows_headings_and_spans():
    def cell(words, more=""):
        return f"<table:table-cell{more}><text:p>{words}</text:p></table:table-cell>"

    wide = cell("Year", ' table:number-columns-spanned="2"')
    source, _ = read(
        f"<table:table><table:table-header-rows><table:table-row>{wide}<table:covered-table-cell/></table:table-row>"
        f"</table:table-header-rows><table:table-row>{cell('1896')}{cell('')}</table:table-row></table:table>"
    )
    assert [(b.form, b.row, b.text, dict(b.attributes)) for b in source.blocks] == [
        (Form.CELL, 0, "Year", {"role": "label", "cols": "2"}),
        (Form.CELL, 1, "1896", {}),
        (Form.CELL, 1, "", {}),
    ]


def test_a_picture_keeps_its_alternative_text_and_its_caption_and_a_box_its_text():
    picture = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A train</svg:desc></draw:frame>'
    source, findings = read(
        f'<text:p text:style-name="Caption">{picture}Figure 1. The train</text:p>'
        "<text:p>Around<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame>"
        " it.</text:p>",
        extra=[("Pictures/a.png", b"x")],
    )
    assert not findings
    picture, caption, around, box = source.blocks
    assert (picture.form, picture.attributes) == (Form.PICTURE, {"url": "Pictures/a.png", "alt": "A train"})
    assert (caption.form, caption.text) == (Form.CAPTION, "Figure 1. The train")
    assert caption.group == picture.group
    assert (around.text, box.text) == ("Around it.", "In the box")


def test_formulas_and_objects_are_named():
    formula = "<draw:frame><draw:object><math:math><math:mi>a</math:mi></math:math></draw:object></draw:frame>"
    chart = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    source, findings = read(f"<text:p>So {formula}{chart}</text:p>")
    assert source.blocks[0].text == "So a"
    assert codes(findings) == ["F519", "F520"]


def test_contents_headers_and_footers_are_outside_the_text():
    contents = (
        "<text:table-of-content><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title>"
        "<text:p>Arrival 1</text:p></text:index-body></text:table-of-content>"
    )
    source, _ = read(
        f"{contents}<text:p>It came.</text:p>",
        margins="<style:header><text:p>The Gazette</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>",
    )
    assert [(block.text, block.boilerplate) for block in source.blocks] == [
        ("Contents", "navigation"),
        ("Arrival 1", "navigation"),
        ("It came.", ""),
        ("The Gazette", "other"),
        ("Page 1", "other"),
    ]


def test_properties_are_declared():
    source, _ = read(
        "<text:p>Text.</text:p>",
        meta="<dc:title>The Train</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator>"
        "<dc:creator>Bo</dc:creator><meta:creation-date>2024-05-01T10:00:00</meta:creation-date>"
        "<meta:keyword>Lyon</meta:keyword><meta:keyword>1896</meta:keyword><dc:language>en-GB</dc:language>",
    )
    declared = source.declared
    assert (declared.title, declared.authors, declared.date) == ("The Train", ("Ada Quill",), "2024-05-01")
    assert (declared.language, declared.tags) == ("en-GB", ("Lyon", "1896"))


def test_what_is_no_sound_text_document_is_refused_with_a_reason():
    good = odt_file("<text:p>Text.</text:p>")
    body = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:spreadsheet/>'
    sheet = f"<office:document-content {body}</office:body></office:document-content>"
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert refused(good[: len(good) // 2]) == ["F500"]
    assert refused(zipped([("META-INF/manifest.xml", manifest), ("content.xml", sheet)])) == ["F501"]
    assert refused(zipped([("/content.xml", sheet)])) == ["F502"]
    assert refused(zipped([("mimetype", "x")])) == ["F504"]
    assert refused(zipped([("content.xml", sheet)])) == ["F506"]
    assert refused(odt_file("<text:p>")) == ["F121"]
    assert refused(odt_file("<text:p/>")) == ["F109"]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def solid(text):
    return "".join(text.split())


WORDS = st.text(st.sampled_from("abcdé中\u00a0&<>\"' \t\n.—𝔸"), min_size=1, max_size=8)
PIECES = st.lists(st.tuples(st.sampled_from(["text", "span", "link", "note", "hidden", "ruby"]), WORDS), max_size=7)
SHAPES = st.sampled_from(["plain", "item", "cell", "heading", "section"])
SHAPED = {
    "plain": "<text:p>{}</text:p>",
    "item": "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
    "cell": "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell><table:table-cell/>"
    "</table:table-row></table:table>",
    "heading": '<text:h text:outline-level="1">{}</text:h>',
    "section": "<text:section><text:p>{}</text:p></text:section>",
}
WRAPPED = {
    "text": "{}",
    "span": span("T1", "{}"),
    "link": '<text:a xlink:href="https://example.org/">{}</text:a>',
    "note": footnote("{}"),
    "hidden": span("T3", "{}"),
    "ruby": "<text:ruby><text:ruby-base>{}</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
}


@given(st.lists(st.tuples(SHAPES, PIECES), min_size=1, max_size=5))
def test_every_word_is_in_the_text_in_a_note_or_named(plan):
    inside = [
        SHAPED[shape].format("".join(WRAPPED[kind].format(escaped(words)) for kind, words in pieces))
        for shape, pieces in plan
    ]
    source, findings = read(f"<text:p>Start</text:p>{''.join(inside)}")
    said = [(kind, solid(words)) for _, pieces in plan for kind, words in pieces]
    text = "".join(words for kind, words in said if kind not in {"note", "hidden"})
    assert solid("".join(block.text for block in source.blocks)) == f"Start{text}"
    notes = [n for block in source.blocks for n in block.notes]
    expected = [words for kind, words in said if kind == "note"]
    assert [solid("".join(block.text for block in n.blocks)) for n in notes] == expected
    left_out = "".join(named(finding) for finding in findings if finding.code == "F512")
    assert solid(left_out) == "".join(words for kind, words in said if kind == "hidden")


@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=3)), min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(damages):
    data = bytearray(odt_file(f"<text:p>Some text.{footnote('A note.')}</text:p>"))
    for at, replacement in damages:
        start = at % len(data)
        data[start : start + len(replacement)] = replacement
    with contextlib.suppress(InputRefused):
        read_odt(bytes(data), "essay.odt")
