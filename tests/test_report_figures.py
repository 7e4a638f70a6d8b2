"""What a report counts: claims and how they stand, passages without annotation, sources, quotations, places."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.api.report import report
from annotate.coverage.measure import Hand, text_coverage
from annotate.coverage.record import as_record
from annotate.coverage.sections import merged, sections_of
from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations, TextReference
from annotate.model.coverage import percentage, share_seen, tallies_by
from annotate.model.document import leaves
from annotate.model.text import Span, reading_text
from tests.coverage_cases import claim, evidence, project, text_of

OPENING = "The film was shot in eleven days."
NIGHT = "Every night scene was shot at noon."
WATER = "Nobody will forget the water."
FERRY = text_of((None, [OPENING]), ("What the camera sees", [NIGHT, WATER]))
POST = {"id": "fjord-post", "type": "article-newspaper", "title": "A Film on the Ferry"}
CLOCKS = {"id": "lind-1950", "type": "book", "title": "Clocks I Have Known"}
NORA = {"id": "nora-fenn", "type": "person", "name": "Nora Fenn"}


def counted(folder, **sections):
    made = report([project(folder, FERRY, **sections)])
    assert made.findings == ()
    return as_record(made.coverage)["texts"][0]


def test_claims_are_counted_by_kind_status_and_claimant(tmp_path):
    text = counted(
        tmp_path,
        entities=[NORA],
        claims=[
            claim(1, "eleven days", claimant="nora-fenn"),
            claim(2, "at noon", claimant="nora-fenn", status="unverifiable"),
            claim(3, "Nobody will forget", kind="evaluative"),
        ],
    )
    assert text["claims"] == 3
    assert [(one["name"], one["claims"]) for one in text["by_kind"]] == [("factual", 2), ("evaluative", 1)]
    assert [(one["name"], one["claims"]) for one in text["by_status"]] == [("unreviewed", 2), ("unverifiable", 1)]
    assert [(one["name"], one["claims"]) for one in text["by_claimant"]] == [("Nora Fenn", 2), ("", 1)]
    assert text["by_claimant"][0]["by_status"] == {"unreviewed": 1, "unverifiable": 1}


def test_a_claim_is_open_without_source_with_a_source_against_it_or_with_a_rival(tmp_path):
    text = counted(
        tmp_path,
        sources=[POST],
        claims=[
            claim(1, "eleven days", evidence=[evidence(1, "fjord-post")]),
            claim(2, "at noon", evidence=[evidence(2, "fjord-post", "disputes")]),
            claim(3, "the water"),
            claim(4, "night scene", status="refuted", evidence=[evidence(4, "fjord-post")]),
        ],
        links=[{"id": "l-000001", "from": "c-000001", "relation": "contradicts", "to": "c-000003"}],
    )
    opened = {reason: [one["id"] for one in found] for reason, found in text["open"].items()}
    assert opened == {
        "without_source": ["c-000003"],
        "disputed": ["c-000004", "c-000002"],
        "contradicted": ["c-000001", "c-000003"],
    }


def test_of_an_attack_only_what_is_attacked_is_contradicted(tmp_path):
    link = {"id": "l-000001", "from": "c-000001", "relation": "attacks", "to": "c-000002"}
    text = counted(tmp_path, claims=[claim(1, "eleven days"), claim(2, "at noon")], links=[link])
    assert [one["id"] for one in text["open"]["contradicted"]] == ["c-000002"]


def test_a_link_from_another_file_contradicts_too(tmp_path):
    project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    link = {"id": "l-000009", "from": "c-000009", "relation": "contradicts", "to": "ferry.annotations.json#c-000001"}
    path = project(tmp_path, FERRY, who="ruth", claims=[claim(9, "at noon")], links=[link])
    assert [(one.id, one.contradicted) for one in report([path]).coverage.claims] == [
        ("c-000001", True),
        ("c-000009", True),
    ]


def test_passages_without_annotation_are_named_by_section(tmp_path):
    text = counted(tmp_path, claims=[claim(1, "at noon")])
    assert [(one["title"], one["blocks"], one["annotated_blocks"]) for one in text["sections"]] == [
        ("", 1, 0),
        ("What the camera sees", 2, 1),
    ]
    assert text["sections"][1]["without_annotation"] == [{"id": "b5", "words": WATER}]
    assert text["passages"]["annotated_characters"] == len(NIGHT)
    assert text["passages"]["annotated_share"] == round(len(NIGHT) / len(OPENING + NIGHT + WATER), 4)


def test_headings_and_titles_are_no_passages_that_somebody_should_annotate(tmp_path):
    text = counted(tmp_path)
    assert text["passages"]["blocks"] == 3


@pytest.mark.parametrize("section", ["notes", "mentions", "passages"])
def test_a_passage_is_seen_by_any_annotation(tmp_path, section):
    more = {"notes": {"kind": "gloss", "body": "In 1921."}, "mentions": {"entity": "nora-fenn"}, "passages": {}}
    record = {"id": f"{section[0]}-000001", "target": {"exact": OPENING}, **more[section]}
    text = counted(tmp_path, entities=[NORA], **{section: [record]})
    assert text["passages"]["annotated_blocks"] == 1


def test_an_annotation_whose_words_are_gone_is_named_and_makes_nothing_seen(tmp_path):
    text = counted(tmp_path, claims=[claim(1, "The lighthouse keeper had seven daughters and a violin.")])
    assert [(one["id"], one["outcome"]) for one in text["unsure_anchors"]] == [("c-000001", "orphaned")]
    assert text["claims"] == 1
    assert text["passages"]["annotated_blocks"] == 0
    assert text["open"]["without_source"][0]["block"] == ""


def test_sources_never_cited_are_named(tmp_path):
    cited = claim(1, "at noon", evidence=[evidence(1, "fjord-post")])
    text = counted(tmp_path, sources=[CLOCKS, POST], claims=[cited])
    assert [one["id"] for one in text["uncited_sources"]] == ["lind-1950"]


def test_an_entry_of_the_library_is_uncited_only_if_no_text_of_the_folder_cites_it(tmp_path):
    (tmp_path / "library.json").write_text(json.dumps({"format": 1, "entities": [], "sources": [CLOCKS, POST]}))
    path = project(tmp_path, FERRY, claims=[claim(1, "at noon", evidence=[evidence(1, "fjord-post")])])
    assert [one.id for one in report([tmp_path]).coverage.uncited] == ["lind-1950"]
    assert report([path]).coverage.uncited == ()


def test_a_quotation_is_unchecked_until_a_copy_of_its_source_is_there(tmp_path, annotate):
    path = project(
        tmp_path,
        FERRY,
        sources=[POST, CLOCKS],
        claims=[
            claim(1, "eleven days", evidence=[evidence(1, "fjord-post", quote="It took nineteen days on board.")]),
            claim(2, "at noon", evidence=[evidence(2, "lind-1950", quote="noon, always noon")]),
        ],
    )
    assert as_record(report([path]).coverage)["total"]["quotations"]["no-copy"] == 2
    copy = tmp_path / "post.txt"
    copy.write_text("A Film on the Ferry\n\nIt took nineteen days on board. The clock was paid extra.\n", "utf-8")
    annotate("source", "attach", path, "fjord-post", copy, code=0)
    found = as_record(report([path]).coverage)["total"]["quotations"]
    assert (found["verbatim"], found["no-copy"]) == (1, 1)


def test_the_claims_of_two_annotators_add_up_and_a_named_file_is_counted_alone(tmp_path):
    project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    path = project(tmp_path, FERRY, who="ruth", claims=[claim(1, "at noon")])
    assert len(report([path]).coverage.claims) == 2
    alone = report([tmp_path / "ferry.ruth.annotations.json"]).coverage
    assert [(one.file, one.words) for one in alone.claims] == [
        (str(tmp_path / "ferry.ruth.annotations.json"), "at noon")
    ]


def test_a_file_that_is_named_twice_is_counted_once(tmp_path):
    path = project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    assert len(report([path, tmp_path, path]).coverage.claims) == 1


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_counted(tmp_path):
    path = project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    (tmp_path / "ferry.ruth.annotations.json").write_text("{")
    made = report([path])
    assert len(made.coverage.claims) == 1
    assert [finding.path for finding in made.findings] == [str(tmp_path / "ferry.ruth.annotations.json")]


def test_a_project_may_have_statuses_of_its_own():
    text = text_coverage("ferry.xml", FERRY, reading_text(FERRY), [hand_of([claim(1, "x", status="withdrawn")])], ())
    assert [one.name for one in tallies_by("status", text.claims)] == ["withdrawn"]


def hand_of(claims, resolutions=()):
    annotations = Annotations(TextReference("ferry.xml", "0" * 64))
    held = Annotations.from_json({**annotations.to_json(), "claims": claims})
    return Hand("ferry.annotations.json", held, {}, dict(resolutions))


SPANS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 30)).map(lambda pair: Span(pair[0], sum(pair))))


@given(SPANS)
def test_merging_keeps_what_is_covered_and_nothing_else(spans):
    joined = merged(spans)
    assert {at for span in joined for at in range(span.start, span.end)} == {
        at for span in spans for at in range(span.start, span.end)
    }
    assert all(left.end < right.start for left, right in pairwise(joined))


PARAGRAPHS = st.lists(st.text("abc d", min_size=1).filter(str.strip), min_size=1, max_size=6)


@given(st.lists(st.tuples(st.sampled_from([None, "One", "Two"]), PARAGRAPHS), min_size=1, max_size=4), SPANS)
def test_every_passage_is_counted_once_and_is_seen_exactly_if_an_annotation_reaches_it(sections, spans):
    document = text_of(*sections)
    reading = reading_text(document)
    found = sections_of(document, reading, merged(spans))
    paragraphs = [block for block in reading.blocks if is_paragraph(document, block)]
    assert sum(section.blocks for section in found) == len(paragraphs)
    unseen = {block.id for section in found for block in section.unseen}
    assert unseen == {
        block.id for block in paragraphs if not any(span.overlaps(block.span) and len(span) for span in spans)
    }


def is_paragraph(document, block):
    return next(leaf.name for leaf, _ in leaves(document.parts) if leaf.id == block.id) == "p"


@given(st.lists(st.sampled_from(["supported", "disputed", "odd"]), max_size=8), st.integers(0, 3))
def test_each_way_of_counting_comes_to_the_same_sum(statuses, named):
    claims = [
        claim(number, "words", status=status, claimant=f"person-{number % (named + 1)}")
        for number, status in enumerate(statuses)
    ]
    resolutions = {one["id"]: Resolution(Outcome.ORPHANED) for one in claims}
    text = text_coverage("ferry.xml", FERRY, reading_text(FERRY), [hand_of(claims, resolutions)], ())
    for field in ("kind", "status", "claimant"):
        assert sum(one.claims for one in tallies_by(field, text.claims)) == len(claims)
    assert len(text.unsure) == len(claims)


@given(st.floats(0, 1))
def test_all_and_nothing_are_said_only_where_they_are_true(share):
    assert (percentage(share) == "100 %") is (share == 1)
    assert (percentage(share) == "0 %") is (share == 0)


def test_a_text_without_passages_has_no_share():
    assert share_seen(()) is None
    assert percentage(None) == "–"
