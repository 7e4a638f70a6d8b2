"""Claims and notes introduced by paragraph or line, read back from the PDF: each key is where the words stand."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from types import SimpleNamespace
from typing import TYPE_CHECKING

import page as page_validation
import pytest

from annotate.api.edition_choices import choices_for
from annotate.model.edition_choices import Choices
from annotate.render.pdf.make import make_pdf
from annotate.render.pdf.parts_layout import PagesDoNotSettle, laid_out
from annotate.render.print.page import print_html
from annotate.render.screen.page import html_edition
from tests.edition_cases import by_id, elements, has_class, lamplighter_edition, parse, text_of
from tests.pdf_signs import signs
from tests.samples_in_print import Printed, printed
from tests.surroundings import SAMPLE_NAMES

if TYPE_CHECKING:
    from annotate.model.edition import ClaimEntry, NoteEntry

KEY_SIZES = (9.6, 9.3)  # CSS pixels: at the foot of the page and after the text, in the margin


@cache
def keys_in(data: bytes) -> dict[str, tuple[int, str]]:
    """Return by the number of each entry the page on which it stands, and the key before its number."""
    found: dict[str, tuple[int, str]] = {}
    for page, sheet in enumerate(signs(data), 1):
        for size, group in groupby(sheet, key=lambda sign: sign.size):
            introduced = re.fullmatch(r"([\d.]*)\((\w+)\)", "".join(sign.character for sign in group))
            if size in KEY_SIZES and introduced:
                assert introduced[2] not in found
                found[introduced[2]] = page, introduced[1]
    return found


def entries(sample: Printed) -> list[ClaimEntry | NoteEntry]:
    called: list[ClaimEntry | NoteEntry] = [*sample.edition.claims, *sample.edition.notes]
    return [entry for entry in called if entry.place is not None]


FOOT = {"page": "A5", "line_numbers": "page"}
CASES = [
    *((name, FOOT) for name in SAMPLE_NAMES),
    ("general-review", {"page": "A4", "line_numbers": "section", "notes": "side"}),
    ("train-essay", {"page": "Letter", "line_numbers": "page", "notes": "side", "glosses": "foot"}),
]


@pytest.mark.parametrize(("name", "choices"), CASES, ids=["-".join([name, *how.values()]) for name, how in CASES])
def test_on_its_page_an_entry_is_introduced_by_its_line(name, choices):
    sample = printed(name, keys="line", **choices)
    for entry in entries(sample):
        page, key = keys_in(sample.data)[entry.mark]
        called = sample.places[entry.id]
        assert key == (str(called.line or "") if page == called.page else str(called)), entry.mark


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_after_the_text_an_entry_is_introduced_by_page_and_line(name):
    sample = printed(name, page="A4", notes="end", line_numbers="section", keys="line")
    for entry in entries(sample):
        _, key = keys_in(sample.data)[entry.mark]
        assert key == str(sample.places[entry.id])


def test_an_entry_is_introduced_by_its_paragraph():
    sample = printed("general-review", keys="paragraph")
    for entry in entries(sample):
        _, key = keys_in(sample.data)[entry.mark]
        assert key == str(entry.place.paragraph if entry.place else None)


@pytest.mark.parametrize("keys", ["number", "paragraph", "line"])
def test_both_editions_number_their_entries_alike_whatever_introduces_them(keys):
    edition = lamplighter_edition()
    screen, print_page = by_id(parse(html_edition(edition))), by_id(parse(print_html(edition, Choices(keys=keys))))
    for entry in (*edition.claims, *edition.notes):
        if entry.place is None:
            continue
        (mark,) = [element for element in elements(print_page[entry.anchor]) if has_class(element, "mark")]
        number = text_of(mark, lambda element: has_class(element, "key"))
        assert number == (entry.mark if keys == "number" else f"({entry.mark})")
        marks = [element for element in elements(screen[entry.anchor]) if has_class(element, "mark")]
        assert text_of(marks[0], lambda _: False).strip().startswith(entry.mark)


def test_keys_conform_to_pdf_ua_and_are_the_same_bytes_each_time():
    html = print_html(lamplighter_edition(), Choices(line_numbers="page", keys="line"))
    one, other = (make_pdf(html, line_numbers="page") for _ in range(2))
    report = page_validation.validate_pdf_bytes(one.data, profile="ua1")
    assert [failure.message for failure in report.failures] == []
    assert one.data == other.data


def test_keys_by_line_number_the_lines(tmp_path):
    assert choices_for(tmp_path / "review.xml", keys="line").line_numbers == "page"
    assert choices_for(tmp_path / "review.xml", keys="line", line_numbers="text").line_numbers == "text"
    assert choices_for(tmp_path / "review.xml").line_numbers == "none"


def test_pages_whose_keys_move_what_they_name_are_not_published():
    html = '<body><!-- text --><p id="text"><span data-key="call entry"></span></p><!-- apparatus --></body>'
    layouts = []

    def restless(html: str, style: str = "") -> SimpleNamespace:
        layouts.append(html)
        sheets = [{"text", "call"}, {"entry"}] if len(layouts) % 2 else [{"text", "call", "entry"}]
        return SimpleNamespace(pages=[SimpleNamespace(anchors=anchors) for anchors in sheets])

    with pytest.raises(PagesDoNotSettle):
        laid_out(html, restless, "")
    assert len(layouts) < 10
