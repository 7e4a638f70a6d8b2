"""The samples are what the program makes of them, and rich enough to show what it can."""

import json

import pytest

from annotate.api.files import annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.api.parse import parse_bytes
from annotate.attach.anchor import resolve_all
from annotate.model.anchor import Outcome
from annotate.model.annotation import KINDS, STATUSES
from tests.surroundings import SAMPLE_NAMES, SAMPLES


@pytest.fixture(params=SAMPLE_NAMES)
def name(request):
    return request.param


def test_the_tei_of_a_sample_is_what_the_parser_makes_of_its_source(name):
    source = SAMPLES / f"{name}.txt"
    made = parse_bytes(source.read_bytes(), str(source)).tei
    assert made == source.with_suffix(".xml").read_bytes(), "run: python tools/refresh_samples.py"


def test_every_anchor_of_a_sample_is_exact(name):
    text = load_text(SAMPLES / f"{name}.xml")
    annotations = load_annotations(annotations_path(text.path)).annotations
    outcomes = {key: found.outcome for key, found in resolve_all(annotations, text.reading).items()}
    assert set(outcomes.values()) == {Outcome.EXACT}, outcomes


def test_a_sample_shows_claims_of_all_kinds_and_statuses_and_sources_of_many_types(name):
    record = json.loads((SAMPLES / f"{name}.annotations.json").read_text("utf-8"))
    assert len(record["claims"]) >= 12
    assert {claim["kind"] for claim in record["claims"]} == set(KINDS)
    assert {claim["status"] for claim in record["claims"]} == set(STATUSES)
    types = {source["type"] for source in record["sources"]}
    assert types >= {"motion_picture", "book", "article-newspaper", "webpage"}
    assert len(record["sources"]) >= 6
    labels = {
        evidence["locator"]["label"]
        for c in record["claims"]
        for evidence in c.get("evidence", ())
        if "locator" in evidence
    }
    assert "timestamp" in labels
    assert record["notes"]
    assert record["mentions"]


def test_the_interview_says_that_its_people_are_invented():
    text = (SAMPLES / "archive-interview.txt").read_text("utf-8")
    assert "invented" in text.partition("\n\n")[2][:1500]
