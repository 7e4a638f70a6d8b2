"""Anchors never lie: a target is trusted only where its words stand, and nothing hides a rival."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotate.attach.anchor import resolve, resolve_all
from annotate.attach.context import LONG_ALONE, LONG_ENOUGH
from annotate.attach.select import select, target_at
from annotate.match.near import WorkLimit
from annotate.model.anchor import Outcome
from annotate.model.annotation import Annotations, Claim, Note, Target, TextReference
from annotate.model.document import Block, Document, Metadata
from annotate.model.text import ReadingText, Span, reading_text

PARAGRAPHS = (
    "The General was shot in Oregon in 1926, where the rails were still narrow.",
    "A locomotive falls from a burning bridge. It was the costliest shot of the silent era, people say.",
    "Keaton would not use a model. He bought a real engine and let it fall.",
    "The wreck lay in the river until the war, when it was sold for scrap.",
)


def reading(*paragraphs: str) -> ReadingText:
    blocks = tuple(Block(f"b{number}", "p", (text,)) for number, text in enumerate(paragraphs, 1))
    return reading_text(Document(Metadata("A text"), body=blocks))


OLD = reading(*PARAGRAPHS)


def target(quote: str, text: ReadingText = OLD) -> Target:
    return select(text, quote, path="review.xml")


def edited(number: int, old: str, new: str) -> ReadingText:
    """The text with some words of one paragraph replaced."""
    assert old in PARAGRAPHS[number]
    return reading(*(text.replace(old, new) if at == number else text for at, text in enumerate(PARAGRAPHS)))


def test_on_the_same_text_a_target_is_exact():
    found = resolve(target("a real engine"), OLD, same_text=True)
    assert (found.outcome, found.score, OLD.slice(found.spans[0])) == (Outcome.EXACT, 1.0, "a real engine")


def test_a_passage_moved_by_words_before_it_is_moved():
    new = reading("A new beginning.", *PARAGRAPHS)
    found = resolve(target("a real engine"), new, same_text=False)
    assert found.outcome is Outcome.MOVED
    assert new.slice(found.spans[0]) == "a real engine"


def test_an_old_position_is_never_exact_on_another_text_even_where_the_words_still_stand_there():
    new = reading(*PARAGRAPHS, "An ending.")
    assert resolve(target("a real engine"), new, same_text=False).outcome is Outcome.MOVED


@pytest.mark.parametrize(
    ("quote", "number", "old", "new"),
    [
        ("shot in Oregon in 1926", 0, "1926", "1927"),
        ("Keaton would not use a model", 2, "would not", "would"),
        ("The General was shot in Oregon", 0, "was shot", "was never shot"),
        ("Keaton would not use a model", 2, "Keaton", "Bruckman"),
        ("It was the costliest shot of the silent era", 1, "costliest", "cheapest"),
        ("He bought a real engine and let it fall.", 2, "bought", "bought not"),
        ("sold for scrap", 3, "scrap", "Scrap"),
    ],
)
def test_a_changed_number_name_or_negation_is_never_better_than_near(quote, number, old, new):
    found = resolve(target(quote), edited(number, old, new), same_text=False)
    assert found.outcome is Outcome.NEAR
    assert 0 < found.score < 1


def test_a_deleted_passage_is_not_anchored_to_a_look_alike():
    text = reading("The crew waited. Then the train came.", "Years passed. Then the train left for good.")
    deleted = reading("Nothing is left of it.", "Years passed. Then the train left for good.")
    found = resolve(target_at(text, Span(17, 31)), deleted, same_text=False)
    assert text.slice(Span(17, 31)) == "Then the train"
    assert found.outcome is Outcome.NEAR


def test_a_sentence_that_a_page_repeats_as_pull_quote_is_no_home_for_the_deleted_one():
    sentence = "He bought a real engine and let it fall into the river below"
    assert LONG_ENOUGH <= len(sentence) < LONG_ALONE
    before = reading(f"Keaton used no model. {sentence}. Nobody forgot it.", f"Pull quote: {sentence}")
    after = reading("Keaton used no model. Nobody forgot it.", f"Pull quote: {sentence}")
    found = resolve(target_at(before, Span(22, 22 + len(sentence))), after, same_text=False)
    assert found.outcome is Outcome.NEAR


def test_a_quote_long_enough_is_moved_though_one_side_was_rewritten():
    quote = "It was the costliest shot of the silent era, people say"
    new = edited(1, "A locomotive falls from a burning bridge.", "An engine drops.")
    assert resolve(target(quote), new, same_text=False).outcome is Outcome.MOVED


def test_a_short_quote_whose_surroundings_were_rewritten_is_only_near():
    new = reading("An altogether different sentence with Oregon; nothing else is as it was.")
    found = resolve(target("Oregon"), new, same_text=False)
    assert (found.outcome, found.score) == (Outcome.NEAR, 1.0)


def test_a_stored_position_does_not_hide_a_rival():
    hint = Target(exact="the train", start=4, end=13)
    text = reading("And the train came; the train left.")
    assert text.text[4:13] == "the train"
    found = resolve(hint, text, same_text=False)
    assert found.outcome is Outcome.AMBIGUOUS
    assert [text.slice(place) for place in found.rivals] == ["the train", "the train"]
    assert found.spans == ()


def test_of_several_places_the_one_with_all_the_context_is_chosen_and_the_others_named():
    text = reading("First the train came in at noon with its whistle.", "Then the train left at dusk without a sound.")
    start = text.text.index("the train left")
    new = reading("A preface.", *text.text.split("\n\n"))
    found = resolve(target_at(text, Span(start, start + 9)), new, same_text=False)
    assert found.outcome is Outcome.MOVED
    assert new.text[found.spans[0].end :].startswith(" left at dusk")
    assert [new.text[place.end :][:5] for place in found.rivals] == [" came"]


def test_a_passage_copied_with_all_its_context_is_ambiguous():
    repeated = "Once more: the engine fell from the bridge and lay in the river for years."
    before, after = reading(repeated), reading(repeated, "Between.", repeated)
    found = resolve(target("the engine fell from the bridge", before), after, same_text=False)
    assert found.outcome is Outcome.AMBIGUOUS
    assert len(found.rivals) == 2


def test_words_written_by_hand_are_exact_where_they_stand_once_in_their_own_text():
    found = resolve(Target(exact="sold for scrap"), OLD, same_text=True)
    assert (found.outcome, OLD.slice(found.spans[0])) == (Outcome.EXACT, "sold for scrap")


def test_words_written_by_hand_that_stand_twice_are_chosen_by_their_context():
    text = reading("The train came.", "The train left.")
    assert resolve(Target(exact="train"), text, same_text=True).outcome is Outcome.AMBIGUOUS
    found = resolve(Target(exact="train", suffix="left"), text, same_text=True)
    assert (found.outcome, found.spans[0].start) == (Outcome.EXACT, text.text.rindex("train"))


def test_context_that_contradicts_the_only_place_makes_it_near():
    assert resolve(Target(exact="Oregon", prefix="shot in Ohio, not in "), OLD, same_text=True).outcome is Outcome.NEAR


def test_other_quotation_marks_are_near_and_not_the_quote():
    text = reading("They called it “the costliest shot” of all.")
    assert resolve(Target(exact='"the costliest shot"'), text, same_text=True).outcome is Outcome.NEAR


def test_a_passage_that_is_gone_is_orphaned():
    found = resolve(target("sold for scrap"), reading("Another text altogether, about gardens."), same_text=False)
    assert (found.outcome, found.spans, found.score) == (Outcome.ORPHANED, (), 0.0)


def test_what_the_limit_of_work_leaves_out_is_never_called_orphaned(monkeypatch):
    monkeypatch.setattr(WorkLimit, "allows", lambda *_: False)
    found = resolve(target("sold for scrap"), reading("Another text altogether."), same_text=False)
    assert found.outcome is Outcome.NOT_SEARCHED


def test_a_target_without_words_is_not_searched():
    assert resolve(Target(start=3, end=9), OLD, same_text=True).outcome is Outcome.NOT_SEARCHED


def test_positions_that_make_no_sense_do_not_count():
    for start, end in ((-14, -1), (9, 3), (0, 10**9), (5, 5)):
        found = resolve(Target(exact="Oregon", start=start, end=end), OLD, same_text=True)
        assert found.outcome is not Outcome.EXACT


def test_of_several_parts_the_worst_decides():
    parts = (target("a real engine"), target("sold for scrap"))
    new = edited(3, "for scrap", "for its steel")
    both = resolve(Target(parts=parts), OLD, same_text=True)
    assert (both.outcome, [OLD.slice(span) for span in both.spans]) == (
        Outcome.EXACT,
        ["a real engine", "sold for scrap"],
    )
    found = resolve(Target(parts=parts), new, same_text=False)
    assert not found.outcome.trusted
    assert found.outcome is resolve(parts[1], new, same_text=False).outcome


def test_all_annotations_are_resolved_by_id_against_the_text_they_were_made_on():
    claim, note = (
        Claim("c-000001", target("a real engine"), "factual"),
        Note("n-000001", target("Oregon"), "gloss", "x"),
    )
    made = Annotations(TextReference("a.xml", OLD.sha256), claims=(claim,), notes=(note,))
    assert {name: found.outcome for name, found in resolve_all(made, OLD).items()} == {
        "c-000001": Outcome.EXACT,
        "n-000001": Outcome.EXACT,
    }
    other = replace(made, text=replace(made.text, reading_rule=2))
    assert Outcome.EXACT not in {found.outcome for found in resolve_all(other, OLD).values()}


WORDS = st.sampled_from("the train came and left not in 1926 “so” Keaton’s film café bridge fell, it was never".split())
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=5)


@st.composite
def passages(draw: st.DrawFn) -> tuple[ReadingText, Target]:
    text = reading(*draw(TEXTS))
    start = draw(st.integers(0, len(text.text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text.text))))
    assume(text.slice(span).strip())
    return text, target_at(text, span)


@given(passages())
@settings(deadline=None)
def test_every_passage_resolves_exactly_on_its_own_text(made):
    text, wanted = made
    found = resolve(wanted, text, same_text=True)
    assert found.outcome is Outcome.EXACT
    assert found.spans == (Span(wanted.start or 0, wanted.end or 0),)


@given(passages(), TEXTS)
@settings(deadline=None)
def test_a_trusted_place_has_the_very_words_whatever_the_text_became(made, other):
    _, wanted = made
    new = reading(*other)
    found = resolve(wanted, new, same_text=False)
    if found.outcome.trusted:
        assert [new.slice(span) for span in found.spans] == [wanted.exact]
    assert all(span.end <= len(new.text) for span in (*found.spans, *found.rivals))


@given(passages(), TEXTS)
@settings(deadline=None)
def test_where_the_words_stand_nowhere_nothing_is_trusted(made, other):
    _, wanted = made
    new = reading(*other)
    assume((wanted.exact or "") not in new.text)
    assert not resolve(wanted, new, same_text=False).outcome.trusted


@given(passages(), TEXTS, TEXTS)
@settings(deadline=None)
def test_a_place_that_was_moved_has_no_equal(made, before, after):
    text, wanted = made
    new = reading(*before, *text.text.split("\n\n"), *after)
    found = resolve(wanted, new, same_text=False)
    whole = (wanted.prefix or "") + (wanted.exact or "") + (wanted.suffix or "")
    if found.outcome is Outcome.MOVED:
        assert new.text.count(wanted.exact or "") == 1 or new.text.count(whole) <= 1
    else:
        assert found.outcome in {Outcome.AMBIGUOUS, Outcome.NEAR}
