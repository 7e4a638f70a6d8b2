"""The screen edition in a real browser: narrow and wide, with its script and without, by keyboard and by filter."""

from __future__ import annotations

import itertools
from functools import partial

import pytest

from annotate.render.screen.page import html_edition
from tests.browsers import Opener, chromium, needs_chromium
from tests.edition_cases import lamplighter_edition

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = needs_chromium


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("edition") / "lamplighter.html"
    path.write_bytes(html_edition(lamplighter_edition()))
    return path


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def opened(browser, path):
    """Open the edition at a width; what the browser complains of, or fetches, fails the test."""
    opener = Opener(browser)
    yield partial(opener, path)
    opener.close()
    assert opener.complaints == []


@pytest.mark.parametrize("script", [True, False])
def test_on_a_narrow_screen_a_note_opens_below_its_passage_when_called(opened, script):
    page = opened(360, java_script_enabled=script)
    card = page.locator('[id="c-000004"]')
    assert not card.is_visible()
    page.locator('[id="call.c-000004"]').click()
    assert card.is_visible()
    card.locator("a.mark").click()
    assert not card.is_visible()


def test_a_deep_link_opens_its_note(opened):
    assert opened(360, fragment="#c-000010").locator('[id="c-000010"]').is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_on_a_wide_screen_every_note_stands_beside_the_text_and_none_overlap(opened, script):
    page = opened(1440, java_script_enabled=script)
    cards = [card.bounding_box() for card in page.locator(".card").all()]
    text = page.locator("[id=b5]").bounding_box()
    assert len(cards) == 18
    assert all(card["x"] >= text["x"] + text["width"] for card in cards)
    assert all(below["y"] >= above["y"] + above["height"] for above, below in itertools.pairwise(cards))
    blocks = [page.locator(f"[id={name}]").bounding_box() for name in ("b5", "b7", "b9", "b10", "b11", "b12", "b13")]
    assert all(below["y"] >= above["y"] + above["height"] for above, below in itertools.pairwise(blocks))


def test_the_text_can_be_read_without_the_script(opened):
    page = opened(1440, java_script_enabled=False)
    assert page.locator("[id=b12]").is_visible()
    assert not page.locator("[id=tools]").is_visible()


def test_a_filter_leaves_only_the_claims_it_names(opened):
    page = opened(1440)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Show claims by status").select_option("refuted")
    assert {card.get_attribute("data-status") for card in page.locator(".card.claim:visible").all()} == {"refuted"}
    assert page.get_by_role("status").inner_text() == "2 of 14 claims"
    assert page.locator(".card.note:visible").count() == 4
    underlined = page.locator("[data-over] span.claim:not(.off)").all()
    assert {("status-refuted" in (line.get_attribute("class") or "")) for line in underlined} == {True}


@pytest.mark.parametrize("name", ["kind", "status", "claimant", "source", "tag"])
def test_each_filter_leaves_just_the_claims_that_have_its_value(opened, name):
    page = opened(1440)
    page.get_by_text("Filter", exact=True).click()
    chooser = page.get_by_label(f"Show claims by {name}")
    value = chooser.locator("option").nth(1).get_attribute("value")
    chooser.select_option(value)
    cards = page.locator(".card.claim").all()
    has = [value in (card.get_attribute(f"data-{name}") or "").split("\n") for card in cards]
    assert [card.is_visible() for card in cards] == has
    assert 0 < sum(has) < len(cards)
    page.get_by_label("Show all claims again").click()
    assert all(card.is_visible() for card in cards)


def test_the_map_has_a_bar_for_each_claim_and_a_filter_thins_it(opened):
    page = opened(1440)
    bars = page.locator(".map a")
    names = [bar.get_attribute("data-claim") for bar in bars.all()]
    assert sorted(names) == sorted(card.get_attribute("id") for card in page.locator(".card.claim").all())
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Show claims by status").select_option("refuted")
    left = {bar.get_attribute("data-claim") for bar in bars.all() if bar.is_visible()}
    assert left == {card.get_attribute("id") for card in page.locator(".card.claim:visible").all()}
    sync_api.expect(page.locator(".apparatus .entries > li.claim:visible")).to_have_count(len(left))
    page.keyboard.press("Escape")
    assert not page.get_by_label("Show claims by status").is_visible()
    page.locator(f'.map a[data-claim="{min(left)}"]').click()
    assert page.url.endswith(f"#{min(left)}")


def test_search_finds_words_in_text_and_notes_whatever_their_quotation_marks(opened):
    page = opened(1440)
    field = page.get_by_label("Search text and notes")
    field.fill("LAMP")
    total = int(page.get_by_role("status").inner_text().split()[0])
    assert 0 < total <= page.locator("main").evaluate("main => main.textContent").casefold().count("lamp")
    field.press("Enter")
    assert page.get_by_role("status").inner_text() == f"1 of {total} found"
    field.press("Shift+Enter")
    assert page.get_by_role("status").inner_text() == f"{total} of {total} found"
    field.fill("no such words stand here")
    assert page.get_by_role("status").inner_text() == "nothing found"
    field.fill("")
    assert page.get_by_role("status").inner_text() == "14 claims"


def test_a_hit_in_a_closed_note_opens_it(opened):
    page = opened(360)
    words = page.locator('[id="c-000004"] .statement').evaluate("element => element.textContent")
    field = page.get_by_label("Search text and notes")
    field.fill(words)
    field.press("Enter")
    assert page.locator('[id="c-000004"]').is_visible()


def test_a_citation_is_of_the_passage_selected_else_of_the_open_note(opened, path):
    address = path.as_uri()
    page = opened(1440, fragment="#c-000004")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cite = page.get_by_role("button", name="Copy a citation")
    cite.click()
    sync_api.expect(page.get_by_role("status")).to_have_text("citation of claim 4 copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"Claim 4. {address}#c-000004")
    page.locator("[id=b12]").select_text()
    cite.click()
    sync_api.expect(page.get_by_role("status")).to_have_text("citation of the passage copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{address}#b12")


def test_one_can_walk_from_claim_to_claim_by_keyboard_alone(opened):
    page = opened(1440)
    page.get_by_label("Next claim").focus()
    for number in (1, 2):
        page.keyboard.press("Enter")
        sync_api.expect(page.get_by_label("Next claim")).to_be_focused()
        assert page.locator(".card:target .mark").inner_text() == str(number)
    page.get_by_label("Previous claim").focus()
    page.keyboard.press("Enter")
    assert page.locator(".card:target .mark").inner_text() == "1"


def test_escape_closes_a_note_and_returns_to_its_call(opened):
    page = opened(360, fragment="#c-000004")
    page.keyboard.press("Escape")
    assert not page.locator('[id="c-000004"]').is_visible()
    assert page.evaluate("document.activeElement.id") == "call.c-000004"


def test_a_touch_on_a_passage_opens_its_innermost_claim(opened):
    page = opened(360)
    page.locator('[data-over="c-000005 c-000006"]').first.click()
    assert page.locator('[id="c-000006"]').is_visible()
