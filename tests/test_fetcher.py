"""The fetcher: files of the edition from memory, and nothing else, whatever the address looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weasyprint.urls import URLFetcher

from annotate.render.pdf.fetcher import BASE_ADDRESS, EditionFetcher

FIGURE = {"figures/still.png": b"\x89PNG"}


def test_a_file_of_the_edition_is_handed_out_with_its_media_type():
    fetcher = EditionFetcher(FIGURE)
    response = fetcher(f"{BASE_ADDRESS}figures/still.png")
    assert response.read() == b"\x89PNG"
    assert response.content_type == "image/png"
    assert fetcher.refused == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "https://edition.invalid/figures/other.png",
        "https://edition.invalid/figures/still.png?x",
        "https://edition.invalid/figures/../figures/still.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "ftp://example.org/x",
        "figures/still.png",
        "",
    ],
)
def test_everything_else_is_refused_and_remembered_once(address):
    fetcher = EditionFetcher(FIGURE)
    for _ in range(2):
        with pytest.raises(ValueError, match="not a file of the edition"):
            fetcher(address)
    assert fetcher.refused == [address]


@given(st.text())
def test_no_address_is_passed_on_to_a_protocol(address):
    fetcher = EditionFetcher({})
    with pytest.raises(ValueError, match="not a file of the edition"):
        fetcher(address)


def test_it_is_a_fetcher_as_weasyprint_wants_it():
    assert isinstance(EditionFetcher({}), URLFetcher)
