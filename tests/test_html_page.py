"""The screen edition as a file: whole, closed to the network, linked both ways, in the order of the text."""

import base64
import hashlib
import itertools
import re

import pytest

from annotate.model.document import Block, Document, Group, Inline, Metadata
from annotate.model.text import reading_text
from annotate.render.print.page import print_html
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view
from tests.edition_cases import (
    by_id,
    elements,
    has_class,
    inner_links,
    lamplighter,
    lamplighter_edition,
    parse,
    text_of,
)
from tests.rich_editions import language_edition

NOT_THE_TEXT = ("data-apparatus",)


@pytest.fixture(scope="module")
def data():
    return html_edition(lamplighter_edition())


@pytest.fixture(scope="module")
def page(data):
    return parse(data)


def is_apparatus(element):
    return any(name in element.attrib for name in NOT_THE_TEXT)


def test_the_same_edition_gives_the_same_bytes(data):
    assert html_edition(lamplighter_edition()) == data


def test_ids_are_unique_and_every_link_inside_the_page_has_a_target(page):
    ids = [element.get("id") for element in elements(page) if element.get("id")]
    assert len(ids) == len(set(ids))
    assert inner_links(page) <= set(ids)


def test_the_text_stands_in_the_page_in_order_and_whole(page):
    _, reading, _, _ = lamplighter()
    found = by_id(page)
    (text,) = [element for element in elements(page) if "data-reading-text" in element.attrib]
    in_order = [element for element in elements(text) if element.get("id") in {block.id for block in reading.blocks}]
    assert [element.get("id") for element in in_order] == [block.id for block in reading.blocks]
    for block in reading.blocks:
        assert text_of(found[block.id], is_apparatus) == reading.slice(block.span)
    words = "".join(text_of(text, is_apparatus).split())
    assert words == "".join(reading.text.split())


def test_a_policy_stands_first_and_lets_only_the_pages_own_style_and_script_run(data, page):
    head = next(element for element in page if element.tag == "head")
    first = next(element for element in head if isinstance(element.tag, str))
    assert first.get("http-equiv") == "Content-Security-Policy"
    policy = dict(part.strip().split(" ", 1) for part in first.get("content").split(";"))
    assert policy["default-src"] == "'none'"
    for name, directive in (("style", "style-src"), ("script", "script-src")):
        (inline,) = re.findall(rf"<{name}>(.*?)</{name}>".encode(), data, re.DOTALL)
        assert policy[directive] == f"'sha256-{base64.b64encode(hashlib.sha256(inline).digest()).decode()}'"


def test_nothing_is_fetched(page):
    for element in elements(page):
        assert element.tag not in {"link", "img", "iframe", "object", "embed", "audio", "video", "base", "form"}
        assert "src" not in element.attrib
        assert "style" not in element.attrib
    assert "@import" not in "".join(element.text or "" for element in elements(page) if element.tag == "style")


def test_each_claim_is_called_in_the_text_and_called_back_from_its_note(page):
    found = by_id(page)
    for claim in lamplighter_edition().claims:
        if claim.place is None:
            continue
        call, card = found[f"call.{claim.anchor}"], found[claim.anchor]
        assert call.get("href") == f"#{claim.anchor}"
        assert "".join(call.itertext()) == claim.mark
        assert any(element.get("href") == f"#call.{claim.anchor}" for element in elements(card))


def test_kind_and_status_are_said_in_words_and_by_form(page):
    edition = lamplighter_edition()
    claim = edition.entry("c-000004")
    card = by_id(page)[claim.anchor]
    said = " ".join("".join(card.itertext()).split())
    assert "Factual, reported by Ines Halloran as possible: refuted." in said
    assert has_class(card, "kind-factual")
    assert has_class(card, "status-refuted")
    assert by_id(page)["call.c-000004"].get("aria-label") == "Claim 4, factual, refuted"


def test_what_has_no_certain_place_is_listed_and_not_in_the_text(page):
    found = by_id(page)
    text = next(element for element in elements(page) if "data-reading-text" in element.attrib)
    assert found["c-000015"] not in elements(text)
    said = " ".join("".join(found["c-000015"].itertext()).split())
    assert "orphaned" in said
    assert "“The negative was sold to Berlin in 1930.”" in said
    assert "The quoted words stand nowhere in the text." in said


def test_headings_come_in_order_and_landmarks_are_there(page):
    ranks = [int(element.tag[1]) for element in elements(page) if re.fullmatch(r"h[1-6]", str(element.tag))]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(ranks))
    tags = [element.tag for element in elements(page)]
    assert tags.count("main") == 1
    skip = next(element for element in elements(page) if has_class(element, "skip"))
    assert skip.get("href") == "#text"


