"""What a person types becomes a full target with the text's own words, or a refusal that says how to choose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.attach.anchor import resolve
from annotate.attach.carry import carried
from annotate.attach.select import select
from annotate.diagnostics import Finding
from annotate.errors import InputRefused
from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations, Claim, Target, TextReference
from annotate.model.document import Block, Document, Group, Metadata
from annotate.model.text import ReadingText, Span, reading_text


def paragraph(number: int, text: str) -> Block:
    return Block(f"b{number}", "p", (text,))


TEXT = reading_text(
    Document(
        Metadata("A talk"),
        body=(
            paragraph(1, "Ada met Ben to talk about the film."),
            Group("sp", (paragraph(2, "Why did you make the film?"),), "t1", {"who": "#ada"}),
            Group(
                "sp",
                (
                    paragraph(3, "Because the film had to be made. I’d promised “a party”."),
                    paragraph(4, "Art is long; the party was short."),
                ),
                "t2",
                {"who": "#ben"},
            ),
        ),
    )
)


def chosen(quote: str, **how: object) -> Target:
    return select(TEXT, quote, path="talk.xml", **how)  # type: ignore[arg-type]


def refusal(quote: str, **how: object) -> Finding:
    with pytest.raises(InputRefused) as refused:
        chosen(quote, **how)
    (finding,) = refused.value.findings
    assert isinstance(finding, Finding)
    assert finding.path == "talk.xml"
    return finding


def test_a_target_holds_the_words_their_position_and_what_stands_around():
    found = chosen("had to be made")
    assert TEXT.text[found.start : found.end] == found.exact == "had to be made"
    assert found.prefix == TEXT.text[(found.start or 0) - 32 : found.start]
    assert found.suffix == TEXT.text[found.end : (found.end or 0) + 32]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('I\'d promised "a party"', "I’d promised “a party”"),
        ("  had   to\nbe made ", "had to be made"),
        ("“a party”. Art is long", "“a party”.\n\nArt is long"),
    ],
)
def test_the_words_are_the_texts_own_however_they_were_typed(typed, words):
    assert chosen(typed).exact == words


def test_whole_words_come_before_parts_of_words():
    assert chosen("Art").start == TEXT.text.index("Art is")
    assert chosen("art", occurrence=2).exact == "art"


def test_a_quote_that_occurs_several_times_is_refused_with_the_places_and_the_way_to_choose():
    finding = refusal("the film")
    assert finding.code == "A101"
    assert all(block in finding.sentence for block in ("3 times", "(1) b1", "(2) b2", "(3) b3"))
    assert "--in b1" in finding.help
    assert "--occurrence 2" in finding.help


def test_where_all_places_are_in_one_block_only_the_number_chooses():
    text = reading_text(Document(Metadata("x"), body=(paragraph(1, "no film, no film"),)))
    with pytest.raises(InputRefused) as refused:
        select(text, "film", path="x.xml")
    assert "--in" not in refused.value.findings[0].help


@pytest.mark.parametrize(("within", "block"), [("b2", "b2"), ("t1", "b2"), ("t2", "b3"), ("b1", "b1")])
def test_a_block_or_turn_chooses_the_place(within, block):
    found = TEXT.block_at(chosen("the film", within=within).start or 0)
    assert found is not None
    assert found.id == block


def test_an_occurrence_chooses_the_place():
    assert chosen("the film", occurrence=2) == chosen("the film", within="b2")
    assert chosen("party", within="t2", occurrence=2).start == TEXT.text.rindex("party")


def test_a_passage_over_two_blocks_is_chosen_by_the_block_it_begins_in():
    assert chosen("Art is long", within="b4").exact == "Art is long"
    assert chosen("party”. Art", within="b3").exact == "party”.\n\nArt"
    assert refusal("party”. Art", within="b4").code == "A102"


def test_a_quote_that_does_not_occur_is_refused_with_the_nearest_passage():
    finding = refusal("the movie had to be made")
    assert finding.code == "A102"
    assert "in b3" in finding.sentence
    assert "film had to be made" in finding.sentence
    assert "[-movie-] {+film+}" in finding.sentence


def test_a_quote_like_nothing_in_the_text_is_refused_plainly():
    assert refusal("xylophone quartz").sentence.endswith("nothing in the text is like it")


def test_a_quote_that_stands_in_another_block_is_refused_with_that_block():
    assert "it stands in b4" in refusal("Art is long", within="b1").sentence


@pytest.mark.parametrize(
    ("how", "code"), [({"within": "b9"}, "A103"), ({"within": "t9"}, "A103"), ({"occurrence": 4}, "A104")]
)
def test_a_choice_that_is_not_there_is_refused(how, code):
    assert refusal("the film", **how).code == code


@pytest.mark.parametrize("quote", ["", "  ", "\n\u00a0"])
def test_an_empty_quote_is_refused(quote):
    assert refusal(quote).code == "A105"


def test_a_long_quote_makes_no_long_refusal():
    assert len(refusal("no such words " * 400).sentence) <= 400


READINGS = st.lists(
    st.lists(st.sampled_from("a party “so” don’t film, café — 1926 the".split()), min_size=1, max_size=8).map(" ".join),
    min_size=1,
    max_size=4,
).map(lambda texts: reading_text(Document(Metadata("x"), body=tuple(paragraph(n, t) for n, t in enumerate(texts, 1)))))


@given(READINGS, st.data())
@settings(deadline=None)
def test_every_place_of_a_quote_can_be_chosen_by_its_number(text, data):
    words = text.text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    places = [select(text, quote, occurrence=number, path="x") for number in range(1, count(text, quote) + 1)]
    assert len({place.start for place in places}) == len(places) > 0
    assert all(resolve(place, text, same_text=True).outcome is Outcome.EXACT for place in places)


def count(text: ReadingText, quote: str) -> int:
    """How often a quote occurs, as the refusal of too high a number tells."""
    with pytest.raises(InputRefused) as refused:
        select(text, quote, occurrence=10**6, path="x")
    return int(refused.value.findings[0].help.rpartition(" ")[2])


def test_targets_with_a_certain_place_are_filled_in_for_a_changed_text_and_others_say_what_they_were_made_on():
    claim = Claim("c-000001", Target(exact="had to be made"), "factual")
    parts = Claim("c-000002", Target(parts=(Target(exact="Ada"), Target(exact="Ben"))), "factual")
    made = Annotations(TextReference("talk.xml", "0" * 64), claims=(claim, parts))
    places = {"c-000001": place("had to be made"), "c-000002": place("Ada", "Ben")}
    filled = carried(made, TEXT, places)
    assert filled.text.reading_sha256 == TEXT.sha256
    assert filled.claims[0].target == chosen("had to be made")
    assert filled.claims[1].target.parts == (chosen("Ada"), chosen("Ben"))
    partly = carried(made, TEXT, {**places, "c-000001": Resolution(Outcome.NEAR, place("Ada").spans, 0.9)})
    assert partly.claims[0].target == Target(exact="had to be made", reading_sha256="0" * 64)
    assert partly.claims[1] == filled.claims[1]


def place(*quotes: str) -> Resolution:
    starts = [TEXT.text.index(quote) for quote in quotes]
    spans = tuple(Span(start, start + len(quote)) for start, quote in zip(starts, quotes, strict=True))
    return Resolution(Outcome.MOVED, spans, 1.0)
