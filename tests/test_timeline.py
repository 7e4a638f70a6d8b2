"""Transcripts with time codes: turns on a timeline, from subtitles, plain text and TEI by others to the editions."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.api.parse import parse_bytes
from annotate.api.summary import summary_of
from annotate.model.document import Group
from annotate.model.text import reading_text
from annotate.model.timeline import Stretch
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path

TEI = "{http://www.tei-c.org/ns/1.0}"
SUBTITLES = """1
00:00:01,000 --> 00:00:03,500
MAN: It rained in Oregon,
and the train

2
00:00:03,600 --> 00:00:05,000
would not move.

3
00:01:12,000 --> 00:01:14,000
- Hello.
- Who is there?

4
00:01:15,000 --> 00:01:17,250
WOMAN: Nobody.
"""


def turns(text: str, name: str = "talk.srt") -> list[tuple[str, str, str, str]]:
    """Return each turn's time, speaker, printed label and words."""
    document = parse_bytes(text.encode(), name).document
    reading = reading_text(document)
    found = []
    for block in reading.blocks:
        if block.time is not None:
            (group,) = [part for part in document.body if isinstance(part, Group) and part.id == block.turn]
            names = [person.name for who in block.who if (person := document.person(who))]
            label = "".join(str(node) for node in group.label)
            found.append((str(block.time), ", ".join(names), label, reading.slice(block.span)))
    return found


def test_subtitles_are_turns_with_their_times():
    assert turns(SUBTITLES) == [
        ("00:00:01-00:00:05", "MAN", "MAN:", "It rained in Oregon, and the train would not move."),
        ("00:01:12-00:01:14", "", "", "- Hello."),
        ("00:01:12-00:01:14", "", "", "- Who is there?"),
        ("00:01:15-00:01:17", "WOMAN", "WOMAN:", "Nobody."),
    ]


def test_each_paragraph_of_a_turn_is_a_joined_part_of_it_with_its_time():
    text = """[00:00:05] Ada Quill: How did you begin?

[00:00:12] Otto Brandes: I carried cans.

Later I was let into the booth.

Advertisement

And I stayed until it closed.

[00:01:40] Ada Quill: And the reels?
"""
    document = parse_bytes(text.encode(), "talk.txt").document
    spoken = [part for part in document.body if isinstance(part, Group) and part.who == ("otto-brandes",)]
    assert [(part.id, part.attributes.get("prev"), part.attributes.get("next")) for part in spoken] == [
        ("t2", None, "#t3"),
        ("t3", "#t2", "#t4"),
        ("t4", "#t3", None),
    ]
    assert [turn[0] for turn in turns(text, "talk.txt")[1:4]] == ["00:00:12"] * 3
    assert "speaker: Otto Brandes: 1 turns" in [line.replace(", interviewee", "") for line in summary_of(document)]


def test_a_cue_without_a_voice_is_nobodys():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Marta Lind>We opened it.\n\n00:03.000 --> 00:04.000\nIt was empty.\n"
    assert [turn[1] for turn in turns(text, "talk.vtt")] == ["Marta Lind", ""]


@pytest.mark.parametrize("line", ["PARIS: 1942", "Warning: it is loud.", "The sign says: come in."])
def test_a_line_with_a_colon_is_not_somebody_speaking(line):
    text = f"1\n00:00:01,000 --> 00:00:02,000\n{line}\n\n2\n00:00:03,000 --> 00:00:04,000\nMARTA: Yes.\n"
    assert turns(text)[0][1:] == ("", "", line)


