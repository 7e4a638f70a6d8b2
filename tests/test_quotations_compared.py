"""Quotations of a text held against copies: which copy counts, what is found, and who says it there."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.attach.anchor import resolve_all
from annotate.check.quotations import check
from annotate.check.quotations_compared import Compared, compared
from annotate.check.quotations_copy import copy_texts
from annotate.check.quotations_reused import reused
from annotate.check.speaker_names import same_person
from annotate.check.subject import Subject
from annotate.model.annotation import Annotations
from annotate.model.document import Block, Document, Group, Inline, Metadata, Person
from annotate.model.quotation import Quotation, quotations
from annotate.model.source_copy import CopyState, SourceCopy
from annotate.model.text import reading_text
from annotate.read.annotations.reader import read_json

PERSONS = (Person("ada", "Ada Example"), Person("ben", "Ben Example"))
TALK = Document(
    Metadata("A talk", persons=PERSONS),
    body=(
        Group("sp", (Block("b1", "p", ("How long did you work at the old Rialto?",)),), "t1", {"who": "#ben"}),
        Group(
            "sp",
            (
                Block("b2", "p", ("I never liked the new projectors, and I did not hide it. The lamp was too hot.",)),
                Block("b3", "p", ("It was long. He was certainly not a friend of ours, and he kept the lens.",)),
            ),
            "t2",
            {"who": "#ada"},
        ),
    ),
)


def said(words: str, **attributes: str) -> Inline:
    return Inline("said", (words,), {name.replace("_", ":"): value for name, value in attributes.items()})


def essay(*content: str | Inline, language: str | None = None) -> Document:
    return Document(Metadata("Essay", language=language, persons=PERSONS), body=(Block("b1", "p", content, {}, 7),))


def subject(text: Document, *, cites: str | None = None, copies: Any = None, **source: str) -> Subject:
    """Return an annotation file of `text` with the source `talk`, which a claim about the words `cites` cites."""
    evidence = [{"id": "e-000000", "source": "talk", "relation": "supports"}]
    claims = [{"id": "c-000000", "target": {"exact": cites}, "kind": "factual", "creator": "Ed", "evidence": evidence}]
    reading = reading_text(text)
    held = {
        "format": 1,
        "text": {"file": "essay.xml", "reading_sha256": reading.sha256},
        "sources": [{"id": "talk", "type": "interview", "title": "A talk", **source}],
        "claims": claims if cites else [],
    }
    json_text = read_json(json.dumps(held).encode(), "essay.annotations.json")
    annotations = Annotations.from_json(json_text.value)
    return Subject(
        json_text,
        annotations,
        date(2026, 11, 21),
        "essay.xml",
        text,
        reading,
        resolve_all(annotations, reading),
        copies={"talk": SourceCopy(CopyState.SOUND, reading=reading_text(TALK), document=TALK)}
        if copies is None
        else {},
    )


def verdicts(of: Subject) -> list[Compared]:
    return list(compared(of, copy_texts(of)))


def codes(of: Subject) -> list[str]:
    return [finding.code for finding in check(of)]


ALTERED = "“I liked the new projectors, and I did not hide it,”"


def test_an_altered_quotation_is_an_error_where_its_source_is_cited() -> None:
    text = essay(said(ALTERED), " she says.")
    cited = subject(text, cites="the new projectors")
    (finding,) = check(cited)
    assert (finding.code, finding.path, finding.line) == ("Q101", "essay.xml", 7)
    assert "{+never+}" in finding.sentence
    assert codes(subject(text)) == ["Q107"]


def test_a_quotation_that_its_source_does_not_have_is_told_where_that_is_cited() -> None:
    text = essay(said("“The moon over Graz is made of cheese”"), " she says.", language="en")
    assert codes(subject(text, cites="made of cheese")) == ["Q102"]
    assert codes(subject(text)) == []
    assert [one.kind for one in verdicts(subject(text))] == ["no-copy"]


def test_what_may_stand_in_a_source_without_copy_is_not_called_absent() -> None:
    held = subject(essay(said("“The moon over Graz is made of cheese”")), cites="made of cheese", copies=())
    assert [(one.kind, one.source) for one in verdicts(held)] == [("no-copy", "talk")]


def test_a_phrase_that_nobody_says_need_not_be_in_the_source() -> None:
    assert codes(subject(essay(Inline("q", ("“a shrug”",)), " and more"), cites="a shrug")) == []
    assert codes(subject(essay(said("“a shrug”", who="#ada"), " and more"), cites="a shrug")) == ["Q102"]
    assert codes(subject(essay(Inline("q", ("“kept lens”",)), " and more"), cites="kept lens")) == []
    assert codes(subject(essay(Inline("q", ("“certainly a friend”",)), " and more"), cites="certainly")) == ["Q101"]


def test_a_quotation_translated_from_its_source_is_not_reported_as_absent() -> None:
    text = essay(said("“The moon over Graz is made of cheese”"), language="en-GB")
    assert codes(subject(text, cites="made of cheese", language="de")) == []
    assert codes(subject(text, cites="made of cheese", language="en")) == ["Q102"]


@pytest.mark.parametrize(("who", "found"), [("ada", []), ("ben", ["Q103"])])
def test_who_says_it_there_is_held_against_who_says_it_here(who: str, found: list[str]) -> None:
    text = essay(said("“I never liked the new projectors, and I did not hide it,”", who=f"#{who}"))
    assert codes(subject(text, cites="the new projectors")) == found
    (one,) = verdicts(subject(text))
    assert (one.kind, one.said_there, one.place) == ("normalised", ("Ada Example",), "b2")


def test_a_few_words_in_a_source_that_is_not_cited_tell_nothing_of_who_says_them() -> None:
    short, long = "“and I did not hide it”", "“new projectors, and I did not hide it”"
    assert codes(subject(essay(said(short, who="#ben")))) == []
    assert codes(subject(essay(said(short, who="#ben")), cites="hide it")) == ["Q103"]
    assert codes(subject(essay(said(long, who="#ben")))) == ["Q103"]


def test_who_is_quoted_in_a_source_says_it_there() -> None:
    copy = essay("Ada recalls: ", said("“Nobody ever threaded a film in that office”", who="#ben"))
    there = SourceCopy(CopyState.SOUND, reading=reading_text(copy), document=copy)
    held = subject(essay(said("“Nobody ever threaded a film”")))
    (one,) = verdicts(replace(held, copies={"talk": there}))
    assert one.said_there == ("Ben Example",)


def test_what_a_source_quotes_with_words_of_its_own_between_can_be_quoted_without_them() -> None:
    copy = essay(
        said("“Nobody ever threaded a film,”", xml_id="q1", next="#q2", who="#ben"),
        " he said, ",
        said("“in that old office.”", xml_id="q2", prev="#q1"),
        " They wept.",
    )
    there = SourceCopy(CopyState.SOUND, reading=reading_text(copy), document=copy)

    def judged(words: str) -> Compared:
        held = subject(essay(said(words)), cites="threaded a film")
        (one,) = verdicts(replace(held, copies={"talk": there}))
        return one

    faithful = judged("“ever threaded a film, in that old”")
    assert (faithful.kind, faithful.said_there) == ("normalised", ("Ben Example",))
    assert [reading_text(copy).slice(part) for part in faithful.verdict.parts] == [
        "ever threaded a film,",
        "in that old",
    ]
    assert judged("“Nobody threaded a film, in that old office.”").kind == "altered"


def test_few_words_count_only_in_a_source_that_is_cited() -> None:
    text = essay(said("“It was long,”"), " says Ada.")
    assert [one.kind for one in verdicts(subject(text))] == ["no-copy"]
    assert [one.kind for one in verdicts(subject(text, cites="It was long"))] == ["normalised"]


def test_an_elision_that_leaves_out_a_not_with_more_is_shown() -> None:
    text = essay(said("“The lamp was too hot. … a friend of ours, and he kept the lens”"))
    assert codes(subject(text, cites="he kept the lens")) == ["Q104"]


def test_words_in_brackets_are_a_note_unless_they_hide_a_not() -> None:
    text = essay(said("“he kept [in a drawer] the lens”"))
    assert codes(subject(text, cites="the lens")) == ["Q105"]
    text = essay(said("“He was certainly [as ever] a friend of ours, and he kept the lens”"))
    assert codes(subject(text, cites="the lens")) == ["Q101"]


def test_a_quotation_too_long_to_be_searched_is_not_called_absent() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    assert codes(subject(essay(said(f"“{words}”")), cites="word1 word2")) == ["Q106"]


def test_without_copies_nothing_is_reported() -> None:
    assert codes(subject(essay(said(ALTERED)), cites="the new projectors", copies=())) == []


def test_reused_words_are_told_without_those_that_are_quoted() -> None:
    text = essay(
        "One knows that she never liked the new projectors, and I did not hide it. ",
        said("“The lamp was too hot. It was long. He was certainly not a friend of ours.”"),
    )
    found = reused(text, reading_text(text), copy_texts(subject(text)), 6)
    assert [(reading_text(text).slice(one.span), one.words, one.place) for one in found] == [
        ("never liked the new projectors, and I did not hide it", 11, "b2")
    ]
    assert reused(text, reading_text(text), copy_texts(subject(text)), 12) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Klayman", "Alison Klayman", True),
        ("A. Klayman", "Alison Klayman", True),
        ("AK", "Alison Klayman", True),
        ("ALISON KLAYMAN", "Alison Klayman", True),
        ("F. W. Murnau", "Friedrich Wilhelm Murnau", True),
        ("Alison Klayman", "Ben Klayman", False),
        ("BK", "Alison Klayman", False),
        ("Klayman", "Ai Weiwei", False),
        ("A. B.", "Alison Klayman", False),
        ("A. K. L.", "Alison Karin Lund", True),
        ("A. K. L.", "Alison Karin Maria Lund", True),
    ],
)
def test_which_names_can_be_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def words_of(text: Document) -> list[tuple[str, ...]]:
    reading = reading_text(text)
    return [one.words(reading) for one in quotations(text, reading)]


def test_the_parts_of_a_sentence_are_one_quotation_and_each_sentence_is_its_own() -> None:
    text = essay(
        said("“Cold,”", xml_id="q1", next="#q2", who="#ada"),
        " says Ada. ",
        said("“It was dark,”", xml_id="q2", prev="#q1", next="#q3"),
        " she says, ",
        said("“and wet.”", xml_id="q3", prev="#q2"),
    )
    assert words_of(text) == [("Cold,",), ("It was dark,", "and wet.")]
    assert [one.who for one in quotations(text, reading_text(text))] == [("ada",), ("ada",)]


def test_what_is_quoted_within_a_quotation_belongs_to_it_and_indirect_speech_quotes_nothing() -> None:
    inner = Inline("said", ("“He said ", Inline("q", ("‘never’",)), " to me”"))
    assert words_of(essay(inner, " and ", said("that he left", direct="false"))) == [("He said ‘never’ to me",)]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("“So it was”", "So it was"),
        ("« Ainsi »", "Ainsi"),
        ("„So war es“", "So war es"),
        ('"So it was"', "So it was"),
        ("“No,” he said, “never.”", "“No,” he said, “never.”"),
        ('"No," he said, "never."', '"No," he said, "never."'),
        ("“A paragraph that goes on", "A paragraph that goes on"),
        ("and ends here.”", "and ends here."),
        ("He said “no”", "He said “no”"),
        ("‘Tis the dancers’ own", "‘Tis the dancers’ own"),
    ],
)
def test_the_marks_around_a_quotation_are_left_out_and_those_within_stay(marked: str, words: str) -> None:
    quote = Document(Metadata("E"), body=(Group("quote", (Block("b1", "p", (marked,)),)),))
    assert words_of(quote) == [(words,)]


PIECES = st.recursive(
    st.sampled_from(["It was ", "“cold”", "“", "”", " not ", "‘", "’", "…", "é"]),
    lambda inner: st.builds(
        lambda name, content: Inline(name, tuple(content)),
        st.sampled_from(["said", "q", "emph", "quote"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(PIECES, max_size=6))
def test_quotations_lie_in_their_text_in_order_and_within_their_marks(content: list[str | Inline]) -> None:
    text = essay(*content)
    reading = reading_text(text)
    found: tuple[Quotation, ...] = quotations(text, reading)
    assert [one.parts[0] for one in found] == sorted(one.parts[0] for one in found)
    for one in found:
        assert all(words == words.strip() and words for words in one.words(reading))
        assert all(any(span.holds(part) for span in one.marked) for part in one.parts)
        assert all(span.end <= len(reading.text) for span in one.marked)
