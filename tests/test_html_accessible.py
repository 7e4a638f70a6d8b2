"""The screen edition held to the Web Content Accessibility Guidelines, in a real browser, by axe-core."""

from __future__ import annotations

import shutil

import pytest

from annotate.api.render import render
from annotate.api.rendered import write_editions
from annotate.api.themes import theme_named
from annotate.model.edition_choices import Choices
from annotate.model.theme import THEMES
from annotate.render.screen import html_edition
from tests.edition_cases import lamplighter_edition
from tests.surroundings import SAMPLE_NAMES, SAMPLES

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def samples_as_html(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    texts = [SAMPLES / f"{name}.xml" for name in SAMPLE_NAMES]
    return [one.path for text in texts for one in write_editions(render(text, ("html",)), text, folder)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory, samples_as_html):
    folder, edition = tmp_path_factory.mktemp("edition"), lamplighter_edition()
    paths = [folder / f"lamplighter-{theme}.html" for theme in THEMES]
    for theme, path in zip(THEMES, paths, strict=True):
        path.write_bytes(html_edition(edition, choices=Choices(theme_named(theme))))
    return [*paths, *samples_as_html]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(pages, width, scheme):
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        # axe is put into the page as a script of its own, which the page's policy rightly refuses.
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        broken = {}
        for path in pages:
            page = context.new_page()
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
            found = axe.Axe().run(page).response["violations"]
            if found:
                broken[path.name] = [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]
        browser.close()
    assert broken == {}
