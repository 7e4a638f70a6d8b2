"""Values of locators: what cannot be is told, what a writer may well mean is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.model.annotation import Locator
from annotate.model.copy_place import CopyPlace
from annotate.model.csl import LOCATOR_LABELS
from annotate.model.locator_value import contradicts, fault, number_ranges
from annotate.model.timeline import Stretch, time_code

NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiv", "xix", "xl", "xc")


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("page", "12"),
        ("page", "12-14"),
        ("page", "12–14"),
        ("page", "312-15"),
        ("page", "12, 20-22 & 30"),
        ("page", "xii-xiv"),
        ("page", "xii-14"),
        ("page", "A12"),
        ("page", "B3-B5"),
        ("page", "inside front cover"),
        ("folio", "12r-13v"),
        ("chapter", "The Flood"),
        ("chapter", "XII"),
        ("section", "3.2-3.5"),
        ("verse", "3:16-18"),
        ("paragraph", "4a"),
        ("line", "101-12"),
        ("volume", "II"),
        ("timestamp", "00:43:12"),
        ("timestamp", "00:43:12-00:44:05"),
        ("page", "passim"),
        ("page", "point 7 of the list"),
    ],
)
def test_what_a_writer_may_mean_is_left_alone(label, value):
    assert fault(Locator(label, value)) is None


@pytest.mark.parametrize(
    ("label", "value", "reason"),
    [
        ("page", "14-12", "ends before it begins"),
        ("page", "xiv-xii", "ends before it begins"),
        ("page", "B5-B3", "ends before it begins"),
        ("page", "3, 14-12", "ends before it begins"),
        ("folio", "12v-12r", "ends before it begins"),
        ("section", "3.5-3.2", "ends before it begins"),
        ("verse", "3:18-16", "ends before it begins"),
        ("page", "12-", "one end only"),
        ("page", "p. 12", "is said by the label"),
        ("page", "pp.12-14", "is said by the label"),
        ("page", "page xii", "is said by the label"),
        ("chapter", "ch. 3", "is said by the label"),
        ("section", "§3", "is said by the label"),
        ("volume", "Vol. 2", "is said by the label"),
        ("line", "somewhere", "has no number"),
        ("volume", "first and last", "has no number"),
        ("timestamp", "43 min", "not of the form"),
        ("timestamp", "00:44:05-00:43:12", "ends before it begins"),
        ("timestamp", "00:61:00", "not of the form"),
    ],
)
def test_what_cannot_be_is_told_with_the_reason(label, value, reason):
    assert reason in (fault(Locator(label, value)) or "")


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["-", "–", " - ", "--"]))
def test_two_whole_numbers_are_a_range_just_when_they_ascend(first, last, dash):
    if len(str(last)) >= len(str(first)):
        assert (fault(Locator("page", f"{first}{dash}{last}")) is None) == (first <= last)
    if first <= last:
        assert number_ranges(f"{first}{dash}{last}") == [(first, last)]


@given(st.integers(1, 99999), st.integers(0, 500))
def test_a_shortened_range_is_the_whole_one(first, more):
    last = first + more
    whole = str(last)
    same = next((at for at, (a, b) in enumerate(zip(str(first), whole, strict=False)) if a != b), len(whole) - 1)
    shortened = whole[same:] if len(whole) == len(str(first)) else whole
    assert number_ranges(f"{first}-{shortened}") == [(first, last)]
    assert fault(Locator("page", f"{first}-{shortened}")) is None


@given(st.sampled_from(range(len(NUMERALS))), st.sampled_from(range(len(NUMERALS))))
def test_roman_numerals_are_held_in_order_like_others(first, last):
    value = f"{NUMERALS[first]}-{NUMERALS[last]}"
    assert (fault(Locator("page", value)) is None) == (first <= last)
    assert number_ranges(value) == []


@given(st.sampled_from(LOCATOR_LABELS), st.text(max_size=30))
def test_any_value_of_any_label_is_judged(label, value):
    told = fault(Locator(label, value))
    assert told is None or told
    assert all(first <= last for first, last in number_ranges(value))


@given(st.integers(0, 9000), st.integers(0, 60), st.integers(0, 9000))
def test_a_time_contradicts_a_copy_just_when_it_lies_outside_what_was_said_then(start, length, said):
    place = CopyPlace(Stretch(float(start), float(start + length)))
    outside = said < start - 1 or said > start + length + 1
    assert contradicts(place, Locator("timestamp", time_code(said))) == outside
    assert not contradicts(place, Locator("page", "3"))


@pytest.mark.parametrize(
    ("pages", "value", "wrong"),
    [
        (("12",), "12", False),
        (("12", "13"), "13", False),
        (("12",), "10-14", False),
        (("12",), "13", True),
        (("xii",), "13", False),
        (("12",), "inside front cover", False),
        ((), "13", False),
        (("12",), "170", False),
    ],
)
def test_a_page_contradicts_a_copy_only_where_both_count_alike(pages, value, wrong):
    counted = frozenset(range(1, 21))
    assert contradicts(CopyPlace(None, pages, counted), Locator("page", value)) is wrong