def test_the_page_says_which_language_the_text_and_the_apparatus_are_in():
    document = Document(Metadata(title="Die Treppe", language="de"), body=(Block("b1", "p", ("Er steigt.",)),))
    page = parse(html_edition(build_view(document, reading_text(document))))
    assert page.get("lang") == "de"
    apparatus = next(element for element in elements(page) if has_class(element, "apparatus"))
    assert apparatus.get("lang") == "en"


def test_a_text_in_a_language_nobody_named_is_not_called_english():
    document = Document(Metadata(title="?"), body=(Block("b1", "p", ("Xyz.",)),))
    page = parse(html_edition(build_view(document, reading_text(document))))
    assert next(element for element in elements(page) if element.tag == "main").get("lang") == ""


def test_inline_markup_of_the_text_is_set_in_htmls_own():
    content = (
        Inline("title", ("Stairs",), {"level": "m"}),
        Inline("title", ("“A Lamp”",), {"level": "a"}),
        Inline("mentioned", ("“storyboard”",)),
        Inline("mentioned", ("gag",)),
        Inline("soCalled", ("“crew”",)),
        Inline("hi", ("bold",), {"rend": "bold"}),
        Inline("foreign", ("čistidlo",), {"xml:lang": "cs"}),
        Inline("date", ("March",), {"when": "1927-03"}),
        Inline("date", ("once",), {"when": "long ago"}),
        Inline("ref", ("page",), {"target": "https://example.org/a"}),
        Inline("ref", ("there",), {"target": "#b2"}),
        Inline("ref", ("nowhere",), {"target": "#b9"}),
        Inline("ref", ("no",), {"target": "javascript:alert(1)"}),
    )
    document = Document(Metadata(title="T"), body=(Block("b1", "p", content), Block("b2", "p", ("Two",))))
    edition = build_view(document, reading_text(document))
    for page in (html_edition(edition).decode(), print_html(edition)):
        assert "<cite>Stairs</cite>" in page
        assert '<cite class="upright">“A Lamp”</cite>“storyboard”<i>gag</i>“crew”' in page
        assert '<b>bold</b><i lang="cs">čistidlo</i>' in page
        assert '<time datetime="1927-03">March</time>once' in page
        assert '<a href="https://example.org/a">page</a><a href="#b2">there</a>nowhereno' in page


def test_a_table_that_claims_a_million_columns_gets_none():
    row = Group("row", (Block("b1", "cell", ("x",), {"cols": "1000000"}), Block("b2", "cell", ("y",), {"cols": "3"})))
    document = Document(Metadata(title="T"), body=(Group("table", (row,)),))
    page = html_edition(build_view(document, reading_text(document))).decode()
    assert re.findall(r'colspan="(\d+)"', page) == ["3"]


def test_both_editions_carry_the_same_marks_and_the_same_words():
    edition = lamplighter_edition()
    pages = [by_id(parse(page)) for page in (html_edition(edition), print_html(edition))]
    for entry in (*edition.claims, *edition.notes):
        said = []
        for found in pages:
            entry_text = text_of(found[entry.anchor], lambda element: has_class(element, "more"))
            said.append("".join(entry_text.split()))
            assert said[-1].startswith(entry.mark)
        assert said[0] == said[1]


def test_a_text_in_a_language_nobody_named_runs_as_its_letters_do_and_the_apparatus_is_english():
    document = Document(Metadata(title="القمر"), body=(Block("b1", "p", ("القمر لا ينام.",)),))
    page = parse(html_edition(build_view(document, reading_text(document))))
    assert next(element for element in elements(page) if element.tag == "main").get("dir") == "auto"
    apparatus = next(element for element in elements(page) if has_class(element, "apparatus"))
    assert (apparatus.get("lang"), apparatus.get("dir")) == ("en", "ltr")


def test_in_a_text_of_another_language_the_editions_own_words_are_called_english():
    page = parse(html_edition(language_edition("german")))
    cards = [element for element in elements(page) if has_class(element, "card")]
    assert cards
    for card in cards:
        own = [element for element in elements(card) if has_class(element, "standing") or has_class(element, "related")]
        assert {element.get("lang") for element in own} == {"en"}
        assert not [element for element in elements(card) if has_class(element, "statement") and element.get("lang")]


def test_a_quotation_that_runs_from_right_to_left_is_set_apart_from_the_words_around_it():
    page = parse(html_edition(language_edition("arabic")))
    apart = {"".join(element.itertext()) for element in elements(page) if element.get("dir") == "auto"}
    assert "«ليلة الثامن عشر من مارس»." in apart
