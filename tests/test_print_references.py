"""References to pages and lines, read back from the PDF: each names where the words stand that it leads to.

What a reference says is read in the PDF's lists; where the words stand is found by looking for them in the text that is
extracted from its pages, never by what laid them out.
"""

from __future__ import annotations

import io
import re

import page as page_validation
import pikepdf
import pytest

from annotate.render.pdf.make import make_pdf
from tests.pdf_signs import TEXT_SIZE, signs
from tests.pdf_text import squeezed
from tests.samples_in_print import FOLIO_SIZE, HEAD_SIZE, Printed, covered, in_order, printed
from tests.surroundings import SAMPLE_NAMES

REFERENCE = r"(\)\d+(?:\.\d+)?|;nocertainplace\))"
FORMS = [("A5", "page"), ("Letter", "section"), ("6x9", "none")]
CASES = [(name, page, lines) for name in SAMPLE_NAMES for page, lines in FORMS]


def pairs(words: str) -> list[tuple[str, str]]:
    """Return claims and the places in parentheses behind them: `3(12),7(14)`."""
    return re.findall(r"(\d+)\(([\d.]+)\)", words)


def numbers_of(sample: Printed) -> dict[str, str]:
    """Return by the number of each claim that has a place the page (and line) where it is called."""
    return {claim.mark: str(sample.places[claim.id]) for claim in sample.edition.claims if claim.place is not None}


@pytest.mark.parametrize(("name", "page", "lines"), CASES)
def test_each_entry_of_the_index_names_all_places_that_mention_it(name, page, lines):
    sample = printed(name, page=page, line_numbers=lines)
    index = sample.lists[sample.lists.rindex("Numbersarethoseofpages") :]
    mentions = {anchor: name for name, anchor in sample.edition.passages.items()}
    at = 0
    for entry in sample.edition.index:
        found = re.compile(re.escape(squeezed(entry.name)) + r"([\d.,–]*)").search(index, at)
        assert found, entry.name
        at = found.end()
        places = {sample.places[mentions[place.anchor]] for place in entry.places}
        assert (covered(found[1]) if found[1] else []) == in_order(places), entry.name


@pytest.mark.parametrize(("name", "page", "lines"), CASES)
def test_the_list_of_claims_names_where_each_is_called(name, page, lines):
    sample = printed(name, page=page, line_numbers=lines)
    claims = sample.edition.claims
    for claim, following in zip(claims, [*claims[1:], None], strict=True):
        said = squeezed(f"{claim.statement or f'“{claim.lemma}”'}({claim.kind},{claim.status}")
        # Without the spaces between them, a reference ends where the number of the next claim on the page begins.
        next_claim = f"{following.mark}{re.escape(squeezed(following.statement or '“'))}" if following else "$"
        ends = (next_claim, r"\D")
        found = next(
            filter(None, (re.search(f"{re.escape(said)}{REFERENCE}{end}", sample.lists) for end in ends)), None
        )
        assert found, said
        number = numbers_of(sample).get(claim.mark)
        assert found[1] == (f"){number}" if number else ";nocertainplace)")


@pytest.mark.parametrize(("name", "page", "lines"), CASES)
def test_claims_are_listed_by_claimant_and_by_status_with_their_places(name, page, lines):
    sample = printed(name, page=page, line_numbers=lines)
    claims, numbers = sample.edition.claims, numbers_of(sample)
    claimants = {name: entry.name for entry in sample.edition.index for name in entry.claims}
    groups: dict[str, list[str]] = {}
    for claim in claims:
        listed = f"{claim.mark}({numbers[claim.mark]})" if claim.mark in numbers else claim.mark
        groups.setdefault(squeezed(claimants.get(claim.id) or claim.claimant or "No claimant named"), []).append(listed)
        groups.setdefault(claim.status.capitalize(), []).append(listed)
    assert len(groups) > 3
    for heading, all_listed in groups.items():
        assert heading + ",".join(all_listed) in sample.lists


@pytest.mark.parametrize(("name", "page", "lines"), CASES)
def test_the_bibliography_names_the_claims_of_each_source_with_their_places(name, page, lines):
    sample = printed(name, page=page, line_numbers=lines)
    sources = sample.lists.partition("Numbersinparentheses")[2].rpartition("Numbersarethoseofpages")[0]
    named = [pairs(words) for words in re.findall(r"claims?((?:(?:,|and)?\d+\([\d.]+\))+)", sources)]
    numbers = numbers_of(sample)
    uses = [ids for source in sample.edition.sources for _, ids in source.uses]
    marks = [[entry.mark for name in ids if (entry := sample.edition.entry(name))] for ids in uses]
    assert sorted(named) == sorted([(mark, numbers[mark]) for mark in sorted(use, key=int)] for use in marks)


@pytest.mark.parametrize(("name", "page", "lines"), CASES)
def test_the_contents_name_the_folio_of_the_page_that_bears_the_heading(name, page, lines):
    sheets = [
        [sign for sign in found if sign.size not in (HEAD_SIZE, FOLIO_SIZE)]
        for found in signs(printed(name, page=page, line_numbers=lines).data)
    ]
    folios = printed_folios(printed(name, page=page, line_numbers=lines).data)
    contents = "".join(sign.character for sign in sheets[1])
    listed = re.findall(r"([^.]+?)(?:\.{2,})(\d+)", contents.partition("Contents")[2])
    assert len(listed) > 4
    for heading, folio in listed:
        if heading != "Thetext":
            assert heading in "".join(
                sign.character for sign in sheets[folios.index(folio)] if sign.size > TEXT_SIZE + 1
            )


@pytest.mark.parametrize(("name", "page", "lines"), CASES)
def test_a_reader_names_each_page_by_its_folio(name, page, lines):
    data = printed(name, page=page, line_numbers=lines).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        labels = [sheet.label for sheet in pdf.pages]
    folios = printed_folios(data)
    assert len([folio for folio in folios if folio]) >= len(folios) - 4
    assert all(folio in ("", label) for folio, label in zip(folios, labels, strict=True))


def printed_folios(data: bytes) -> list[str]:
    """Return the number printed at the foot of each page, "" where there is none."""
    found = []
    for sheet in signs(data):
        lowest = min((sign.baseline for sign in sheet), default=0)
        foot = [sign for sign in sheet if sign.size == FOLIO_SIZE and abs(sign.baseline - lowest) < 1]
        words = "".join(sign.character for sign in foot)
        found.append(words if words.isdigit() else "")
    return found


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_the_outline_nests_the_text_s_headings_and_the_parts_of_the_lists(name):
    data = printed(name, line_numbers="page").data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        text, *apparatus = outline.root
        assert text.title == printed(name, line_numbers="page").edition.metadata.title
        titles = {item.title: [child.title for child in item.children] for item in apparatus}
    assert next(iter(titles)) == "List of claims"
    assert list(titles)[-3:] == ["Sources", "Index", "About this edition"]
    assert titles["List of claims"] == ["By claimant", "By status"]
    assert titles["Index"][0] == "Persons"


def test_emphasis_within_emphasis_within_a_link_is_one_link():
    link = '<a href="#x"><i>a <b>film</b></i></a>'
    html = f'<html lang="en"><head><title>T</title></head><body><p id="x">{link}</p></body></html>'
    report = page_validation.validate_pdf_bytes(make_pdf(html).data, profile="ua1")
    assert [failure.message for failure in report.failures] == []
