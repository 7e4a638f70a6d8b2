"""Every sample in every theme becomes a PDF that conforms, says all that was found, and looks as its theme promises."""

import io
import itertools
import re
from collections import Counter
from functools import cache

import pypdfium2
import pytest

from annotate.api.edition_choices import choices_for
from annotate.api.load import load_annotations
from annotate.api.render import render
from annotate.api.rendered import Rendered
from annotate.model.theme import THEMES
from tests.pdf_signs import PARAGRAPH_SIZE, Sign, of_size, signs
from tests.pdf_text import squeezed, whole_text
from tests.surroundings import SAMPLE_NAMES, SAMPLES

LARGEST = 400_000  # bytes
SIZES = {"standard": (420, 595), "scholarly": (432, 648), "reader": (396, 612), "classroom": (595, 842)}  # points
NAME = "general-review"


@cache
def made(name: str, theme: str) -> Rendered:
    text = SAMPLES / f"{name}.xml"
    return render(text, ("pdf",), choices=choices_for(text, theme=theme))


def in_theme(theme: str) -> bytes:
    return made(NAME, theme).editions["pdf"]


def text_pages(theme: str) -> list[list[Sign]]:
    """Return the signs of the first pages of the text, behind title page and contents."""
    return signs(in_theme(theme))[2:6]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_a_sample_in_a_theme_conforms_and_says_all_that_was_found(name, theme):
    rendered = made(name, theme)
    assert (rendered.findings, rendered.failed) == ((), ())
    data = rendered.editions["pdf"]
    assert len(data) < LARGEST
    printed = whole_text(data)
    annotations = load_annotations(SAMPLES / f"{name}.annotations.json").annotations
    assert [claim.id for claim in annotations.claims if squeezed(claim.statement or "") not in printed] == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_its_page(theme):
    document = pypdfium2.PdfDocument(io.BytesIO(in_theme(theme)))
    assert {(round(page.get_width()), round(page.get_height())) for page in document} == {SIZES[theme]}


def test_all_but_the_readers_theme_number_the_paragraphs_in_the_margin():
    numbered = {theme: [of_size(page, PARAGRAPH_SIZE) for page in text_pages(theme)] for theme in THEMES}
    assert {theme for theme, pages in numbered.items() if any(pages)} == set(THEMES) - {"reader"}


def test_the_scholarly_theme_introduces_claims_by_their_lines():
    assert re.search(r"\d+\(1\)Itisthe", whole_text(in_theme("scholarly")))
    assert not re.search(r"\d+\(1\)Itisthe", whole_text(in_theme("standard")))


def test_the_lines_of_the_classroom_theme_stand_twice_as_far_apart_as_those_of_the_standard_one():
    assert line_distance("classroom") > 1.6 * line_distance("standard")


def test_a_class_reads_the_questions_before_the_findings():
    printed = whole_text(in_theme("classroom"))
    assert printed.rindex("Howcouldyoufindout") < printed.rindex("Claimsandnotes")


def line_distance(theme: str) -> float:
    """Return the commonest distance between lines of the text, in points."""
    distances: Counter[float] = Counter()
    for page in text_pages(theme):
        largest = max(size for size, _ in Counter(sign.size for sign in page).most_common(2))
        lines = sorted({round(sign.baseline, 1) for sign in of_size(page, largest)})
        distances.update(round(after - before) for before, after in itertools.pairwise(lines))
    return distances.most_common(1)[0][0]
