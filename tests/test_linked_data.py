"""What machines read of a screen edition: true to the record, and harmless whatever the record says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.render.screen.linked_data import json_in_page, linked_data
from annotate.render.screen.page import html_edition
from tests.edition_cases import by_id, elements, lamplighter, lamplighter_edition, parse


@pytest.fixture(scope="module")
def edition():
    return lamplighter_edition()


@pytest.fixture(scope="module")
def page(edition):
    return parse(html_edition(edition))


def scripts(page, kind):
    return [element for element in elements(page) if element.tag == "script" and element.get("type") == kind]


def meta(page, name):
    return [
        element.get("content") for element in elements(page) if name in {element.get("name"), element.get("property")}
    ]


def test_the_page_carries_its_annotation_file_whole(page):
    (script,) = scripts(page, "application/json")
    assert json.loads(script.text) == lamplighter()[2].to_json()


def test_each_reviewed_factual_claim_is_a_claim_review_that_leads_to_its_entry(page, edition):
    (script,) = scripts(page, "application/ld+json")
    _text, *reviews = json.loads(script.text)["@graph"]
    expected = [claim for claim in edition.claims if claim.kind == "factual" and claim.status != "unreviewed"]
    assert [review["reviewRating"]["alternateName"] for review in reviews] == [claim.status for claim in expected]
    assert all(review["@type"] == "ClaimReview" for review in reviews)
    for review in reviews:
        assert review["url"].removeprefix("#") in by_id(page)
        assert all(source["@id"].removeprefix("#") in by_id(page) for source in review.get("citation", ()))


def test_a_review_names_its_film_and_its_reviewers_rating(edition):
    metadata = replace(edition.metadata, genre="review", rating="4/5")
    review = linked_data(replace(edition, metadata=metadata))["@graph"][0]
    assert review["@type"] == "Review"
    assert review["reviewRating"] == {"@type": "Rating", "ratingValue": "4/5"}
    assert review["itemReviewed"]["@type"] == "Movie"


def test_nothing_is_said_of_what_is_not_known(edition):
    bare = replace(
        edition, metadata=type(edition.metadata)(title="T"), annotators=(), claims=(), changed=None, language=""
    )
    assert linked_data(bare)["@graph"] == [{"@type": "Article", "@id": "#text", "headline": "T"}]


def test_the_head_names_title_authors_and_text_for_libraries(page, edition):
    assert meta(page, "DC.title") == meta(page, "og:title") == [edition.metadata.title]
    assert meta(page, "DC.creator") == list(edition.metadata.authors)
    assert meta(page, "DC.identifier") == [f"sha256:{edition.reading_sha256}"]


@given(st.text())
def test_no_string_ends_the_script_it_stands_in(value):
    written = json_in_page({"said": value})
    assert "<" not in written
    assert json.loads(written) == {"said": value}