@pytest.mark.parametrize(
    ("first", "second", "third", "labels"),
    [
        ("[00:00:05] ADA: {}", "[00:00:09] MARTA: {}", "[01:00:40] ADA: {}", "[00:00:09] MARTA:"),
        ("00:00:05 Ada\n{}", "00:00:09 Marta\n{}", "01:00:40 Ada\n{}", "00:00:09 Marta"),
        ("Ada (00:05):\n{}", "Marta (00:09):\n{}", "Ada (01:00:40):\n{}", "Marta (00:09):"),
        ("Ada 0:05\n{}", "Marta 0:09\n{}", "Ada 1:00:40\n{}", "Marta 0:09"),
        ("Ada [00:05]: {}", "Marta [00:09]: {}", "Ada [01:00:40]: {}", "Marta [00:09]:"),
    ],
    ids=["brackets", "above the words", "behind the name", "behind the name, bare", "behind the name in a line"],
)
def test_time_codes_of_a_plain_transcript(first, second, third, labels):
    words = ("Where was the can?", "In a cellar in Leeds, under water.", "Thank you.")
    text = "\n\n".join(line.format(said) for line, said in zip((first, second, third), words, strict=True))
    found = turns(text, "talk.txt")
    assert [(time, said) for time, _, _, said in found] == list(
        zip(("00:00:05", "00:00:09", "01:00:40"), words, strict=True)
    )
    assert found[1][2] == labels
    assert [name.lower() for _, name, _, _ in found] == ["ada", "marta", "ada"]


def test_paragraphs_below_a_turn_belong_to_it():
    text = (
        "[00:00:05] Ada Quill: Where?\n\n[00:00:09] Marta Lind: In Leeds.\n\nIt rained.\n\n"
        "[00:00:20] Ada Quill: Thank you."
    )
    assert [turn[1::2] for turn in turns(text, "talk.txt")] == [
        ("Ada Quill", "Where?"),
        ("Marta Lind", "In Leeds."),
        ("Marta Lind", "It rained."),
        ("Ada Quill", "Thank you."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A day of films\n\n10:00 Coffee\n\n11:30 The General\n\n13:00 Lunch",
        "[00:00:05] One.\n\n[00:00:01] Two.\n\n[00:00:03] Three.\n\n[00:00:02] Four.",
        "A note [00:00:05] in mid-sentence.\n\nAnother [00:00:06] one.\n\nA third [00:00:07].",
    ],
    ids=["a programme", "times that do not go forward", "times in the words"],
)
def test_times_that_are_no_time_codes_make_no_turns(text):
    document = parse_bytes(text.encode(), "talk.txt").document
    assert document.timeline == ()


def in_tei(inside: str) -> bytes:
    header = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{inside}</body></text></TEI>'.encode()


@pytest.mark.parametrize(
    ("timeline", "seconds"),
    [
        (
            '<timeline unit="s" origin="#a"><when xml:id="a"/><when xml:id="b" interval="62.5" since="#a"/></timeline>',
            62.5,
        ),
        ('<timeline unit="ms"><when xml:id="a"/><when xml:id="b" interval="62500"/></timeline>', 62.5),
        ('<timeline><when xml:id="a" absolute="09:00:00"/><when xml:id="b" absolute="09:01:02.5"/></timeline>', 62.5),
        (
            '<timeline unit="s"><when xml:id="a"/><when interval="60"/><when xml:id="b" interval="2.5"/></timeline>',
            62.5,
        ),
        ('<timeline unit="s"><when xml:id="a"/><when xml:id="b" interval="soon"/></timeline>', None),
        ('<timeline unit="s"><when xml:id="b" interval="5" since="#b"/></timeline>', 0.0),
    ],
    ids=["since", "milliseconds", "absolute", "one after the other", "no number", "since itself"],
)
def test_timelines_by_others_are_read(timeline, seconds):
    moments = {moment.id: moment.seconds for moment in read_tei(in_tei(f"{timeline}<p>x</p>"), "t.xml").timeline}
    assert moments.get("b") == seconds


def test_utterances_by_others_are_turns_with_speaker_and_time():
    inside = (
        '<timeline unit="s"><when xml:id="a"/><when xml:id="b" interval="5"/></timeline>'
        '<u xml:id="u1" who="#ml" start="#a" end="#b"><seg>We opened</seg> <seg>the can.</seg></u><u>Really?</u>'
    )
    reading = reading_text(read_tei(in_tei(inside), "t.xml"))
    assert reading.text == "We opened the can.\n\nReally?"
    assert [(block.turn, block.who, block.time) for block in reading.blocks] == [
        ("u1", ("ml",), Stretch(0.0, 5.0)),
        (reading.blocks[1].turn, (), None),
    ]


