"""The typefaces within a screen edition: whole where the page needs them, small otherwise."""

import base64
import re
import shutil
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from annotate.api.render import render
from annotate.render.fonts import faces as fonts
from annotate.render.screen.typefaces import font_rules

SAMPLES = Path(__file__).parent.parent / "samples"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
RULE = re.compile(r'@font-face\{font-family:"([^"]+)";font-style:(\w+);font-weight:(\d+).*?base64,([^"]*)"')
LARGEST = 300_000  # bytes

# The family, slant, weight and characters of all that is shown: own text of each element, and what the sheet adds.
SHOWN = """
() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  for (const card of document.querySelectorAll(".card")) card.style.display = "block";
  const shown = {};
  const add = (style, characters) => {
    if (!characters.trim() || style.display === "none") return;
    const families = style.fontFamily.split(",").map((name) => name.trim().replaceAll('"', ""));
    const capitals = style.fontVariantCaps === "normal" ? "" : " caps";
    const letters = style.textTransform === "capitalize" ? characters + characters.toUpperCase() : characters;
    const key = `${families[0]}|${style.fontStyle}|${style.fontWeight}${capitals}`;
    shown[key] = [...new Set((shown[key] ?? "") + letters)].join("");
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (["SCRIPT", "STYLE", "TITLE", "title", "OPTION"].includes(element.tagName)) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    add(getComputedStyle(element), own.map((node) => node.data).join(""));
    for (const side of ["::before", "::after"]) {
      const style = getComputedStyle(element, side);
      const said = /^"(.*)"$/s.exec(style.content);
      if (said) add(style, said[1]);
    }
  }
  return shown;
}
"""


@pytest.fixture(scope="module", params=sorted(path.stem for path in SAMPLES.glob("*.xml")))
def page(request):
    return render(SAMPLES / f"{request.param}.xml", ("html",)).editions["html"]


def held(page):
    """Return by family, style and weight the characters and the features of the fonts in a page."""
    found = {}
    for family, style, weight, data in RULE.findall(page):
        font = TTFont(BytesIO(base64.b64decode(data)))
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        found[family, style, weight] = (set(map(chr, font.getBestCmap())), features)
    return found


def test_a_sample_with_its_fonts_is_small_enough_to_send_by_mail(page):
    assert len(page) < LARGEST


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_every_character_is_in_the_face_it_is_set_in(page, tmp_path):
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    (tmp_path / "page.html").write_bytes(page)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown = browser.new_page().goto((tmp_path / "page.html").as_uri()).frame.evaluate(SHOWN)
        browser.close()
    fonts_in_page = held(page.decode("utf-8"))
    whole = {
        (face.family, face.style, str(face.weight)): TTFont(face.path).getBestCmap() for face in fonts.font_faces()
    }
    for face, characters in shown.items():
        family, style, weight = face.split("|")
        heavy = "600" if int(weight.removesuffix(" caps")) > 500 else "400"  # the browser takes the nearest weight
        letters, features = fonts_in_page[family, style, heavy]
        signs = whole[family, style, heavy]
        drawn = {char for char in characters if ord(char) in signs and unicodedata.category(char)[0] not in "CZ"}
        assert drawn <= letters, face
        assert "smcp" in features or not weight.endswith("caps"), face


def test_a_theme_with_rules_of_its_own_finds_every_character_in_every_face():
    body = '<p>Ōzu <span class="claim">Ärger</span></p>'
    for family, *_, data in RULE.findall(
        font_rules(fonts.font_faces(), body, "Ōzu", 'p { font-weight: 600 } a::after { content: "→" }')
    ):
        characters = set(map(chr, TTFont(BytesIO(base64.b64decode(data))).getBestCmap()))
        assert set("ŌzuÄrgeZ0") <= characters, family


def test_a_face_that_a_page_sets_nothing_in_is_left_out():
    faces = {rule[:3] for rule in RULE.findall(font_rules(fonts.font_faces(), "<p>Plain.</p>", "Plain"))}
    assert faces == {
        ("Source Serif 4", "normal", "400"),
        ("Source Serif 4 Display", "normal", "600"),
        ("Source Sans 3", "normal", "400"),
    }
