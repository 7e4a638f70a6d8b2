"""Line numbers in print: read back from the PDF, each stands beside the line it counts."""

from __future__ import annotations

from functools import cache
from typing import Literal

import page as page_validation

from annotate.api.render import render
from annotate.model.edition_choices import Choices, Restart
from tests.pdf_signs import Sign, baselines, numbers, signs
from tests.surroundings import SAMPLES


@cache
def printed(line_numbers: Restart | Literal["none"] = "none") -> bytes:
    made = render(SAMPLES / "general-review.xml", ("pdf",), choices=Choices(line_numbers=line_numbers))
    assert made.findings == ()
    report = page_validation.validate_pdf_bytes(made.editions["pdf"], profile="ua1")
    assert [failure.message for failure in report.failures] == []
    return made.editions["pdf"]


def pages(line_numbers: Restart | Literal["none"] = "none") -> list[list[Sign]]:
    return signs(printed(line_numbers))


def test_each_number_stands_beside_the_line_it_counts():
    counted = 0
    for found in pages("page")[2:]:
        lines = baselines(found)
        for number, height in numbers(found):
            assert abs(lines[number - 1] - height) < 1
            counted += 1
        assert [number for number, _ in numbers(found)] == list(range(5, len(lines) + 1, 5)) or not numbers(found)
    assert counted > 15


def test_numbers_can_run_through_the_text_or_begin_at_each_section():
    through = [number for found in pages("text")[2:] for number, _ in numbers(found)]
    assert through == list(range(5, 5 * len(through) + 1, 5))
    sections = [number for found in pages("section")[2:] for number, _ in numbers(found)]
    assert sections.count(5) == 5  # the text before the first heading and four sections


def test_without_being_asked_for_no_line_is_numbered():
    assert not any(numbers(found) for found in pages()[2:])


def test_the_numbers_are_the_same_bytes_each_time():
    again = render(SAMPLES / "general-review.xml", ("pdf",), choices=Choices(line_numbers="page"))
    assert again.editions["pdf"] == printed("page")
