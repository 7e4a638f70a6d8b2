"""What a person relies on when a Word file is read: nothing of it is lost, and each loss is named."""

import pytest

from annotate.errors import InputRefused
from annotate.model.source import Form
from annotate.read.docx.reader import read_docx
from annotate.read.package.archive import MAX_TAGS
from tests.office_files import codes, kinds, marked, note, paragraph, relations, run, word_file, word_part, zipped

CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def read(body, **parts):
    return read_docx(word_file(body, **parts), "review.docx")


def only(body, **parts):
    """Read a file of one block that gives no finding."""
    source, findings = read(body, **parts)
    assert not findings
    assert len(source.blocks) == 1
    return source.blocks[0]


def refused(data):
    with pytest.raises(InputRefused) as caught:
        read_docx(data, "review.docx")
    assert all(finding.path == "review.docx" for finding in caught.value.findings)
    return [finding.code for finding in caught.value.findings]


def test_styles_say_what_paragraphs_are_in_any_language_and_through_those_they_are_based_on():
    source, findings = read(
        paragraph("The Train", style="Titel")
        + paragraph("A film of 1896", style="Untertitel")
        + paragraph("Arrival", style="berschrift1")
        + paragraph("Departure", style="Hausstil")
        + paragraph("Nobody ran.", style="Zitat")
        + paragraph("It is fifty seconds long.")
        + paragraph("Aside", properties='<w:outlineLvl w:val="2"/>')
    )
    assert not findings
    assert [(block.form, block.level) for block in source.blocks] == [
        (Form.TITLE, 1),
        (Form.TITLE, 2),
        (Form.HEADING, 1),
        (Form.HEADING, 1),
        (Form.QUOTATION, 1),
        (Form.PARAGRAPH, 0),
        (Form.HEADING, 3),
    ]
    assert not any(block.marks for block in source.blocks), "how a style looks is not emphasis"


def test_a_file_without_styles_is_known_by_the_ids_of_its_styles():
    document = word_part("document", f"<w:body>{paragraph('Arrival', style='Heading2')}</w:body>")
    source, _ = read_docx(zipped([("word/document.xml", document)]), "a.docx")
    assert (source.blocks[0].form, source.blocks[0].level) == (Form.HEADING, 2)


def test_white_space_is_collapsed_and_breaks_and_tabs_are_spaces():
    block = only(
        paragraph(
            run("  One "), run(" two"), "<w:r><w:br/><w:t>three</w:t><w:tab/><w:t>four</w:t></w:r>", run("\u00a0 ")
        )
    )
    assert block.text == "One two three four\u00a0"


def test_runs_that_the_program_cut_are_one_emphasis():
    block = only(
        paragraph(run("a "), run("ve", "<w:i/>"), run("ry", "<w:i/>"), run(" "), run("long", "<w:i/>"), run(" film"))
    )
    assert marked(block) == [("hi italic", "very long")]


def test_a_paragraph_in_bold_is_bold_over_its_whole_text_by_runs_or_by_style():
    assert marked(only(paragraph(run("Why?", "<w:b/>")))) == [("hi bold", "Why?")]
    assert marked(only(paragraph(run("Why?"), style="Frage"))) == [("hi bold", "Why?")]
    assert marked(only(paragraph(run("Why "), run("not?", '<w:b w:val="0"/>'), style="Frage"))) == [("hi bold", "Why")]


def test_looks_of_runs_are_marked():
    looks = {
        "<w:u w:val='single'/>": "hi underline",
        "<w:strike/>": "hi strikethrough",
        "<w:smallCaps/>": "hi small-caps",
        "<w:vertAlign w:val='superscript'/>": "hi superscript",
        "<w:vertAlign w:val='subscript'/>": "hi subscript",
        "<w:highlight w:val='yellow'/>": "hi highlighted",
        "<w:rStyle w:val='Hervorhebung'/>": "emph",
        "<w:rStyle w:val='Stark'/>": "hi bold",
    }
    for properties, said in looks.items():
        assert marked(only(paragraph("a ", run("word", properties)))) == [(said, "word")]


def test_a_language_other_than_the_texts_is_foreign():
    french = run("mise en scène", '<w:lang w:val="fr-FR"/>')
    block = only(
        paragraph(
            run("What critics call ", '<w:lang w:val="en-GB"/>'), french, run(" is hard", '<w:lang w:val="en-US"/>')
        )
    )
    assert marked(block) == [("foreign fr-FR", "mise en scène")]


