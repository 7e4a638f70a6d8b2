"""A text that runs from right to left on paper: its numbers where its lines begin, its notes as their words run."""

import io
import re

import pypdfium2
import pytest

from annotate.api.render import render
from annotate.model.edition_choices import Choices
from tests.surroundings import ROOT

LANGUAGES = ROOT / "tests" / "fixtures" / "languages"


def small_numbers(data: bytes) -> list[tuple[str, float]]:
    """Return the numbers set smaller than notes, each with its place across the page, from 0 to 1."""
    found = []
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = text.get_text_bounded(left, bottom, right, top).strip()
            if re.fullmatch(r"\d+", words) and top - bottom < 5:
                found.append((words, left / page.get_width()))
        text.close()
    document.close()
    return found


@pytest.mark.parametrize("language", ["arabic", "hebrew"])
def test_paragraphs_are_numbered_on_the_right_and_lines_on_the_left(language):
    made = render(LANGUAGES / f"{language}.xml", ("pdf",), choices=Choices(line_numbers="text"))
    assert made.failed == ()
    numbers = small_numbers(made.editions["pdf"])
    right = [int(number) for number, place in numbers if place > 0.8]
    left = [int(number) for number, place in numbers if place < 0.11]
    assert right[:3] == [1, 2, 3]
    assert left == list(range(5, 5 * len(left) + 1, 5)) != []
