"""The screen edition held to the Web Content Accessibility Guidelines, in a real browser, by axe-core."""

from __future__ import annotations

import pytest

from tests.browsers import chromium, needs_chromium
from tests.html_pages import PAGES, written

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
pytestmark = needs_chromium

WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_rule_of_accessibility_is_broken(tmp_path, width, scheme):
    broken = {}
    with chromium() as browser:
        # axe is put into the page as a script of its own, which the page's policy rightly refuses.
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        for name in PAGES:
            page = context.new_page()
            page.goto(written(name, tmp_path).as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
            found = axe.Axe().run(page).response["violations"]
            if found:
                broken[name] = [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]
            page.close()
    assert broken == {}
