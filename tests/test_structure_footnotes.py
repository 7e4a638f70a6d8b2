"""Notes of a plain text that stand at its end: tied to the signs that call them, in their place, and no others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.api.parse import parse_bytes
from annotate.model.document import leaves, plain_text
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
FIRST = "The projector turned at sixteen frames, and nobody in the room had asked why it should"
SECOND = "He had bought the machine from a fairground in that year and meant to sell it on"
NOTE_1 = "Ida Marrow, The Fairground Years, p. 12."
NOTE_2 = "Marrow says so in a letter."


def text_with(*blocks: str) -> str:
    return "\n\n".join(("The Wheel of Light", *blocks)) + "\n"


def links(text: str) -> list[tuple[str, str, str]]:
    """Return each call with the sign and the first words of the note it points to."""
    tei = etree.fromstring(parse_bytes(text.encode(), "a.txt").tei)
    notes = {note.get(XML_ID): note for note in tei.iter(f"{TEI}note")}
    found = []
    for call in tei.iter(f"{TEI}ref"):
        note = notes[call.get("target", "").removeprefix("#")]
        label = note.findtext(f"{TEI}label")
        words = "".join(str(piece) for piece in note.itertext()).removeprefix(label or "")
        found.append((call.text or "", label or "", " ".join(words.split()[:2])))
    return found


def notes(text: str) -> int:
    return len(etree.fromstring(parse_bytes(text.encode(), "a.txt").tei).findall(f".//{TEI}note"))


def codes(text: str) -> list[str]:
    return [finding.code for finding in parse_bytes(text.encode(), "a.txt").findings if finding.code[:3] == "T12"]


@pytest.mark.parametrize(
    ("calls", "signs"),
    [
        (("[1]", "[2]"), ("[1]", "[2]")),
        (("[1]", "[2]"), ("1.", "2.")),
        (("[1]", "[2]"), ("1", "2")),
        ((" [1]", " [2]"), ("[1]", "[2]")),
        (("(1)", "(2)"), ("(1)", "(2)")),
        ((" (1)", " (2)"), ("1)", "2)")),
        (("¹", "²"), ("¹", "²")),
        (("¹", "²"), ("1.", "2.")),
        (("①", "②"), ("①", "②")),
        (("［1］", "［2］"), ("［1］", "［2］")),
        (("*", "**"), ("*", "**")),
        (("*", "†"), ("* ", "† ")),
        (("1", "2"), ("1.", "2.")),
    ],
)
def test_notes_under_a_heading_are_called_by_every_kind_of_sign(calls, signs):
    text = text_with(f"{FIRST}.{calls[0]} {SECOND}.{calls[1]}", "Notes", f"{signs[0]} {NOTE_1}", f"{signs[1]} {NOTE_2}")
    assert links(text) == [
        (calls[0].strip(), signs[0].strip(), "Ida Marrow,"),
        (calls[1].strip(), signs[1].strip(), "Marrow says"),
    ]
    assert codes(text) == []


@pytest.mark.parametrize("opening", ["Anmerkungen", "Notes de bas de page", "注释", "* * Notes", "_______", "-----"])
def test_notes_stand_under_headings_of_many_languages_and_under_a_line(opening):
    text = text_with(f"{FIRST}.[1] {SECOND}.", opening, f"1. {NOTE_1}")
    assert links(text) == [("[1]", "1.", "Ida Marrow,")]


def test_the_notes_of_each_section_count_from_one():
    text = text_with(f"{FIRST}.[1]", f"[1] {NOTE_1}", f"{SECOND}.[1]", f"[1] {NOTE_2}", f"{FIRST}.")
    assert links(text) == [("[1]", "[1]", "Ida Marrow,"), ("[1]", "[1]", "Marrow says")]


def test_a_note_may_be_called_twice_and_hold_two_paragraphs():
    text = text_with(f"{FIRST}.[1] {SECOND}.[1]", "Notes", f"[1] {NOTE_1}", "The letter is lost.", f"[2] {NOTE_2}")
    assert [call for call, *_ in links(text)] == ["[1]", "[1]"]
    assert '<p xml:id="b5">The letter is lost.</p>' in parse_bytes(text.encode(), "a.txt").tei.decode()


def test_notes_at_the_end_stand_in_the_back_and_the_signs_outside_the_reading_text():
    text = text_with(f"{FIRST} [1], or so it seems. {SECOND}.", "Notes", f"1. {NOTE_1}")
    parsed = parse_bytes(text.encode(), "a.txt")
    assert '<div type="notes">' in parsed.tei.decode().partition("<back>")[2]
    assert reading_text(parsed.document).text == "\n\n".join(
        ["The Wheel of Light", f"{FIRST}, or so it seems. {SECOND}.", "Notes", NOTE_1]
    )


@pytest.mark.parametrize(
    "block",
    [
        "He said [sic] that it was [laughs] a toy (1926) and a wonder (2), or not.",
        "It measures 4 m² and 5 * 4 stone, rated *** by some and ***** by others.",
        "It was an *extremely* good *film*, and he said so.",
        "* One reel of nitrate\n\n* Two reels of nothing",
        "1. The first of the reasons is money.\n\n2. The second of the reasons is money.",
        "[1] This paragraph is numbered.\n\n[2] And this one is.",
        "1916 was the year. 12 men came, and 3.1 of them stayed.",
    ],
)
def test_what_only_looks_like_a_note_or_a_call_is_left_alone(block):
    text = text_with(f"{FIRST}.", block, f"{SECOND}.")
    assert notes(text) == 0
    assert codes(text) == []


def test_a_list_of_works_that_nothing_calls_is_left_alone():
    text = text_with(f"{FIRST}.", "Works Cited", "1. Marrow, Ida. The Fairground Years.", "2. Fenn, Nora. Letters.")
    assert (notes(text), codes(text)) == (0, [])


def test_a_numbered_list_of_works_that_the_text_cites_is_its_notes():
    text = text_with(f"{FIRST} [2]. {SECOND} [1].", "References", f"[1] {NOTE_1}", f"[2] {NOTE_2}")
    assert [words for *_, words in links(text)] == ["Marrow says", "Ida Marrow,"]


def test_bullets_after_a_starred_word_are_no_notes():
    text = text_with(f"{FIRST}.* {SECOND}.", "* One reel", "* Two reels", f"{SECOND}.")
    assert notes(text) == 0


def test_a_call_without_note_and_a_note_without_call_are_named():
    text = text_with(f"{FIRST}.[1] {SECOND}.[3]", "Notes", f"[1] {NOTE_1}", f"[2] {NOTE_2}")
    column = len(FIRST) + len(SECOND) + 7
    findings = [str(finding) for finding in parse_bytes(text.encode(), "a.txt").findings if finding.code[:3] == "T12"]
    assert sorted(finding.partition("\n")[0] for finding in findings) == [
        f"a.txt:3:{column}: warning T122 no note was found for “[3]”, which reads like the call of a note",
        "a.txt:9:1: warning T123 nothing in the text calls note 2",
    ]


def test_notes_of_an_interview_stand_beside_its_turns():
    text = text_with(
        "Nora Fenn: Why sixteen frames?",
        "Ida Marrow: Because of the crank.[1]",
        "[1] It had eight frames a turn.",
        "Nora Fenn: And who turned it?",
        "Ida Marrow: My father did.",
    )
    parsed = parse_bytes(text.encode(), "a.txt")
    assert links(text) == [("[1]", "[1]", "It had")]
    assert len(parsed.document.metadata.persons) == 2


PIECES = st.sampled_from(
    [
        *("[1]", "[2]", "(1)", "¹", "²", "*", "†", "①", "1.", "2. ", "1 ", "word", "a longer run of words.", " ", "\n"),
        *(
            "\n\n",
            "Notes\n\n",
            "-----\n\n",
            "References\n\n",
            "Nora Fenn: ",
            "Ida Marrow: ",
            "“",
            "”",
            "m²",
            "About the author",
        ),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_with_notes_nothing_is_lost_and_what_is_written_reads_back(text):
    if not text.strip():
        return
    parsed = parse_bytes(text.encode(), "law.txt")
    root = etree.fromstring(parsed.tei)
    written = "".join(str(piece) for piece in next(root.iter(f"{TEI}text")).itertext())
    assert re.sub(r"\s", "", written) == re.sub(r"\s", "", text)
    again = read_tei(parsed.tei, "law.xml")
    assert (again.front, again.body, again.back) == (parsed.document.front, parsed.document.body, parsed.document.back)
    assert reading_text(again) == reading_text(parsed.document)
    assert all(plain_text(block.content).strip() == plain_text(block.content) for block, _ in leaves(again.parts))
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(root), schema.error_log.last_error


def test_calls_and_notes_are_linked_both_ways_in_the_editions(tmp_path, annotate):
    text = text_with(f"{FIRST}.[1] {SECOND}.[1]", "Notes", f"1. {NOTE_1}")
    (tmp_path / "wheel.txt").write_text(text, "utf-8")
    annotate("parse", tmp_path / "wheel.txt")
    annotate("render", tmp_path / "wheel.xml", "--to", "html", code=0)
    page = (tmp_path / "wheel.html").read_text("utf-8")
    assert '<sup class="sign" id="ref.b4" data-apparatus><a href="#b4">[1]</a></sup>' in page
    assert page.count('id="ref.b4"') == 1
    assert page.count('href="#b4">[1]</a>') == 2
    assert '<a href="#ref.b4">1.</a>' in page