def test_links_keep_their_addresses_in_the_text_and_in_notes():
    links = {"rId9": "hyperlink https://example.org/a?b"}
    styled = run("the archive", '<w:rStyle w:val="Link"/>')
    link = f'<w:hyperlink r:id="rId9">{styled}</w:hyperlink>'
    assert marked(only(paragraph("See ", link, "."), links=links)) == [("ref https://example.org/a?b", "the archive")]
    within = '<w:hyperlink w:anchor="note7"><w:r><w:t>above</w:t></w:r></w:hyperlink>'
    assert marked(only(paragraph("See ", within))) == [("ref #note7", "above")]
    source, _ = read(paragraph("Text.", CALL), footnotes=note("footnote", 2, paragraph("In ", link)), note_links=links)
    assert marked(source.blocks[0].notes[0].blocks[0]) == [("ref https://example.org/a?b", "the archive")]


def field(instruction, *result):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_is_its_result_and_a_link_if_it_says_so():
    assert only(paragraph("Page ", field(" PAGE ", run("3")))).text == "Page 3"
    block = only(
        paragraph("See ", field(' HYPERLINK "https://example.org/" \\l "top" ', run("this "), run("page", "<w:b/>")))
    )
    assert marked(block) == [("ref https://example.org/#top", "this page"), ("hi bold", "page")]
    simple = (
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/&quot; "><w:r><w:t>there</w:t></w:r></w:fldSimple>'
    )
    assert marked(only(paragraph("See ", simple))) == [("ref https://example.org/", "there")]


def test_a_field_that_never_ends_swallows_no_text():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    source, _ = read(paragraph("One.", begun) + paragraph("Two.") + paragraph("Three."))
    assert [text for _, text in kinds(source)] == ["One.", "Two.", "Three."]


def test_a_link_to_a_script_is_named_and_its_words_are_kept():
    source, findings = read(
        paragraph(f'<w:hyperlink r:id="rId9">{run("here")}</w:hyperlink>'),
        links={"rId9": "hyperlink java&#9;script:alert(1)"},
    )
    assert source.blocks[0].text == "here"
    assert not source.blocks[0].marks
    assert codes(findings) == ["F517"]


def test_notes_stand_where_they_are_called_and_their_calls_are_no_text():
    source, findings = read(
        paragraph("One", CALL, " and two", '<w:r><w:endnoteReference w:id="5"/></w:r>', "."),
        footnotes=note("footnote", 2, paragraph("<w:r><w:footnoteRef/></w:r>", " A note."), paragraph("Its end."))
        + '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        endnotes=note("endnote", 5, paragraph("At the end.")),
    )
    assert not findings
    block = source.blocks[0]
    assert block.text == "One and two."
    assert [(n.at, n.place, [b.text for b in n.blocks]) for n in block.notes] == [
        (3, "foot", ["A note.", "Its end."]),
        (11, "end", ["At the end."]),
    ]


def test_a_sign_of_a_notes_own_is_its_sign_and_not_text():
    call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    source, _ = read(
        paragraph("One", call, " more"), footnotes=note("footnote", 2, paragraph(run("*"), run(" A note.")))
    )
    block = source.blocks[0]
    assert (block.text, block.notes[0].sign, block.notes[0].blocks[0].text) == ("One more", "*", "A note.")


def test_a_word_that_begins_like_the_notes_sign_is_kept_whole():
    call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>a</w:t></w:r>'
    source, _ = read(paragraph("One", call), footnotes=note("footnote", 2, paragraph(run("and more"))))
    assert source.blocks[0].notes[0].blocks[0].text == "and more"


def test_a_note_that_is_missing_called_twice_or_not_at_all_is_named():
    source, findings = read(
        paragraph("One", CALL, CALL, '<w:r><w:footnoteReference w:id="99"/></w:r>'),
        footnotes=note("footnote", 2, paragraph("A note.")) + note("footnote", 3, paragraph("Left over.")),
    )
    assert codes(findings) == ["F514", "F513", "F515"]
    assert [n.blocks[0].text for n in source.blocks[0].notes] == ["A note.", "Left over."]


def test_comments_keep_passage_author_and_date():
    signed = '<w:comment w:id="4" w:author="Ada Quill" w:date="2024-05-01T10:00:00Z">'
    comment = f"{signed}{paragraph('Sure?')}</w:comment>"
    marks = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    source, findings = read(paragraph("It is ", marks.format(run("fifty seconds")), " long."), comments=comment)
    assert not findings
    (found,) = source.comments
    assert source.blocks[found.block].text[found.start : found.end] == "fifty seconds"
    assert (found.body, found.author, found.date) == ("Sure?", "Ada Quill", "2024-05-01T10:00:00Z")


