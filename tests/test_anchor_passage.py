"""Every way to say which passage is meant leads to just its words, or to a refusal that says how to choose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.attach.anchor import resolve
from annotate.attach.passage import Passage, target_of
from annotate.errors import InputRefused
from annotate.model.anchor import Outcome
from annotate.model.document import Block, Document, Group, Metadata
from annotate.model.text import ReadingText, reading_text


def paragraph(number: int, text: str) -> Block:
    return Block(f"b{number}", "p", (text,))


TEXT = reading_text(
    Document(
        Metadata("A talk"),
        body=(
            paragraph(1, "Ada met Ben to talk about the film. The film is lost."),
            Group("sp", (paragraph(2, "Why did you make the film?"),), "t1", {"who": "#ada"}),
            Group(
                "sp",
                (
                    paragraph(3, "Because the film had to be made [laughs]. I’d promised “a party”."),
                    paragraph(4, "Art is long; the party was short."),
                ),
                "t2",
                {"who": "#ben"},
            ),
            paragraph(5, "The party went on. The end of the party was the end of the film."),
        ),
    )
)


def words(passage: Passage, text: ReadingText = TEXT) -> list[str | None]:
    target = target_of(text, passage, "talk.xml")
    assert resolve(target, text, same_text=True).outcome is Outcome.EXACT
    return [piece.exact for piece in target.pieces]


def place(passage: Passage) -> str:
    block = TEXT.block_at(target_of(TEXT, passage, "talk.xml").pieces[0].start or 0)
    assert block is not None
    return block.id


def refusal(passage: Passage) -> tuple[str, str]:
    with pytest.raises(InputRefused) as refused:
        target_of(TEXT, passage, "talk.xml")
    (finding,) = refused.value.findings
    return finding.code, finding.sentence + "\n" + finding.help


@pytest.mark.parametrize(
    ("passage", "block"),
    [
        (Passage("the film", before="Because"), "b3"),
        (Passage("the film", after="?"), "b2"),
        (Passage("the film", before="talk about", after=". The"), "b1"),
        (Passage("about [the film]"), "b1"),
        (Passage("make [the film]?"), "b2"),
        (Passage("[the party] was short"), "b4"),
        (Passage("“a party”.  [Art] is"), "b4"),
    ],
)
def test_words_beside_a_quote_choose_its_place(passage, block):
    assert place(passage) == block


def test_brackets_that_the_text_has_are_part_of_the_quote():
    assert words(Passage("had to be made [laughs]")) == ["had to be made [laughs]"]


@pytest.mark.parametrize("quote", ["Because the film […] made", "Because the film [...] made", "[]", "[the movie]"])
def test_brackets_without_words_or_without_surroundings_choose_nothing(quote):
    code, said = refusal(Passage(quote))
    assert code == "A102"
    assert quote in said


def test_words_beside_a_quote_are_not_part_of_it():
    assert words(Passage("about [the film]")) == ["the film"]


def test_a_quote_that_stands_beside_other_words_only_is_refused_with_its_places():
    code, said = refusal(Passage("the film", before="promised"))
    assert code == "A130"
    assert all(part in said for part in ("nowhere after", "promised", "b1", "b2", "b3"))


def test_the_last_of_thousands_of_places_can_be_chosen():
    blocks = (
        *(paragraph(number, "on and on " * 20) for number in range(1, 201)),
        paragraph(201, "on it goes, on to end"),
    )
    text = reading_text(Document(Metadata("A talk"), body=blocks))
    last = text.text.rindex("on to end")
    for passage in (Passage("on", before="goes,"), Passage("on", "b201", 2), Passage("on", occurrence=8002)):
        assert target_of(text, passage, "talk.xml").start == last
    assert words(Passage("goes", last="on", until="b201"), text) == ["goes, on"]


def test_first_and_last_words_make_a_passage_of_all_between():
    assert words(Passage("Because", last="made")) == ["Because the film had to be made"]
    assert words(Passage("the film", "b3", last="Art is long")) == [
        "the film had to be made [laughs]. I’d promised “a party”.\n\nArt is long"
    ]


def test_last_words_are_those_of_the_block_before_those_further_on():
    assert words(Passage("I’d", last="party")) == ["I’d promised “a party"]


def test_a_block_for_the_last_words_leads_further():
    assert words(Passage("Art", last="party", until="b4")) == ["Art is long; the party"]
    assert words(Passage("promised", last="party", until="b4")) == ["promised “a party”.\n\nArt is long; the party"]


def test_a_passage_may_end_with_the_words_it_begins_with():
    assert words(Passage("The film is lost", last="is lost")) == ["The film is lost"]
    assert words(Passage("Art", last="Art")) == ["Art"]


def test_last_words_that_come_several_times_are_refused_with_the_places():
    code, said = refusal(Passage("The party", last="the"))
    assert code == "A134"
    assert all(part in said for part in ("3 times", "b5"))


def test_last_words_in_several_later_blocks_are_refused_with_the_block_to_name():
    code, said = refusal(Passage("Why", last="party"))
    assert code == "A134"
    assert "--to b3" in said


def test_last_words_that_stand_only_before_the_first_are_refused():
    code, said = refusal(Passage("Art", last="Because"))
    assert code == "A133"
    assert "nearest passage, in b3" in said
    code, said = refusal(Passage("Because", last="went on", until="b4"))
    assert code == "A133"
    assert "they stand in b5" in said


def test_offsets_choose_what_stands_there():
    start = TEXT.text.index("talk")
    assert words(Passage(at=(start, start + 4))) == ["talk"]
    assert words(Passage("talk", at=(start, start + 4))) == ["talk"]


@pytest.mark.parametrize("at", [(4, 4), (5, 4), (0, 10**6), (len(TEXT.text), len(TEXT.text) + 1)])
def test_offsets_without_words_are_refused(at):
    assert refusal(Passage(at=at))[0] == "A131"


def test_offsets_of_other_words_than_the_quote_are_refused_with_both():
    code, said = refusal(Passage("talk", at=(0, 3)))
    assert code == "A132"
    assert '"Ada", not "talk"' in said


def test_a_whole_block_and_a_whole_turn_are_passages():
    assert words(Passage(whole="b4")) == ["Art is long; the party was short."]
    (turn,) = words(Passage(whole="t2"))
    assert turn is not None
    assert turn.startswith("Because")
    assert turn.endswith("party was short.")


def test_several_parts_stand_in_the_order_of_the_text():
    assert words(Passage(parts=(Passage(whole="b4"), Passage("Ada met"), Passage("had to be")))) == [
        "Ada met",
        "had to be",
        "Art is long; the party was short.",
    ]


def test_parts_that_have_words_in_common_are_refused():
    code, said = refusal(Passage(parts=(Passage(whole="b4"), Passage("Art is long"))))
    assert code == "A135"
    assert "Art is long" in said


def test_what_is_wrong_with_each_part_is_told_at_once():
    with pytest.raises(InputRefused) as refused:
        target_of(TEXT, Passage(parts=(Passage("the film"), Passage("xylophone"), Passage(whole="b9"))), "talk.xml")
    assert [finding.code for finding in refused.value.findings] == ["A101", "A102", "A103"]


@given(st.data())
@settings(deadline=None)
def test_first_words_last_words_and_their_blocks_choose_all_between_or_are_refused(data):
    text = TEXT.text
    starts = [at for at, sign in enumerate(text) if not sign.isspace() and (at == 0 or text[at - 1].isspace())]
    start = data.draw(st.sampled_from(starts))
    end_at = data.draw(st.sampled_from([at for at in starts if at >= start]))
    first, last = (text[at:].split()[0] for at in (start, end_at))
    within, until = (block.id for block in map(TEXT.block_at, (start, end_at)) if block)
    codes, found = set(), None
    try:
        found = target_of(TEXT, Passage(first, within, last=last, until=until), "x")
    except InputRefused as refused:
        codes = {finding.code for finding in refused.findings}
    assert codes <= {"A101", "A134"}
    assert found is None or (found.start, found.end) == (start, end_at + len(last))
