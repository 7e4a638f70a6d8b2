"""Dates, numbers, addresses and time codes of sources: what can be and what cannot."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.check.dates import days_covered
from annotate.check.identifiers import (
    comparable_address,
    is_doi,
    is_isbn,
    is_issn,
    is_orcid,
    isbns,
    plain_doi,
    web_address_fault,
)
from annotate.check.nearest import nearest
from annotate.check.numbers import numbers_in, stated_numbers
from annotate.model.time_code import seconds_of
from annotate.model.timeline import time_code


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1922", date(1922, 1, 1), date(1922, 12, 31)),
        ("1924-02", date(1924, 2, 1), date(1924, 2, 29)),
        ("1922-03-04", date(1922, 3, 4), date(1922, 3, 4)),
        ("1922-03-04T10:00:00Z", date(1922, 3, 4), date(1922, 3, 4)),
        ("1922-03~", date(1922, 3, 1), date(1922, 3, 31)),
        ("192X", date(1920, 1, 1), date(1929, 12, 31)),
        ("1922/1923-02", date(1922, 1, 1), date(1923, 2, 28)),
        ("1922/..", date(1922, 1, 1), date(1922, 12, 31)),
        ({"date-parts": [[1922, 3, 4]]}, date(1922, 3, 4), date(1922, 3, 4)),
        ({"date-parts": [["1922", "3"]]}, date(1922, 3, 1), date(1922, 3, 31)),
        ({"date-parts": [[1922], [1923]]}, date(1922, 1, 1), date(1923, 12, 31)),
        ({"edtf": "1922"}, date(1922, 1, 1), date(1922, 12, 31)),
    ],
)
def test_a_date_covers_days(value: object, first: date, last: date) -> None:
    assert days_covered(value) == (first, last)


@pytest.mark.parametrize(
    "value", [{"literal": "Michaelmas"}, {"raw": "1922"}, "-0044", "Y17000", "1922-21", {"season": 1}]
)
def test_a_date_that_names_no_days_is_no_fault(value: object) -> None:
    assert days_covered(value) is None


@pytest.mark.parametrize(
    "value", ["1922-13", "1923-02-29", "19222", "1922-3-4", "1923/1922", "1/2/3", {"date-parts": [[1922, 0]]}, "1922/x"]
)
def test_a_date_that_cannot_be_says_why(value: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        days_covered(value)


@given(st.dates())
def test_every_day_covers_itself(day: date) -> None:
    assert days_covered(day.isoformat()) == (day, day)
    assert days_covered({"date-parts": [[day.year, day.month, day.day]]}) == (day, day)


@given(st.text("0123456789XYESu~%?./TZ:+-", max_size=12))
def test_any_date_of_the_schema_is_judged_without_other_errors(text: str) -> None:
    try:
        covered = days_covered(text)
    except ValueError:
        return
    assert covered is None or covered[0] <= covered[1]


def test_identifiers_are_told_by_form_and_check_digit() -> None:
    assert is_doi("10.1000/182")
    assert not is_doi("https://doi.org/10.1000/182")
    assert plain_doi("https://doi.org/10.1000/ABC") == plain_doi("doi: 10.1000/abc") == "10.1000/abc"
    assert [is_isbn(isbn) for isbn in isbns("978-0-306-40615-7 0-306-40615-2 080442957X")] == [True, True, True]
    assert [is_isbn(isbn) for isbn in isbns("978-0-306-40615-8, 12345")] == [False, False]
    assert is_issn("0378-5955")
    assert is_issn("2434-561X")
    assert not is_issn("03785955")


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_of_an_isbn_is_always_found(digits: str, place: int, step: int) -> None:
    body = f"978{digits[3:]}"
    check = next(d for d in range(10) if is_isbn(f"{body}{d}"))
    if place >= 3:
        wrong = str((int(body[place]) + step) % 10)
        assert not is_isbn(f"{body[:place]}{wrong}{body[place + 1 :]}{check}")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b#c",
        "https://[2001:db8::1]/",
        "https://münchen.example/ä",
        "https://हिन्दी.example/",
        "https://en.wikipedia.org/wiki/Metropolis_(1927_film)",
        "http://192.0.2.7/a",
    ],
)
def test_web_addresses_are_accepted(address: str) -> None:
    assert web_address_fault(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "https://",
        "https://host",
        "https://a b.org",
        "javascript:alert(1)",
        "http://[::1",
        "ftp:/x.y",
        "https://exa$mple.org/",
        "https://example..org/",
        "https://example.o/",
        "https://-example.org/",
        "https://example.org/{a}",
    ],
)
def test_what_is_no_web_address_is_told(address: str) -> None:
    assert web_address_fault(address)


def test_addresses_are_compared_without_accidents() -> None:
    assert comparable_address("http://www.example.org/a/") == comparable_address("https://example.org/a#b")
    assert comparable_address("https://example.org/a?b") != comparable_address("https://example.org/a")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("00:43:12", 2592, 2592),
        ("1:02:03.5", 3723.5, 3723.5),
        ("00:00:10-00:00:20", 10, 20),
        ("00:00:10 – 00:00:20", 10, 20),
    ],
)
def test_time_codes_are_read(value: str, first: float, last: float) -> None:
    assert seconds_of(value) == (first, last)


@pytest.mark.parametrize("value", ["43:12", "00:60:00", "00:00:20-00:00:10", "noon", "", "00:00:01-00:00:02-00:00:03"])
def test_time_codes_that_cannot_be_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        seconds_of(value)


@given(st.integers(0, 3_599_999))
def test_a_time_code_is_read_back(seconds: int) -> None:
    assert seconds_of(time_code(seconds)) == (seconds, seconds)


def test_the_nearest_name_is_found_whatever_its_case() -> None:
    assert nearest("Claimz", ["claims", "notes"]) == "claims"
    assert nearest("xyzzy", ["claims", "notes"]) is None
    assert nearest("x" * 1_000_000, ["claims"]) is None


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
def test_an_orcid_with_its_check_character_is_one(orcid: str) -> None:
    assert is_orcid(orcid)


@given(st.integers(0, 14), st.integers(1, 9))
def test_an_orcid_with_one_figure_changed_is_none(place: int, step: int) -> None:
    digits = "000000021825009"
    changed = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :] + "7"
    assert not is_orcid("-".join(changed[start : start + 4] for start in range(0, 16, 4)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("94 minutes", {"94"}),
        ("ninety-four minutes", {"94"}),
        ("13,375 frames of 750.000", {"13375", "750000"}),
        ("five hundred and thirty-three reels", {"533"}),
        ("two thousand and eight", {"2008"}),
        ("in 1926, for 2.5 million", {"1926", "2.5"}),
        ("one of the two, in the first reel", {"1", "2"}),
        ("nobody went", set()),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


def test_small_numbers_in_words_are_not_what_a_claim_rests_on() -> None:
    assert stated_numbers("one of the twelve, and 3 more") == {"12", "3"}