def test_a_comment_over_several_paragraphs_is_on_the_first_of_them():
    source, _ = read(
        paragraph("One ", '<w:commentRangeStart w:id="4"/>', "two")
        + paragraph("three", '<w:commentRangeEnd w:id="4"/>', '<w:r><w:commentReference w:id="4"/></w:r>'),
        comments=note("comment", 4, paragraph("Both?")),
    )
    (found,) = source.comments
    assert (found.block, source.blocks[0].text[found.start : found.end]) == (0, "two")


def test_a_comment_without_a_place_is_kept_and_named():
    source, findings = read(paragraph("Text."), comments=note("comment", 4, paragraph("Where?")))
    assert source.comments[0].body == "Where?"
    assert codes(findings) == ["F516"]


def test_tracked_changes_are_accepted_and_what_was_deleted_is_named_with_its_author():
    inserted = f'<w:ins w:author="Ada">{run(" now")}</w:ins>'
    deleted = (
        '<w:del w:author="Bo"><w:r><w:delText>no </w:delText></w:r><w:r><w:delText>longer</w:delText></w:r></w:del>'
    )
    moved = f'<w:moveFrom w:author="Bo">{run("away")}</w:moveFrom>'
    source, findings = read(paragraph("It is", inserted, " ", deleted, moved, f"<w:moveTo>{run(' here')}</w:moveTo>"))
    assert source.blocks[0].text == "It is now here"
    assert [finding.sentence for finding in findings] == [
        "left out as deleted by Bo: “no longer”",
        "left out as moved elsewhere by Bo: “away”",
    ]


def test_paragraphs_between_which_the_end_was_deleted_are_one():
    ended = '<w:rPr><w:del w:author="Bo"/></w:rPr>'
    source, _ = read(paragraph("One ", properties=ended) + paragraph("two."))
    assert kinds(source) == [("paragraph", "One two.")]


