"""Annotations after a revision: each is accounted for, and none is put where its passage did not go."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.api.load import load_annotations, load_text
from annotate.attach.anchor import resolve_all
from annotate.attach.carry import TARGETED, carried, placed
from annotate.attach.edit import Signature
from annotate.attach.rebase import fates
from annotate.attach.select import target_at
from annotate.match.words import words
from annotate.model.anchor import Outcome
from annotate.model.annotation import Annotations, Claim, Evidence, Link, Note, Passage, Target, TextReference
from annotate.model.text import Span
from tests.revisions import Revision, reading
from tests.surroundings import SAMPLE_NAMES, SAMPLES

QUESTIONS = [
    "Did you build the bridge yourselves?",
    "Yes.",
    "And it was meant to fall from the start?",
    "Yes.",
    "Was anybody hurt when it did?",
    "Nobody. We had counted the men twice, and then we counted them again.",
    "Would you do it today?",
    "Yes.",
]


def annotated(old, *spans):
    """Passages of a text, with ids p0, p1, ..."""
    passages = tuple(Passage(f"p{number}", target_at(old, span)) for number, span in enumerate(spans))
    return Annotations(TextReference("old.xml", old.sha256), passages=passages)


def of(text, quote, occurrence=0):
    """The span of a quote, of several the one with this number."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.text.index(quote, start + 1)
    return Span(start, start + len(quote))


def fate(old, new, span):
    return fates(annotated(old, span), old, new)["p0"]


def test_an_answer_that_recurs_is_known_by_its_question():
    old = reading(*QUESTIONS)
    new = reading("An introduction nobody asked for.", *QUESTIONS[:6], "But then, would you do it today?", "Yes.")
    for number, expected in enumerate((0, 1, 2)):
        after = fate(old, new, of(old, "Yes.", number)).after
        assert after.outcome is Outcome.MOVED
        assert after.spans == (of(new, "Yes.", expected),)


def test_an_answer_that_was_dropped_is_not_taken_for_another():
    old = reading(*QUESTIONS)
    new = reading(*QUESTIONS[:2], *QUESTIONS[4:])
    assert not fate(old, new, of(old, "Yes.", 1)).after.outcome.trusted
    assert fate(old, new, of(old, "Yes.", 0)).after.spans == (of(new, "Yes.", 0),)


def test_of_two_refrains_the_one_that_was_dropped_does_not_become_the_other():
    refrain = "And the train goes on, and nobody on it has bought a ticket for where it is going."
    texts = ["It begins at night.", refrain, "Then comes the bridge.", refrain, "It ends in the morning, in the snow."]
    old, new = reading(*texts), reading(texts[0], *texts[2:])
    assert not fate(old, new, of(old, refrain, 0)).after.outcome.trusted
    kept = fate(old, new, of(old, refrain, 1)).after
    assert not kept.outcome.trusted or kept.spans == (of(new, refrain),)


def test_a_sentence_that_went_to_another_paragraph_is_followed():
    moved = "The second reel was found in a laundry basket in Trondheim, wrapped in a flag."
    old = reading(f"Nobody knew how it ended. {moved}", "The third was never lost.", "The fourth is lost for good.")
    new = reading("Nobody knew how it ended.", "The third was never lost.", f"The fourth is lost for good. {moved}")
    after = fate(old, new, of(old, moved)).after
    assert (after.outcome, after.spans) == (Outcome.MOVED, (of(new, moved),))


@pytest.mark.parametrize(
    ("old_words", "new_words"), [("in 1926", "in 1927"), ("was shot", "was not shot"), ("Oregon", "Ohio")]
)
def test_a_changed_word_makes_a_passage_near_and_its_place_is_known(old_words, new_words):
    sentence = "The film was shot in 1926 around Cottage Grove, Oregon"
    text = f"We know it from the ledgers. {sentence}, and it rained."
    old, new = reading(text, *QUESTIONS), reading(*QUESTIONS, text.replace(old_words, new_words))
    after = fate(old, new, of(old, sentence)).after
    assert after.outcome is Outcome.NEAR
    assert new.slice(after.spans[0]) == sentence.replace(old_words, new_words)


