"""The page of a report: what its charts show its tables say, whatever names and words the record has."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotate.api.report import report, report_page
from annotate.model.coverage import ClaimSeen, Coverage, SectionSeen, TextCoverage
from annotate.model.text import Span
from tests.coverage_cases import claim, evidence, project, text_of

NIGHT = "Every night scene was shot at noon."
FERRY = text_of((None, ["The film was shot in eleven days."]), ("What the camera sees", [NIGHT, "The water."]))


def page_of(folder, document=FERRY, **sections):
    return report_page(report([project(folder, document, **sections)]).coverage).decode("utf-8")


def covered(claims, *, title="The Ferryman’s Clock"):
    sections = (SectionSeen("", 0, 1, 100, (), 0),)
    return TextCoverage(
        "ferry.xml", title, "en", ("ferry.annotations.json",), 100, claims, {}, sections, (), (), (), ()
    )


def seen(number, **more):
    values = {"kind": "factual", "status": "supported", "claimant": "Nora Fenn", "words": "It was noon."}
    return ClaimSeen(
        **{
            "id": f"c-{number:06}",
            "file": "ferry.annotations.json",
            "block": "b2",
            "spans": (Span(number % 90, number % 90 + 5),),
            "sourced": True,
            "disputed": False,
            "contradicted": False,
            **values,
            **more,
        }
    )


def words_in(page):
    body = page.partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_each_chart_has_a_table_with_all_it_shows(tmp_path):
    page = page_of(
        tmp_path,
        entities=[{"id": "nora-fenn", "type": "person", "name": "Nora Fenn"}],
        claims=[claim(1, "eleven days", claimant="nora-fenn"), claim(2, "at noon", status="unverifiable", note="why")],
    )
    assert page.count('class="chart"') == 3
    assert page.count("<summary>The same as a table</summary>") == 3
    tables = words_in(page)
    for said in ("eleven days Nora Fenn", "at noon nobody named", "unverifiable", "c-000002"):
        assert said in tables


def test_a_mark_stands_where_the_claim_does():
    page = report_page(Coverage((covered((seen(1, spans=(Span(25, 75),)),)),))).decode()
    assert '<rect class="bar supported" x="25%" width="50%" height="100%"/>' in page


def test_each_status_has_a_look_of_its_own_beside_its_colour():
    statuses = ("unreviewed", "supported", "disputed", "refuted", "unverifiable", "withdrawn")
    claims = tuple(seen(number, status=status) for number, status in enumerate(statuses))
    page = report_page(Coverage((covered(claims),))).decode()
    fillings = dict(re.findall(r'<pattern id="of-(\w+)"[^>]*>(.*?)</pattern>', page))
    # The bar of a supported claim is full, that of an unreviewed one an outline, which the style sheet draws.
    assert set(fillings) == {"disputed", "refuted", "unverifiable", "other"}
    assert len(set(fillings.values())) == 4
    assert all(f'<span dir="auto">{status}</span>' in page for status in statuses)


def test_a_chart_says_what_it_shows_to_those_who_do_not_see_it():
    claims = (seen(1), seen(2, status="disputed"))
    page = report_page(Coverage((covered(claims),))).decode()
    assert 'role="img" aria-label="Where the claims lie in the text: 1 supported, 1 disputed.' in page
    assert 'aria-label="Claims by claimant: Nora Fenn 2."' in page


def test_a_text_without_annotations_has_a_page(tmp_path):
    page = words_in(page_of(tmp_path))
    assert "No claim is marked yet." in page
    assert "0 %" in page
    assert NIGHT in page


def test_a_project_without_texts_has_a_page():
    assert "No text to report on" in report_page(Coverage(())).decode()


def test_a_text_without_a_block_that_counts_has_a_page(tmp_path):
    assert "–" in words_in(page_of(tmp_path, text_of(("A heading alone", []))))


def test_of_many_claimants_the_chart_shows_the_first_and_the_table_all():
    claims = tuple(seen(number, claimant=f"Person {number:02}") for number in range(40))
    page = report_page(Coverage((covered(claims),))).decode()
    assert '<span class="name" dir="auto">17 others</span>' in page
    assert all(f'<th scope="row"><span dir="auto">Person {number:02}</span></th>' in page for number in range(40))


def test_a_long_list_is_folded_so_that_it_hides_nothing_below_it():
    claims = tuple(seen(number, sourced=False) for number in range(30))
    page = report_page(Coverage((covered(claims),))).decode()
    assert re.search("<summary>All 30 of .*them.*</summary>", page)


def test_what_became_of_a_quotation_is_said_in_words(tmp_path):
    quoted = claim(1, "at noon", evidence=[evidence(1, "fjord-post", quote="noon, always noon")])
    page = page_of(tmp_path, sources=[{"id": "fjord-post", "type": "book", "title": "On Ferries"}], claims=[quoted])
    assert "no copy of the source is at hand" in page


def test_the_page_needs_nothing_but_itself(tmp_path):
    page = page_of(tmp_path, claims=[claim(1, "at noon")])
    assert "<script" not in page
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_the_same_files_give_the_same_bytes_wherever_they_stand(tmp_path):
    pages = []
    for name in ("one", "another"):
        (tmp_path / name).mkdir()
        pages.append(page_of(tmp_path / name, claims=[claim(1, "at noon"), claim(2, "eleven days")]))
    assert pages[0] == pages[1]


HOSTILE = st.text(st.one_of(st.sampled_from("<>&\"'/=`{}%\x00\x1b\u202e"), st.characters()), min_size=1, max_size=30)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
@example("\ud800", "\x00", "<b>", "--></svg>")
def test_no_word_of_a_record_becomes_markup(title, claimant, words, status):
    page = report_page(Coverage((covered((seen(1, claimant=claimant, words=words, status=status),), title=title),)))
    plain = report_page(Coverage((covered((seen(1, claimant="x", words="x", status="x"),), title="x"),)))
    assert re.findall(rb"<(/?\w+)", page) == re.findall(rb"<(/?\w+)", plain)


@pytest.mark.parametrize("name", ["張藝謀", "عمر الشريف", "Ó", "Maximiliane Freifrau von und zu Altenkirchen"])
def test_names_of_any_script_and_length_stand_as_they_are(name):
    assert f'<span class="name" dir="auto">{name}</span>' in report_page(
        Coverage((covered((seen(1, claimant=name),)),))
    ).decode("utf-8")