def test_long_deletions_are_named_whole():
    words = " ".join(f"word{number}" for number in range(200))
    _, findings = read(paragraph("Kept.", f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"))
    named = "".join(finding.sentence.partition("“")[2].rpartition("”")[0] for finding in findings)
    assert named.replace(" ", "") == words.replace(" ", "")


def test_hidden_text_is_left_out_and_named():
    source, findings = read(
        paragraph("Seen", run(" unseen", "<w:vanish/>"), run(" more", '<w:rStyle w:val="Unsichtbar"/>'))
    )
    assert source.blocks[0].text == "Seen"
    assert [finding.sentence for finding in findings] == ["left out as hidden text, 11 characters: “unseen more”"]


def item(text, level, number=7):
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_keep_depth_kind_and_what_belongs_together():
    source, _ = read(item("one", 0) + item("deep", 1) + item("two", 0) + paragraph("Between.") + item("three", 0))
    items = [block for block in source.blocks if block.form is Form.ITEM]
    assert [(block.text, block.level, block.attributes["rend"]) for block in items] == [
        ("one", 1, "numbered"),
        ("deep", 2, "bulleted"),
        ("two", 1, "numbered"),
        ("three", 1, "numbered"),
    ]
    assert len({block.group for block in items[:3]}) == 1
    assert items[3].group != items[0].group


def cell(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def test_tables_keep_rows_headings_and_spans_and_the_paragraphs_of_a_cell():
    wide = cell(paragraph("Year"), properties='<w:gridSpan w:val="2"/>')
    source, _ = read(
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{wide}</w:tr>"
        f"<w:tr>{cell(paragraph('1896'), paragraph('or 1895'))}{cell(paragraph())}</w:tr></w:tbl>"
    )
    assert [(b.form, b.row, b.text, dict(b.attributes)) for b in source.blocks] == [
        (Form.CELL, 0, "Year", {"role": "label", "cols": "2"}),
        (Form.CELL, 1, "1896 or 1895", {}),
        (Form.CELL, 1, "", {}),
    ]
    assert len({block.group for block in source.blocks}) == 1


def test_cells_joined_over_rows_are_one_cell():
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    source, _ = read(
        f"<w:tbl><w:tr>{cell(paragraph('Lyon'), properties=start)}{cell(paragraph('a'))}</w:tr>"
        f"<w:tr>{cell(paragraph(), properties=on)}{cell(paragraph('b'))}</w:tr></w:tbl>"
    )
    assert [(b.row, b.text, dict(b.attributes)) for b in source.blocks] == [
        (0, "Lyon", {"rows": "2"}),
        (0, "a", {}),
        (1, "b", {}),
    ]


def test_a_table_in_a_cell_is_kept_as_its_text():
    inner = f"<w:tbl><w:tr>{cell(paragraph('b'))}{cell(paragraph('c'))}</w:tr></w:tbl>"
    source, findings = read(
        f"<w:tbl><w:tr>{cell(paragraph('a'), inner, paragraph('d'))}{cell(paragraph('e'))}</w:tr></w:tbl>"
    )
    assert [text for _, text in kinds(source)] == ["a b c d", "e"]
    assert codes(findings) == ["F525"]


def drawing(inside, description=""):
    described = f'<wp:docPr id="1" name="x" descr="{description}"/>'
    return f"<w:r><w:drawing><wp:inline>{described}{inside}</wp:inline></w:drawing></w:r>"


BLIP = (
    '<a:graphic><a:graphicData uri="x/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>'
    "</a:graphicData></a:graphic>"
)


def test_a_picture_keeps_its_alternative_text_and_its_caption():
    source, findings = read(
        paragraph(drawing(BLIP, "A train")) + paragraph("Figure 1. The train", style="Bild"),
        links={"rId9": "image media/image1.png"},
    )
    assert not findings
    picture, caption = source.blocks
    assert (picture.form, picture.text) == (Form.PICTURE, "")
    assert picture.attributes == {"url": "word/media/image1.png", "alt": "A train"}
    assert caption.form is Form.CAPTION
    assert caption.group == picture.group != ""


def test_a_picture_elsewhere_keeps_its_address_and_one_without_a_part_is_named():
    source, findings = read(paragraph("Look:", drawing(BLIP)), links={"rId9": "image https://example.org/x.png"})
    assert source.blocks[1].attributes["url"] == "https://example.org/x.png"
    assert codes(findings) == []
    _, findings = read(paragraph("Look:", drawing(BLIP)))
    assert codes(findings) == ["F521"]


def test_the_text_of_a_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    source, _ = read(paragraph("Around ", both, "it."))
    assert [text for _, text in kinds(source)] == ["Around it.", "In the box"]


def test_symbols_and_formulas_are_named():
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0AB"/><w:sym w:font="Marvels" w:char="F041"/></w:r>'
    source, findings = read(paragraph("Rated ", symbol, "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"))
    assert source.blocks[0].text == "Rated ★\ufffda=b"
    assert codes(findings) == ["F518", "F518", "F519"]


def test_a_chart_and_an_unknown_element_are_named():
    chart = '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
    source, findings = read(paragraph(drawing(chart), f"<w:marvel>{run('kept')}</w:marvel>"))
    assert source.blocks[0].text == "kept"
    assert codes(findings) == ["F520", "F524"]


def test_page_breaks_are_marked_where_they_stand():
    broken = '<w:r><w:br w:type="page"/></w:r>'
    source, _ = read(paragraph("One", broken, "two") + paragraph(broken) + paragraph("Three"))
    assert [[(m.name, m.start) for m in block.marks] for block in source.blocks] == [[("pb", 3)], [("pb", 0)]]


def test_verse_keeps_its_lines():
    assert (
        only(paragraph("<w:r><w:t>One line</w:t><w:br/><w:t>and more</w:t></w:r>", style="Gedicht")).text
        == "One line\nand more"
    )


def test_a_table_of_contents_is_no_text_and_ends_where_the_text_begins():
    begin = field(" TOC \\o ").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    source, _ = read(
        paragraph(begin, "Arrival 1", style="Verzeichnis1")
        + paragraph("Departure 2")
        + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + paragraph("It came.")
    )
    assert [(block.text, block.boilerplate) for block in source.blocks] == [
        ("Arrival 1", "navigation"),
        ("Departure 2", "navigation"),
        ("It came.", ""),
    ]


def test_headers_and_footers_are_kept_once_outside_the_text():
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>'
        '<w:footerReference w:type="default" r:id="rId8"/></w:sectPr>'
    )
    source, _ = read(
        paragraph("Text.", properties=section) + section,
        links={"rId9": "header header1.xml", "rId8": "footer footer1.xml"},
        extra=[
            ("word/header1.xml", word_part("hdr", paragraph("The Gazette"))),
            ("word/footer1.xml", word_part("ftr", paragraph("Page ", field(" PAGE ", run("1"))))),
        ],
    )
    assert [(block.text, block.boilerplate) for block in source.blocks] == [
        ("Text.", ""),
        ("The Gazette", "other"),
        ("Page 1", "other"),
    ]


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)


def test_properties_are_declared():
    core = CORE.format(
        "<dc:title>The Train</dc:title><dc:creator>Ada Quill; Bo Reed</dc:creator><dc:subject>film</dc:subject>"
        "<cp:keywords>Lyon, 1896</cp:keywords><dcterms:created>2024-05-01T10:00:00Z</dcterms:created>"
        "<dc:language>en-GB</dc:language><dc:description>A draft.</dc:description>"
    )
    source, findings = read(paragraph("Text."), core=core, extra=[])
    declared = source.declared
    assert (declared.title, declared.authors, declared.date) == ("The Train", ("Ada Quill", "Bo Reed"), "2024-05-01")
    assert (declared.language, declared.tags) == ("en-GB", ("film", "Lyon", "1896"))
    assert codes(findings) == ["F527"]


def test_strict_documents_are_read_as_others():
    strict = word_part("document", f"<w:body>{paragraph(run('Nobody', '<w:b/>'), ' ran.')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    source, _ = read_docx(zipped([("word/document.xml", strict)]), "a.docx")
    assert source.blocks[0].text == "Nobody ran."
    assert marked(source.blocks[0]) == [("hi bold", "Nobody")]


def test_what_is_no_sound_word_file_is_refused_with_a_reason():
    good = word_file(paragraph("Text."))
    document = word_part("document", f"<w:body>{paragraph('x')}</w:body>")
    assert refused(b"PK\x03\x04 and no more") == ["F500"]
    assert refused(good[: len(good) // 2]) == ["F500"]
    assert refused(b"\xd0\xcf\x11\xe0" + b"\0" * 600) == ["F501"]
    assert refused(zipped([("../../word/document.xml", document)])) == ["F502"]
    assert refused(zipped([("other.xml", document)])) == ["F504"]
    assert refused(zipped([("word/document.xml", "<workbook/>")])) == ["F506"]
    assert refused(zipped([("word/document.xml", document.replace("</w:p>", "", 1))])) == ["F121"]
    assert refused(word_file(paragraph())) == ["F109"]


def test_a_part_of_a_name_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        double = zipped([("word/document.xml", "<a/>"), ("word/document.xml", "<b/>")])
    assert refused(double) == ["F502"]


def test_an_encrypted_part_is_refused():
    data = bytearray(zipped([("word/document.xml", "<a/>")]))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == ["F501"]


def test_bombs_are_refused():
    flat = word_part(
        "document", "<w:body>" + "<w:p/>" * (MAX_TAGS // 2) + "<w:p></w:p>" * (MAX_TAGS // 3) + "</w:body>"
    )
    assert refused(zipped([("word/document.xml", flat)])) == ["F503"]
    entity = (
        '<!DOCTYPE x [<!ENTITY a "hidden">]>'
        + word_part("document", "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>").partition("?>")[2]
    )
    assert refused(zipped([("word/document.xml", entity)])) == ["F123"]
    deep = word_part(
        "document",
        "<w:body>" + "<w:sdt><w:sdtContent>" * 150 + paragraph("x") + "</w:sdtContent></w:sdt>" * 150 + "</w:body>",
    )
    assert refused(zipped([("word/document.xml", deep)])) == ["F125"]


def test_deep_but_lawful_nesting_is_read():
    deep = "<w:sdt><w:sdtContent>" * 110 + paragraph("x") + "</w:sdtContent></w:sdt>" * 110
    assert only(deep).text == "x"


def test_a_broken_part_beside_the_text_is_a_warning():
    data = zipped(
        [
            ("word/document.xml", word_part("document", f"<w:body>{paragraph('Text.', CALL)}</w:body>")),
            ("word/_rels/document.xml.rels", relations(rId1="footnotes footnotes.xml", rId2="styles none.xml")),
            ("word/footnotes.xml", "<w:footnotes"),
        ]
    )
    source, findings = read_docx(data, "a.docx")
    assert source.blocks[0].text == "Text."
    assert codes(findings) == ["F505", "F505", "F513"]