def test_a_passage_that_was_copied_with_its_paragraph_and_then_rewritten_is_left_to_a_person():
    sentence = "The second reel was found in a laundry basket in Trondheim, wrapped in a flag."
    paragraph = f"Two of the reels were long thought to be lost. {sentence} It has no titles at all."
    rewritten = paragraph.replace("a laundry basket in Trondheim", "the laundry of a hotel in Oslo")
    old = reading(*QUESTIONS[:4], paragraph, *QUESTIONS[4:])
    new = reading(*QUESTIONS[:4], rewritten, *QUESTIONS[4:], paragraph)
    after = fate(old, new, of(old, sentence)).after
    assert not after.outcome.trusted
    places = {new.slice(span) for span in (*after.spans, *after.rivals)}
    assert sentence in places


def test_a_passage_whose_last_letter_is_now_inside_a_word_is_not_unchanged():
    old = reading("It can be grave at times, but it can’t be a laugh a minute.", *QUESTIONS)
    new = reading("It can be grave at times, but it can’t be a laugh and a song.", *QUESTIONS)
    assert not fate(old, new, of(old, "It can be grave at times, but it can’t be a laugh a")).after.outcome.trusted


def test_a_dropped_passage_has_no_place_and_keeps_its_words():
    old, new = reading(*QUESTIONS), reading(*QUESTIONS[:5], *QUESTIONS[6:])
    held = annotated(old, of(old, QUESTIONS[5]))
    found = fates(held, old, new)
    assert found["p0"].outcome is Outcome.ORPHANED
    (kept,) = carried(held, new, {"p0": found["p0"].after}).passages
    assert kept == replace(held.passages[0], target=replace(held.passages[0].target, reading_sha256=old.sha256))


def test_what_waits_is_never_trusted_at_its_old_position_though_the_same_words_stand_there():
    old = reading("Yes.", "A question that will be dropped?", "No.")
    new = reading("Yes.", "Quite another text about something else.", "Yes.", "Yes.")
    held = annotated(old, of(old, "Yes."))
    undecided = carried(held, new, {"p0": replace(fate(old, new, of(old, "Yes.")).after, outcome=Outcome.AMBIGUOUS)})
    assert not resolve_all(undecided, new)["p0"].outcome.trusted
    assert resolve_all(undecided, old)["p0"].outcome is Outcome.EXACT


def test_of_several_parts_one_without_a_certain_place_keeps_all_of_them_waiting():
    old, new = reading(*QUESTIONS), reading(*QUESTIONS[:5], *QUESTIONS[6:])
    parts = tuple(target_at(old, of(old, quote)) for quote in (QUESTIONS[0], "We had counted the men twice"))
    held = Annotations(TextReference("old.xml", old.sha256), passages=(Passage("p0", Target(parts=parts)),))
    found = fates(held, old, new)["p0"]
    assert found.outcome is Outcome.ORPHANED
    (kept,) = carried(held, new, {"p0": found.after}).passages
    assert [part.exact for part in kept.target.parts] == [part.exact for part in parts]
    assert all(part.reading_sha256 == old.sha256 for part in kept.target.parts)


