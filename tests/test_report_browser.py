"""The page of a report in a real browser: accessible, narrow and wide, light and dark, without anything fetched."""

from __future__ import annotations

import shutil

import pytest

from annotate.api.report import report, report_page
from tests.coverage_cases import claim, evidence, project, text_of
from tests.surroundings import SAMPLES

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

_CLAIMS = 60  # axe looks at each cell of each table
NAMES = ("Nora Fenn", "張藝謀", "عمر الشريف", "Pneumonoultramicroscopicsilicovolcanoconiosisologist-Altenkirchen")


def a_large_one(folder):
    paragraphs = [f"Sentence {number} of this text says that reel {number} was shot." for number in range(_CLAIMS)]
    statuses = ("unreviewed", "supported", "disputed", "refuted", "unverifiable")
    claims = [
        claim(
            number,
            f"reel {number} was shot",
            status=statuses[number % 5],
            claimant=f"person-{number % 12}",
            evidence=[evidence(number, "post", quote="It was shot.")] if number % 2 else [],
        )
        for number in range(_CLAIMS)
    ]
    entities = [{"id": f"person-{n}", "type": "person", "name": f"{NAMES[n % 4]} {n}"} for n in range(12)]
    sources = [{"id": one, "type": "book", "title": f"Book of the {one}"} for one in ("post", "never-cited")]
    gone = {"id": "n-000001", "target": {"exact": "A lighthouse with seven daughters in it."}, "kind": "gloss"}
    document = text_of((None, paragraphs[:20]), ("A heading", paragraphs[20:]), title="夜の渡し船", language="ja")
    notes = [{**gone, "body": "Where has it gone?"}]
    return project(folder, document, entities=entities, sources=sources, claims=claims, notes=notes)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "bare").mkdir()
    bare = project(folder / "bare", text_of((None, ["A paragraph."])))
    cases = {"large": [a_large_one(folder)], "sample": [SAMPLES / "train-essay.xml"]}
    written = []
    for name, paths in {**cases, "bare": [bare], "nothing": []}.items():
        path = folder / f"{name}.html"
        path.write_bytes(report_page(report(paths).coverage))
        written.append(path)
    return written


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_fits_the_screen_and_fetches_nothing(pages, width, scheme):
    complaints: list[str] = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        # axe is put into the page as a script of its own, which the page's policy rightly refuses.
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        context.on("console", lambda message: complaints.append(message.text))
        context.on("request", lambda request: complaints.extend([request.url] if request.url[:5] != "file:" else []))
        for path in pages:
            page = context.new_page()
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                complaints.append(f"{path.name} runs over the edge")
            found = axe.Axe().run(page).response["violations"]
            complaints += [f"{path.name}: {rule['id']} {rule['nodes'][0]['html'][:120]}" for rule in found]
        browser.close()
    assert complaints == []


def test_every_claim_has_a_mark_that_can_be_seen(pages):
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 360, "height": 900}, java_script_enabled=True).new_page()
        page.goto(pages[0].as_uri())
        widths = page.evaluate(
            "[...document.querySelectorAll('#where ~ figure .bar')].map(bar => {"
            " const box = bar.getBoundingClientRect();"
            " return box.width + parseFloat(getComputedStyle(bar).strokeWidth); })"
        )
        browser.close()
    marks = widths[:-5]  # without the key's samples
    assert len(marks) == _CLAIMS
    assert min(marks) >= 1
