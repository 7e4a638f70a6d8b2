"""Plain text: wrapped lines joined, hyphens resolved and named, page furniture told apart, stanzas kept."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from annotate.api.parse import parse_bytes
from annotate.errors import InputRefused
from annotate.model.source import Form
from annotate.read.plain.reader import read_plain
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path

TEI = "{http://www.tei-c.org/ns/1.0}"
WRAPPED = """The exhibitor came to the town in the autumn of the year, and what
he brought with him was the first that anybody there had seen. He put
it up in the long room of the inn, where they danced on market days."""
STANZA = """The lamp is lit, the sheet is hung,
The train comes in on wheels of air;
And no one of them, old or young,
Has ever asked who put it there."""


def blocks(text: str):
    return read_plain(text.encode(), "a.txt")[0].blocks


def forms(text: str) -> list[Form]:
    return [block.form for block in blocks(text)]


def broken(first: str, rest: str, elsewhere: str) -> str:
    return (
        f"The exhibitor came to the town in the autumn, and with him a {first}-\n"
        f"{rest} that nobody there had seen, and he put it up in the long room,\n"
        f"where they danced on market days. {elsewhere}\n"
    )


@pytest.mark.parametrize(
    ("first", "rest", "elsewhere", "word"),
    [
        ("projec", "tor", "It was a projector.", "projector"),
        ("PROJEC", "TOR", "It was a projector.", "PROJECTOR"),
        ("film", "maker", "A film-maker was a man with a crank.", "film-maker"),
        ("film", "maker", "No film was a maker of friends.", "film-maker"),
        ("presenta", "tion", "Nobody had asked for it.", "presentation"),
        ("self", "portrait", "He liked it.", "self-portrait"),
        ("Jean", "Luc", "He liked it.", "Jean-Luc"),
        ("lan", "tern", "He liked it.", "lan-tern"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_where_the_text_shows_that_it_only_parts_a_word(first, rest, elsewhere, word):
    source, findings = read_plain(broken(first, rest, elsewhere).encode(), "a.txt")
    assert f"with him a {word} that nobody" in source.blocks[0].text
    assert [finding.code for finding in findings] == ([] if "-" in word else ["T124"])


def test_each_resolved_hyphen_is_named_with_its_line():
    _, findings = read_plain(broken("projec", "tor", "It was a projector.").encode(), "a.txt")
    assert str(findings[0]).startswith("a.txt:1:1: note T124 1 hyphens at line ends were taken out")
    assert "“projector” (line 1)" in findings[0].sentence


def test_a_soft_hyphen_at_a_line_end_goes_and_one_within_a_line_stays():
    text = broken("lan", "tern", "A lan\u00adtern.").replace("-\n", "\u00ad\n")
    assert "a lantern that" in blocks(text)[0].text
    assert "A lan\u00adtern." in blocks(text)[0].text


def test_lines_wrapped_by_hand_are_joined_although_one_line_is_longer():
    url = "https://example.org/" + "a" * 110
    text = "\n\n".join([WRAPPED] * 8 + [url])
    assert [block.text for block in blocks(text)] == [" ".join(WRAPPED.split())] * 8 + [url]


def test_an_indent_begins_a_paragraph_where_no_blank_line_does():
    text = "\n".join(f"   {WRAPPED}" for _ in range(3))
    assert [block.text for block in blocks(text)] == [" ".join(WRAPPED.split())] * 3


def test_long_lines_are_a_paragraph_each():
    lines = [f"{number} " + "word " * 60 for number in range(5)]
    assert [block.text for block in blocks("\n".join(lines))] == [line.strip() for line in lines]


@pytest.mark.parametrize("indent", ["", "    ", "\t"])
def test_a_stanza_keeps_its_lines(indent):
    verse = "\n".join(indent + line for line in STANZA.split("\n"))
    (_, stanza, _) = blocks(f"{WRAPPED}\n\n{verse}\n\n{WRAPPED}\n")
    assert (stanza.form, stanza.text) == (Form.VERSE, STANZA)


@pytest.mark.parametrize(
    "lines",
    [
        "Directed by Ada Quill\nWritten by Nora Fenn\nWith Ida Marrow, Hester Boyle\nProduced in Leeds, England",
        "Director: Ada Quill\nScript: Nora Fenn\nCast: Ida Marrow, Hester Boyle.",
        "Ada Quill\n12 Bridge Street,\nLeeds 4,\nEngland.",
        "- One reel of nitrate,\n- two reels of nothing,\n- and a lamp.",
        "Nora: Who turned it,\nIda: I did, and my father,\nNora: Both of you.",
        "“Who turned it?” he said.\n“I did.”\n“Both of you?” he asked.",
        "By Ada Quill\nThe Leeds Review",
    ],
)
def test_what_only_has_short_lines_is_no_verse(lines):
    assert Form.VERSE not in forms(f"{WRAPPED}\n\n{lines}\n\n{WRAPPED}\n")
    assert Form.VERSE not in forms(f"{'A long line of prose. ' * 12}\n\n{lines}\n\n{'A long line of prose. ' * 12}\n")


def pages(*between: str) -> str:
    half = "\n".join(WRAPPED.split("\n")[:2])
    rest = (
        "up in the long room of the inn, where they danced on market days,\nand he charged a penny, and then he left."
    )
    return "\n\n".join(f"{half}\n\n{line}\n\n{rest}" for line in between)


@pytest.mark.parametrize(
    "between",
    [
        ("— 17 —", "— 18 —", "— 19 —"),
        ("17", "18", "19"),
        ("Page 17 of 30", "Page 18 of 30", "Page 19 of 30"),
        ("xvii", "xviii", "xix"),
        ("KINGDOM OF LIGHT          17", "KINGDOM OF LIGHT          19", "KINGDOM OF LIGHT          21"),
        ("18     IDA MARROW", "KINGDOM OF LIGHT     19", "20     IDA MARROW", "KINGDOM OF LIGHT     21"),
        ("18     IDA MARROW", "KINGDOM OF LIGHT     19"),
    ],
)
def test_running_heads_and_page_numbers_are_boilerplate_and_paragraphs_go_on_over_them(between):
    parsed = parse_bytes(f"A Title\n\n{pages(*between)}\n".encode(), "a.txt").tei.decode()
    assert parsed.count('type="boilerplate" subtype="navigation"') == len(between)
    assert parsed.count('part="F"') == len(between)


def test_a_head_without_a_number_goes_with_the_page_numbers_beside_it():
    text = pages("17\n\nKingdom of Light", "18\n\nKingdom of Light", "19\n\nKingdom of Light")
    assert [block.boilerplate for block in blocks(text)].count("navigation") == 6


def test_the_head_of_the_left_pages_stands_above_the_title_on_the_first():
    heads = pages("18     REEL QUARTERLY", "KINGDOM OF LIGHT     19")
    above = [block.boilerplate for block in blocks(f"REEL QUARTERLY\n\nKINGDOM OF LIGHT\n\n{heads}")][:2]
    assert above == ["navigation", ""]


def test_lines_with_numbers_on_one_side_only_face_nothing():
    rooms = pages("18     ROOMS WITH A VIEW", "20     ROOMS WITHOUT")
    assert not any(block.boilerplate for block in blocks(f"A Title\n\n{rooms}"))


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("I", "II", "III"), ("1924", "1926", "1931"), ("NORA FENN",) * 3])
def test_the_numbers_of_sections_years_and_labels_are_no_page_furniture(numbers):
    text = "\n\n".join(f"{number}\n\n{WRAPPED}" for number in numbers)
    assert not any(block.boilerplate for block in blocks(f"A Title\n\n{text}"))


def test_a_form_feed_is_a_page_break_and_parts_no_sentence():
    first, *rest = WRAPPED.split("\n")
    tei = parse_bytes(f"A Title\n\n{first}\n\f{chr(10).join(rest)}\n\n\f{WRAPPED}\n".encode(), "a.txt").tei.decode()
    assert "and what <pb/>he brought" in tei
    assert tei.count("<pb/>") == 2
    assert tei.count("<p ") == 2


WORDS = st.sampled_from(
    "the of and projec- tor projector film- maker a, it. came to town said: in autumn where was".split()
)
LINES = st.one_of(
    st.lists(WORDS, min_size=1, max_size=14).map(" ".join),
    st.sampled_from(
        ["", "", "17", "18", "19", "— 20 —", "\f", "\f21", "HEAD     22", "HEAD     24", "    indented, so", "¬"]
    ),
)


@given(st.lists(LINES, min_size=1, max_size=60).map("\n".join))
@example(f"A\n\n{WRAPPED}\n\f\n{WRAPPED}")
def test_nothing_is_lost_but_the_hyphens_that_are_named(text):
    try:
        parsed = parse_bytes(text.encode(), "law.txt")
    except InputRefused:
        return
    root = etree.fromstring(parsed.tei)
    written = re.sub(r"\s", "", "".join(str(piece) for piece in next(root.iter(f"{TEI}text")).itertext()))
    told = [finding for finding in parsed.findings if finding.code == "T124"]
    count = int(told[0].sentence.split()[0]) if told else 0
    source = re.sub(r"\s", "", text)
    assert len(source) - len(written) == count
    assert re.sub("[-¬]", "", source) == re.sub("[-¬]", "", written)
    again = read_tei(parsed.tei, "law.xml")
    assert (again.front, again.body, again.back) == (parsed.document.front, parsed.document.body, parsed.document.back)
    assert parse_bytes(text.encode(), "law.txt").tei == parsed.tei
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(root), schema.error_log.last_error
