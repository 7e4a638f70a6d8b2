"""Line numbers in print: read back from the PDF, each stands beside the line it counts and names the line of a call."""

from __future__ import annotations

import io
import re
from itertools import groupby
from typing import NamedTuple

import page as page_validation
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from annotate.api.render import render
from annotate.model.edition_choices import Choices
from tests.surroundings import SAMPLES

# As the file has them: the text's in CSS pixels (10 and 6.2 points), the numbers' in points.
TEXT_SIZE, CALL_SIZE, NUMBER_SIZE, PARAGRAPH_SIZE, TITLE_SIZE = 13.3, 8.3, 6.5, 8.7, 28


class Sign(NamedTuple):
    """A character on a page: its size as the file has it, its left edge and its baseline from the bottom (points)."""

    character: str
    size: float
    left: float
    baseline: float


def signs(sheet) -> list[Sign]:
    text = sheet.get_textpage()
    found = []
    for at in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, at))
        left, baseline = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, left, baseline)
        if character.strip():
            found.append(Sign(character, round(pdfium.FPDFText_GetFontSize(text, at), 1), left.value, baseline.value))
    text.close()
    return found


def of_size(found: list[Sign], size: float) -> list[Sign]:
    return [sign for sign in found if abs(sign.size - size) < 0.06]


def baselines(found: list[Sign]) -> list[float]:
    """Return the heights of the lines of the text, from the top; the opening ends where the first paragraph begins."""
    top = max((sign.baseline for sign in of_size(found, PARAGRAPH_SIZE)), default=0) + 3
    lines = [sign for sign in of_size(found, TEXT_SIZE) if sign.baseline < top or not of_size(found, TITLE_SIZE)]
    heights = sorted({round(sign.baseline, 1) for sign in lines}, reverse=True)
    return [height for number, height in enumerate(heights) if not number or heights[number - 1] - height > 3]


def words(found: list[Sign]) -> list[tuple[str, float]]:
    """Return the strings that stand together, with their heights."""
    return [
        ("".join(sign.character for sign in group), height)
        for height, group in ((key, list(group)) for key, group in groupby(found, key=lambda s: round(s.baseline, 1)))
    ]


def pages(**options) -> list[list[Sign]]:
    made = render(SAMPLES / "general-review.xml", ("pdf",), choices=Choices(**options))
    assert made.findings == ()
    report = page_validation.validate_pdf_bytes(made.editions["pdf"], profile="ua1")
    assert [failure.message for failure in report.failures] == []
    document = pypdfium2.PdfDocument(io.BytesIO(made.editions["pdf"]))
    found = [signs(sheet) for sheet in document]
    document.close()
    return found


@pytest.fixture(scope="module")
def by_page() -> list[list[Sign]]:
    return pages(line_numbers="page")


def numbers(found: list[Sign]) -> list[tuple[int, float]]:
    """Return the line numbers of a page: what stands right of the text in the numbers' size."""
    right = max((sign.left for sign in of_size(found, TEXT_SIZE)), default=0)
    return [(int(word), height) for word, height in words([s for s in of_size(found, NUMBER_SIZE) if s.left > right])]


def test_each_number_stands_beside_the_line_it_counts(by_page):
    counted = 0
    for found in by_page[2:]:
        lines = baselines(found)
        for number, height in numbers(found):
            assert abs(lines[number - 1] - height) < 1
            counted += 1
        assert [number for number, _ in numbers(found)] == list(range(5, len(lines) + 1, 5)) or not numbers(found)
    assert counted > 15


def test_the_list_of_claims_names_page_and_line_of_each_call(by_page):
    called: dict[tuple[int, int], list[str]] = {}
    for page_number, found in enumerate(by_page, 1):
        lines = baselines(found)
        for call in (sign for sign in of_size(found, CALL_SIZE) if sign.character.isdigit()):
            line = next(n for n, height in enumerate(lines, 1) if height - 1 < call.baseline < height + 8)
            called.setdefault((page_number, line), []).append(call.character)
    text = [("".join(sign.character for sign in found)) for found in by_page]
    listed = "".join(text[next(n for n, page in enumerate(text) if "Listofclaims" in page and n > 2) :])
    keys, at = set(), 0
    for claim in range(1, 28):
        # Without the spaces between them, the key of a claim ends where the number of the next one begins.
        entry = re.compile(rf"(?:ed|able)(\d+)\.(\d+?)(?={claim + 1}\D)").search(listed, at)
        if entry is None:
            continue  # a page ends between the two, and its folio stands there
        keys.add((int(entry[1]), int(entry[2])))
        at = entry.end()
    assert len(keys) > 15
    assert keys <= set(called)


def test_numbers_can_run_through_the_text_or_begin_at_each_section():
    through = [number for found in pages(line_numbers="text")[2:] for number, _ in numbers(found)]
    assert through == list(range(5, 5 * len(through) + 1, 5))
    sections = [number for found in pages(line_numbers="section")[2:] for number, _ in numbers(found)]
    assert sections.count(5) == 5  # the text before the first heading and four sections


def test_without_being_asked_for_no_line_is_numbered():
    assert not any(numbers(found) for found in pages()[2:])


def test_the_numbers_are_the_same_bytes_each_time():
    one, other = (
        render(SAMPLES / "general-review.xml", ("pdf",), choices=Choices(line_numbers="page")) for _ in range(2)
    )
    assert one.editions == other.editions