seconds = st.integers(0, 7_200_000).map(
    lambda at: f"{at // 3_600_000:02}:{at // 60_000 % 60:02}:{at % 60_000 / 1000:06.3f}"
)
spoken = st.sampled_from(["MAN: @", "- @", "@.", "@,", "[@]", "<i>@</i> @!", "Share this @", "By @", "@ 4/5", "♪ @ ♪"])
subtitles = st.lists(st.tuples(seconds, seconds, spoken), min_size=1, max_size=12).map(
    lambda cues: "\n\n".join(f"{n}\n{a} --> {b}\n{words}" for n, (a, b, words) in enumerate(cues, 1)).replace(
        "@", "word"
    )
)
codes = st.sampled_from(["[00:00:0@] ", "[00:00:0@] Ada Quill: ", "00:00:0@ Marta Lind\n", "Ada (00:0@): ", "", "Q: "])
transcripts = st.lists(st.tuples(codes, spoken), min_size=1, max_size=9).map(
    lambda lines: "\n\n".join(f"{code}{said}".replace("@", str(n)) for n, (code, said) in enumerate(lines, 1))
)


@given(st.one_of(subtitles.map(lambda text: ("law.srt", text)), transcripts.map(lambda text: ("law.txt", text))))
def test_what_is_written_of_a_transcript_is_whole_valid_and_reads_back_the_same(source):
    name, text = source
    parsed = parse_bytes(text.encode(), name)
    root = etree.fromstring(parsed.tei)
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(root), schema.error_log.last_error
    again = read_tei(parsed.tei, "law.xml")
    assert replace(again, metadata=parsed.document.metadata) == parsed.document
    written = re.sub(r"\s", "", "".join(str(piece) for piece in next(root.iter(f"{TEI}text")).itertext()))
    if name == "law.txt":
        assert written == re.sub(r"\s", "", text)
    ids = re.findall(rb'xml:id="([^"]+)"', parsed.tei)
    assert len(ids) == len(set(ids))


@pytest.fixture
def talk(annotate, tmp_path):
    source = tmp_path / "talk.srt"
    source.write_text(SUBTITLES, encoding="utf-8")
    annotate("parse", source, code=0)
    return tmp_path / "talk.xml"


def test_show_prints_the_time_before_a_turn(annotate, talk):
    _, out, _ = annotate("show", talk, code=0)
    assert "b4  00:01:15-00:01:17  WOMAN\n        Nobody." in out
    _, out, _ = annotate("show", talk, "--json", code=0)
    assert json.loads(out)[0]["time"] == "00:00:01-00:00:05"


def test_a_claim_is_its_speakers_and_has_its_time(annotate, talk):
    _, out, _ = annotate("claim", "add", talk, "would not move", code=0)
    claim = out.strip()
    _, out, _ = annotate("claim", "list", talk, code=0)
    assert out.splitlines()[1].split()[:2] == [claim, "00:00:01-00:00:05"]
    assert " MAN " in out
    _, out, _ = annotate("claim", "show", talk, claim, code=0)
    assert "time        00:00:01-00:00:05\n" in out
    _, out, _ = annotate("claim", "show", talk, claim, "--json", code=0)
    assert json.loads(out)["time"] == "00:00:01-00:00:05"


def test_both_editions_print_the_time_of_a_turn(annotate, talk):
    annotate("render", talk, "--to", "html", code=0)
    page = talk.with_suffix(".html").read_text(encoding="utf-8")
    assert '<span class="time" data-apparatus>00:01:15 </span><b class="speaker" data-apparatus>WOMAN: </b>' in page
    assert page.count('class="time"') == 4
