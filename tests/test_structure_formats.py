"""What a format says of its blocks is kept: lists, quotations, tables, figures, notes, emphasis, verse."""

from lxml import etree

from annotate.model.document import leaves
from annotate.model.source import Declared, Form, RawBlock, RawMark, RawNote, SourceText
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path
from annotate.structure.pipeline import structure
from annotate.write.tei import write_tei

TEXT = "The train came in, and nobody in the room stood up to run away from it."


def paragraph(text: str = TEXT, **said) -> RawBlock:
    return RawBlock(text, 1, said.pop("form", Form.PARAGRAPH), **said)


def built(*blocks: RawBlock, declared: Declared | None = None):
    title = RawBlock("The Train", 1, Form.HEADING, 1)
    source = SourceText("a.html", "0" * 64, (title, *blocks), declared or Declared())
    document = structure(source, "0.1.0").document
    tei = write_tei(document)
    again = read_tei(tei, "a.xml")
    assert (again.front, again.body, again.back) == (document.front, document.body, document.back)
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(etree.fromstring(tei)), schema.error_log.last_error
    return document, tei.decode()


def test_the_first_heading_is_the_title_and_later_ones_open_divisions():
    document, tei = built(paragraph(), RawBlock("Who ran?", 2, Form.HEADING, 2), paragraph())
    assert document.metadata.title == "The Train"
    assert '<titlePart xml:id="b1" type="main">The Train</titlePart>' in tei
    assert '<head xml:id="b3">Who ran?</head>' in tei


def test_emphasis_links_and_languages_stand_around_their_words():
    marks = (RawMark(4, 9, "emph"), RawMark(33, 41, "ref", {"target": "https://example.org/a?b&c"}))
    _, tei = built(paragraph(marks=marks))
    assert "The <emph>train</emph> came in, and nobody in <ref" in tei
    assert '<ref target="https://example.org/a?b&amp;c">the room</ref>' in tei


def test_what_is_found_gives_way_to_markup_it_would_cross():
    text = "He said “the train” and left the room in which nobody had stood up to run."
    crossing = RawMark(3, 14, "emph")
    _, tei = built(paragraph(text, marks=(crossing,)))
    assert "<emph>said “the t</emph>rain”" in tei
    assert "<said>" not in tei


def test_a_note_is_a_block_after_the_one_that_calls_it_and_numbered_so():
    note = RawNote(9, (RawBlock("See Loiperdinger.", 9),), "foot", "1")
    document, tei = built(paragraph(notes=(note,), marks=(RawMark(4, 9, "emph"),)), paragraph("Nobody ran that day."))
    assert 'The <emph>train</emph><note place="foot" n="1" xml:id="b3">See Loiperdinger.</note> came' in tei
    assert [block.id for block, _ in leaves(document.parts)] == ["b1", "b2", "b3", "b4"]
    assert reading_text(document).text.split("\n\n")[1:3] == [TEXT, "See Loiperdinger."]


def test_lists_keep_their_nesting_and_kind():
    numbered = {"rend": "numbered"}
    items = [
        RawBlock(text, 1, Form.ITEM, level, "l1", attributes=numbered)
        for text, level in (("One", 1), ("Two", 1), ("Two and a half", 2), ("Three", 1))
    ]
    document, tei = built(paragraph(), *items)
    assert '<list rend="numbered">' in tei
    assert [b.id for b, groups in leaves(document.parts) if sum(g.name == "list" for g in groups) == 2] == ["b5"]
    assert reading_text(document).text.endswith("One\n\nTwo\n\nTwo and a half\n\nThree")


def test_a_block_quotation_has_its_source_as_bibl():
    quoted = [
        RawBlock("It is terrible to see.", 1, Form.QUOTATION, 1, "q1"),
        RawBlock("— Gorky", 2, Form.QUOTATION, 1, "q1"),
    ]
    _, tei = built(paragraph(), *quoted)
    assert "<cit>" in tei
    assert '<bibl xml:id="b4">— Gorky</bibl>' in tei


