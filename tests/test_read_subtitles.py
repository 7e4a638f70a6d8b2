"""Subtitles: every cue with its times, its speakers and its words; what it cannot keep is named."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.model.source import RawMark
from annotate.read.subtitles.reader import read_subtitles


def read(text: str, name: str = "talk.srt"):
    source, findings = read_subtitles(text.encode(), name)
    return source, [finding.code for finding in findings]


def cues(text: str) -> list[tuple[str, str, str, str]]:
    blocks = read(text)[0].blocks
    return [
        (block.attributes["start"], block.attributes["end"], block.speaker, block.text)
        for block in blocks
        if not block.boilerplate
    ]


def test_a_cue_of_srt_is_a_block_with_its_times_in_seconds():
    text = "1\n00:00:01,000 --> 00:00:03,500\nIt rained\nin Oregon.\n\n2\n01:02:03,004 --> 01:02:04,000\nYes."
    assert cues(text) == [("1.000", "3.500", "", "It rained in Oregon."), ("3723.004", "3724.000", "", "Yes.")]
    source, codes = read(text)
    assert [block.line for block in source.blocks] == [3, 8]
    assert codes == []


def srt(*cues: tuple[str, str]) -> str:
    """Return a file of cues, each with its times ("1-3" in seconds) and its words."""
    made: list[str] = []
    for times, words in cues:
        start, end = (f"00:00:{float(seconds):06.3f}" for seconds in times.split("-"))
        made.append(f"{len(made) + 1}\n{start} --> {end}\n{words}\n")
    return "\n".join(made)


def test_a_sentence_that_goes_on_in_the_next_cue_is_one_block_from_first_to_last():
    text = srt(
        ("1-2", "It <i>rained</i> and"), ("2.1-3", "blew, and"), ("3.2-4", "<i>snowed</i>."), ("4.5-6", "Then not.")
    )
    assert cues(text) == [
        ("1.000", "4.000", "", "It rained and blew, and snowed."),
        ("4.500", "6.000", "", "Then not."),
    ]
    marks = read(text)[0].blocks[0].marks
    assert [(mark.start, mark.end) for mark in marks] == [(3, 9), (24, 30)]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (("6-7", "blew."), "after a pause"),
        (("2-3", "- Did it?"), "somebody else"),
        (("2-3", "MARTA: Did it?"), "a label"),
        (("2-3", "[thunder]"), "a remark"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_part_of_the_sentence_stays_apart(second, why):
    assert len(cues(srt(("0-1", "It was dry."), ("1-2", "It rained and"), second))) == 3, why


def test_subtitles_without_punctuation_stay_as_they_are():
    text = srt(("1-2", "it rained"), ("2-3", "in oregon"), ("3-4", "and it blew"), ("4-5", "all day"))
    assert len(cues(text)) == 4


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    text = "1\n00:00:01,000 --> 00:00:03,500\nIt rained.\n"
    assert cues("\ufeff" + text.replace("\n", "\r\n")) == cues(text)


def test_the_voices_of_webvtt_are_speakers():
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Mary &amp; Co>It rained.</v>\n<v Ben>Did it?"
    assert cues(text) == [("1.000", "3.000", "Mary & Co", "It rained."), ("1.000", "3.000", "Ben", "Did it?")]


def test_lines_with_dashes_are_of_several_speakers():
    text = "1\n00:00:01,0 --> 00:00:03,0\n- It rained,\nshe said.\n- Did it?\n\n2\n00:00:04,0 --> 00:00:05,0\n- No."
    assert [cue[3] for cue in cues(text)] == ["- It rained, she said.", "- Did it?", "- No."]


def test_markup_becomes_marks():
    source, codes = read("WEBVTT\n\n00:01.000 --> 00:02.000\nI <i>said <b>no</b></i>, <lang fr>mon ami</lang> &lt;3")
    (block,) = source.blocks
    assert block.text == "I said no, mon ami <3"
    assert block.marks == (
        RawMark(2, 9, "hi", {"rend": "italic"}),
        RawMark(7, 9, "hi", {"rend": "bold"}),
        RawMark(11, 18, "foreign", {"xml:lang": "fr"}),
    )
    assert codes == []


def test_pointed_brackets_that_are_no_markup_of_srt_are_text():
    assert cues("1\n00:00:01,000 --> 00:00:03,500\n<inaudible> a < b &amp; c")[0][3] == "<inaudible> a < b &amp; c"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("1\n00:00:05,000 --> 00:00:03,000\nx", "F432", "ends before it begins"),
        ("1\n00:75:05,000 --> 01:16:03,000\nx", "F432", "beyond 59"),
        ("1\n00:05,0 --> 00:06,0\nx\n\n2\n00:01,0 --> 00:02,0\ny", "F432", "begins before the one above it"),
        ("1\n00:00:01,000 --> 00:00:03,000 X1:40\nx", "F433", "X1:40"),
        ("WEBVTT\n\nopening\n00:01.000 --> 00:02.000\nx", "F434", "opening"),
        ("1\n00:00:01,000 --> 00:00:03,000\n{\\an8}x", "F435", "{\\an8}"),
        ("1\n00:00:01,000 --> 00:00:03,000\n<font color=red>x</font>", "F435", "<font color=red>"),
        ("1\n00:00:01,000 --> 00:00:03,000\n\n2\n00:00:04,000 --> 00:00:05,000\nx", "F436", "no words"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\na&#1;b", "F437", "&#1;"),
    ],
)
def test_what_cannot_be_kept_is_named(text, code, words):
    _, findings = read_subtitles(text.encode(), "talk.srt")
    assert [words in finding.sentence for finding in findings if finding.code == code] == [True]


def test_settings_that_recur_are_named_once():
    text = "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n}.500 line:0\nx\n\n" for n in range(5))
    _, findings = read_subtitles(text.encode(), "talk.vtt")
    assert [finding.sentence for finding in findings] == ["the settings “line:0” are not kept (5 times, first here)"]


def test_comments_styles_and_the_header_are_kept_as_boilerplate():
    text = "WEBVTT - A talk\nKind: captions\nLanguage: en-GB\n\nNOTE check\nnames\n\nSTYLE\n::cue { color: red }\n\n"
    text += "00:01.000 --> 00:02.000\nx"
    source, codes = read(text)
    assert [(block.text, block.boilerplate) for block in source.blocks] == [
        ("- A talk", "other"),
        ("Kind: captions", "other"),
        ("NOTE check names", "other"),
        ("STYLE ::cue { color: red }", "other"),
        ("x", ""),
    ]
    assert source.declared.language == "en-GB"
    assert codes == ["F438"] * 4


def test_words_below_a_blank_line_belong_to_the_cue_above():
    source, codes = read(
        "1\n00:00:01,000 --> 00:00:03,000\nIt rained.\n\nAnd it blew.\n2\n00:00:04,000 --> 00:00:05,000\nx"
    )
    assert [block.text for block in source.blocks] == ["It rained. And it blew.", "x"]
    assert codes == ["F431"]


@pytest.mark.parametrize("text", ["A letter.\n\nWithout times.", "WEBVTT\n", "1\n2\n3"])
def test_a_file_without_time_codes_is_refused(text):
    with pytest.raises(InputRefused) as refused:
        read_subtitles(text.encode(), "talk.srt")
    assert [finding.code for finding in refused.value.findings] == ["F430"]


PIECES = st.sampled_from(
    [
        *(
            "@ ",
            "@\n",
            "\n",
            "\n\n",
            "- @\n",
            "<i>",
            "</i>",
            "<v @>",
            "</v>",
            "<font @>",
            "{\\@}",
            "<",
            ">",
            "&amp;",
            "<@>",
        ),
        *(
            "1\n00:00:01,000 --> 00:00:03,000\n",
            "\n\n7\n00:01:01.000 --> 00:01:03.000 line:@\n",
            "@\n00:09.0 --> 00:08.0\n",
        ),
        *(
            "WEBVTT @\n",
            "\n\nNOTE @\n",
            "\n\nSTYLE\n@\n\n",
            "12\n",
            "--> @\n",
            "00:01 -->\n",
            "\u00a0",
            "— @",
            "<b.x>",
            "<lang @>",
        ),
    ]
)


def with_words(pieces: list[str]) -> str:
    numbers = iter(range(100_000))
    return re.sub("@", lambda _: f"zq{next(numbers)}z", "".join(pieces))


@given(st.lists(PIECES, min_size=1, max_size=30).map(with_words), st.booleans())
@example("1\n00:00:01,0 --> 00:00:02,0\n<v zq0z>zq1z\nzq2z\n00:00:01,0 --> 00:00:02,0\n", False)
def test_every_word_is_kept_once_and_in_order_or_named(text, is_vtt):
    try:
        source, findings = read_subtitles(("WEBVTT\n\n" * is_vtt + text).encode(), "law.srt")
    except InputRefused:
        return
    word = re.compile(r"zq\d+z")
    in_texts = [found for block in source.blocks for found in word.findall(block.text)]
    beside = " ".join([*(block.speaker for block in source.blocks), *(finding.sentence for finding in findings)])
    beside += " ".join(mark.attributes.get("xml:lang", "") for block in source.blocks for mark in block.marks)
    assert in_texts == sorted(set(in_texts), key=lambda found: int(found[2:-1]))
    assert set(word.findall(text)) <= set(in_texts) | set(word.findall(beside))
