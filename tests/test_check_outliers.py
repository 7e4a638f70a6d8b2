"""Records that stand out among the others of their file, and words that differ by one character."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.check.notes import LONGEST
from annotate.check.twins import rare_twins
from tests.test_check_examples import BASE, judged_value


def _with_claims(count: int) -> dict[str, Any]:
    """The sound file with that many more claims on one passage, each with a statement of its own."""
    whole = copy.deepcopy(BASE)
    first = whole["claims"][0]
    for number in range(count):
        own = {"id": f"c-00000{number}", "statement": f"Number {number} of the reels is lost.", "tags": ["montage"]}
        whole["claims"].append({**first, "evidence": [], **own})
    for claim in whole["claims"]:
        claim.setdefault("statement", "Something else.")
        claim.setdefault("attitude", "asserts")
        claim["tags"] = ["montage"]
    return whole


def test_a_claim_without_what_all_others_have_is_named_with_the_field() -> None:
    whole = _with_claims(6)
    assert judged_value(whole) == []
    del whole["claims"][3]["claimant"]
    [finding] = judged_value(whole)
    assert (finding.code, finding.sentence) == ("N187", "claim c-000001 has no claimant, which all 7 others have")


def test_what_two_lack_is_no_habit_of_all() -> None:
    whole = _with_claims(6)
    for number in (3, 4):
        del whole["claims"][number]["claimant"]
    assert judged_value(whole) == []


def test_a_tag_that_is_one_character_off_a_common_one_is_named_with_it() -> None:
    whole = _with_claims(6)
    whole["claims"][4]["tags"] = ["montege"]
    [finding] = judged_value(whole)
    assert (finding.code, finding.sentence) == (
        "N188",
        'a tag of claim c-000002 is "montege" here only, and "montage" 7 times',
    )


def test_a_note_of_twenty_thousand_characters_is_set_and_a_longer_one_named() -> None:
    whole = copy.deepcopy(BASE)
    whole["notes"][0]["body"] = "word " * (LONGEST // 5 - 1) + "words"
    assert judged_value(whole) == []
    whole["notes"][0]["body"] += "!"
    [finding] = judged_value(whole)
    assert finding.code == "N174"


@pytest.mark.parametrize("odd", ["montege", "montae", "monttage", "Montage"])
def test_a_word_is_the_twin_of_one_it_differs_from_by_one_character(odd: str) -> None:
    assert rare_twins(Counter({"montage": 3, odd: 1})) == {odd: "montage"}


@pytest.mark.parametrize("other", ["collage", "montgea", "reel 2", "mont"])
def test_other_words_are_no_twins(other: str) -> None:
    assert rare_twins(Counter({"montage": 9, "reel 1": 9, other: 1})) == {}


@given(st.text("abcé", min_size=5, max_size=8), st.text("abcé", min_size=5, max_size=8))
def test_twins_are_what_the_edit_distance_says(common: str, rare: str) -> None:
    expected = {} if common == rare or _distance(common, rare) > 1 else {rare: common}
    assert rare_twins({common: 3, rare: 1} if common != rare else {common: 3}) == expected


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for at, a in enumerate(one):
        before, row = row, [at + 1]
        for number, b in enumerate(other):
            row.append(min(before[number] + (a != b), before[number + 1] + 1, row[number] + 1))
    return row[-1]