def test_tables_figures_and_verse():
    cells = [
        RawBlock("Year", 1, Form.CELL, group="t1", row=0, attributes={"role": "label"}),
        RawBlock("1926", 1, Form.CELL, group="t1", row=1),
    ]
    picture = RawBlock("", 1, Form.PICTURE, group="f1", attributes={"url": "bridge.jpg", "alt": "a bridge falls"})
    caption = RawBlock("The last shot.", 1, Form.CAPTION, group="f1")
    verse = RawBlock("The engine stood,\nthe engine ran.", 1, Form.VERSE)
    document, tei = built(paragraph(), *cells, picture, caption, verse)
    assert '<cell xml:id="b3" role="label">Year</cell>' in tei
    assert '<graphic url="bridge.jpg"/>' in tei
    assert "<l>The engine stood,</l>\n<l>the engine ran.</l>" in tei
    assert reading_text(document).text.endswith(
        "1926\n\na bridge falls\n\nThe last shot.\n\nThe engine stood,\nthe engine ran."
    )


def test_a_picture_without_caption_is_not_in_the_reading_text():
    picture = RawBlock("", 1, Form.PICTURE, attributes={"url": "bridge.jpg", "alt": "a bridge falls"})
    document, tei = built(paragraph(), picture)
    assert "a bridge falls" in tei
    assert "a bridge falls" not in reading_text(document).text


def test_labelled_turns_keep_the_markup_of_their_words():
    turns = [
        paragraph("Nora Fenn: Did anybody run?", marks=(RawMark(0, 10, "hi", {"rend": "bold"}),)),
        paragraph("Ida Marrow: Nobody ran at all.", marks=(RawMark(12, 18, "emph"),)),
        paragraph("Nora Fenn: Nobody?"),
        paragraph("Ida Marrow: Nobody."),
    ]
    _, tei = built(paragraph(), *turns)
    assert "<speaker>Ida Marrow:</speaker>" in tei
    assert "<emph>Nobody</emph> ran at all." in tei


def test_what_a_source_declares_is_in_the_header():
    declared = Declared(
        authors=("Ada Quill",),
        date="2019-03-12",
        publisher="The Lantern",
        url="https://example.org/train",
        language="en-GB",
        genre="review",
        tags=("silent", "trains"),
        rating="4/5",
        film="The Arrival",
        film_date="1896",
    )
    document, tei = built(paragraph(), declared=declared)
    again = read_tei(tei.encode(), "a.xml").metadata
    assert again.authors == ("Ada Quill",)
    assert (again.date, again.publisher, again.language) == ("2019-03-12", "The Lantern", "en-GB")
    assert (again.genre, again.keywords, again.rating) == ("review", ("silent", "trains"), "4/5")
    assert [film.title for film in again.films] == ["The Arrival"]
    assert document.metadata.url == "https://example.org/train"


def test_a_quotation_that_goes_over_lines_of_verse_is_cut_where_they_end():
    _, tei = built(paragraph(), RawBlock("He sang “the train\nis late” to us", 2, Form.VERSE))
    assert "“the train</q></l>\n<l><q>is late”</q>" in tei


def test_a_paragraph_of_nothing_but_its_notes_is_kept():
    note = RawNote(0, (RawBlock("See Loiperdinger.", 9),), "foot", "1")
    document, _ = built(paragraph("", notes=(note,)))
    assert reading_text(document).text.endswith("See Loiperdinger.")


def test_such_a_paragraph_may_stand_anywhere_in_an_interview_and_goes_on_with_an_answer():
    note = RawNote(0, (RawBlock("See Loiperdinger.", 9),), "foot", "1")
    turns = ["Ada Quill: Who ran?", "Edwin Sayer: Nobody did.", "Ada Quill: Are you sure?", "Edwin Sayer: I was there."]
    for at in range(len(turns) + 1):
        blocks = [paragraph(turn) for turn in turns]
        document, tei = built(*blocks[:at], paragraph("", notes=(note,)), *blocks[at:])
        assert tei.count("<sp ") == len(turns)
        assert "See Loiperdinger." in reading_text(document).text
