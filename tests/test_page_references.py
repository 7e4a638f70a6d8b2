"""References to pages and lines: each place once, in order, runs joined, and nothing named that is not there."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotate.render.pdf.page_references import Placement, filled, references


def written(*places: Placement) -> str:
    return ", ".join(map(str, references([(f"a{number}", place) for number, place in enumerate(places)])))


def pages(*numbers: int) -> str:
    return written(*map(Placement, numbers))


def lines(*numbers: tuple[int, int]) -> str:
    return written(*(Placement(page, line) for page, line in numbers))


def test_three_pages_in_a_row_are_a_range_and_two_are_not():
    assert pages(12, 13, 14, 17) == "12–14, 17"
    assert pages(12, 13, 17) == "12, 13, 17"


def test_a_page_is_named_once_and_pages_are_named_in_order():
    assert pages(9, 3, 9, 3) == "3, 9"


def test_lines_in_a_row_of_one_page_are_a_range():
    assert lines((12, 5), (12, 6), (12, 7), (12, 9)) == "12.5–7, 12.9"


def test_the_last_line_of_a_page_and_the_first_of_the_next_are_two_places():
    assert lines((12, 31), (13, 1), (13, 2)) == "12.31, 13.1–2"


def test_a_place_in_a_heading_is_named_by_its_page_alone():
    assert written(Placement(12), Placement(12, 1), Placement(13), Placement(14)) == "12, 12.1, 13, 14"


def test_the_first_and_the_last_number_lead_to_their_places():
    html = filled(
        '<p><span class="where" data-pages="x y z"></span></p>', {a: Placement(n) for n, a in enumerate("xyz", 4)}
    )
    linked = '<a href="#x">4</a>–<a href="#z">6</a>'
    assert html == f'<p><span class="where" data-pages="x y z"><span class="range">{linked}</span></span></p>'


def test_what_has_no_place_is_not_named():
    assert filled('<span data-pages="gone"></span>', {}) == '<span data-pages="gone"></span>'
    assert filled('<span data-folio="gone"></span>', {}) == '<span data-folio="gone"></span>'


def test_a_key_names_the_line_and_the_page_where_the_entry_stands_on_another():
    span = '<span data-key="call entry"></span>'
    call = Placement(12, 5)

    def key(entry: Placement | None) -> str:
        html = filled(span, {"call": call} | ({"entry": entry} if entry else {}))
        return html.partition(">")[2].removesuffix("</span>")

    assert key(Placement(12)) == "5"
    assert key(Placement(13)) == "12.5"
    assert key(None) == "12.5"


def test_an_anchor_with_special_characters_is_found_and_written_safely():
    html = filled('<span data-pages="a&amp;&lt;b"></span>', {"a&<b": Placement(3)})
    assert html == '<span data-pages="a&amp;&lt;b"><a href="#a&amp;&lt;b">3</a></span>'


placements = st.builds(Placement, st.integers(1, 30), st.none() | st.integers(1, 12))


@given(st.lists(placements))
def test_a_list_of_references_names_exactly_the_places_it_was_made_of(given_places):
    named = references([(f"a{number}", place) for number, place in enumerate(given_places)])
    assert [place for reference in named for place in covered(reference)] == sorted(
        set(given_places), key=lambda place: (place.page, place.line or 0)
    )
    for one, other in pairwise(named):
        last, first = covered(one)[-1], covered(other)[0]
        assert (last.page, last.line or 0) < (first.page, first.line or 0)


@given(st.lists(placements))
def test_no_two_references_could_be_written_as_one(given_places):
    ranges = [
        covered(reference) for reference in references([(f"a{n}", place) for n, place in enumerate(given_places)])
    ]
    for one, other in pairwise(ranges):
        last, first = one[-1], other[0]
        if last.line is not None and first.line is not None:
            assert first != Placement(last.page, last.line + 1)
        elif last.line is None and first.line is None and len(one) + len(other) > 2:
            assert first != Placement(last.page + 1)


@given(st.lists(placements, min_size=1))
def test_each_number_leads_to_a_place_that_it_names(given_places):
    places = {f"a{number}": place for number, place in enumerate(given_places)}
    html = filled(f'<span data-pages="{" ".join(places)}"></span>', places)
    page = 0
    for dash, anchor, words in re.findall(r'(–?)<a href="#([^"]*)">([\d.]+)</a>', html):
        whole = f"{page}.{words}" if dash and places[anchor].line is not None else words
        assert str(places[anchor]) == whole
        page = places[anchor].page


def covered(reference) -> list[Placement]:
    """Return the places that a reference as it is printed stands for."""
    first, _, last = str(reference).partition("–")
    page, _, line = first.partition(".")
    if not line:
        return [Placement(number) for number in range(int(page), int(last or page) + 1)]
    return [Placement(int(page), number) for number in range(int(line), int(last or line) + 1)]