def test_only_other_words_make_a_record_modified():
    new = reading(*QUESTIONS)
    signature = Signature("Ada Quill", "2023-11-14T22:13:20Z")
    made = Passage("p0", target_at(new, of(new, "Yes.")), "E. Marsh")
    assert placed(made, new, (of(new, "Yes.", 1),), signature).modified is None
    other = placed(made, new, (of(new, "Nobody"),), signature)
    assert (other.modified, other.modified_by, other.creator) == (signature.when, "Ada Quill", "E. Marsh")


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_after_thirty_revisions_every_annotation_is_accounted_for_and_none_is_misplaced(name):
    old = load_text(SAMPLES / f"{name}.xml").reading
    made = load_annotations(SAMPLES / f"{name}.annotations.json").annotations
    existing = certain = 0
    for seed in range(30):
        random = Random(f"{name} {seed}")
        held = made.with_section("passages", (*made.passages, *_passages(old, random, 30)))
        revision = Revision(old.text, seed).revise(random.choice((3, 10, 30)))
        new = reading(*revision.texts)
        found = fates(held, old, new)
        assert list(found) == [record_id for record_id, _ in held.targets()]
        for one in found.values():
            true = [revision.places(span, old.text) for span in one.before.spans]
            if one.after.outcome.trusted:
                assert all(span in places for span, places in zip(one.after.spans, true, strict=True)), (seed, one)
            if all(true):
                existing += 1
                certain += one.after.outcome.trusted
                assert one.after.outcome is not Outcome.ORPHANED, (seed, one)
    assert certain / existing > 0.9


def _passages(text, random, count):
    """Passages of one word to some thirty, at random places."""
    all_words = words(text.text)
    for number in range(count):
        first = random.randrange(len(all_words))
        last = min(len(all_words) - 1, first + int(random.expovariate(1 / 6)))
        yield Passage(f"x{number}", target_at(text, Span(all_words[first].start, all_words[last].end)))


@st.composite
def annotated_revisions(draw):
    """A text with annotations of all kinds, and a revision of it."""
    texts = draw(
        st.lists(st.sampled_from([*QUESTIONS, "It fell.", "It fell. Yes. It fell again."]), min_size=2, max_size=9)
    )
    old = reading(*texts)
    spans = st.tuples(st.integers(0, len(old.text) - 1), st.integers(1, 40)).map(
        lambda pair: Span(pair[0], min(len(old.text), pair[0] + pair[1]))
    )
    targets = [
        target_at(old, span) if full else Target(exact=old.slice(span))
        for span, full in draw(st.lists(st.tuples(spans, st.booleans()), min_size=3, max_size=6))
    ]
    evidence = (Evidence("e-000001", "ledger", "supports", quote="ten men"),)
    held = Annotations(
        TextReference("old.xml", old.sha256),
        claims=(Claim("c-000001", targets[0], "factual", evidence=evidence, tags=("bridge",), creator="E. Marsh"),),
        notes=(Note("n-000001", Target(parts=tuple(targets[1:3])), "gloss", "Of *iron*."),),
        passages=tuple(Passage(f"p-{number:06}", target) for number, target in enumerate(targets)),
        links=(Link("l-000001", "c-000001", "restates", "n-000001"),),
    )
    seed, changes = draw(st.integers(0, 10**6)), draw(st.integers(0, 12))
    return held, old, reading(*Revision(old.text, seed).revise(changes).texts)


def rebased(held, old, new):
    return carried(held, new, {name: found.after for name, found in fates(held, old, new).items()})


@given(annotated_revisions())
@settings(max_examples=150)
def test_no_record_is_lost_and_nothing_but_its_place_changes(case):
    held, old, new = case
    after = rebased(held, old, new)
    assert without_places(after) == without_places(held)
    found = resolve_all(after, new)
    for record_id, target in after.targets():
        if any(piece.reading_sha256 for piece in target.pieces):
            assert not found[record_id].outcome.trusted
        else:
            assert found[record_id].outcome is Outcome.EXACT or old.sha256 == new.sha256


def without_places(annotations):
    for section in TARGETED:
        records = tuple(
            replace(record, target=[piece.exact for piece in record.target.pieces])
            for record in getattr(annotations, section)
        )
        annotations = annotations.with_section(section, records)
    return replace(annotations, text=None)


@given(annotated_revisions())
@settings(max_examples=100)
def test_a_second_rebase_changes_nothing(case):
    held, old, new = case
    once = rebased(held, old, new)
    assert rebased(once, old, new) == once


@given(annotated_revisions())
@settings(max_examples=100)
def test_a_rebase_onto_the_same_words_changes_nothing(case):
    held, old, _ = case
    assert rebased(held, old, reading(*old.text.split("\n\n"))) == held
