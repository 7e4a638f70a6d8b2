"""Quotations held against their source: nothing altered is called faithful, nothing faithful altered."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.api.load import load_text
from annotate.match.difference import shown
from annotate.match.near import WorkLimit
from annotate.match.quoted_tokens import MOST_LEFT_OUT
from annotate.match.verdict import MOST_PARTS, Copy, Verdict, verdict, verdict_of_parts
from tests.quotation_changes import ALTERED, KEPT, labelled
from tests.surroundings import SAMPLE_NAMES, SAMPLES

SOURCE = """\
It was a cold night in Graz. Nobody in the hall did not laugh, and the film — a man-eating comedy — ran 5,000 metres, \
“the longest of its year”. I liked it not. The ﬁlm was restored in 1998.

“Was it dear?” I asked. “It was not,” he said… “Not to me.” The director’s cut is lost; the producer kept it.\
"""


def said(quotation: str, source: str = SOURCE) -> Verdict:
    return verdict(quotation, Copy(source), WorkLimit())


def test_no_altered_quotation_of_the_samples_passes_and_no_faithful_one_fails() -> None:
    made, table, wrong = Counter[str](), Counter[tuple[str, str]](), []
    for name in SAMPLE_NAMES:
        copy = Copy(load_text(SAMPLES / f"{name}.xml").reading.text)
        for case in labelled(copy.text, seed=7):
            made[case.rule] += 1
            kind = verdict(case.quotation, copy, WorkLimit()).kind
            table["unaltered" if case.rule in KEPT else "altered", kind] += 1
            if kind not in case.allowed:
                wrong.append((case.rule, kind, case.quotation))
    assert wrong == []
    assert set(table) <= {("unaltered", kind) for kind in ("verbatim", "normalised", "elided")} | {
        ("altered", kind) for kind in ("altered", "absent")
    }, table
    assert min(table.values()) > 100, table
    assert set(made) == {*KEPT, *ALTERED}
    assert sum(made.values()) > 4000


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("Nobody in the hall did not laugh", "verbatim"),
        ("the film — a man-eating comedy — ran", "verbatim"),
        ("“It was not,” he said…", "verbatim"),
        ("nobody in the hall did not laugh,", "normalised"),
        ("nobody in the hall", "normalised"),
        ("[N]obody in the hall", "normalised"),
        ("the film--a man-eating comedy--ran", "normalised"),
        ("ran 5,000 metres, 'the longest of its year'", "normalised"),
        ("The film was restored in 1998,", "normalised"),
        ("The film was [sic] restored", "normalised"),
        ("The director's cut is lost.", "normalised"),
        ("« Was it dear ? »", "normalised"),
        ("It was … in Graz", "elided"),
        ("… a cold night […] Nobody in the hall . . .", "elided"),
    ],
)
def test_what_is_faithful(quotation: str, kind: str) -> None:
    assert said(quotation).kind == kind


@pytest.mark.parametrize(
    ("quotation", "why"),
    [
        ("Nobody in the hall did laugh", "a word was dropped"),
        ("I liked it.", "the full stop hides the “not”"),
        ("I liked it,", "the comma hides the “not”"),
        ("the film, a man eating comedy", "without its hyphen it is another comedy"),
        ("ran 5000 metres", "a number is written otherwise"),
        ("The Film was restored in 1998", "a capital was added within"),
        ("It was dear?", "words were swapped"),
        ("It was a [very] cold night", "a word was added, though in brackets"),
        ("Nobody in the hall did … laugh", "what was left out is hardly more than a “not”"),
    ],
)
def test_what_is_altered(quotation: str, why: str) -> None:
    found = said(quotation)
    assert found.kind == "altered", why
    assert found.difference


@pytest.mark.parametrize(
    "quotation", ["heart", "", "…", "“ ”", "completely other words stand here", "lost … cold night"]
)
def test_what_is_absent(quotation: str) -> None:
    assert said(quotation).kind == "absent"


def test_a_word_within_a_word_is_no_quotation_of_it() -> None:
    assert said("can", "He can’t.").kind != "verbatim"
    assert said("5", "It cost 5,000.").kind != "verbatim"
    assert said("eating", "A man-eating comedy.").kind == "verbatim"


def test_the_parts_of_an_elision_are_the_nearest_ones_and_what_was_left_out_is_told() -> None:
    source = "I came. I saw it late. I came to Rome, did not stay, and left."
    found = said("I came … and left", source)
    assert [source[part.start : part.end] for part in found.parts] == ["I came", "and left"]
    assert found.left_out == ("to Rome, did not stay,",)
    assert found.parts[0].start == source.rindex("I came")


def test_a_part_that_is_a_common_word_is_found_late_in_a_long_source() -> None:
    source = "He came and he saw. " * 1200 + "He at last set fire to the bridge."
    assert said("He … set fire to the bridge", source).kind == "elided"


def test_parts_that_stand_far_apart_are_no_quotation() -> None:
    near, far = ("word " * count for count in (MOST_LEFT_OUT, MOST_LEFT_OUT + 1))
    assert said("the beginning … the end", f"the beginning {near} the end").kind == "elided"
    assert said("the beginning … the end", f"the beginning {far} the end").kind != "elided"


INTERRUPTED = "It was cold. It was not cold and dark; I did not like it, but I stayed. Was it late? It was."


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("It was cold.", "It was not"), "verbatim"),
        (("It was not cold,", "and dark"), "normalised"),
        (("It was cold,", "It was not cold"), "normalised"),
        (("I did,", "not like it"), "normalised"),
        (("I did not,", "like it,", "but I stayed."), "normalised"),
        (("I did", "like it"), "altered"),
        (("Was it late,", "It was."), "altered"),
        (("It was not cold,", "And dark"), "altered"),
    ],
)
def test_the_parts_of_an_interrupted_quotation_follow_each_other_in_the_source(
    parts: tuple[str, ...], kind: str
) -> None:
    assert verdict_of_parts(parts, Copy(INTERRUPTED), WorkLimit()).kind == kind


@pytest.mark.parametrize("quotation", ["It is good.", "it is good", "She can go", "is good"])
def test_a_not_that_a_short_quotation_drops_is_found(quotation: str) -> None:
    assert (
        said(quotation, "He thinks it is not good. She can’t go. Another sentence is here, far longer.").kind
        == "altered"
    )


def test_two_ellipses_in_a_row_are_two() -> None:
    assert said("and then …", "and then … …").kind == "verbatim"


def test_words_in_brackets_are_marked_as_the_only_difference() -> None:
    source = "He was right about the censor, and the studio knew it."
    found = said("He was right [in 1926] about the censor", source)
    assert (found.kind, found.marked) == ("altered", True)
    assert "in 1926" in shown(found.difference)


def test_a_quotation_of_very_many_parts_is_not_searched() -> None:
    assert said(" … ".join(["the"] * (MOST_PARTS + 1)), "the " * 500).kind == "not-searched"
    assert said(" … ".join(["the"] * MOST_PARTS), "the " * 500).kind == "elided"


def test_where_nothing_may_be_searched_nothing_is_called_absent() -> None:
    assert verdict("words that are nowhere", Copy(SOURCE), WorkLimit(0)).kind == "not-searched"
    assert verdict("a cold night", Copy(SOURCE), WorkLimit(0)).kind == "verbatim"


def test_all_places_that_say_the_same_are_told() -> None:
    found = said("the reel", "First the reel burned, then the reel was found. The reel!")
    assert found.kind == "verbatim"
    assert [span.start for span in found.others] == [28]


WORDS = st.lists(
    st.sampled_from(["not", "a", "film", "Ida’s", "1926", "—", "“so”", "man-eating", "…", "é", "电影"]), min_size=1
)


@given(WORDS, st.data())
def test_whole_words_of_a_text_are_verbatim_wherever_they_are_taken_from(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quotation = " ".join(words[start:end])
    found = said(quotation, " ".join(words))
    if any(character.isalnum() for character in quotation):
        assert found.kind == "verbatim"
        assert found.span is not None
        assert " ".join(words)[found.span.start : found.span.end] == quotation


@given(st.text(max_size=60), st.text(max_size=120))
def test_a_verdict_tells_the_truth_of_any_strings(quotation: str, source: str) -> None:
    found = said(quotation, source)
    assert all(0 <= part.start < part.end <= len(source) for part in found.parts)
    if found.kind == "verbatim":
        assert source[found.parts[0].start : found.parts[0].end] == quotation.strip()
    if found.kind in {"absent", "not-searched"}:
        assert not found.parts
    assert bool(found.difference) == (found.kind == "altered")
