"""The page on the devices people read with: any width, touch, keyboard alone, no script, paper, and any script."""

from __future__ import annotations

import itertools
from urllib.parse import quote

import pytest

from annotate.api.themes import theme_named
from annotate.model.edition_choices import Choices
from annotate.render.screen.page import html_edition
from tests.browsers import Opener, chromium, needs_chromium
from tests.html_pages import PAGES, written
from tests.pdf_text import squeezed, whole_text
from tests.rich_editions import LANGUAGE_NAMES, rich_edition

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = needs_chromium

WIDTHS = (320, 360, 768, 1440, 2560)
RIGHT_TO_LEFT = ("arabic", "hebrew")
EAST_ASIAN = ("chinese", "japanese")


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page by its name at a width; what the browser complains of, or fetches, fails the test."""
    opener = Opener(browser)
    yield lambda name, width, **options: opener(written(name, tmp_path), width, **options)
    opener.close()
    assert opener.complaints == []


def boxes(page, selector):
    """Return the boxes of the elements that take up room, in the order of the document."""
    found = (element.bounding_box() for element in page.locator(selector).all())
    return [box for box in found if box and box["height"]]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_with_its_notes_and_lists_unfolded(opened, width):
    for name in PAGES:
        page = opened(name, width)
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        sides = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert sides[0] <= sides[1], name
        page.context.close()


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
@pytest.mark.parametrize("width", [360, 1440])
def test_a_text_written_from_right_to_left_is_in_view_and_runs_so(opened, name, width):
    page = opened(name, width)
    assert page.evaluate("scrollX") == 0
    title = page.locator("h1").bounding_box()
    assert 0 <= title["x"] <= title["x"] + title["width"] <= width
    paragraph = page.locator("article p.column:has(.number)").first
    assert paragraph.evaluate("element => getComputedStyle(element).direction") == "rtl"
    if width == 1440:
        text, number, note = (
            box["x"] for box in (paragraph.bounding_box(), boxes(page, ".number")[0], boxes(page, ".card")[0])
        )
        assert note < text < number
    assert page.locator(".apparatus").evaluate("element => getComputedStyle(element).direction") == "ltr"


@pytest.mark.parametrize("name", [*RIGHT_TO_LEFT, *EAST_ASIAN])
def test_scripts_that_know_no_italics_are_set_upright(opened, name):
    page = opened(name, 1440)
    slanted = "element => getComputedStyle(element).fontStyle"
    assert {element.evaluate(slanted) for element in page.locator("article :is(cite, i, em, .lemma)").all()} <= {
        "normal"
    }


@pytest.mark.parametrize("name", LANGUAGE_NAMES)
def test_a_sentence_ends_in_its_own_language_and_no_second_stop_follows(opened, name):
    said = opened(name, 1440).locator("main").evaluate("main => main.textContent")
    assert not any(f"{end}." in said for end in "。！？؟۔")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", ["rich", "arabic"])
def test_on_a_wide_screen_notes_stand_beside_the_text_and_none_overlap(opened, name, script):
    page = opened(name, 1440, java_script_enabled=script)
    cards = boxes(page, ".card")
    assert len(cards) == page.locator(".card").count()
    assert all(above["y"] + above["height"] <= below["y"] for above, below in itertools.pairwise(cards))
    text = page.locator("article p.column").first.bounding_box()
    for card in cards:
        assert card["x"] + card["width"] <= text["x"] or card["x"] >= text["x"] + text["width"]


def test_a_note_that_is_open_stands_level_with_its_passage(opened):
    page = opened("rich", 1440)
    for claim in [claim for claim in rich_edition().claims if claim.place][::4]:
        page.locator(f'[id="call.{claim.anchor}"]').click()
        card = page.locator(f'[id="{claim.anchor}"]')
        sync_api.expect(card).to_be_in_viewport()
        call = page.locator(f'[id="call.{claim.anchor}"]')
        sync_api.expect(call).to_be_in_viewport()
        # Where the notes before it fill the margin from the top of the text it is the first below them.
        full = boxes(page, ".card")[0]["y"] < page.locator("article").bounding_box()["y"] + 1
        assert full or abs(card.bounding_box()["y"] - call.bounding_box()["y"]) < 30


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("script", [True, False])
def test_an_address_leads_to_what_it_names_in_text_notes_sources_and_index(opened, width, script):
    edition = rich_edition()
    named = (edition.claims[20].anchor, "b63", edition.sources[-1].anchor, edition.index[-1].anchor, "about")
    for anchor in (*named, edition.claims[-1].anchor):
        page = opened("rich", width, fragment=f"#{quote(anchor)}", java_script_enabled=script)
        sync_api.expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()
        page.context.close()


def test_no_note_is_farther_below_its_paragraph_than_a_screen(opened):
    page = opened("rich", 1440, height=900)
    far = page.evaluate(
        """[...document.querySelectorAll(".margin")].map((margin) =>
          margin.firstElementChild.getBoundingClientRect().top -
          margin.previousElementSibling.getBoundingClientRect().top)"""
    )
    assert max(far) < 900


@pytest.mark.parametrize("script", [True, False])
def test_a_touch_opens_a_note_below_its_passage_and_another_closes_it(opened, script):
    page = opened("rich", 360, has_touch=True, java_script_enabled=script)
    claim = next(claim for claim in rich_edition().claims if claim.place)
    call, card = page.locator(f'[id="call.{claim.anchor}"]'), page.locator(f'[id="{claim.anchor}"]')
    assert not card.is_visible()
    call.tap()
    sync_api.expect(card).to_be_in_viewport()
    assert card.bounding_box()["y"] > call.bounding_box()["y"]
    card.locator("a.mark").tap()
    assert not card.is_visible()


@pytest.mark.parametrize("theme", ["reader", "classroom"])
def test_in_a_theme_for_reading_notes_open_in_place_on_wide_screens_too(browser, tmp_path, theme):
    edition = rich_edition()
    path = tmp_path / f"{theme}.html"
    path.write_bytes(html_edition(edition, choices=Choices(theme=theme_named(theme))))
    page = Opener(browser)(path, 1440)
    assert not boxes(page, ".card")
    page.locator(f'[id="call.{edition.claims[0].anchor}"]').click()
    (card,) = boxes(page, ".card")
    (text, *_) = boxes(page, "article p.column:has(.calls)")
    assert card["y"] > text["y"]
    assert text["x"] <= card["x"] < text["x"] + text["width"]


def test_with_the_keyboard_alone_one_reads_filters_opens_and_comes_back(opened):
    page = opened("rich", 360)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    reached = []
    for _ in range(30):
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        page.keyboard.press("Tab")
    calls = [name for name in reached if name.startswith("call.c-")]
    assert "SUMMARY" in reached
    assert len(calls) > 5
    page.locator(f'[id="{calls[0]}"]').focus()
    page.keyboard.press("Enter")
    opened_card = page.locator(".card:target")
    sync_api.expect(opened_card).to_be_visible()
    page.keyboard.press("Tab")
    assert opened_card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == calls[0]


def test_the_filters_open_choose_and_close_by_keyboard(opened):
    page = opened("rich", 1440)
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.by") == "kind"
    page.keyboard.press("ArrowDown")
    assert "of 33 claims" in page.get_by_role("status").inner_text()
    page.keyboard.press("Escape")
    assert not page.get_by_label("Show claims by kind").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.parametrize("name", ["rich", "archive-interview", "arabic"])
def test_every_stop_of_the_keyboard_can_be_seen(opened, name):
    page = opened(name, 1440)
    for _ in range(40):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            """(() => { const style = getComputedStyle(document.activeElement);
              return [style.outlineStyle, parseFloat(style.outlineWidth)]; })()"""
        )
        assert ring[0] != "none"
        assert ring[1] >= 2


@pytest.mark.parametrize("width", [360, 1440])
def test_print_preview_has_the_text_with_every_note_and_no_tools(opened, width):
    page = opened("rich", width)
    page.emulate_media(media="print")
    assert not page.locator(".banner").is_visible()
    assert not page.locator(".skip").is_visible()
    cards = boxes(page, ".card")
    assert len(cards) == page.locator(".card").count()
    assert all(above["y"] + above["height"] <= below["y"] for above, below in itertools.pairwise(cards))


@pytest.mark.parametrize("name", ["rich", "train-essay"])
def test_on_paper_each_note_stands_once(opened, name, tmp_path):
    page = opened(name, 1440)
    paper = tmp_path / "paper.pdf"
    page.pdf(path=paper, format="A4")
    printed = whole_text(paper.read_bytes())
    for statement in page.locator(".card .statement").all():
        assert printed.count(squeezed(statement.text_content())) >= 1


def test_without_its_script_the_page_shows_the_text_and_every_note_it_calls(opened):
    page = opened("rich", 360, java_script_enabled=False)
    assert not page.locator("[id=tools]").is_visible()
    assert page.locator("article p.column").first.is_visible()
    for claim in [claim for claim in rich_edition().claims if claim.place][::6]:
        page.locator(f'[id="call.{claim.anchor}"]').click()
        assert page.locator(f'[id="{claim.anchor}"]').is_visible()


def test_dark_and_light_differ_and_both_have_ink_on_paper(opened):
    looks = {}
    for scheme in ("light", "dark"):
        page = opened("rich", 1440, color_scheme=scheme)
        looks[scheme] = page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
    assert looks["light"] != looks["dark"]
    assert len({*looks["light"], *looks["dark"]}) == 4
